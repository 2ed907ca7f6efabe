// The window before its first month: the outlines of the country, what is being
// prepared and how far it is, or why nothing will come; and the keys that work.
#include <algorithm>

#include "render/keys.hpp"
#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

/// "F1 Help · F2 Change the language"
std::string keys_words(const Ui& ui) {
  std::string words;
  for (const Action action : {Action::help, Action::next_language, Action::quit}) {
    words += (words.empty() ? "" : "  ·  ") + strokes_text(action) + " " + std::string(ui.say(info_of(action).says));
  }
  return words;
}

void bar(Ui& ui, Rect place, double share) {
  ui.fill(place, ui.theme.control, place.h / 2);
  const auto done = static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (done > 0) ui.fill({place.x, place.y, std::max(place.h, place.w * done), place.h}, ui.theme.accent, place.h / 2);
}

}  // namespace

void waiting_screen(Ui& ui, const Scene& scene) {
  for (int region = 0; region < static_cast<int>(scene.description.regions.size()); ++region)
    draw_border(scene, region, packed(ui.theme.line), ui.px(1.5));
  const Rect whole = scene.layout.middle;
  const std::string& own = scene.description.title_in(scene.state.settings.language);
  const std::string& title = own.empty() ? scene.description.scenario : own;
  const std::string keys = keys_words(ui);
  const float width = std::min(whole.w - ui.px(24), ui.px(640)), inner = width - ui.px(48);
  const float title_height = ui.height_of_paragraph(inner, title, Face::strong);
  const float words_height = ui.height_of_paragraph(inner, scene.status.words, Face::body);
  const float keys_height = ui.height_of_paragraph(inner, keys, Face::caption);
  const float height = title_height + words_height + keys_height + ui.px(92);
  const Rect card{whole.centre().x - width / 2, whole.y + (whole.h - height) * 0.92F, width, height};
  ui.begin_panel("waiting", card, figures::with_alpha(ui.theme.panel, 0));
  ui.fill(card, figures::with_alpha(ui.theme.panel, 245), ui.px(14));
  ui.frame(card, ui.theme.line, ui.px(14));
  Rect rows = card.inset(ui.px(24), ui.px(22));
  ui.paragraph(rows.cut_top(title_height, ui.px(14)), title, Face::strong, ui.theme.text);
  const bool is_wrong = scene.status.tone == Tone::warning;
  ui.paragraph(rows.cut_top(words_height, ui.px(12)), scene.status.words, Face::body,
               is_wrong ? ui.theme.warning : ui.theme.accent);
  if (!is_wrong) bar(ui, rows.cut_top(ui.px(6)), scene.status.share);
  ui.paragraph(rows.cut_bottom(keys_height), keys, Face::caption, ui.theme.muted);
  ui.end_panel();
}

}  // namespace viewer
