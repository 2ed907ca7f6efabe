// Right of the map: tabs, and the charts of the whole country.
#include <algorithm>
#include <limits>

#include "render/charts.hpp"
#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

constexpr Phrase tab_names[n_tabs] = {Phrase::view_tab_overview, Phrase::view_tab_region, Phrase::view_tab_flows,
                                      Phrase::view_tab_circle, Phrase::view_tab_compare};

void tabs(Ui& ui, const Scene& scene, Rect row) {
  float wanted = 0;
  Face face = Face::body;
  for (const Phrase name : tab_names) wanted += ui.width_of(ui.say(name), Face::strong);
  if (wanted + n_tabs * ui.px(8) > row.w) {
    face = Face::caption;
    wanted = 0;
    for (const Phrase name : tab_names) wanted += ui.width_of(ui.say(name), face);
  }
  const float gap = (row.w - wanted) / n_tabs;
  for (int i = 0; i < n_tabs; ++i) {
    const std::string name = ui.say(tab_names[i]);
    const bool is_on = static_cast<int>(scene.state.tab) == i;
    const Rect place = row.cut_left(ui.width_of(name, face == Face::body ? Face::strong : face) + gap);
    const Ui::Touch held = ui.touch("tab-" + std::to_string(i), place);
    const auto ink = is_on || held.is_hovered ? ui.theme.text : ui.theme.muted;
    ui.text(place, name, is_on && face == Face::body ? Face::strong : face, ink, Align::middle);
    if (is_on)
      ui.fill({place.x + gap / 4, place.bottom() - ui.px(3), place.w - gap / 2, ui.px(3)}, ui.theme.accent, ui.px(1.5));
    if (held.has_focus) ui.frame(place.inset(ui.px(2)), ui.theme.accent, ui.px(8), ui.px(2));
    if (held.is_worked) ui.ask(Action::set_tab, i);
  }
}

Chart chart_of(const Scene& scene, std::string id, std::string title, std::string unit) {
  Chart chart;
  chart.id = std::move(id);
  chart.title = std::move(title);
  chart.unit = std::move(unit);
  chart.first_month = scene.month->month - scene.index;
  chart.n_months = std::max({scene.description.n_months_planned, scene.n_months, 2});
  chart.shown = scene.index;
  return chart;
}

Line line_of(const Ui& ui, const Scene& scene, Phrase name, figures::Colour colour, Measure measure, int region) {
  Line line;
  line.name = ui.say(name);
  line.colour = colour;
  line.values = scene.history.series(measure, region);
  if (!line.values.empty() && (measure == Measure::arrivals || measure == Measure::departures)) {
    line.values.front() = std::numeric_limits<double>::quiet_NaN();  // the start has no events
  }
  return line;
}

/// The line of A, as a band where there is a set, and that of B.
void add_lines(const Ui& ui, const Scene& scene, Chart& chart, Phrase name, Measure measure, int region) {
  chart.lines.push_back(line_of(ui, scene, name, ui.theme.scenario_a, measure, region));
  Line& a = chart.lines.back();
  const bool is_of_months = measure == Measure::arrivals || measure == Measure::departures;
  if (scene.company->set_histories().size() > 1) {
    const Band& band = scene.company->band(measure, region);
    if (!scene.rival) {
      a.name = ui.say(Phrase::view_line_median);
      a.values = band.median;
    }
    a.low = band.low;
    a.high = band.high;
    if (is_of_months && !a.low.empty() && !a.values.empty())
      a.values.front() = a.low.front() = a.high.front() = std::numeric_limits<double>::quiet_NaN();
  }
  if (!scene.rival) return;
  a.name = "A";
  Line b{.name = "B",
         .colour = ui.theme.scenario_b,
         .values = scene.rival->history.series(measure, region),
         .low = {},
         .high = {},
         .is_dashed = true};
  b.values.resize(std::min(b.values.size(), static_cast<std::size_t>(chart.n_months)));
  if (is_of_months && !b.values.empty()) b.values.front() = std::numeric_limits<double>::quiet_NaN();
  chart.lines.push_back(std::move(b));
}

void overview(Ui& ui, const Scene& scene) {
  Chart people = chart_of(scene, "chart-people", ui.say(Phrase::view_chart_people), ui.say(Phrase::view_unit_people));
  add_lines(ui, scene, people, Phrase::view_line_living, Measure::people, -1);
  draw_chart(ui, ui.next(height_of_chart(ui), ui.px(14)), people);
  Chart moves =
      chart_of(scene, "chart-movers", ui.say(Phrase::view_chart_movers), ui.say(Phrase::view_unit_people_a_month));
  add_lines(ui, scene, moves, Phrase::view_line_moved, Measure::arrivals, -1);
  moves.from_zero = true;
  draw_chart(ui, ui.next(height_of_chart(ui), ui.px(14)), moves);
  Chart wage = chart_of(scene, "chart-wage", ui.say(Phrase::view_chart_wage), ui.say(Phrase::view_unit_tenge_a_month));
  add_lines(ui, scene, wage, Phrase::view_line_mean, Measure::wage, -1);
  draw_chart(ui, ui.next(height_of_chart(ui), ui.px(14)), wage);
}

void paragraph_of(Ui& ui, Phrase words) {
  const float width = ui.inner_width();
  const std::string text = ui.say(words);
  ui.paragraph(ui.next(ui.height_of_paragraph(width, text, Face::body), ui.px(16)), text, Face::body, ui.theme.muted);
}

}  // namespace

void right_drawer(Ui& ui, const Scene& scene) {
  const Rect drawer = scene.layout.right;
  if (drawer.w < 1) return;
  ui.begin_panel("right", drawer, ui.theme.panel);
  Rect inside = drawer;
  ui.fill(inside.cut_left(1), ui.theme.line);
  tabs(ui, scene, inside.cut_top(ui.px(48)).inset(ui.px(12), 0));
  ui.fill(inside.cut_top(1), ui.theme.line);
  const std::string name = "right-scroll-" + std::to_string(static_cast<int>(scene.state.tab));
  ui.begin_scroll(name.c_str(), Ui::scroll_place(inside, ui.px(20), ui.px(18)));
  switch (scene.state.tab) {
    case Tab::overview:
      overview(ui, scene);
      break;
    case Tab::region:
      region_tab(ui, scene);
      break;
    case Tab::flows:
      flows_tab(ui, scene);
      break;
    case Tab::circle:
      paragraph_of(ui, Phrase::view_circle_read);
      flows_tab(ui, scene);
      break;
    case Tab::compare:
      compare_tab(ui, scene);
      break;
  }
  ui.end_scroll();
  ui.end_panel();
}

/// Charts of one region, below its card.
void region_charts(Ui& ui, const Scene& scene, int region) {
  Chart people =
      chart_of(scene, "chart-region-people", ui.say(Phrase::view_chart_people), ui.say(Phrase::view_unit_people));
  add_lines(ui, scene, people, Phrase::view_line_living, Measure::people, region);
  if (people.lines.size() == 1 && people.lines.front().low.empty()) {
    people.lines.push_back(
        line_of(ui, scene, Phrase::view_line_registered, ui.theme.scenario_b, Measure::registered, region));
    people.lines.back().is_dashed = true;
  }
  draw_chart(ui, ui.next(height_of_chart(ui), ui.px(14)), people);
  Chart moves =
      chart_of(scene, "chart-region-moves", ui.say(Phrase::view_chart_moves), ui.say(Phrase::view_unit_people_a_month));
  if (scene.rival || scene.company->set_histories().size() > 1) {
    moves.title = ui.say(Phrase::view_info_arrivals);
    add_lines(ui, scene, moves, Phrase::view_line_arrived, Measure::arrivals, region);
  } else {
    moves.lines.push_back(
        line_of(ui, scene, Phrase::view_line_arrived, ui.theme.destination, Measure::arrivals, region));
    moves.lines.push_back(line_of(ui, scene, Phrase::view_line_left, ui.theme.origin, Measure::departures, region));
    moves.lines.back().is_dashed = true;
  }
  moves.from_zero = true;
  draw_chart(ui, ui.next(height_of_chart(ui), ui.px(14)), moves);
}

}  // namespace viewer
