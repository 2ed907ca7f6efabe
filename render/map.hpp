// The map as the window needs it: where regions lie, and a picture of a month
// for a view. Painting happens on a worker, so it may only read.
#pragma once

#include <cstdint>
#include <vector>

#include "render/camera.hpp"
#include "render/figures/focus.hpp"
#include "render/figures/raster.hpp"
#include "render/figures/stream.hpp"
#include "render/source.hpp"

namespace viewer {

/// Which runs a picture is of: the first; A and B, a raster each; B less A; the mean of a set.
enum class Sight : std::uint8_t { one, pair, difference, mean };

/// Everything that a picture of the map depends on.
struct MapJob {
  std::uint64_t number = 0;   // jobs are counted
  View view;                  // the point of the map at `middle`
  figures::Point middle;      // pixels from the upper left of the picture
  int width = 0, height = 0;  // of the picture
  int index = 0;              // months since the start
  Month month;
  Month rival;   // of B, if there is one
  int info = 0;  // 0 to 7: which question colours the regions
  int top_flows = 60;
  figures::Focus focus = {};
  world::observers::Language language = world::observers::Language::en;
  bool is_dark = true;
  bool has_dots = true;  // people as moving dots; else ribbons
  Sight sight = Sight::one;
  bool is_circle = false;  // every stream as a chord of a ring, in place of the map
  bool has_legend = true;  // on the first raster; the second one always has it
  bool has_inset = true;   // of the cities
  figures::Box free;       // what of the picture no drawer covers, pixels
  double ui_scale = 1;
};

/// What a job gave. Particles move between `ground` (opaque) and `labels` (empty where nothing is written).
struct MapPicture {
  MapJob job;
  figures::Raster ground, labels;
  std::vector<figures::Stream> streams;  // in pixels of the picture
  figures::Raster second{};              // of B, with its labels; empty but for a pair
  double people_per_dot = 0;             // 0: no dots
  double most_moved = 1;                 // people of the widest stream of all months
  double largest_fill = 0;               // without its sign; in a difference 0 means that A and B agree
};

class Map {
 public:
  Map() = default;
  Map(const Map&) = delete;
  Map& operator=(const Map&) = delete;
  virtual ~Map() = default;

  /// Takes in months that are new; by the thread of the window. True if pictures may look other now.
  virtual bool follow(Source& source) {
    static_cast<void>(source);
    return false;
  }
  /// The same for the runs beside the first: B, or null, and those of a set. All of the same regions and months.
  virtual bool follow_beside(Source* rival, const std::vector<Source*>& set) {
    static_cast<void>(rival);
    static_cast<void>(set);
    return false;
  }
  /// In units of the map, y down.
  [[nodiscard]] virtual figures::Box extent() const = 0;
  /// −1 if there is none.
  [[nodiscard]] virtual int region_at(figures::Point on_map) const = 0;
  /// Rings of a region's border.
  [[nodiscard]] virtual const std::vector<std::vector<figures::Point>>& outline(int region) const = 0;
  [[nodiscard]] virtual MapPicture paint(const MapJob& job) const = 0;
};

}  // namespace viewer
