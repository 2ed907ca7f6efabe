// What the panels read in one frame. They write nothing but commands.
#pragma once

#include <string>
#include <vector>

#include "render/history.hpp"
#include "render/kiosk.hpp"
#include "render/layout.hpp"
#include "render/map.hpp"
#include "render/state.hpp"

namespace viewer {

struct Scene {
  const State& state;
  const Description& description;
  const History& history;
  const Map& map;
  Layout layout;
  Status status;
  Month month;    // shown; never null
  int index = 0;  // of that month
  int n_months = 1;
  bool is_live = false;
  std::vector<int> checkpoints;
  Flows year;             // up to the month shown
  int hovered = -1;       // region under the mouse
  int painted_index = 0;  // month of the picture of the map
  std::string message = {};  // what went wrong or was done; fades
  const Kiosk* kiosk = nullptr;
  double share_of_press = 0;  // of the long press that ends the kiosk
  bool is_recorded = false;   // instead of a simulation that failed
};

/// One of the three numbers of the top bar.
struct Headline {
  world::observers::Phrase says;
  std::string value;
  std::string change;    // against a year before; empty where there was none
  double direction = 0;  // sign of the change
};
[[nodiscard]] std::vector<Headline> headlines(const Scene& scene);

[[nodiscard]] const std::string& region_name(const Scene& scene, int region);
/// Without the word for region, for tables.
[[nodiscard]] std::string short_name(const Scene& scene, int region);

void top_bar(Ui& ui, const Scene& scene);
void timeline(Ui& ui, const Scene& scene);
void left_drawer(Ui& ui, const Scene& scene);
void right_drawer(Ui& ui, const Scene& scene);
void region_tab(Ui& ui, const Scene& scene);
void flows_tab(Ui& ui, const Scene& scene);
void region_charts(Ui& ui, const Scene& scene, int region);
/// Names of what is seen, hover card, borders of the region under the mouse, badge.
void map_overlay(Ui& ui, const Scene& scene);
/// In place of the bars and drawers while a tour is on.
void kiosk_band(Ui& ui, const Scene& scene);
/// A caption of the tour with its numbers.
[[nodiscard]] std::string caption_of(const Scene& scene);
/// What tells of a kiosk on top of everything: recorded months, a long press.
void kiosk_signs(Ui& ui, const Scene& scene);
void draw_border(const Scene& scene, int region, ImU32 colour, float width);
/// All panels of a frame.
void screen(Ui& ui, const Scene& scene);
void help_window(Ui& ui, const Scene& scene);
void settings_window(Ui& ui, const Scene& scene);
void search_window(Ui& ui, const Scene& scene);

/// A heading inside a drawer.
void heading(Ui& ui, std::string_view words);
/// The title line of a window that lies on top, with its close button. Returns the rest.
Rect window_title(Ui& ui, Rect rect, std::string_view words);

}  // namespace viewer
