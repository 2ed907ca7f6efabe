// One picture: what is asked for and what comes out. The functions that draw the
// views are declared in views.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/figures/drawing.hpp"
#include "render/figures/focus.hpp"
#include "render/figures/map.hpp"
#include "render/figures/palette.hpp"
#include "render/figures/stream.hpp"
#include "render/figures/study.hpp"

namespace figures {

using world::observers::Language;
using world::observers::Speech;

enum class View : std::uint8_t { flows, net, population, pressure, causes, circle, lines };
inline constexpr const char* view_names[] = {"flows", "net", "population", "pressure", "causes", "circle", "lines"};

/// The paper: logical units, which painters scale. Screen 1280 wide or more, slide 960, article points.
struct Paper {
  double width = 1280, height = 720;
  bool has_frame = true;                     // title, date, source lines; false inside the viewer's window
  Box free = {};                             // without a frame: where nothing covers the map; empty: everywhere
  bool has_legend = true, has_inset = true;  // of maps
};

struct Wishes {
  View view = View::flows;
  int index = 0;      // of the month shown, in the study
  int n_months = 12;  // summed up, for moves
  Counting counting = Counting::actual;
  Language language = Language::en;
  Theme theme = Theme::light;
  Style style = Style::screen;
  Paper paper;
  std::optional<Camera> camera;  // of the map; left out: as large as fits
  double symbols = 1;            // size of symbols and ribbons, beside type
  int n_streams = 60;            // ribbons drawn
  bool is_adaptive = false;      // scales for this month alone; else the same for all months
  bool is_film = false;          // ribbons as faint tracks for particles
  double people_per_dot = 0;     // of the particles, for the legend; 0: none
  Focus focus = {};              // of maps and the circle
};

/// What a picture shows, as numbers: written beside it.
struct DataTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  [[nodiscard]] std::string csv() const;
};

struct Picture {
  Drawing drawing;
  DataTable data;
  std::string title;            // with the period, for the file's metadata
  std::vector<Stream> streams;  // all that are looked at, laid out, of views with flows
  Camera camera;                // of views with a map
};

}  // namespace figures
