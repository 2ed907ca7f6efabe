// The map of the country that a source speaks of: painted by figures, in layers,
// from the months that have come so far, of one run or of several.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "render/figures/info_map.hpp"
#include "render/figures/map.hpp"
#include "render/figures/study.hpp"
#include "render/map.hpp"

namespace viewer {

class CountryMap : public Map {
 public:
  /// `geojson` are the outlines, `where` their file for messages, `regions` ISO codes. Errors: InputError.
  CountryMap(const std::string& geojson, const std::string& where, const std::vector<std::string>& regions);

  [[nodiscard]] figures::Box extent() const override;
  [[nodiscard]] int region_at(figures::Point on_map) const override;
  [[nodiscard]] const std::vector<std::vector<figures::Point>>& outline(int region) const override;
  bool follow(Source& source) override;
  bool follow_beside(Source* rival, const std::vector<Source*>& set) override;
  [[nodiscard]] MapPicture paint(const MapJob& job) const override;

 private:
  using SharedStudy = std::shared_ptr<const figures::Study>;
  /// The months of one source, as far as they have come.
  struct Followed {
    Source* source = nullptr;
    int generation = -1;
    SharedStudy study;
    bool take(Source& from, int most);
  };
  /// What a thread that paints reads; never changed, only replaced.
  struct Studies {
    SharedStudy first, rival;
    std::vector<SharedStudy> set;
  };
  struct KnownScales {
    int info = -1;
    std::vector<SharedStudy> of;
    Sight sight = Sight::one;
    figures::InfoScales scales;
  };
  [[nodiscard]] static MapPicture paint_circle(const MapJob& job, const Studies& of);
  void publish();
  [[nodiscard]] Studies studies() const;
  [[nodiscard]] figures::InfoScales scales(const MapJob& job, const Studies& of,
                                           const std::vector<figures::Cast>& casts,
                                           const figures::Wishes& wishes) const;

  figures::Map map_;
  std::vector<std::vector<std::vector<figures::Point>>> outlines_;  // [region], y down
  Followed first_, rival_;
  std::vector<Followed> set_;
  mutable std::mutex mutex_;  // of the rest
  Studies studies_;
  mutable KnownScales known_;
};

/// How large symbols are on this view of the map, 1 on the whole country.
[[nodiscard]] double symbols_of(const MapJob& job);

}  // namespace viewer
