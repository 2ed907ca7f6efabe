// On the map while two runs are compared: which is which, and the handle of the
// swipe. Also the window in which B is chosen.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

constexpr float chip_height = 30, between_chips = 22;

struct Chip {
  std::string letter, name;
  figures::Colour colour;
  bool is_dashed;
};

float width_of(const Ui& ui, const Chip& chip) {
  return ui.width_of(chip.letter, Face::strong) + ui.width_of(chip.name, Face::body) + ui.px(70);
}

void draw_chip(Ui& ui, const Chip& chip, Rect place) {
  ui.begin_panel(("chip-" + chip.letter).c_str(), place, figures::with_alpha(ui.theme.panel, 0));
  ui.fill(place, figures::with_alpha(ui.theme.panel, 238), place.h / 2);
  ui.frame(place, chip.colour, place.h / 2, ui.px(1.5));
  Rect row = place.inset(ui.px(14), 0);
  const Rect line = row.cut_left(ui.px(22), ui.px(8));
  const float y = std::round(line.centre().y - ui.px(1));
  if (chip.is_dashed) {
    for (const float at : {0.0F, 0.4F, 0.8F}) ui.fill({line.x + at * line.w, y, line.w * 0.24F, ui.px(3)}, chip.colour);
  } else {
    ui.fill({line.x, y, line.w, ui.px(3)}, chip.colour);
  }
  ui.text(row.cut_left(ui.width_of(chip.letter, Face::strong), ui.px(8)), chip.letter, Face::strong, chip.colour);
  ui.text(row, chip.name, Face::body, ui.theme.text);
  ui.end_panel();
}

std::pair<Chip, Chip> chips_of(const Ui& ui, const Scene& scene) {
  const Description &a = scene.description, &b = scene.rival->description;
  const auto name = [&](const Description& of, const Description& other) {
    if (of.scenario != other.scenario) return of.scenario;
    return of.seed != other.seed ? of.scenario + " · " + of.seed : of.scenario;
  };
  return {{"A", name(a, b), ui.theme.scenario_a, false}, {"B", name(b, a), ui.theme.scenario_b, true}};
}

void chips(Ui& ui, const Scene& scene) {
  const auto [a, b] = chips_of(ui, scene);
  const Rect& map = scene.layout.map;
  const float height = ui.px(chip_height), top = question_place(ui, scene).bottom() + ui.px(8), margin = ui.px(16);
  const float beside_camera = ui.px(16 + 42 + 10);
  const auto width = [&](const Chip& chip, float room) { return std::min(width_of(ui, chip), room); };
  switch (shown_compare(scene)) {
    case Compare::one:
      break;
    case Compare::side_by_side: {
      const Rect &first = scene.panes.first, &second = scene.panes.second;
      const bool is_stacked = second.y > first.y;
      draw_chip(ui, a, {first.x + margin, top, width(a, first.w - 2 * margin), height});
      draw_chip(ui, b,
                {second.x + margin, is_stacked ? second.y + margin : top,
                 width(b, second.w - margin - (is_stacked ? margin : beside_camera)), height});
      break;
    }
    case Compare::swipe: {
      draw_chip(ui, a, {map.x + margin, top, width(a, map.w / 2 - margin), height});
      const float w = width(b, map.w / 2 - beside_camera);
      draw_chip(ui, b, {map.right() - beside_camera - w, top, w, height});
      break;
    }
    case Compare::difference: {
      const float w = width(b, map.w - 2 * margin);
      draw_chip(ui, b, {map.x + margin, top, w, height});
      ui.begin_panel("chip-less", {map.x + margin + ui.px(8), top + height, ui.px(40), ui.px(between_chips)},
                     figures::with_alpha(ui.theme.panel, 0));
      ui.text({map.x + margin + ui.px(18), top + height, ui.px(22), ui.px(20)}, "−", Face::title, ui.theme.text);
      ui.end_panel();
      draw_chip(ui, a, {map.x + margin, top + height + ui.px(between_chips), width(a, map.w - 2 * margin), height});
    }
  }
}

void swipe_handle(Ui& ui, const Scene& scene) {
  const Rect& map = scene.layout.map;
  const float x = map.x + std::round(map.w * static_cast<float>(scene.state.swipe)), half = ui.px(13);
  const Rect strip{x - half, map.y, 2 * half, map.h};
  ui.begin_panel("swipe", strip, figures::with_alpha(ui.theme.panel, 0));
  const Ui::Touch held = ui.touch("swipe", strip, true, true);
  const bool is_lit = held.is_held || held.is_hovered || held.has_focus;
  ImGui::GetBackgroundDrawList()->AddRectFilled({x - ui.px(1.5), map.y}, {x + ui.px(1.5), map.bottom()},
                                                packed(is_lit ? ui.theme.accent : ui.theme.text));
  const Rect grip{x - ui.px(12), map.centre().y - ui.px(20), ui.px(24), ui.px(40)};
  ui.fill(grip, ui.theme.panel, ui.px(12));
  ui.frame(grip, is_lit ? ui.theme.accent : ui.theme.text, ui.px(12), ui.px(2));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_icon(list, Icon::left, {x - ui.px(5), grip.centre().y}, ui.px(9), packed(ui.theme.scenario_a));
  draw_icon(list, Icon::right, {x + ui.px(5), grip.centre().y}, ui.px(9), packed(ui.theme.scenario_b));
  double share = scene.state.swipe + 0.05 * held.notches;
  if (held.is_held && ImGui::IsMouseDragging(0, 1))
    share = static_cast<double>((ImGui::GetIO().MousePos.x - map.x) / std::max(1.0F, map.w));
  share = std::clamp(share, 0.0, 1.0);
  if (std::abs(share - scene.state.swipe) > 1e-6) ui.ask(Action::set_swipe, share);
  if (held.is_hovered && !held.is_held) ui.tip(ui.say(Phrase::view_do_swipe) + "  Tab ← →");
  ui.end_panel();
}

void chip_of_set(Ui& ui, const Scene& scene) {
  const auto n = scene.company->set_histories().size();
  if (n < 2 || shown_compare(scene) != Compare::one) return;
  const Rect& map = scene.layout.map;
  const std::string words = ui.say(Phrase::view_compare_set, {std::to_string(n)});
  const Rect place{map.x + ui.px(16), question_place(ui, scene).bottom() + ui.px(8),
                   std::min(ui.width_of(words, Face::body) + ui.px(28), map.w - ui.px(32)), ui.px(chip_height)};
  ui.begin_panel("chip-set", place, figures::with_alpha(ui.theme.panel, 0));
  ui.fill(place, figures::with_alpha(ui.theme.panel, 238), place.h / 2);
  ui.frame(place, ui.theme.scenario_a, place.h / 2, ui.px(1.5));
  ui.text(place.inset(ui.px(14), 0), words, Face::body, ui.theme.text);
  ui.end_panel();
}

}  // namespace

float height_of_chips(const Ui& ui, const Scene& scene) {
  const Compare shown = shown_compare(scene);
  const bool has_chip = shown != Compare::one || scene.rival || scene.company->set_histories().size() > 1;
  if (!has_chip) return 0;
  return ui.px(8) + ui.px(chip_height) + (shown == Compare::difference ? ui.px(chip_height) + ui.px(between_chips) : 0);
}

void compare_overlay(Ui& ui, const Scene& scene) {
  const Rect& map = scene.layout.map;
  if (map.w < ui.px(200)) return;
  if (!scene.rival) {
    chip_of_set(ui, scene);
    return;
  }
  if (shown_compare(scene) == Compare::one) chip_of_set(ui, scene);
  if (shown_compare(scene) == Compare::side_by_side) {
    const Rect &first = scene.panes.first, &second = scene.panes.second;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const bool is_stacked = second.y > first.y;
    const Rect edge =
        is_stacked ? Rect{map.x, second.y - 1, map.w, ui.px(2)} : Rect{second.x - 1, map.y, ui.px(2), map.h};
    list.AddRectFilled(edge.a(), edge.b(), packed(ui.theme.muted));
  }
  if (shown_compare(scene) == Compare::swipe) swipe_handle(ui, scene);
  chips(ui, scene);
}

}  // namespace viewer
