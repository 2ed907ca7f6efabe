// Left of the map: which question colours it, how many flows it shows, what is
// played, and the levers of a run that can be changed.
#include <string>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

void heading(Ui& ui, std::string_view words) {
  ui.text(ui.next(ui.height_of(Face::strong), ui.px(10)), words, Face::strong, ui.theme.text);
}

namespace {

void questions(Ui& ui, const Scene& scene) {
  heading(ui, ui.say(Phrase::view_section_question));
  for (int i = 0; i < n_infos; ++i) {
    const Info info = static_cast<Info>(i);
    const bool is_on = scene.state.info == info;
    const Rect row = ui.next(ui.px(32), ui.px(2));
    const Ui::Touch held = ui.touch("view-" + std::to_string(i + 1), row);
    if (is_on) {
      ui.fill(row, ui.theme.control, ui.px(8));
      ui.fill({row.x, row.y + ui.px(8), ui.px(3), row.h - ui.px(16)}, ui.theme.accent, ui.px(2));
    } else if (held.is_hovered) {
      ui.fill(row, ui.theme.card, ui.px(8));
    }
    Rect inside = row.inset(ui.px(14), 0);
    ui.text(inside.cut_right(ui.px(16), ui.px(8)), std::to_string(i + 1), Face::caption, ui.theme.muted, Align::right);
    ui.text(inside, ui.say(phrase_of(info)), is_on ? Face::strong : Face::body, is_on ? ui.theme.text : ui.theme.muted);
    if (held.has_focus) ui.frame(row, ui.theme.accent, ui.px(8), ui.px(2));
    if (held.is_worked) ui.ask(Action::set_view, i);
  }
  ui.next(0, ui.px(18));
}

void flows(Ui& ui, const Scene& scene) {
  Rect row = ui.next(ui.height_of(Face::strong), ui.px(6));
  const std::string n = ui.say.count(scene.state.top_flows);
  ui.text(row.cut_right(ui.width_of(n, Face::strong), ui.px(8)), n, Face::strong, ui.theme.accent, Align::right);
  ui.text(row, ui.say(Phrase::view_section_flows), Face::strong, ui.theme.text);
  const auto moved = ui.slider("top-flows", ui.next(ui.px(26), ui.px(20)), (scene.state.top_flows - 10) / 370.0,
                               10 / 370.0, ui.say(Phrase::view_do_top_flows) + "  F6");
  if (moved) ui.ask(Action::set_top_flows, 10 + *moved * 370);
}

void line_of(Ui& ui, Rect& rows, std::string_view name, std::string_view value) {
  Rect row = rows.cut_top(ui.height_of(Face::caption), ui.px(6));
  const float width = ui.width_of(name, Face::caption);
  ui.text(row.cut_left(width, ui.px(10)), name, Face::caption, ui.theme.muted);
  ui.text(row, value, Face::caption, ui.theme.text, Align::right);
}

void scenario(Ui& ui, const Scene& scene) {
  heading(ui, ui.say(Phrase::view_section_scenario));
  const float line = ui.height_of(Face::caption) + ui.px(6);
  const float inner = ui.inner_width() - ui.px(28);
  const std::string& sentence = scene.description.title_in(scene.state.settings.language);
  const float title = sentence.empty() ? 0 : ui.height_of_paragraph(inner, sentence, Face::body) + ui.px(10);
  const Rect card = ui.next(title + 4 * line + ui.px(22), ui.px(20));
  ui.fill(card, ui.theme.card, ui.px(10));
  ui.frame(card, ui.theme.line, ui.px(10));
  Rect rows = card.inset(ui.px(14), ui.px(14));
  if (title > 0) ui.paragraph(rows.cut_top(title), sentence, Face::body, ui.theme.text);
  line_of(ui, rows, ui.say(Phrase::view_field_scenario), scene.description.scenario);
  line_of(ui, rows, ui.say(Phrase::view_field_seed), scene.description.seed);
  line_of(ui, rows, ui.say(Phrase::view_field_scale), "1:" + ui.say.count(scene.month->people_per_agent));
  line_of(
      ui, rows, ui.say(Phrase::view_field_months),
      ui.say(Phrase::view_months_of, {ui.say.count(scene.n_months - 1),
                                      ui.say.count(std::max(scene.description.n_months_planned, scene.n_months) - 1)}));
}

void no_levers(Ui& ui, const Scene& scene) {
  heading(ui, ui.say(Phrase::view_section_levers));
  const float width = ui.inner_width();
  const std::string words = ui.say(scene.is_live ? Phrase::view_levers_none : Phrase::view_levers_recorded);
  const Rect place = ui.next(ui.height_of_paragraph(width, words, Face::body), ui.px(14));
  ui.paragraph(place, words, Face::body, ui.theme.muted);
}

/// Which page of the drawer: the map's settings or the levers.
void pages(Ui& ui, const Scene& scene, Rect place) {
  const auto page = ui.choice("left-page", place, {ui.say(Phrase::lever_page_map), ui.say(Phrase::lever_page_levers)},
                              scene.state.levers.is_shown ? 1 : 0);
  if (page) ui.ask(Action::left_page, *page);
}

}  // namespace

void left_drawer(Ui& ui, const Scene& scene) {
  const Rect drawer = scene.layout.left;
  if (drawer.w < 1) return;
  ui.begin_panel("left", drawer, ui.theme.panel);
  Rect inside = drawer;
  ui.fill(inside.cut_right(1), ui.theme.line);
  const bool has_levers = scene.levers != nullptr;
  if (has_levers) pages(ui, scene, inside.cut_top(ui.px(54)).inset(ui.px(18), ui.px(8)));
  const bool shows_levers = has_levers && scene.state.levers.is_shown;
  ui.begin_scroll(shows_levers ? "left-levers" : "left-scroll",
                  Ui::scroll_place(inside, ui.px(20), ui.px(has_levers ? 8 : 18)));
  if (shows_levers) {
    levers_page(ui, scene);
  } else {
    questions(ui, scene);
    flows(ui, scene);
    scenario(ui, scene);
    if (!has_levers) no_levers(ui, scene);
  }
  ui.end_scroll();
  ui.end_panel();
}

}  // namespace viewer
