// All that the screen shows beside the numbers of the model, and the one
// function that changes it.
#pragma once

#include <string>
#include <vector>

#include "render/actions.hpp"
#include "render/camera.hpp"
#include "render/export_wish.hpp"
#include "render/figures/focus.hpp"
#include "render/info.hpp"
#include "render/playback.hpp"

namespace viewer {

enum class Tab : std::uint8_t { overview, region, flows, circle, compare };
inline constexpr int n_tabs = 5;

enum class Compare : std::uint8_t { one, side_by_side, difference, swipe };

/// What is shown of the comparison asked for: none without B; of the ring of streams only one fits, of A or the
/// difference.
[[nodiscard]] constexpr Compare shown_compare(Compare asked, bool has_rival, bool is_circle) {
  if (!has_rival) return Compare::one;
  return is_circle && asked != Compare::difference ? Compare::one : asked;
}

struct Settings {
  world::observers::Language language = world::observers::Language::en;
  bool is_dark = true;
  double ui_scale = 1;
  bool reduced_motion = false;
};

/// What of the levers is unfolded.
struct LeverView {
  bool is_shown = false;  // the left drawer shows levers instead of the map's settings
  std::string open;       // policy
  std::string choosing;   // "policy field" whose choices are listed
};

struct State {
  Settings settings;
  Playback playback;
  Camera camera;
  Info info = Info::net_rate;
  int top_flows = 60;
  int pinned = -1;                           // region
  int partner = -1;                          // the other region of a pair, whose streams alone are shown
  figures::Ways ways = figures::Ways::both;  // of the pinned region
  bool picks_partner = false;                // the search is for the other region of a pair
  [[nodiscard]] figures::Focus focus() const { return {pinned, partner, ways}; }
  Compare compare = Compare::one;
  double swipe = 0.5;   // share of the map's width that A has
  int compared = 0;     // which number the table of the comparison shows
  int compared_by = 3;  // its column that sorts
  bool is_compared_descending = true;
  bool shows_rivals = false;  // the window in which B is chosen
  LeverView levers;
  bool has_left = true, has_right = true;
  Tab tab = Tab::overview;
  int sorted_by = 2;  // column of the table of flows
  bool is_descending = true;
  bool shows_help = false, shows_search = false, shows_settings = false;
  int headline = -1;  // whose formula is shown
  bool shows_export = false;
  ExportWish exporting;
  bool is_kiosk = false;
  int focus_moves = 0;  // asked for and not yet made: forwards positive
  bool wants_activation = false, wants_focus_end = false;
  std::vector<std::string> pictures;  // asked for and not yet taken
  bool wants_quit = false;
};

/// What a command may refer to.
struct Facts {
  int n_regions = 0;
  std::vector<int> checkpoints;
  bool has_rival = true;  // a second run, without which there is nothing to compare
  int first_month = 0;    // the start, year × 12 + calendar month − 1
};

/// Carries out a command. False if it is one for the source (levers, scenarios, branches).
bool apply(const Command& command, const Facts& facts, State& state);

}  // namespace viewer
