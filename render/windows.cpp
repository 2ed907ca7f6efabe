// What lies on top when it is asked for: help, settings, search.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/keys.hpp"
#include "render/scene.hpp"
#include "render/ui_text_box.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

Rect centred(const Scene& scene, float width, float height) {
  const Rect whole{0, 0, scene.layout.middle.w, scene.layout.bottom.bottom()};
  const float w = std::min(width, whole.w - 20), h = std::min(height, whole.h - 20);
  return {std::round((whole.w - w) / 2), std::round((whole.h - h) / 2), w, h};
}

}  // namespace

Rect begin_window(Ui& ui, const Scene& scene, const char* name, float width, float height) {
  const Rect rect = centred(scene, width, height);
  ui.begin_panel("shade",
                 {0, 0, scene.layout.middle.w, std::max(scene.layout.bottom.bottom(), scene.layout.middle.bottom())},
                 figures::with_alpha(ui.theme.ground, 150), true, 0);
  if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0)) ui.ask(Action::close);
  ui.end_panel();
  ui.begin_panel(name, rect, ui.theme.panel, true, 14);
  ui.frame(rect, ui.theme.line, ui.px(14));
  return rect;
}

namespace {

struct Group {
  Phrase title;
  std::vector<Action> actions;
};

const std::vector<Group>& help_groups() {
  static const std::vector<Group> groups = {
      {Phrase::view_help_time,
       {Action::play_pause, Action::step_back, Action::step_forward, Action::year_back, Action::year_forward,
        Action::checkpoint_back, Action::checkpoint_forward, Action::first_month, Action::last_month, Action::faster,
        Action::slower, Action::loop_start, Action::loop_end, Action::toggle_loop}},
      {Phrase::view_help_map,
       {Action::set_view, Action::next_top_flows, Action::pin, Action::next_ways, Action::choose_partner, Action::fit,
        Action::next_compare, Action::previous_scenario, Action::next_scenario, Action::run_from_here, Action::undo,
        Action::redo}},
      {Phrase::view_help_screen,
       {Action::help, Action::next_language, Action::next_theme, Action::settings, Action::left_drawer,
        Action::right_drawer, Action::search, Action::focus_next, Action::activate, Action::close, Action::kiosk,
        Action::picture, Action::export_dialog, Action::quit}}};
  return groups;
}

void help_row(Ui& ui, Rect row, Action action) {
  std::string keys = strokes_text(action);
  for (const auto& [by_mouse, how] : {std::pair{Action::pin, Phrase::view_mouse_click},
                                      {Action::next_ways, Phrase::view_mouse_right},
                                      {Action::choose_partner, Phrase::view_mouse_shift}}) {
    if (action == by_mouse) keys += (keys.empty() ? "" : ", ") + ui.say(how);
  }
  const float width = ui.width_of(keys, Face::caption) + ui.px(16);
  const Rect place = row.cut_right(width, ui.px(12));
  ui.fill(place.inset(0, ui.px(3)), ui.theme.control, ui.px(6));
  ui.text(place, keys, Face::caption, ui.theme.text, Align::middle);
  const std::string words = ui.say(info_of(action).says);
  ui.text(row, words, ui.width_of(words, Face::body) > row.w ? Face::caption : Face::body, ui.theme.muted);
}

bool matches(const std::string& name, const std::string& typed) {
  // Upper and lower case of Latin and Cyrillic letters alike.
  const auto folded = [](const std::string& words) {
    std::u32string letters;
    const char* at = words.c_str();
    while (*at != 0) {
      char32_t letter = static_cast<unsigned char>(*at);
      int n = 1;
      if ((letter & 0xE0U) == 0xC0U) {
        letter = (letter & 0x1FU) << 6 | (static_cast<unsigned char>(at[1]) & 0x3FU);
        n = 2;
      }
      if (letter >= U'A' && letter <= U'Z') letter += 32;
      if (letter >= U'А' && letter <= U'Я') letter += 32;
      if (letter >= 0x0490 && letter <= 0x04FF && letter % 2 == 0) letter += 1;
      if (letter == U'І') letter = U'і';
      letters += letter;
      at += n;
    }
    return letters;
  };
  return folded(name).find(folded(typed)) != std::u32string::npos;
}

}  // namespace

Rect window_title(Ui& ui, Rect rect, std::string_view words) {
  Rect inside = rect.inset(ui.px(26), ui.px(20));
  Rect row = inside.cut_top(ui.px(34), ui.px(14));
  if (ui.icon_button("close", row.cut_right(ui.px(34), ui.px(8)), Icon::close, ui.say(Phrase::view_do_close) + "  Esc"))
    ui.ask(Action::close);
  ui.text(row, words, Face::title, ui.theme.text);
  return inside;
}

void help_window(Ui& ui, const Scene& scene) {
  const Rect rect = begin_window(ui, scene, "help-window", ui.px(1120), ui.px(610));
  Rect inside = window_title(ui, rect, ui.say(Phrase::view_help_title));
  const std::string note = ui.say(Phrase::view_help_note);
  const float note_height = ui.height_of_paragraph(inside.w, note, Face::caption);
  ui.paragraph(inside.cut_bottom(note_height, ui.px(12)), note, Face::caption, ui.theme.muted);
  ui.begin_scroll("help-scroll", inside);
  const float gap = ui.px(32);
  const bool is_wide = inside.w >= ui.px(900);
  const int n_columns = is_wide ? 3 : 1;
  const float width =
      (ui.inner_width() - ui.px(4) - gap * static_cast<float>(n_columns - 1)) / static_cast<float>(n_columns);
  std::size_t most = 0, all = 0;
  for (const Group& group : help_groups()) {
    most = std::max(most, group.actions.size() + 1);
    all += group.actions.size() + 2;
  }
  const float line = ui.px(31);
  Rect place = ui.next(line * static_cast<float>(is_wide ? most : all), 0);
  for (const Group& group : help_groups()) {
    Rect column = is_wide ? place.cut_left(width, gap) : place;
    ui.text(column.cut_top(line), ui.say(group.title), Face::strong, ui.theme.accent);
    for (const Action action : group.actions) help_row(ui, column.cut_top(line), action);
    if (!is_wide) place.cut_top(line * static_cast<float>(group.actions.size() + 2));
  }
  ui.end_scroll();
  ui.end_panel();
}

void settings_window(Ui& ui, const Scene& scene) {
  const Rect rect = begin_window(ui, scene, "settings-window", ui.px(460), ui.px(330));
  Rect inside = window_title(ui, rect, ui.say(Phrase::view_do_settings));
  const Settings& settings = scene.state.settings;
  const auto label = [&](Phrase phrase) {
    ui.text(inside.cut_top(ui.height_of(Face::caption), ui.px(6)), ui.say(phrase), Face::caption, ui.theme.muted);
  };
  label(Phrase::view_setting_theme);
  const auto theme =
      ui.choice("settings-theme", inside.cut_top(ui.px(36), ui.px(16)),
                {ui.say(Phrase::view_theme_dark), ui.say(Phrase::view_theme_light)}, settings.is_dark ? 0 : 1);
  if (theme) ui.commands.push_back({Action::set_theme, 0, 0, 0, *theme == 0 ? "dark" : "light"});
  label(Phrase::view_setting_scale);
  constexpr std::array<double, 5> scales = {1, 1.25, 1.5, 1.75, 2};
  int chosen = 0;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < scales.size(); ++i) {
    names.push_back(ui.say.count(100 * scales[i]) + "\u00A0%");
    if (std::abs(scales[i] - settings.ui_scale) < 0.1) chosen = static_cast<int>(i);
  }
  if (const auto scale = ui.choice("settings-scale", inside.cut_top(ui.px(36), ui.px(18)), names, chosen)) {
    ui.ask(Action::set_ui_scale, scales[static_cast<std::size_t>(*scale)]);
  }
  if (ui.toggle("settings-motion", inside.cut_top(ui.px(34)), ui.say(Phrase::view_do_reduced_motion),
                settings.reduced_motion)) {
    ui.ask(Action::reduced_motion);
  }
  ui.end_panel();
}

void search_window(Ui& ui, const Scene& scene) {
  static std::array<char, 128> typed{};
  const Rect rect = begin_window(ui, scene, "search-window", ui.px(460), ui.px(430));
  Rect inside =
      window_title(ui, rect, ui.say(scene.state.picks_partner ? Phrase::view_pair_pick : Phrase::view_do_search));
  if (ImGui::IsWindowAppearing()) typed.fill(0);
  const Rect box = inside.cut_top(ui.px(40), ui.px(12));
  const bool is_entered = text_field(ui, "typed", box, typed, ImGui::IsWindowAppearing(), ui.px(8), ui.px(12));
  bool is_first = true;
  ui.begin_scroll("search-scroll", inside);
  for (int region = 0; region < scene.month->n_regions(); ++region) {
    if (!matches(region_name(scene, region), typed.data())) continue;
    const Rect row = ui.next(ui.px(34), ui.px(2));
    const Ui::Touch held = ui.touch("found-" + std::to_string(region), row);
    const bool is_chosen = is_first && typed[0] != 0;
    if (held.is_hovered || is_chosen) ui.fill(row, ui.theme.control, ui.px(8));
    ui.text(row.inset(ui.px(12), 0), region_name(scene, region), Face::body, ui.theme.text);
    if (held.has_focus) ui.frame(row, ui.theme.accent, ui.px(8), ui.px(2));
    if (held.is_worked || (is_entered && is_chosen)) {
      ui.ask(scene.state.picks_partner ? Action::set_pair : Action::pin, region);
      if (!scene.state.picks_partner) ui.ask(Action::set_tab, static_cast<int>(Tab::region));
      ui.ask(Action::search);
    }
    is_first = false;
  }
  ui.end_scroll();
  ui.end_panel();
}

}  // namespace viewer
