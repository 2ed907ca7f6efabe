// A headline that was clicked: what it counts, its formula with the numbers filled
// in, and what its inputs rest on.
#include <algorithm>
#include <cmath>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

Rect paragraph(Ui& ui, const std::string& words, Face face, figures::Colour colour, float gap) {
  if (words.empty()) return {};
  const Rect place = ui.next(ui.height_of_paragraph(ui.inner_width(), words, face), gap);
  ui.paragraph(place, words, face, colour);
  return place;
}

/// "+ were born      403,893"
Rect line(Ui& ui, const std::string& sign, const std::string& says, const std::string& value, Face face) {
  const Rect place = ui.next(ui.height_of(face), ui.px(5));
  Rect row = place;
  ui.text(row.cut_left(ui.px(20)), sign, face, ui.theme.muted);
  ui.text(row.cut_right(ui.width_of(value, face), ui.px(14)), value, face, ui.theme.text);
  ui.text(row, says, face, face == Face::strong ? ui.theme.text : ui.theme.muted);
  return place;
}

void formula(Ui& ui, const HeadlineKind& kind, const HeadlineFacts& facts) {
  heading(ui, ui.say(Phrase::headline_formula));
  const std::vector<Term> terms = kind.terms(facts, ui.say);
  bool is_first = true;
  for (const Term& term : terms) {
    const std::string value = std::isfinite(term.value) ? ui.say.count(term.value) : "…";
    line(ui, term.is_taken_off ? "−" : is_first ? "" : "+", term.says, value, Face::body);
    is_first = false;
  }
  ui.divider(ui.next(1, ui.px(5)), false);
  ui.reach("headline-sum",
           line(ui, "=", ui.say(kind.says), ui.say.count(kind.value(facts.month, facts.year)), Face::strong));
  ui.next(0, ui.px(4));
  if (!is_read(terms)) paragraph(ui, ui.say(Phrase::headline_not_read), Face::caption, ui.theme.warning, ui.px(6));
  paragraph(ui, kind.note(facts, ui.say), Face::caption, ui.theme.muted, ui.px(6));
  paragraph(ui, change_text(kind, facts, ui.say), Face::caption, ui.theme.muted, ui.px(6));
  ui.next(0, ui.px(10));
}

void grounds(Ui& ui, const Scene& scene, const HeadlineKind& kind) {
  heading(ui, ui.say(Phrase::headline_inputs));
  const Grounds mine = scene.grounds == nullptr ? Grounds{} : grounds_of(kind, *scene.grounds);
  for (const Ground& ground : mine) {
    ui.reach(
        std::string("ground-") + code_of(ground.input),
        paragraph(ui, ui.say(phrase_of(ground.input)) + " (" + ground.file + ")", Face::body, ui.theme.text, ui.px(2)));
    paragraph(ui, footing_text(ground, ui.say), Face::caption, ui.theme.muted, ui.px(8));
  }
  paragraph(ui, ui.say(Phrase::headline_weighted), Face::caption, ui.theme.muted, ui.px(8));
  const Description& about = scene.description;
  std::string run = ui.say(Phrase::view_field_scenario) + ": " + about.scenario;
  if (!about.run.empty()) run += " · " + ui.say(Phrase::view_field_run) + ": " + about.run;
  run += " · " + ui.say(Phrase::view_field_seed) + ": " + about.seed + " · " + ui.say(Phrase::view_field_scale) +
         ": 1:" + ui.say.count(scene.month->people_per_agent);
  ui.reach("headline-run", paragraph(ui, run, Face::caption, ui.theme.muted, ui.px(8)));
}

}  // namespace

void headline_window(Ui& ui, const Scene& scene) {
  const auto kinds = headline_kinds();
  const auto chosen = static_cast<std::size_t>(scene.state.headline);
  if (chosen >= kinds.size()) return;
  const Rect rect = begin_window(ui, scene, "headline-window", ui.px(580), ui.px(620));
  Rect inside = window_title(ui, rect, ui.say(kinds[chosen].says));
  std::vector<std::string> names;
  for (const HeadlineKind& kind : kinds) names.push_back(ui.say(kind.says));
  if (const auto other = ui.choice("headline", inside.cut_top(ui.px(36), ui.px(14)), names, scene.state.headline))
    ui.ask(Action::headline, *other);
  ui.begin_scroll("headline-scroll", {inside.x, inside.y, rect.right() - ui.px(8) - inside.x, inside.h});
  paragraph(ui, ui.say(kinds[chosen].meaning), Face::body, ui.theme.text, ui.px(14));
  formula(ui, kinds[chosen], headline_facts(scene));
  grounds(ui, scene, kinds[chosen]);
  ui.end_scroll();
  ui.end_panel();
}

}  // namespace viewer
