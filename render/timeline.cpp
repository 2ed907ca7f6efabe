// Below the map: play, step, speed, and the months as a track to scrub on, with
// movers behind it, states that are kept, and the part that is looped.
#include <algorithm>
#include <cmath>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

void buttons(Ui& ui, const Scene& scene, Rect row) {
  const float size = ui.px(36), big = ui.px(50), middle = row.centre().y;
  const auto place = [&](float width, float gap) {
    const Rect strip = row.cut_left(width, gap);
    return Rect{strip.x, middle - width / 2, width, width};
  };
  const auto tip = [&](Phrase phrase, const char* key) { return ui.say(phrase) + "  " + key; };
  if (ui.icon_button("first", place(size, ui.px(2)), Icon::first, tip(Phrase::view_do_first_month, "Home")))
    ui.ask(Action::first_month);
  if (ui.icon_button("step-back", place(size, ui.px(8)), Icon::step_back, tip(Phrase::view_do_step_back, "←")))
    ui.ask(Action::step_back);
  const Icon icon = scene.state.playback.is_playing() ? Icon::pause : Icon::play;
  if (ui.icon_button("play", place(big, ui.px(8)), icon, tip(Phrase::view_do_play_pause, "Space"), Look::primary))
    ui.ask(Action::play_pause);
  if (ui.icon_button("step-forward", place(size, ui.px(2)), Icon::step_forward, tip(Phrase::view_do_step_forward, "→")))
    ui.ask(Action::step_forward);
  if (ui.icon_button("last", place(size, ui.px(2)), Icon::last, tip(Phrase::view_do_last_month, "End")))
    ui.ask(Action::last_month);
  const bool is_on = scene.state.playback.loop().has_value();
  if (ui.icon_button("repeat", place(size, 0), Icon::repeat, tip(Phrase::view_do_toggle_loop, "O"), Look::quiet, is_on))
    ui.ask(Action::toggle_loop);
}

void speed(Ui& ui, const Scene& scene, Rect place) {
  const double now = scene.state.playback.speed();
  Rect rows = place.inset(0, ui.px(22));
  const std::string words = ui.say(Phrase::view_speed, {ui.say.decimal(now, now < 1 ? 1 : 0)});
  ui.text(rows.cut_top(ui.height_of(Face::caption), ui.px(4)), words, Face::caption, ui.theme.muted);
  const auto moved =
      ui.slider("speed", rows.cut_top(ui.px(24)), share_of_speed(now), 0.05, ui.say(Phrase::view_do_faster) + "  ↑ ↓");
  if (moved) ui.ask(Action::set_speed, speed_of_share(*moved));
}

/// Months along the width of the track.
struct Track {
  Rect rect;
  int n_months;
  [[nodiscard]] float at(double month) const {
    return rect.x + rect.w * static_cast<float>(month / std::max(1, n_months - 1));
  }
  [[nodiscard]] int month_at(float x) const {
    const double share = std::clamp((x - rect.x) / std::max(1.0F, rect.w), 0.0F, 1.0F);
    return static_cast<int>(std::lround(share * std::max(1, n_months - 1)));
  }
};

void movers_behind(Ui& ui, const Scene& scene, const Track& track) {
  const int n = scene.history.n_months();
  double most = 1;
  for (int i = 1; i < n; ++i) most = std::max(most, scene.history.movers(i));
  const float width = std::max(1.0F, track.rect.w / static_cast<float>(std::max(1, track.n_months - 1)) - 1);
  for (int i = 1; i < n; ++i) {
    const float height = track.rect.h * static_cast<float>(scene.history.movers(i) / most);
    const bool is_past = i <= scene.index;
    const Rect bar{track.at(i) - width, track.rect.bottom() - height, width, height};
    ui.fill(bar, figures::with_alpha(is_past ? ui.theme.accent : ui.theme.muted, is_past ? 120 : 60));
  }
}

void years(Ui& ui, const Scene& scene, const Track& track, float label_top) {
  const int first_month = scene.month->month - scene.index;
  const float year_width = track.rect.w * 12 / static_cast<float>(std::max(1, track.n_months - 1));
  const float label_width = ui.width_of("2000", Face::caption) + ui.px(14);
  const int every = std::max(1, static_cast<int>(std::ceil(label_width / std::max(year_width, 1.0F))));
  for (int i = 0; i < track.n_months; ++i) {
    const int month = first_month + i;
    if (month % 12 != 0) continue;
    const float x = std::round(track.at(i));
    ui.fill({x, track.rect.bottom(), 1, ui.px(5)}, ui.theme.muted);
    if (month / 12 % every != 0) continue;
    const Rect label{x - label_width / 2, label_top, label_width, ui.height_of(Face::caption)};
    if (label.x < track.rect.x - label_width || label.right() > track.rect.right() + label_width) continue;
    ui.text(label, std::to_string(month / 12), Face::caption, ui.theme.muted, Align::middle);
  }
}

void marks(Ui& ui, const Scene& scene, const Track& track) {
  if (const auto& stretch = scene.state.playback.stretch()) {
    const float from = track.at(stretch->first), to = track.at(stretch->second);
    const bool is_on = scene.state.playback.loop().has_value();
    ui.fill({from, track.rect.y, to - from, track.rect.h}, figures::with_alpha(ui.theme.origin, is_on ? 40 : 14),
            ui.px(3));
  }
  for (const int checkpoint : scene.checkpoints) {
    ui.fill({std::round(track.at(checkpoint)), track.rect.bottom(), ui.px(2), ui.px(9)}, ui.theme.origin);
  }
  if (scene.levers != nullptr) {  // where the current line and its parents left their parents
    const auto& lines = scene.levers->lines();
    for (int line = scene.levers->current_line(); line > 0; line = lines[static_cast<std::size_t>(line)].parent) {
      const float x = std::round(track.at(lines[static_cast<std::size_t>(line)].branched));
      ui.fill({x, track.rect.y, ui.px(2), track.rect.h}, ui.theme.scenario_b);
      ImGui::GetWindowDrawList()->AddNgonFilled({x + ui.px(1), track.rect.y}, ui.px(5), packed(ui.theme.scenario_b), 4);
    }
  }
  const float ready = track.at(scene.n_months - 1);
  ui.fill({track.rect.x, track.rect.bottom(), track.rect.w, ui.px(2)}, ui.theme.control_hover);
  ui.fill({track.rect.x, track.rect.bottom(), ready - track.rect.x, ui.px(2)}, ui.theme.muted);
}

void head(Ui& ui, const Scene& scene, const Track& track, bool is_lit) {
  const float x = track.at(scene.state.playback.position());
  ui.fill({x - ui.px(1), track.rect.y - ui.px(4), ui.px(2), track.rect.h + ui.px(5)}, ui.theme.accent);
  ImGui::GetWindowDrawList()->AddCircleFilled({x, track.rect.bottom() + ui.px(1)}, ui.px(is_lit ? 8 : 6.5),
                                              packed(ui.theme.accent), 24);
}

/// One end of the stretch that is repeated, above the track: dragged, or moved by arrows. The handle lies outside the
/// stretch, so that two never cover each other.
bool loop_handle(Ui& ui, const Scene& scene, const Track& track, bool is_start) {
  const auto& stretch = scene.state.playback.stretch();
  const int last = std::max(track.n_months - 1, 0);
  const int month = !stretch ? (is_start ? 0 : last) : std::min(is_start ? stretch->first : stretch->second, last);
  const float x = std::round(track.at(month)), size = ui.px(11);
  const Rect grip{is_start ? x - size : x, track.rect.y - ui.px(9), size, ui.px(13)};
  const Ui::Touch held = ui.touch(is_start ? "loop-start" : "loop-end", grip.inset(-ui.px(2)), true, true);
  const bool is_on = scene.state.playback.loop().has_value(), is_lit = held.is_hovered || held.is_held;
  const auto ink = is_on || is_lit ? ui.theme.origin : figures::with_alpha(ui.theme.muted, 150);
  if (stretch) ui.fill({x - ui.px(0.5), grip.y, ui.px(1.5), track.rect.bottom() - grip.y}, ink);
  const ImVec2 foot{x, grip.bottom()};
  const ImVec2 outer{is_start ? grip.x : grip.right(), grip.y};
  ImGui::GetWindowDrawList()->AddTriangleFilled({x, grip.y}, outer, foot, packed(ink));
  if (held.has_focus) ui.frame(grip.inset(-ui.px(3)), ui.theme.accent, ui.px(4), ui.px(2));
  int asked = month + held.notches;
  if (held.is_held && ImGui::IsMouseDragging(0, 2)) asked = track.month_at(ImGui::GetIO().MousePos.x);
  const int other = !stretch ? (is_start ? last : 0) : is_start ? stretch->second : stretch->first;
  asked = is_start ? std::clamp(asked, 0, other) : std::clamp(asked, other, last);
  if (asked != month) {
    const std::pair<int, int> ends = is_start ? std::pair{asked, other} : std::pair{other, asked};
    ui.commands.push_back({Action::set_loop, 0, static_cast<double>(ends.first), static_cast<double>(ends.second), {}});
  }
  const bool is_click = held.is_worked && ImGui::GetIO().MouseDragMaxDistanceSqr[0] < 9;
  if (is_click) ui.ask(Action::go_to, std::min(month, scene.n_months - 1));
  if (is_lit) {
    const std::string when = ui.say.month(scene.month->month - scene.index + asked);
    ui.tip(ui.say(is_start ? Phrase::view_loop_from : Phrase::view_loop_to, {when}) + (is_start ? "  [" : "  ]"));
  }
  return is_lit;
}

void watermark(Ui& ui, const Scene& scene) {
  const std::string year = std::to_string(scene.month->month / 12);
  const ImVec2 middle = scene.layout.map.centre();
  ImFont* const font = ui.fonts[Face::huge];
  const float width = ui.width_of(year, Face::huge);
  ImGui::GetForegroundDrawList()->AddText(font, font->FontSize, {middle.x - width / 2, middle.y - font->FontSize / 2},
                                          packed(ui.theme.text, 0.30F), year.c_str());
}

void track(Ui& ui, const Scene& scene, Rect place) {
  const int n_planned = std::max({scene.description.n_months_planned, scene.n_months, 2});
  Rect rows = place.inset(ui.px(8), ui.px(12));
  const float label_top = rows.bottom() - ui.height_of(Face::caption);
  rows.cut_bottom(ui.height_of(Face::caption), ui.px(9));
  const Track months{rows, n_planned};
  bool is_on_handle = loop_handle(ui, scene, months, true);
  is_on_handle |= loop_handle(ui, scene, months, false);
  const Ui::Touch held =
      ui.touch("timeline", {rows.x - ui.px(8), rows.y - ui.px(4), rows.w + ui.px(16), rows.h + ui.px(14)}, true, true);
  movers_behind(ui, scene, months);
  marks(ui, scene, months);
  years(ui, scene, months, label_top);
  head(ui, scene, months, held.is_hovered || held.is_held);
  if (held.has_focus) ui.frame(place.inset(ui.px(2)), ui.theme.accent, ui.px(8), ui.px(2));
  if (held.notches != 0) ui.ask(held.notches > 0 ? Action::step_forward : Action::step_back);
  const int under = std::clamp(months.month_at(ImGui::GetIO().MousePos.x), 0, scene.n_months - 1);
  if (held.is_held) {
    watermark(ui, scene);
    if (under != scene.state.playback.month()) ui.ask(Action::go_to, under);
  } else if (held.is_hovered && !is_on_handle) {
    ui.tip(ui.say.month(scene.month->month - scene.index + under));
  }
}

}  // namespace

void timeline(Ui& ui, const Scene& scene) {
  const Rect bar = scene.layout.bottom;
  if (bar.h < 1) return;
  ui.begin_panel("bottom", bar, ui.theme.panel);
  ui.fill({bar.x, bar.y, bar.w, 1}, ui.theme.line);
  Rect row = bar.inset(ui.px(18), 0);
  buttons(ui, scene, row.cut_left(ui.px(256), ui.px(14)));
  speed(ui, scene, row.cut_left(ui.px(132), ui.px(22)));
  track(ui, scene, row);
  ui.end_panel();
}

}  // namespace viewer
