// The table of actions, and commands as lines of text.
#include "render/actions.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <vector>

#include "world/errors.hpp"

namespace viewer {
namespace {

using world::observers::Phrase;

constexpr std::array<ActionInfo, n_actions> infos = {{
    {Action::play_pause, "play-pause", "", Phrase::view_do_play_pause, false},
    {Action::step_back, "step-back", "", Phrase::view_do_step_back, true},
    {Action::step_forward, "step-forward", "", Phrase::view_do_step_forward, true},
    {Action::year_back, "year-back", "", Phrase::view_do_year_back, true},
    {Action::year_forward, "year-forward", "", Phrase::view_do_year_forward, true},
    {Action::checkpoint_back, "checkpoint-back", "", Phrase::view_do_checkpoint_back, true},
    {Action::checkpoint_forward, "checkpoint-forward", "", Phrase::view_do_checkpoint_forward, true},
    {Action::first_month, "first-month", "", Phrase::view_do_first_month, false},
    {Action::last_month, "last-month", "", Phrase::view_do_last_month, false},
    {Action::go_to, "go-to", "N", Phrase::view_do_go_to, false},  // months since the start
    {Action::faster, "faster", "", Phrase::view_do_faster, true},
    {Action::slower, "slower", "", Phrase::view_do_slower, true},
    {Action::set_speed, "speed", "N", Phrase::view_do_faster, false},  // months a second
    {Action::set_loop, "loop", "X Y", Phrase::view_do_loop, false},    // first and last month
    {Action::clear_loop, "clear-loop", "", Phrase::view_do_loop, false},
    {Action::loop_start, "loop-start", "", Phrase::view_do_loop_start, false},
    {Action::loop_end, "loop-end", "", Phrase::view_do_loop_end, false},
    {Action::toggle_loop, "toggle-loop", "", Phrase::view_do_toggle_loop, false},
    {Action::set_view, "view", "N", Phrase::view_do_set_view, false},  // 0 to 7
    {Action::set_top_flows, "top-flows", "N", Phrase::view_do_top_flows, false},
    {Action::next_top_flows, "next-top-flows", "", Phrase::view_do_top_flows, false},
    {Action::next_compare, "compare", "", Phrase::view_do_compare, false},
    {Action::set_compare, "compare-as", "N", Phrase::view_do_compare, false},             // 0 to 3
    {Action::compare_with, "compare-with", "TEXT", Phrase::view_do_compare_with, false},  // empty: no more
    {Action::choose_rival, "choose-rival", "", Phrase::view_do_compare_with, false},
    {Action::set_swipe, "swipe", "N", Phrase::view_do_swipe, false},                   // share of the width, 0 to 1
    {Action::set_compared, "compared", "N", Phrase::view_do_set_compared, false},      // 0 to 4
    {Action::sort_compared, "sort-compared", "N", Phrase::view_do_sort_flows, false},  // column 0 to 3
    {Action::previous_scenario, "previous-scenario", "", Phrase::view_do_previous_scenario, false},
    {Action::next_scenario, "next-scenario", "", Phrase::view_do_next_scenario, false},
    {Action::pin, "pin", "N", Phrase::view_do_pin, false},  // region by number
    {Action::unpin, "unpin", "", Phrase::view_do_pin, false},
    {Action::set_pair, "pair", "N", Phrase::view_do_pair, false},  // the other region, by number; −1: none
    {Action::choose_partner, "choose-partner", "", Phrase::view_do_pair, false},
    {Action::set_ways, "ways", "N", Phrase::view_do_ways, false},  // 0 both, 1 in, 2 out
    {Action::next_ways, "next-ways", "", Phrase::view_do_ways, false},
    {Action::fit, "fit", "", Phrase::view_do_fit, false},
    {Action::zoom, "zoom", "N X Y", Phrase::view_do_zoom, false},        // factor about a point of the window
    {Action::pan, "pan", "X Y", Phrase::view_do_pan, false},             // pixels
    {Action::look_at, "look-at", "N X Y", Phrase::view_do_zoom, false},  // pixels a unit; point of the map
    {Action::run_from_here, "run-from-here", "", Phrase::view_do_run_from_here, false},
    {Action::undo, "undo", "", Phrase::view_do_undo, true},
    {Action::redo, "redo", "", Phrase::view_do_redo, true},
    {Action::lever_add, "lever-add", "TEXT", Phrase::lever_do_add, false},            // a kind
    {Action::lever_set, "lever-set", "WORDS", Phrase::lever_do_set, false},           // policy field value, "quoted"
    {Action::lever_remove, "lever-remove", "WORDS", Phrase::lever_do_remove, false},  // a policy
    {Action::lever_reset, "lever-reset", "", Phrase::lever_do_reset, false},
    {Action::lever_show, "lever-show", "WORDS", Phrase::lever_do_show, false},      // a policy: opens, folds its card
    {Action::lever_choose, "lever-choose", "WORDS", Phrase::lever_do_show, false},  // policy field: its list
    {Action::left_page, "left-page", "N", Phrase::view_do_set_tab, false},          // 0 map, 1 levers
    {Action::select_line, "line", "N", Phrase::lever_do_line, false},
    {Action::set_target, "target", "N", Phrase::lever_do_target, false},              // months since the start
    {Action::save_scenario, "save-scenario", "WORDS", Phrase::lever_do_save, false},  // a file; empty: the default one
    {Action::help, "help", "", Phrase::view_do_help, false},
    {Action::next_language, "next-language", "", Phrase::view_do_language, false},
    {Action::set_language, "language", "TEXT", Phrase::view_do_language, false},  // kk, ru, en
    {Action::next_theme, "next-theme", "", Phrase::view_do_theme, false},
    {Action::set_theme, "theme", "TEXT", Phrase::view_do_theme, false},        // dark, light
    {Action::set_ui_scale, "ui-scale", "N", Phrase::view_do_ui_scale, false},  // 1 to 2
    {Action::reduced_motion, "reduced-motion", "", Phrase::view_do_reduced_motion, false},
    {Action::left_drawer, "left-drawer", "", Phrase::view_do_left_drawer, false},
    {Action::right_drawer, "right-drawer", "", Phrase::view_do_right_drawer, false},
    {Action::set_tab, "tab", "N", Phrase::view_do_set_tab, false},               // 0 to 4
    {Action::sort_flows, "sort-flows", "N", Phrase::view_do_sort_flows, false},  // column 0 to 3
    {Action::search, "search", "", Phrase::view_do_search, false},
    {Action::settings, "settings", "", Phrase::view_do_settings, false},
    {Action::headline, "headline", "N", Phrase::view_do_headline, false},  // 0 to 2: its formula; -1: none
    {Action::focus_next, "focus-next", "", Phrase::view_do_focus, true},
    {Action::focus_previous, "focus-previous", "", Phrase::view_do_focus, true},
    {Action::activate, "activate", "", Phrase::view_do_activate, false},
    {Action::close, "close", "", Phrase::view_do_close, false},
    {Action::kiosk, "kiosk", "", Phrase::view_do_kiosk, false},
    {Action::picture, "picture", "TEXT", Phrase::view_do_picture, false},  // a file; empty: the next free name
    {Action::export_dialog, "export", "", Phrase::view_do_export, false},
    {Action::export_set, "export-set", "WORDS", Phrase::view_do_export, false},  // a field and its value
    {Action::export_write, "export-write", "", Phrase::view_export_write, false},
    {Action::export_stop, "export-stop", "", Phrase::view_export_stop, false},
    {Action::export_copy, "export-copy", "", Phrase::view_export_copy, false},
    {Action::quit, "quit", "", Phrase::view_do_quit, false},
}};

constexpr bool are_in_order() {
  for (int i = 0; i < n_actions; ++i) {
    if (static_cast<int>(infos[static_cast<std::size_t>(i)].action) != i) return false;
  }
  return true;
}
static_assert(are_in_order(), "rows must stand in the order of Action");

std::string number_text(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

bool read_number(const std::string& word, double& value) {
  const char* const end = word.data() + word.size();
  const auto result = std::from_chars(word.data(), end, value);
  return result.ec == std::errc{} && result.ptr == end;
}

std::vector<std::string> words_of(std::string_view line) {
  std::istringstream stream{std::string(line)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// What follows the first word.
std::string rest_of(std::string_view line) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t first = std::min(line.find_first_not_of(blanks), line.size());
  const std::size_t end = std::min(line.find_first_of(blanks, first), line.size());
  const std::size_t rest = std::min(line.find_first_not_of(blanks, end), line.size());
  const std::size_t last = line.find_last_not_of(blanks);
  return rest == line.size() ? "" : std::string(line.substr(rest, last + 1 - rest));
}

/// Fills what `arguments` names from the words after the first. False if they do not fit.
bool read_arguments(std::string_view arguments, std::string_view line, const std::vector<std::string>& words,
                    Command& command) {
  const std::vector<std::string> wanted = words_of(arguments);
  if (arguments == "TEXT") {
    if (words.size() > 2) return false;
    if (words.size() == 2) command.text = words[1];
    return true;
  }
  if (arguments == "WORDS") {
    command.text = rest_of(line);
    return true;
  }
  if (words.size() != wanted.size() + 1) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    double& to = wanted[i] == "N" ? command.number : wanted[i] == "X" ? command.x : command.y;
    if (!read_number(words[i + 1], to)) return false;
  }
  return true;
}

}  // namespace

const ActionInfo& info_of(Action action) { return infos[static_cast<std::size_t>(action)]; }

std::string to_line(const Command& command) {
  const ActionInfo& info = info_of(command.action);
  std::string line(info.name);
  if (info.arguments == "TEXT" || info.arguments == "WORDS") {
    if (!command.text.empty()) line.append(1, ' ').append(command.text);
    return line;
  }
  for (const std::string& argument : words_of(info.arguments)) {
    line.append(1, ' ').append(number_text(argument == "N" ? command.number : argument == "X" ? command.x : command.y));
  }
  return line;
}

std::optional<Command> parse_command(std::string_view line, const std::string& where) {
  const std::vector<std::string> words = words_of(line);
  if (words.empty() || words[0].starts_with('#')) return {};
  for (const ActionInfo& info : infos) {
    if (info.name != words[0]) continue;
    Command command{.action = info.action, .number = 0, .x = 0, .y = 0, .text = {}};
    if (read_arguments(info.arguments, line, words, command)) return command;
    throw world::InputError(where + ": '" + std::string(line) + "' should read '" + std::string(info.name) +
                            (info.arguments.empty() ? "" : " ") + std::string(info.arguments) + "'");
  }
  throw world::InputError(where + ": '" + words[0] + "' is no command of the viewer; F1 shows them");
}

}  // namespace viewer
