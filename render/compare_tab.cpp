// The comparison as a table: A, B and B less A by region, sorted by any column,
// with intervals where a set of runs is there.
#include <algorithm>

#include "render/comparison.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

struct Columns {
  Rect name, sides, change;  // A above B
};

Columns columns_of(const Ui& ui, Rect row, bool has_rival) {
  Columns columns;
  if (has_rival) columns.change = row.cut_right(ui.px(82), ui.px(6));
  columns.sides = row.cut_right(ui.px(90), ui.px(8));
  columns.name = row;
  return columns;
}

/// A row of buttons that goes on below when it is full.
void choose_number(Ui& ui, const Scene& scene) {
  const float height = ui.px(32), gap = ui.px(6);
  Rect row = ui.next(height, gap);
  for (int i = 0; i < n_compared; ++i) {
    const std::string words = ui.say(phrase_of(static_cast<Compared>(i)));
    const float width = ui.width_of(words, Face::strong) + ui.px(24);
    if (width > row.w) row = ui.next(height, gap);
    if (ui.button("compared-" + std::to_string(i), row.cut_left(std::min(width, row.w), gap), words, Look::filled,
                  scene.state.compared == i))
      ui.ask(Action::set_compared, i);
  }
  ui.next(0, ui.px(8));
}

void header(Ui& ui, const Scene& scene) {
  const Rect row = ui.next(ui.px(28), ui.px(4));
  Columns columns = columns_of(ui, row, scene.rival.has_value());
  const Rect of_b = scene.rival ? columns.sides.cut_right(ui.px(36), ui.px(4)) : Rect{};
  const Rect of_a = scene.rival ? columns.sides.cut_right(ui.px(36)) : columns.sides;
  const std::pair<Rect, std::string> cells[] = {{columns.name, ui.say(Phrase::view_tab_region)},
                                                {of_a, scene.rival ? "A" : ui.say(Phrase::view_line_median)},
                                                {of_b, "B"},
                                                {columns.change, "B − A"}};
  for (int i = 0; i < (scene.rival ? 4 : 2); ++i) {
    const auto& [cell, words] = cells[i];
    const bool is_on = scene.state.compared_by == i;
    const Ui::Touch held = ui.touch("compared-column-" + std::to_string(i), cell);
    const std::string mark = !is_on ? "" : scene.state.is_compared_descending ? " ▼" : " ▲";
    const auto ink = i == 1   ? ui.theme.scenario_a
                     : i == 2 ? ui.theme.scenario_b
                              : (is_on || held.is_hovered ? ui.theme.text : ui.theme.muted);
    ui.text(cell, words + mark, i == 0 ? Face::caption : Face::strong, ink, i > 0 ? Align::right : Align::left);
    if (held.has_focus) ui.frame(cell.inset(-ui.px(2)), ui.theme.accent, ui.px(6), ui.px(2));
    if (held.is_worked) ui.ask(Action::sort_compared, i);
  }
  ui.fill({row.x, row.bottom() + ui.px(1), row.w, 1}, ui.theme.line);
}

std::string interval_text(Compared compared, const Interval& interval, bool is_signed, world::observers::Language l) {
  return '[' + value_text(compared, interval.low, is_signed, l) + " … " +
         value_text(compared, interval.high, is_signed, l) + ']';
}

/// In two lines if it must be.
void name_in(Ui& ui, Rect cell, const std::string& name, Face face) {
  const std::size_t cut = name.find_last_of(" -");
  if (ui.width_of(name, face) <= cell.w || cut == std::string::npos) {
    ui.text(cell, name, ui.width_of(name, face) <= cell.w ? face : Face::caption, ui.theme.text);
    return;
  }
  ui.text(cell.cut_top(cell.h / 2), name.substr(0, cut + (name[cut] == '-' ? 1 : 0)), Face::caption, ui.theme.text);
  ui.text(cell, name.substr(cut + 1), Face::caption, ui.theme.text);
}

void draw_row(Ui& ui, const Scene& scene, const ComparedRow& line, bool is_even) {
  const auto compared = static_cast<Compared>(scene.state.compared);
  const auto language = scene.state.settings.language;
  const bool has_interval = line.of_a.has_value(), is_country = line.region < 0;
  Rect row = ui.next(ui.px((line.b ? 46 : 36) + (has_interval ? 20 : 0)), 0);
  if (is_even) ui.fill({row.x - ui.px(8), row.y, row.w + ui.px(16), row.h}, ui.theme.card, ui.px(6));
  if (!is_country) {
    const Ui::Touch held = ui.touch("compared-row-" + std::to_string(line.region), row);
    if (held.has_focus) ui.frame(row.inset(ui.px(1)), ui.theme.accent, ui.px(6), ui.px(2));
    if (held.is_worked) ui.ask(Action::pin, line.region);
  }
  if (has_interval) {
    Rect below = row.cut_bottom(ui.px(24));
    const std::string of_change =
        line.of_change ? interval_text(compared, *line.of_change, true, language) : std::string();
    const float half = ui.width_of(of_change, Face::caption);
    ui.text(below.cut_right(half, ui.px(12)), of_change, Face::caption, ui.theme.muted, Align::right);
    ui.text(below,
            (scene.rival ? "A " : "") +
                interval_text(compared, *line.of_a, compared == Compared::net && !is_country, language),
            Face::caption, ui.theme.muted, scene.rival ? Align::left : Align::right);
  }
  Columns columns = columns_of(ui, row.inset(0, ui.px(4)), scene.rival.has_value());
  const Face face = is_country ? Face::strong : Face::body;
  const bool is_signed = compared == Compared::net && !is_country;
  const Phrase country = compared == Compared::net ? Phrase::view_headline_movers : Phrase::view_compare_country;
  name_in(ui, columns.name, is_country ? ui.say(country) : short_name(scene, line.region), face);
  const std::string of_a = value_text(compared, line.a, is_signed, language);
  if (!line.b) {
    ui.text(columns.sides, of_a, face, ui.theme.text, Align::right);
    return;
  }
  ui.text(columns.sides.cut_top(columns.sides.h / 2), of_a, Face::caption, ui.theme.scenario_a, Align::right);
  ui.text(columns.sides, value_text(compared, *line.b, is_signed, language), Face::caption, ui.theme.scenario_b,
          Align::right);
  const double change = line.change();
  ui.text(columns.change, value_text(compared, change, true, language), face,
          change > 0   ? ui.theme.origin
          : change < 0 ? ui.theme.destination
                       : ui.theme.muted,
          Align::right);
}

void choose_way(Ui& ui, const Scene& scene) {
  constexpr Phrase names[] = {Phrase::view_compare_one, Phrase::view_compare_beside, Phrase::view_compare_difference,
                              Phrase::view_compare_swipe};
  std::vector<std::string> words;
  for (const Phrase name : names) words.push_back(ui.say(name));
  const auto chosen =
      ui.choice("compare-as", ui.next(ui.px(36), ui.px(14)), words, static_cast<int>(scene.state.compare));
  if (chosen) ui.ask(Action::set_compare, *chosen);
}

void note(Ui& ui, const std::string& words, Face face) {
  ui.paragraph(ui.next(ui.height_of_paragraph(ui.inner_width(), words, face), ui.px(10)), words, face, ui.theme.muted);
}

}  // namespace

void compare_tab(Ui& ui, const Scene& scene) {
  const auto n_set = scene.company->set_histories().size();
  if (scene.company->is_opening() && !scene.rival) note(ui, ui.say(Phrase::view_compare_opening), Face::body);
  if (!scene.rival && n_set < 2) {
    note(ui, ui.say(Phrase::view_compare_none), Face::body);
    if (!scene.company->is_opening() &&
        ui.button("compare-choose", ui.next(ui.px(38), 0), "+ " + ui.say(Phrase::view_compare_chip), Look::primary))
      ui.ask(Action::choose_rival);
    return;
  }
  if (scene.rival) choose_way(ui, scene);
  choose_number(ui, scene);
  const auto compared = static_cast<Compared>(scene.state.compared);
  const std::string when = compared == Compared::net ? span_text(ui, scene) : ui.say.month(scene.month->month);
  note(ui, ui.say(unit_of(compared)) + " · " + when, Face::caption);
  if (n_set > 1) note(ui, ui.say(Phrase::view_compare_interval, {std::to_string(n_set)}), Face::caption);
  header(ui, scene);
  bool is_even = false;
  for (const ComparedRow& row : compared_rows(scene)) {
    is_even = !is_even;
    draw_row(ui, scene, row, is_even);
  }
}

}  // namespace viewer
