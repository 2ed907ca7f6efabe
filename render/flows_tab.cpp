// The largest flows of a year as a table that sorts by any column.
#include <algorithm>
#include <vector>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

struct Row {
  int origin, destination;
  double people, net;
};

constexpr std::size_t n_rows = 20;

/// The largest flows, or those of the pinned region, in the order asked for.
std::vector<Row> rows_of(const Scene& scene) {
  const int pinned = scene.state.pinned;
  std::vector<Row> rows;
  for (int from = 0; from < scene.year.n_regions; ++from) {
    for (int to = 0; to < scene.year.n_regions; ++to) {
      const bool is_asked = pinned < 0 || from == pinned || to == pinned;
      const double people = scene.year.between(from, to);
      if (from != to && is_asked && people > 0)
        rows.push_back({from, to, people, people - scene.year.between(to, from)});
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.people > b.people; });
  if (rows.size() > n_rows) rows.resize(n_rows);
  const auto less = [&](const Row& a, const Row& b) {
    switch (scene.state.sorted_by) {
      case 0:
        return short_name(scene, a.origin) < short_name(scene, b.origin);
      case 1:
        return short_name(scene, a.destination) < short_name(scene, b.destination);
      case 2:
        return a.people < b.people;
      default:
        return a.net < b.net;
    }
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Row& a, const Row& b) { return scene.state.is_descending ? less(b, a) : less(a, b); });
  return rows;
}

struct Columns {
  Rect cells[4];
};

/// From and to share a column: one above the other they have room for the longest names.
Columns columns_of(const Ui& ui, Rect row) {
  Columns columns;
  columns.cells[3] = row.cut_right(ui.px(62), ui.px(6));
  columns.cells[2] = row.cut_right(ui.px(62), ui.px(6));
  columns.cells[0] = row.cut_left((row.w - ui.px(8)) / 2, ui.px(8));
  columns.cells[1] = row;
  return columns;
}

void header(Ui& ui, const Scene& scene) {
  constexpr Phrase names[] = {Phrase::view_column_from, Phrase::view_column_to, Phrase::view_column_people,
                              Phrase::view_column_net};
  const Rect row = ui.next(ui.px(28), ui.px(4));
  const Columns columns = columns_of(ui, row.inset(ui.px(8), 0));
  for (int i = 0; i < 4; ++i) {
    const Rect cell = columns.cells[i];
    const bool is_on = scene.state.sorted_by == i;
    const Ui::Touch held = ui.touch("column-" + std::to_string(i), cell);
    const std::string mark = !is_on ? "" : scene.state.is_descending ? " ▼" : " ▲";
    ui.text(cell, ui.say(names[i]) + mark, Face::caption, is_on || held.is_hovered ? ui.theme.text : ui.theme.muted,
            i >= 2 ? Align::right : Align::left);
    if (held.has_focus) ui.frame(cell.inset(-ui.px(2)), ui.theme.accent, ui.px(6), ui.px(2));
    if (held.is_worked) ui.ask(Action::sort_flows, i);
  }
  ui.fill({row.x, row.bottom() + ui.px(1), row.w, 1}, ui.theme.line);
}

}  // namespace

void flows_tab(Ui& ui, const Scene& scene) {
  const std::string title =
      scene.state.pinned >= 0 ? region_name(scene, scene.state.pinned) : ui.say(Phrase::view_flows_title);
  ui.text(ui.next(ui.height_of(Face::title), ui.px(2)), title, Face::title, ui.theme.text);
  ui.text(ui.next(ui.height_of(Face::caption), ui.px(12)), span_text(ui, scene), Face::caption, ui.theme.muted);
  header(ui, scene);
  bool is_even = false;
  for (const Row& flow : rows_of(scene)) {
    const Rect row = ui.next(ui.px(48), 0);
    is_even = !is_even;
    if (is_even) ui.fill(row, ui.theme.card, ui.px(6));
    const Columns columns = columns_of(ui, row.inset(ui.px(8), 0));
    Rect names = row.inset(ui.px(8), ui.px(5));
    names.w = columns.cells[1].right() - names.x;
    const float line = names.h / 2;
    ui.text(names.cut_top(line), short_name(scene, flow.origin), Face::caption, ui.theme.muted);
    ui.text(names.cut_left(ui.width_of("→ ", Face::body)), "→", Face::body, ui.theme.accent);
    const std::string to = short_name(scene, flow.destination);
    ui.text(names, to, ui.width_of(to, Face::body) > names.w ? Face::caption : Face::body, ui.theme.text);
    ui.text(columns.cells[2], ui.say.count(flow.people), Face::body, ui.theme.text, Align::right);
    ui.text(columns.cells[3], ui.say.signed_count(flow.net), Face::body, ui.theme.muted, Align::right);
  }
}

}  // namespace viewer
