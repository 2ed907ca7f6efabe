// What a tour says: the date, a caption in large letters, how far it is; and the
// signs of a kiosk that lie on top of everything.
#include <algorithm>
#include <cmath>

#include "render/scene.hpp"
#include "render/tour_words.hpp"

namespace viewer {

using figures::Colour;
using world::observers::Phrase;

namespace {

constexpr double fade_seconds = 0.35;

Colour faded(const Scene& scene, Colour colour) {
  if (scene.state.settings.reduced_motion) return colour;
  return figures::with_alpha(colour, static_cast<std::uint8_t>(255 * ease_out(scene.kiosk->elapsed() / fade_seconds)));
}

void dots(Ui& ui, const Scene& scene, Rect row) {
  const auto n = static_cast<float>(scene.kiosk->tour().steps.size());
  const float size = ui.px(7), longer = ui.px(26), gap = ui.px(8);
  float x = row.x;
  for (int i = 0; i < static_cast<int>(n); ++i) {
    const bool is_now = i == scene.kiosk->step();
    const Rect dot{x, row.centre().y - size / 2, is_now ? longer : size, size};
    ui.fill(dot, i < scene.kiosk->step() ? ui.theme.muted : ui.theme.control_hover, size / 2);
    if (is_now) {
      const double seconds = scene.kiosk->tour().steps[static_cast<std::size_t>(i)].seconds;
      const auto share = static_cast<float>(std::clamp(scene.kiosk->elapsed() / seconds, 0.0, 1.0));
      ui.fill({dot.x, dot.y, std::max(size, longer * share), size}, ui.theme.accent, size / 2);
    }
    x += dot.w + gap;
  }
}

/// All months along the upper edge, and where the tour is.
void months(Ui& ui, const Scene& scene, Rect edge) {
  const int n = std::max({scene.n_months, scene.description.n_months_planned, 2});
  const auto share = static_cast<float>(scene.state.playback.position() / (n - 1));
  ui.fill(edge, ui.theme.control_hover);
  ui.fill({edge.x, edge.y, edge.w * std::min(share, 1.0F), edge.h}, ui.theme.accent);
}

void date(Ui& ui, const Scene& scene, Rect place) {
  const std::string date = ui.say.month(scene.month->month);
  const float height = ui.height_of(Face::number) + ui.height_of(Face::caption) + ui.px(6);
  Rect rows{place.x, place.centre().y - height / 2, place.w, height};
  ui.text(rows.cut_top(ui.height_of(Face::number), ui.px(6)), date, Face::number, ui.theme.accent);
  ui.text(rows, ui.say(Phrase::view_kiosk_note) + " · " + scene.description.scenario, Face::caption, ui.theme.muted);
}

float width_of_date(const Ui& ui, const Scene& scene) {
  float width = ui.width_of(ui.say(Phrase::view_kiosk_note) + " · " + scene.description.scenario, Face::caption);
  for (int month = 0; month < 12; ++month) {
    width = std::max(width, ui.width_of(ui.say.month(scene.month->month / 12 * 12 + month), Face::number));
  }
  return width;
}

void caption(Ui& ui, const Scene& scene, Rect place) {
  const std::string words = caption_of(scene);
  Face face = Face::body;
  for (const Face larger : {Face::number, Face::title}) {
    if (ui.height_of_paragraph(place.w, words, larger) > place.h) continue;
    face = larger;
    break;
  }
  const float height = ui.height_of_paragraph(place.w, words, face);
  if (height > place.h + 1) ui.cut_words.push_back(words);
  place.y += std::max(0.0F, (place.h - height) / 2);
  ui.paragraph(place, words, face, faded(scene, ui.theme.text));
}

void pill(Ui& ui, const char* name, ImVec2 middle, const std::string& words, Face face, Colour colour, float share) {
  const float width = ui.width_of(words, face) + ui.px(44), height = ui.height_of(face) + ui.px(18);
  const Rect card{std::round(middle.x - width / 2), std::round(middle.y), width, height};
  ui.begin_panel(name, card, figures::with_alpha(ui.theme.panel, 0), true);
  ui.fill(card, ui.theme.panel, card.h / 2);
  if (share > 0) ui.fill({card.x, card.y, std::max(card.h, card.w * share), card.h}, ui.theme.control, card.h / 2);
  ui.frame(card, colour, card.h / 2, ui.px(1.5));
  ui.text(card, words, face, colour, Align::middle);
  ui.end_panel();
}

}  // namespace

std::string caption_of(const Scene& scene) {
  const TourStep& step = scene.kiosk->tour().steps[static_cast<std::size_t>(scene.kiosk->step())];
  const auto language = scene.state.settings.language;
  return filled(step.caption[language], {*scene.month, scene.history, scene.index}, language);
}

void kiosk_band(Ui& ui, const Scene& scene) {
  const Rect band = scene.layout.bottom;
  if (scene.kiosk == nullptr || scene.kiosk->tour().steps.empty() || band.h < ui.px(60)) return;
  ui.begin_panel("kiosk", band, ui.theme.panel);
  Rect rest = band;
  months(ui, scene, rest.cut_top(ui.px(3)));
  rest = rest.inset(ui.px(28), ui.px(10));
  Rect foot = rest.cut_bottom(ui.height_of(Face::caption), ui.px(6));
  date(ui, scene, rest.cut_left(std::min(width_of_date(ui, scene), rest.w * 0.32F), ui.px(18)));
  ui.divider(rest.cut_left(ui.px(2), ui.px(22)).inset(0, ui.px(8)), true);
  const std::string hint = ui.say(Phrase::view_kiosk_hint);
  ui.text(foot.cut_right(ui.width_of(hint, Face::caption)), hint, Face::caption, ui.theme.muted, Align::right);
  dots(ui, scene, foot);
  caption(ui, scene, rest);
  ui.end_panel();
}

void kiosk_signs(Ui& ui, const Scene& scene) {
  const Rect& map = scene.layout.map;
  if (scene.is_recorded) {
    pill(ui, "recorded", {map.centre().x, map.y + ui.px(18)}, ui.say(Phrase::view_recorded),
         scene.state.is_kiosk ? Face::strong : Face::caption, ui.theme.warning, 0);
  }
  if (scene.share_of_press > 0.15) {
    pill(ui, "leave", {map.centre().x, map.centre().y}, ui.say(Phrase::view_kiosk_leave), Face::title, ui.theme.text,
         static_cast<float>(scene.share_of_press));
  }
}

}  // namespace viewer
