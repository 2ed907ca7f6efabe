// All that can be asked of the viewer, whoever asks: a key, a button, a script
// or a recorded session. The screen changes nothing by itself: it lists
// commands, and `apply` (state.hpp) carries them out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "world/observers/phrases.hpp"

namespace viewer {

enum class Action : std::uint8_t {
  // time
  play_pause,
  step_back,
  step_forward,
  year_back,
  year_forward,
  checkpoint_back,
  checkpoint_forward,
  first_month,
  last_month,
  go_to,
  faster,
  slower,
  set_speed,
  set_loop,
  clear_loop,
  loop_start,
  loop_end,
  toggle_loop,
  // what is shown
  set_view,
  set_top_flows,
  next_top_flows,
  next_compare,
  set_compare,
  compare_with,
  choose_rival,
  set_swipe,
  set_compared,
  sort_compared,
  previous_scenario,
  next_scenario,
  pin,
  unpin,
  set_pair,
  choose_partner,
  set_ways,
  next_ways,
  // camera
  fit,
  zoom,
  pan,
  look_at,
  // levers
  run_from_here,
  undo,
  redo,
  lever_add,
  lever_set,
  lever_remove,
  lever_reset,
  lever_show,
  lever_choose,
  left_page,
  select_line,
  set_target,
  save_scenario,
  // the screen
  help,
  next_language,
  set_language,
  next_theme,
  set_theme,
  set_ui_scale,
  reduced_motion,
  left_drawer,
  right_drawer,
  set_tab,
  sort_flows,
  search,
  settings,
  headline,
  focus_next,
  focus_previous,
  activate,
  close,
  kiosk,
  picture,
  export_dialog,
  export_set,
  export_write,
  export_stop,
  export_copy,
  quit,
  n_actions,
};
inline constexpr int n_actions = static_cast<int>(Action::n_actions);

/// One thing asked for. What the numbers and the text mean is told in the table of actions.cpp.
struct Command {
  Action action = Action::quit;
  double number = 0;
  double x = 0, y = 0;
  std::string text{};
  friend bool operator==(const Command&, const Command&) = default;
};

struct ActionInfo {
  Action action;
  std::string_view name;          // in scripts and logs
  std::string_view arguments;     // of those: "", "N", "N X Y", "TEXT" (one word), "WORDS" (the rest of the line)
  world::observers::Phrase says;  // what it does, for help
  bool repeats;                   // while its key is held
};
[[nodiscard]] const ActionInfo& info_of(Action action);

/// "go-to 14". Numbers as short as they can be read back exactly.
[[nodiscard]] std::string to_line(const Command& command);
/// Nothing for an empty line or a comment (#). Errors: InputError that begins with `where`.
[[nodiscard]] std::optional<Command> parse_command(std::string_view line, const std::string& where);

}  // namespace viewer
