// The map of the country that a source speaks of: painted by figures, in layers,
// from the months that have come so far.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "render/figures/map.hpp"
#include "render/figures/study.hpp"
#include "render/map.hpp"

namespace viewer {

class CountryMap : public Map {
 public:
  /// `geojson` are the outlines, `where` their file for messages; the regions are those of `first`. Errors: InputError.
  CountryMap(const std::string& geojson, const std::string& where, const world::observers::Snapshot& first);

  [[nodiscard]] figures::Box extent() const override;
  [[nodiscard]] int region_at(figures::Point on_map) const override;
  [[nodiscard]] const std::vector<std::vector<figures::Point>>& outline(int region) const override;
  bool follow(Source& source) override;
  [[nodiscard]] MapPicture paint(const MapJob& job) const override;

 private:
  [[nodiscard]] std::shared_ptr<const figures::Study> study() const;

  figures::Map map_;
  std::vector<std::vector<std::vector<figures::Point>>> outlines_;  // [region], y down
  int generation_ = -1;
  mutable std::mutex mutex_;  // of the pointer
  std::shared_ptr<const figures::Study> study_;
};

/// How large symbols are on this view of the map, 1 on the whole country.
[[nodiscard]] double symbols_of(const MapJob& job);

}  // namespace viewer
