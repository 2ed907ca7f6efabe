// What the panels read in one frame. They write nothing but commands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/company.hpp"
#include "render/headlines.hpp"
#include "render/history.hpp"
#include "render/kiosk.hpp"
#include "render/layout.hpp"
#include "render/map.hpp"
#include "render/panes.hpp"
#include "render/state.hpp"

namespace viewer {

/// B in the month that is shown.
struct Rival {
  const Description& description;
  const History& history;
  Month month;
  Flows year;
  PushReport push = {};     // of the region of the card, see Scene
  PushReport hovered = {};  // of the region under the mouse
};

/// What exports are drawn from, and what they come to.
struct ExportDesk {
  ExportPlaces places;
  bool is_busy = false;
  std::string file;     // that is drawn
  std::string message;  // what came of the last one; stays
  bool is_bad = false;
};

struct Scene {
  const State& state;
  const Description& description;
  const History& history;
  const Map& map;
  Layout layout;
  Status status;
  Month month;    // shown; null on the waiting screen alone
  int index = 0;  // of that month
  int n_months = 1;
  bool is_live = false;
  std::vector<int> checkpoints;
  Flows year;                // up to the month shown
  int hovered = -1;          // region under the mouse
  int painted_index = 0;     // month of the picture of the map
  std::string message = {};  // what went wrong or was done; fades
  PushReport push = {};      // why people left the region of the card: the clicked one, else the one under the mouse
  PushReport hovered_push = {};      // and the one under the mouse
  const Grounds* grounds = nullptr;  // what the inputs rest on; null where it is not told
  const Company* company = nullptr;  // never null on the screen
  std::optional<Rival> rival = {};
  Panes panes = {};
  std::vector<std::string> scenarios = {};  // that B may be
  double largest_difference = -1;           // of the regions on the map of the difference; −1: another map
  std::uint64_t map_hash = 0;               // of the painted map, for the dump of the state
  const LeverDesk* levers = nullptr;
  std::string obstacle = {};  // why the levers cannot be run from here
  const Kiosk* kiosk = nullptr;
  double share_of_press = 0;  // of the long press that ends the kiosk
  bool is_recorded = false;   // instead of a simulation that failed
  ExportDesk exports = {};
};

/// Is the ring of streams in the place of the map?
[[nodiscard]] inline bool shows_circle(const State& state, const Layout& layout) {
  return state.tab == Tab::circle && !state.is_kiosk && layout.right.w > 0;
}
[[nodiscard]] inline Compare shown_compare(const Scene& scene) {
  return shown_compare(scene.state.compare, scene.rival.has_value(), shows_circle(scene.state, scene.layout));
}

/// The region of the card: the clicked one, else the one under the mouse; −1 for none.
[[nodiscard]] inline int card_region(const State& state, int hovered) {
  return state.pinned >= 0 ? state.pinned : hovered;
}

[[nodiscard]] HeadlineFacts headline_facts(const Scene& scene);

[[nodiscard]] const std::string& region_name(const Scene& scene, int region);
/// "12 months to June 2028"; the month alone where no more are known.
[[nodiscard]] std::string span_text(const Ui& ui, const Scene& scene);
/// Without the word for region, for tables.
[[nodiscard]] std::string short_name(const Scene& scene, int region);

void top_bar(Ui& ui, const Scene& scene);
void timeline(Ui& ui, const Scene& scene);
void left_drawer(Ui& ui, const Scene& scene);
/// In the left drawer: lines of events, levers, saving.
void levers_page(Ui& ui, const Scene& scene);
/// A message, or a status too long for the badge, over the map.
void toast(Ui& ui, const Scene& scene);
/// Where it lies, or would: without a width there is none.
[[nodiscard]] Rect toast_place(const Ui& ui, const Scene& scene);
/// Has the badge room for the status?
[[nodiscard]] bool fits_badge(const Ui& ui, const Scene& scene);
void right_drawer(Ui& ui, const Scene& scene);
void region_tab(Ui& ui, const Scene& scene);
void flows_tab(Ui& ui, const Scene& scene);
void region_charts(Ui& ui, const Scene& scene, int region);
/// Names of what is seen, hover card, borders of the region under the mouse, badge.
void map_overlay(Ui& ui, const Scene& scene);
/// The card that says what the map shows; in a narrow window its unit takes two lines.
[[nodiscard]] Rect question_place(const Ui& ui, const Scene& scene);
/// What the names of the runs compared take below it, at the left edge of the map.
[[nodiscard]] float height_of_chips(const Ui& ui, const Scene& scene);
/// Below the question asked, the names of what is compared, and a message: the region or pair that is looked at, its
/// streams in numbers.
void focus_card(Ui& ui, const Scene& scene, Rect above);
/// "Astana – Almaty", or the region's name.
[[nodiscard]] std::string focus_title(const Scene& scene);
/// In place of the bars and drawers while a tour is on.
void kiosk_band(Ui& ui, const Scene& scene);
/// A caption of the tour with its numbers.
[[nodiscard]] std::string caption_of(const Scene& scene);
/// What tells of a kiosk on top of everything: recorded months, a long press.
void kiosk_signs(Ui& ui, const Scene& scene);
void draw_border(const Scene& scene, int region, ImU32 colour, float width, ImVec2 shift = {0, 0});
/// Before the first month is there.
void waiting_screen(Ui& ui, const Scene& scene);
/// All panels of a frame.
void screen(Ui& ui, const Scene& scene);
void help_window(Ui& ui, const Scene& scene);
void settings_window(Ui& ui, const Scene& scene);
void search_window(Ui& ui, const Scene& scene);
void headline_window(Ui& ui, const Scene& scene);
void export_window(Ui& ui, const Scene& scene);

void compare_tab(Ui& ui, const Scene& scene);
/// On the map: the names of A and B, and the handle of the swipe.
void compare_overlay(Ui& ui, const Scene& scene);
/// Where B is chosen.
void rivals_window(Ui& ui, const Scene& scene);

/// A heading inside a drawer.
void heading(Ui& ui, std::string_view words);
/// A window on top in the middle, at most as large as the screen; what lies below goes dark and closes it when clicked.
/// `end_panel` ends it.
Rect begin_window(Ui& ui, const Scene& scene, const char* name, float width, float height);
/// The title line of a window that lies on top, with its close button. Returns the rest.
Rect window_title(Ui& ui, Rect rect, std::string_view words);

}  // namespace viewer
