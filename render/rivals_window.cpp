// Where B is chosen: its path or name is typed, or a bundled scenario is taken.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

/// True when Enter was pressed.
bool typed_in(Ui& ui, Rect box, std::array<char, 512>& typed) {
  ImGui::SetCursorScreenPos(box.a());
  ImGui::PushFont(ui.fonts[Face::body]);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, packed(ui.theme.control));
  ImGui::PushStyleColor(ImGuiCol_Text, packed(ui.theme.text));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, packed(ui.theme.accent, 0.4F));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(12), (box.h - ui.height_of(Face::body)) / 2));
  ImGui::SetNextItemWidth(box.w);
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  const bool is_entered = ImGui::InputText("##rival", typed.data(), typed.size(),
                                           ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_NoUndoRedo);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(3);
  ImGui::PopFont();
  return is_entered;
}

}  // namespace

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
  if (typed_in(ui, inside.cut_top(ui.px(40), ui.px(12)), typed) && typed[0] != 0) choose(typed.data());
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
