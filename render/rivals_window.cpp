// Where B is chosen: its path or name is typed, or a bundled scenario is taken.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/scene.hpp"
#include "render/ui_text_box.hpp"

namespace viewer {

using world::observers::Phrase;

void rivals_window(Ui& ui, const Scene& scene) {
  static std::array<char, 512> typed{};
  const Rect whole{0, 0, scene.layout.middle.w, std::max(scene.layout.bottom.bottom(), scene.layout.middle.bottom())};
  const float w = std::min(ui.px(460), whole.w - 20), h = std::min(ui.px(460), whole.h - 20);
  const Rect rect{std::round((whole.w - w) / 2), std::round((whole.h - h) / 2), w, h};
  ui.begin_panel("shade", whole, figures::with_alpha(ui.theme.ground, 150), true, 0);
  if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0)) ui.ask(Action::close);
  ui.end_panel();
  ui.begin_panel("rivals-window", rect, ui.theme.panel, true, 14);
  ui.frame(rect, ui.theme.line, ui.px(14));
  Rect inside = window_title(ui, rect, ui.say(Phrase::view_do_compare_with));
  if (ImGui::IsWindowAppearing()) typed.fill(0);
  ui.text(inside.cut_top(ui.height_of(Face::caption), ui.px(6)), ui.say(Phrase::view_compare_type), Face::caption,
          ui.theme.muted);
  const auto choose = [&](const std::string& what) { ui.commands.push_back({Action::compare_with, 0, 0, 0, what}); };
  if (text_field(ui, "rival", inside.cut_top(ui.px(40), ui.px(12)), typed, ImGui::IsWindowAppearing(), ui.px(8),
                 ui.px(12)) &&
      typed[0] != 0)
    choose(typed.data());
  ui.begin_scroll("rivals-scroll", inside);
  for (const std::string& name : scene.scenarios) {
    if (name.find(typed.data()) == std::string::npos) continue;
    const Rect row = ui.next(ui.px(34), ui.px(2));
    const Ui::Touch held = ui.touch("rival-" + name, row);
    if (held.is_hovered) ui.fill(row, ui.theme.control, ui.px(8));
    ui.text(row.inset(ui.px(12), 0), name, Face::body, ui.theme.text);
    if (held.has_focus) ui.frame(row, ui.theme.accent, ui.px(8), ui.px(2));
    if (held.is_worked) choose(name);
  }
  ui.end_scroll();
  ui.end_panel();
}

}  // namespace viewer
