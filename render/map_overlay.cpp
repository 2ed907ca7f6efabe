// On the map: what is asked, the region under the mouse, the badge that says how
// late the screen is, and the buttons of the camera.
#include <algorithm>
#include <cmath>

#include "render/scene.hpp"

namespace viewer {

using figures::Point;
using world::observers::Phrase;

namespace {

void shadowed(Ui& ui, Rect rect) {
  ui.fill(rect, figures::with_alpha(ui.theme.panel, 238), ui.px(12));
  ui.frame(rect, ui.theme.line, ui.px(12));
}

struct Question {
  std::string title, unit;
};

Question question_of(const Ui& ui, const Scene& scene) {
  const Info info = scene.state.info;
  const bool is_circle = shows_circle(scene.state, scene.layout);
  const bool is_stream = is_circle || info == Info::net_rate || info == Info::arrivals || info == Info::departures;
  return {ui.say(is_circle ? Phrase::figure_circle : phrase_of(info)),
          ui.say(is_circle ? Phrase::view_unit_people : unit_of(info)) + " · " +
              (is_stream ? span_text(ui, scene) : ui.say.month(scene.month->month))};
}

void question(Ui& ui, const Scene& scene, Rect card) {
  const Question asked = question_of(ui, scene);
  ui.begin_panel("question", card, figures::with_alpha(ui.theme.panel, 0));
  shadowed(ui, card);
  Rect rows = card.inset(ui.px(16), ui.px(12));
  ui.text(rows.cut_top(ui.height_of(Face::title), ui.px(2)), asked.title, Face::title, ui.theme.text);
  ui.paragraph(rows, asked.unit, Face::caption, ui.theme.muted);
  ui.end_panel();
}

void camera_buttons(Ui& ui, const Scene& scene, Rect map) {
  const float size = ui.px(34), gap = ui.px(4), pad = ui.px(4);
  const Rect card{map.right() - size - 2 * pad - ui.px(16), map.y + ui.px(16), size + 2 * pad,
                  3 * size + 2 * gap + 2 * pad};
  ui.begin_panel("camera", card, figures::with_alpha(ui.theme.panel, 0));
  shadowed(ui, card);
  Rect rows = card.inset(pad);
  const Point middle = scene.state.camera.middle();
  const auto zoom = [&](double factor) { ui.commands.push_back({Action::zoom, factor, middle.x, middle.y, {}}); };
  if (ui.icon_button("zoom-in", rows.cut_top(size, gap), Icon::plus, ui.say(Phrase::view_do_zoom))) zoom(1.5);
  if (ui.icon_button("zoom-out", rows.cut_top(size, gap), Icon::minus, ui.say(Phrase::view_do_zoom))) zoom(1 / 1.5);
  if (ui.icon_button("fit", rows.cut_top(size, gap), Icon::fit, ui.say(Phrase::view_do_fit) + "  F"))
    ui.ask(Action::fit);
  ui.end_panel();
}

void drawer_buttons(Ui& ui, const Scene& scene, Rect map) {
  const float size = ui.px(34);
  const auto one = [&](const char* id, Rect place, Icon icon, Action action, Phrase phrase, const char* key,
                       bool is_on) {
    ui.begin_panel(id, place, figures::with_alpha(ui.theme.panel, 0));
    shadowed(ui, place);
    if (ui.icon_button(id, place, icon, ui.say(phrase) + "  " + key, Look::quiet, is_on)) ui.ask(action);
    ui.end_panel();
  };
  const float y = map.bottom() - size - ui.px(16);
  one("drawer-left", {map.x + ui.px(16), y, size, size}, Icon::panel_left, Action::left_drawer,
      Phrase::view_do_left_drawer, "L", scene.layout.left.w > 0);
  one("drawer-right", {map.right() - size - ui.px(16), y, size, size}, Icon::panel_right, Action::right_drawer,
      Phrase::view_do_right_drawer, "R", scene.layout.right.w > 0);
}

void badge(Ui& ui, const Scene& scene, Rect map) {
  const int late = scene.n_months - 1 - scene.index;
  const std::string words = ui.say(Phrase::view_badge, {ui.say.count(scene.index), ui.say.count(late)});
  const std::string more = fits_badge(ui, scene) ? scene.status.words : std::string();
  const float dot = more.empty() ? 0 : ui.px(22);
  const float width =
      ui.width_of(words, Face::caption) + (more.empty() ? 0 : dot + ui.width_of(more, Face::caption)) + 2 * ui.px(14);
  const float height = ui.px(34), room = map.w - ui.px(132);
  const Rect card{map.x + ui.px(60), map.bottom() - height - ui.px(16), std::min(width, room), height};
  ui.begin_panel("badge", card, figures::with_alpha(ui.theme.panel, 0));
  shadowed(ui, card);
  Rect row = card.inset(ui.px(14), 0);
  ui.text(row.cut_left(std::min(row.w, ui.width_of(words, Face::caption))), words, Face::caption, ui.theme.muted);
  if (!more.empty()) {
    const Tone tone = scene.status.tone;
    const auto colour = tone == Tone::warning   ? ui.theme.warning
                        : tone == Tone::good    ? ui.theme.good
                        : tone == Tone::working ? ui.theme.accent
                                                : ui.theme.muted;
    ImGui::GetWindowDrawList()->AddCircleFilled(row.cut_left(dot).centre(), ui.px(3.5), packed(colour), 20);
    ui.text(row, more, Face::caption, ui.theme.text);
  }
  ui.end_panel();
}

/// A line of the card: name and value beside each other, or the value below where both together would be too wide.
struct CardLine {
  std::string says, value;
  bool is_below = false;
};

/// Numbers of the month, of A and of B if there is one.
std::vector<CardLine> number_lines(const Ui& ui, const Scene& scene, int region) {
  const auto language = scene.state.settings.language;
  const Info infos[] = {scene.state.info, Info::people, Info::arrivals, Info::departures};
  std::vector<CardLine> lines;
  for (std::size_t i = 0; i < std::size(infos); ++i) {
    if (i > 0 && infos[i] == infos[0]) continue;
    std::string value = value_text(infos[i], value_of(infos[i], *scene.month, scene.year, region), language);
    if (scene.rival) {
      value +=
          "  |  " + value_text(infos[i], value_of(infos[i], *scene.rival->month, scene.rival->year, region), language);
    }
    lines.push_back({ui.say(phrase_of(infos[i])), std::move(value)});
  }
  return lines;
}

/// Why people left; of B only where it is of the same months.
void add_push_lines(const Ui& ui, const Scene& scene, std::vector<CardLine>& lines) {
  const PushReport& mine = scene.hovered_push;
  std::vector<PushLine> others;
  if (scene.rival) {
    const PushReport& other = scene.rival->hovered;
    const bool is_same = mine.first_month == other.first_month && mine.last_month == other.last_month;
    if (is_same) others = push_lines(other, ui.say);
  }
  const std::vector<PushLine> pushes = push_lines(mine, ui.say);
  for (std::size_t i = 0; i < pushes.size(); ++i) {
    std::string value = pushes[i].value;
    if (i < others.size() && !others[i].value.empty()) value += "  |  " + others[i].value;
    lines.push_back({pushes[i].says, value, !value.empty()});
  }
}

void hover_card(Ui& ui, const Scene& scene) {
  const std::string name = region_name(scene, scene.hovered);
  std::vector<CardLine> lines = number_lines(ui, scene, scene.hovered);
  add_push_lines(ui, scene, lines);
  const auto caption = [&](const std::string& words) { return ui.width_of(words, Face::caption); };
  const float line = ui.height_of(Face::caption) + ui.px(4);
  float width = ui.width_of(name, Face::strong) + (scene.rival ? ui.px(60) : 0), height = 0;
  for (const CardLine& one : lines) {
    width = std::max(width, one.is_below ? std::max(caption(one.says), caption(one.value))
                                         : caption(one.says) + caption(one.value) + ui.px(20));
    height += one.is_below ? 2 * line : line;
  }
  height += ui.height_of(Face::strong) + ui.px(30);
  const Rect card = beside(ImGui::GetIO().MousePos, width + ui.px(28), height, scene.layout.map, ui.px(16));
  ui.begin_panel("hover", card, figures::with_alpha(ui.theme.panel, 0));
  shadowed(ui, card);
  Rect rows = card.inset(ui.px(14), ui.px(11));
  Rect title = rows.cut_top(ui.height_of(Face::strong), ui.px(8));
  if (scene.rival) {
    ui.text(title.cut_right(ui.width_of("B", Face::strong)), "B", Face::strong, ui.theme.scenario_b);
    ui.text(title.cut_right(ui.width_of("A  |  ", Face::strong)), "A  |", Face::strong, ui.theme.scenario_a);
  }
  ui.text(title, name, Face::strong, ui.theme.text);
  for (const CardLine& one : lines) {
    Rect row = rows.cut_top(line);
    ui.text(row.cut_left(caption(one.says)), one.says, Face::caption, ui.theme.muted);
    if (one.is_below) row = rows.cut_top(line);
    ui.text(row, one.value, Face::caption, ui.theme.text, Align::right);
  }
  ui.end_panel();
}

}  // namespace

Rect question_place(const Ui& ui, const Scene& scene) {
  const Rect& map = scene.layout.map;
  const Question asked = question_of(ui, scene);
  const float sides = 2 * ui.px(16);
  const float wanted = std::max(ui.width_of(asked.title, Face::title), ui.width_of(asked.unit, Face::caption)) + 1;
  const float width = std::min(wanted, map.w - ui.px(84) - sides);
  return {map.x + ui.px(16), map.y + ui.px(16), width + sides,
          ui.height_of(Face::title) + ui.height_of_paragraph(width, asked.unit, Face::caption) + ui.px(26)};
}

void draw_border(const Scene& scene, int region, ImU32 colour, float width, ImVec2 shift) {
  if (region < 0) return;
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  const View& view = scene.state.camera.view();
  const Point middle = scene.state.camera.middle();
  std::vector<ImVec2> points;
  for (const auto& ring : scene.map.outline(region)) {
    points.clear();
    for (const Point corner : ring) {
      const Point at = to_screen(view, middle, corner);
      const ImVec2 point{static_cast<float>(at.x) + shift.x, static_cast<float>(at.y) + shift.y};
      const bool is_new = points.empty() || std::hypot(point.x - points.back().x, point.y - points.back().y) > 1.5F;
      if (is_new) points.push_back(point);
    }
    if (points.size() > 2)
      list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_Closed, width);
  }
}

void map_overlay(Ui& ui, const Scene& scene) {
  const Rect map = scene.layout.map;
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  for (const auto& [pane, shift] :
       {std::pair{scene.panes.first, ImVec2(0, 0)}, std::pair{scene.panes.second, scene.panes.shift}}) {
    list.PushClipRect(pane.a(), pane.b(), true);
    for (const int region : {scene.state.pinned, scene.state.pinned >= 0 ? scene.state.partner : -1})
      draw_border(scene, region, packed(ui.theme.accent), ui.px(2.5), shift);
    if (scene.hovered != scene.state.pinned)
      draw_border(scene, scene.hovered, packed(ui.theme.text), ui.px(1.5), shift);
    if (scene.kiosk != nullptr) {
      for (const int region : scene.kiosk->highlighted())
        draw_border(scene, region, packed(ui.theme.accent), ui.px(2.5), shift);
    }
    list.PopClipRect();
  }
  if (map.w < ui.px(200)) return;
  const Rect asked = question_place(ui, scene);
  question(ui, scene, asked);
  if (scene.state.is_kiosk) return;
  focus_card(ui, scene, toast_place(ui, scene));
  camera_buttons(ui, scene, map);
  drawer_buttons(ui, scene, map);
  badge(ui, scene, map);
  if (scene.hovered >= 0) hover_card(ui, scene);
}

}  // namespace viewer
