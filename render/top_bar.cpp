// Above the map: whose months these are, which one is shown, the three numbers.
#include <algorithm>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Language;
using world::observers::Phrase;

namespace {

/// Large letters in a small window: what is said elsewhere gives way to the date.
bool is_narrow(const Ui& ui, const Scene& scene) { return scene.layout.top.w < ui.px(800); }

/// B with its button to end the comparison, or the button that begins one.
void rival(Ui& ui, const Scene& scene, Rect& row) {
  row.x -= ui.px(8);
  row.w += ui.px(8);
  const auto pill = [&](float width) {
    const Rect place = row.cut_left(width, ui.px(16));
    return Rect{place.x, place.centre().y - ui.px(14), place.w, ui.px(28)};
  };
  if (!scene.rival) {
    if (scene.scenarios.empty()) return;
    const std::string words = is_narrow(ui, scene)          ? "+"
                              : scene.company->is_opening() ? ui.say(Phrase::view_compare_opening)
                                                            : "+ " + ui.say(Phrase::view_compare_chip);
    if (ui.button("choose-rival", pill(ui.width_of(words, Face::body) + ui.px(26)), words, Look::quiet))
      ui.ask(Action::choose_rival);
    return;
  }
  const std::string& name = scene.rival->description.scenario;
  Rect chip = pill(std::min(ui.width_of(name, Face::body) + ui.px(50), ui.px(190)));
  ui.fill(chip, ui.theme.control, chip.h / 2);
  if (ui.icon_button("end-comparison", chip.cut_right(chip.h), Icon::close, ui.say(Phrase::view_compare_close)))
    ui.ask(Action::compare_with);
  ui.text(chip.inset(ui.px(8), 0), name, Face::body, ui.theme.scenario_b, Align::middle);
}

void brand(Ui& ui, const Scene& scene, Rect& row) {
  const float mark = ui.px(10);
  const Rect place = row.cut_left(mark, ui.px(10));
  ImGui::GetWindowDrawList()->AddCircleFilled(place.centre(), mark / 2, packed(ui.theme.accent), 24);
  if (!is_narrow(ui, scene))
    ui.text(row.cut_left(ui.width_of("Qonys", Face::title), ui.px(14)), "Qonys", Face::title, ui.theme.text);
  const std::string& name = scene.description.scenario;
  const float width = std::min(ui.width_of(name, Face::body) + ui.px(26), ui.px(170));
  Rect chip = row.cut_left(width, ui.px(16));
  chip = {chip.x, chip.centre().y - ui.px(14), chip.w, ui.px(28)};
  ui.fill(chip, ui.theme.control, chip.h / 2);
  ui.text(chip.inset(ui.px(12), 0), name, Face::body, ui.theme.scenario_a, Align::middle);
  rival(ui, scene, row);
}

void controls(Ui& ui, const Scene& scene, Rect& row) {
  const float size = ui.px(34), top = row.centre().y - size / 2;
  const auto place = [&](float width, float gap) {
    const Rect strip = row.cut_right(width, gap);
    return Rect{strip.x, top, strip.w, size};
  };
  if (ui.icon_button("help", place(size, ui.px(2)), Icon::help, ui.say(Phrase::view_do_help) + "  F1"))
    ui.ask(Action::help);
  if (ui.icon_button("settings", place(size, ui.px(2)), Icon::gear, ui.say(Phrase::view_do_settings) + "  F9"))
    ui.ask(Action::settings);
  const Icon sky = scene.state.settings.is_dark ? Icon::sun : Icon::moon;
  if (ui.icon_button("theme", place(size, ui.px(2)), sky, ui.say(Phrase::view_do_theme) + "  F3"))
    ui.ask(Action::next_theme);
  if (ui.icon_button("picture", place(size, ui.px(2)), Icon::camera, ui.say(Phrase::view_do_picture) + "  F12"))
    ui.ask(Action::picture);
  if (ui.icon_button("export", place(size, ui.px(10)), Icon::share, ui.say(Phrase::view_do_export) + "  Ctrl+E"))
    ui.ask(Action::export_dialog);
  const auto chosen = ui.choice("language", place(ui.px(126), ui.px(18)), {"қаз", "рус", "eng"},
                                static_cast<int>(scene.state.settings.language));
  if (chosen) {
    const auto code = code_of(static_cast<Language>(*chosen));
    ui.commands.push_back({Action::set_language, 0, 0, 0, std::string(code)});
  }
}

/// A click on it opens its formula.
void headline(Ui& ui, const Headline& line, Rect place, int number) {
  const Rect around = place.inset(-ui.px(8), ui.px(4));
  const Ui::Touch held = ui.touch(std::string("headline-") + line.kind->code, around);
  if (held.is_hovered) ui.fill(around, ui.theme.control, ui.px(8));
  if (held.has_focus) ui.frame(around, ui.theme.accent, ui.px(8), ui.px(2));
  if (held.is_hovered && !held.is_held) ui.tip(ui.say(Phrase::view_do_headline));
  if (held.is_worked) ui.ask(Action::headline, number);
  Rect rows = place.inset(0, ui.px(8));
  ui.text(rows.cut_top(ui.height_of(Face::caption)), ui.say(line.kind->says), Face::caption, ui.theme.muted);
  ui.text(rows.cut_left(ui.width_of(line.value, Face::title), ui.px(8)), line.value, Face::title, ui.theme.text);
  if (line.change.empty()) return;
  if (line.is_of_rival)
    ui.text(rows.cut_left(ui.width_of("B ", Face::caption)), "B", Face::caption, ui.theme.scenario_b);
  const std::string mark = line.direction > 0 ? "▲ " : line.direction < 0 ? "▼ " : "";
  ui.text(rows, mark + line.change, Face::caption, line.direction >= 0 ? ui.theme.destination : ui.theme.origin);
}

float width_of(const Ui& ui, const Headline& line) {
  const std::string mark = line.is_of_rival ? "B ▲ " : "▲ ";
  const float change = line.change.empty() ? 0 : ui.px(8) + ui.width_of(mark + line.change, Face::caption);
  return std::max(ui.width_of(ui.say(line.kind->says), Face::caption), ui.width_of(line.value, Face::title) + change);
}

}  // namespace

void top_bar(Ui& ui, const Scene& scene) {
  const Rect bar = scene.layout.top;
  ui.begin_panel("top", bar, ui.theme.panel);
  Rect row = bar.inset(ui.px(18), 0);
  brand(ui, scene, row);
  controls(ui, scene, row);
  const std::string date = ui.say.month(scene.month->month);
  // As wide as the widest month, so that nothing moves while time runs.
  float date_width = 0;
  for (int month = 0; month < 12; ++month) {
    date_width = std::max(date_width, ui.width_of(ui.say.month(scene.month->month / 12 * 12 + month), Face::number));
  }
  const Face face = ui.width_of(date, Face::number) > row.w ? Face::body : Face::number;
  ui.text(row.cut_left(std::min(date_width, row.w), ui.px(22)), date, face, ui.theme.text);
  int number = 0;
  for (const Headline& line : headlines(headline_facts(scene), scene.state.settings.language)) {
    const float width = width_of(ui, line);
    if (width > row.w) break;  // a narrow window shows fewer
    headline(ui, line, row.cut_left(width, ui.px(26)), number++);
  }
  ui.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.theme.line);
  ui.end_panel();
}

}  // namespace viewer
