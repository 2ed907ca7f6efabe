#include "render/state.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/headlines.hpp"

namespace viewer {
namespace {

using world::observers::Language;

constexpr std::array<int, 6> top_flow_steps = {10, 30, 60, 120, 200, 380};
constexpr int a_year = 12;

int whole(double number, int least, int most) {
  if (!std::isfinite(number)) return least;
  return static_cast<int>(std::clamp(std::round(number), static_cast<double>(least), static_cast<double>(most)));
}

void go_to_checkpoint(int direction, const Facts& facts, State& state) {
  const int now = state.playback.month();
  int best = direction > 0 ? state.playback.last_month() : 0;
  for (const int month : facts.checkpoints) {
    if (direction > 0 && month > now) best = std::min(best, month);
    if (direction < 0 && month < now) best = std::max(best, month);
  }
  state.playback.pause();
  state.playback.go_to(best);
}

bool apply_time(const Command& command, const Facts& facts, State& state) {
  Playback& playback = state.playback;
  switch (command.action) {
    case Action::play_pause:
      playback.play_pause();
      return true;
    case Action::step_back:
      playback.step(-1);
      return true;
    case Action::step_forward:
      playback.step(1);
      return true;
    case Action::year_back:
      playback.step(-a_year);
      return true;
    case Action::year_forward:
      playback.step(a_year);
      return true;
    case Action::checkpoint_back:
      go_to_checkpoint(-1, facts, state);
      return true;
    case Action::checkpoint_forward:
      go_to_checkpoint(1, facts, state);
      return true;
    case Action::first_month:
      playback.go_to(0);
      return true;
    case Action::last_month:
      playback.go_to(playback.last_month());
      return true;
    case Action::go_to:
      playback.go_to(whole(command.number, 0, 1'000'000));
      return true;
    case Action::faster:
      playback.change_speed(1);
      return true;
    case Action::slower:
      playback.change_speed(-1);
      return true;
    case Action::set_speed:
      playback.set_speed(command.number);
      return true;
    case Action::set_loop:
      playback.set_loop(whole(command.x, 0, 1'000'000), whole(command.y, 0, 1'000'000));
      return true;
    case Action::clear_loop:
      playback.clear_loop();
      return true;
    case Action::loop_start:
      playback.set_loop_start(playback.month());
      return true;
    case Action::loop_end:
      playback.set_loop_end(playback.month());
      return true;
    case Action::toggle_loop:
      playback.toggle_loop();
      return true;
    default:
      return false;
  }
}

bool apply_camera(const Command& command, State& state) {
  const bool is_camera =
      command.action == Action::zoom || command.action == Action::pan || command.action == Action::look_at;
  if (is_camera && !(std::isfinite(command.number) && std::isfinite(command.x) && std::isfinite(command.y)))
    return true;
  switch (command.action) {
    case Action::fit:
      state.camera.fit();
      return true;
    case Action::zoom:
      state.camera.zoom_about({command.x, command.y}, std::clamp(command.number, 0.01, 100.0));
      return true;
    case Action::pan:
      state.camera.pan(command.x, command.y);
      return true;
    case Action::look_at:
      state.camera.look_at({{command.x, command.y}, command.number});
      return true;
    default:
      return false;
  }
}

void next_top_flows(State& state) {
  const auto next = std::upper_bound(top_flow_steps.begin(), top_flow_steps.end(), state.top_flows);
  state.top_flows = next == top_flow_steps.end() ? top_flow_steps.front() : *next;
}

void sort_flows(int column, State& state) {
  state.is_descending = column == state.sorted_by ? !state.is_descending : column >= 2;
  state.sorted_by = column;
}

/// Another region, or none: with all of its streams.
void look_at(int region, State& state) {
  if (region == state.pinned) return;
  state.pinned = region;
  state.partner = -1;
  state.ways = figures::Ways::both;
}

void close_windows(State& state) {
  state.shows_help = state.shows_search = state.shows_settings = state.shows_rivals = state.shows_export = false;
  state.picks_partner = false;
  state.headline = -1;
}

bool has_window(const State& state) {
  return state.shows_help || state.shows_search || state.shows_settings || state.shows_rivals || state.shows_export ||
         state.headline >= 0;
}

void show_only(bool State::*window, State& state) {
  const bool was_shown = state.*window;
  close_windows(state);
  state.*window = !was_shown;
}

/// Which region or pair is looked at.
bool apply_focus(const Command& command, const Facts& facts, State& state) {
  switch (command.action) {
    case Action::pin:
      look_at(whole(command.number, -1, facts.n_regions - 1), state);
      return true;
    case Action::unpin:
      look_at(-1, state);
      return true;
    case Action::set_pair: {
      const int other = whole(command.number, -1, facts.n_regions - 1);
      if (state.pinned < 0) {
        look_at(other, state);
      } else {
        state.partner = other == state.pinned ? -1 : other;
      }
      return true;
    }
    case Action::choose_partner:
      show_only(&State::shows_search, state);
      state.picks_partner = state.shows_search && state.pinned >= 0;
      return true;
    case Action::set_ways:
    case Action::next_ways: {
      if (state.pinned < 0) return true;
      const int next = command.action == Action::set_ways ? whole(command.number, 0, 2)
                       : state.partner >= 0               ? 0
                                                          : (static_cast<int>(state.ways) + 1) % 3;
      state.partner = -1;
      state.ways = static_cast<figures::Ways>(next);
      return true;
    }
    default:
      return false;
  }
}

bool apply_shown(const Command& command, State& state) {
  switch (command.action) {
    case Action::set_view:
      state.info = static_cast<Info>(whole(command.number, 0, n_infos - 1));
      return true;
    case Action::set_top_flows:
      state.top_flows = whole(command.number, 10, 380);
      return true;
    case Action::next_top_flows:
      next_top_flows(state);
      return true;
    case Action::set_tab:
      state.tab = static_cast<Tab>(whole(command.number, 0, n_tabs - 1));
      return true;
    case Action::sort_flows:
      sort_flows(whole(command.number, 0, 3), state);
      return true;
    default:
      return false;
  }
}

bool apply_compare(const Command& command, const Facts& facts, State& state) {
  switch (command.action) {
    case Action::next_compare:
      if (!facts.has_rival) {
        show_only(&State::shows_rivals, state);
      } else {
        state.compare = static_cast<Compare>((static_cast<int>(state.compare) + 1) % 4);
      }
      return true;
    case Action::set_compare:
      state.compare = facts.has_rival ? static_cast<Compare>(whole(command.number, 0, 3)) : Compare::one;
      return true;
    case Action::choose_rival:
      show_only(&State::shows_rivals, state);
      return true;
    case Action::set_swipe:
      state.swipe = std::isfinite(command.number) ? std::clamp(command.number, 0.0, 1.0) : 0.5;
      return true;
    case Action::set_compared:
      state.compared = whole(command.number, 0, 4);
      return true;
    case Action::sort_compared: {
      const int column = whole(command.number, 0, 3);
      state.is_compared_descending = column == state.compared_by ? !state.is_compared_descending : column >= 1;
      state.compared_by = column;
      return true;
    }
    default:
      return false;
  }
}

/// Closes what lies on top, one thing at a time: first the focus ring, then windows, then what is looked
/// at gives way to everything.
void close_one(State& state) {
  if (has_window(state)) {
    close_windows(state);
  } else if (state.is_kiosk) {
    state.is_kiosk = false;
  } else {
    look_at(-1, state);
  }
  state.wants_focus_end = true;
}

bool apply_settings(const Command& command, State& state) {
  Settings& settings = state.settings;
  switch (command.action) {
    case Action::next_language:
      settings.language = static_cast<Language>((static_cast<int>(settings.language) + 1) % 3);
      return true;
    case Action::set_language:
      for (const Language language : world::observers::languages) {
        if (code_of(language) == command.text) settings.language = language;
      }
      return true;
    case Action::next_theme:
      settings.is_dark = !settings.is_dark;
      return true;
    case Action::set_theme:
      settings.is_dark = command.text != "light";
      return true;
    case Action::set_ui_scale:
      settings.ui_scale = std::isfinite(command.number) ? std::clamp(command.number, 1.0, 2.0) : 1;
      return true;
    case Action::reduced_motion:
      settings.reduced_motion = !settings.reduced_motion;
      state.camera.set_reduced_motion(settings.reduced_motion);
      return true;
    default:
      return false;
  }
}

/// "2030-06".
std::string month_text(int month) {
  const std::string number = std::to_string(month % 12 + 1);
  return std::to_string(month / 12) + (number.size() < 2 ? "-0" : "-") + number;
}

/// An export begins with what is on the screen; how and where to it is written stays as it was.
void wish_what_is_shown(const Facts& facts, State& state) {
  ExportWish& wish = state.exporting;
  wish.view = state.tab == Tab::circle && state.has_right ? "circle"
              : state.info == Info::people                ? "population"
                                                          : "flows";
  wish.of = facts.has_rival && state.compare == Compare::difference ? "difference" : "a";
  wish.language = code_of(state.settings.language);
  wish.theme = state.settings.is_dark ? "dark" : "light";
  wish.n_streams = state.top_flows;
  wish.at = month_text(facts.first_month + state.playback.month());
  const auto loop = state.playback.loop();
  wish.from = loop ? month_text(facts.first_month + loop->first) : "";
  wish.to = loop ? month_text(facts.first_month + loop->second) : "";
  wish.name.clear();
}

bool apply_screen(const Command& command, const Facts& facts, State& state) {
  switch (command.action) {
    case Action::help:
      show_only(&State::shows_help, state);
      return true;
    case Action::search:
      show_only(&State::shows_search, state);
      return true;
    case Action::settings:
      show_only(&State::shows_settings, state);
      return true;
    case Action::headline:
      close_windows(state);
      state.headline = whole(command.number, -1, static_cast<int>(headline_kinds().size()) - 1);
      return true;
    case Action::export_dialog:
      show_only(&State::shows_export, state);
      if (state.shows_export) wish_what_is_shown(facts, state);
      return true;
    case Action::export_set:
      set_export(state.exporting, command.text);
      return true;
    case Action::left_drawer:
      state.has_left = !state.has_left;
      return true;
    case Action::right_drawer:
      state.has_right = !state.has_right;
      return true;
    case Action::focus_next:
      ++state.focus_moves;
      return true;
    case Action::focus_previous:
      --state.focus_moves;
      return true;
    case Action::activate:
      state.wants_activation = true;
      return true;
    case Action::close:
      close_one(state);
      return true;
    case Action::kiosk:
      state.is_kiosk = !state.is_kiosk;
      return true;
    case Action::picture:
      state.pictures.push_back(command.text);
      return true;
    case Action::quit:
      state.wants_quit = true;
      return true;
    default:
      return false;
  }
}

bool apply_levers(const Command& command, State& state) {
  const auto fold = [&](std::string& open) { open = open == command.text ? "" : command.text; };
  switch (command.action) {
    case Action::left_page:
      state.levers.is_shown = command.number != 0;
      return true;
    case Action::lever_show:
      fold(state.levers.open);
      state.levers.choosing.clear();
      return true;
    case Action::lever_choose:
      fold(state.levers.choosing);
      return true;
    default:
      return false;
  }
}

}  // namespace

bool apply(const Command& command, const Facts& facts, State& state) {
  return apply_time(command, facts, state) || apply_camera(command, state) || apply_shown(command, state) ||
         apply_focus(command, facts, state) || apply_compare(command, facts, state) || apply_settings(command, state) ||
         apply_levers(command, state) || apply_screen(command, facts, state);
}

}  // namespace viewer
