// Over the map, below what it shows: what was done or went wrong, on as many lines as it takes.
#include <algorithm>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

bool fits_badge(const Ui& ui, const Scene& scene) {
  const int late = scene.n_months - 1 - scene.index;
  const std::string words = ui.say(Phrase::view_badge, {ui.say.count(scene.index), ui.say.count(late)});
  return ui.width_of(words, Face::caption) + ui.width_of(scene.status.words, Face::caption) + ui.px(50) <=
         scene.layout.map.w - ui.px(132);
}

namespace {

std::string_view words_of(const Scene& scene) {
  return !scene.message.empty() ? std::string_view(scene.message) : std::string_view(scene.status.words);
}

}  // namespace

Rect toast_place(const Ui& ui, const Scene& scene) {
  const Rect map = scene.layout.map;
  const std::string_view words = words_of(scene);
  const float top = question_place(ui, scene).bottom() + height_of_chips(ui, scene);
  const Rect none{map.x + ui.px(16), top, 0, 0};
  if (scene.state.is_kiosk || words.empty() || map.w < ui.px(200)) return none;
  if (scene.message.empty() && fits_badge(ui, scene)) return none;
  const float room = std::min(map.w - ui.px(32), ui.px(560)) - ui.px(46);
  const float width = std::min(room, ui.width_of(words, Face::body) + 1);
  return {none.x, top + ui.px(8), width + ui.px(46), ui.height_of_paragraph(width, words, Face::body) + ui.px(20)};
}

void toast(Ui& ui, const Scene& scene) {
  const Rect card = toast_place(ui, scene);
  if (card.w <= 0) return;
  const Tone tone = scene.message.empty() ? scene.status.tone : Tone::working;
  const auto colour = tone == Tone::warning   ? ui.theme.warning
                      : tone == Tone::good    ? ui.theme.good
                      : tone == Tone::working ? ui.theme.accent
                                              : ui.theme.muted;
  ui.begin_panel("toast", card, figures::with_alpha(ui.theme.panel, 0));
  ui.fill(card, figures::with_alpha(ui.theme.panel, 245), ui.px(12));
  ui.frame(card, ui.theme.line, ui.px(12));
  Rect row = card.inset(ui.px(14), ui.px(10));
  const Rect mark = row.cut_left(ui.px(8), ui.px(10));
  ImGui::GetWindowDrawList()->AddCircleFilled({mark.centre().x, mark.y + ui.height_of(Face::body) / 2}, ui.px(4),
                                              packed(colour), 20);
  ui.paragraph(row, words_of(scene), Face::body, ui.theme.text);
  ui.end_panel();
}

}  // namespace viewer
