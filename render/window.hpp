// The window: one loop that takes in what the hands, a script and the source
// did, lets the panels ask for more, and draws only when something has changed.
#pragma once

#include <functional>
#include <string>

#include "render/company.hpp"
#include "render/map.hpp"
#include "render/options.hpp"
#include "render/source.hpp"
#include "render/tour.hpp"

namespace viewer {

/// What moves on the map between two pictures: particles. Lays itself over `frame`, whose ground is drawn, before
/// the labels are; true if it goes on moving.
using Overlay = std::function<bool(figures::Raster& frame, const MapPicture& picture, double seconds)>;

/// Writes a picture; returns the file it was written to. Errors: InputError.
using SavePicture = std::function<std::string(const figures::Raster& picture, const std::string& file)>;

struct Parts {
  Source& source;
  Map& map;
  Overlay overlay;                          // may be empty
  SavePicture save;                         // empty: a plain PPM file
  OpenSource open = {};                     // for B and the runs of a set; empty: there is no comparing
  std::vector<std::string> scenarios = {};  // names that `open` knows
  std::vector<std::string> set = {};        // runs of which bands are made
  Tour tour = {};                           // of the kiosk; without steps: all months
  double started = 0;                       // seconds of the steady clock when the program began
};

/// Opens the window and returns when it is closed. Errors: InputError, also where there is no display.
void show(const Options& options, const Parts& parts);

[[nodiscard]] double steady_seconds();

}  // namespace viewer
