#include "render/ui_text_box.hpp"

#include <algorithm>
#include <array>

namespace viewer {
namespace {

/// One box at a time is typed in.
struct Typing {
  std::string id;
  std::array<char, 512> text{};
  bool is_new = false;
};

Typing& typing() {
  static Typing state;
  return state;
}

void begin(const std::string& id, const std::string& value) {
  Typing& now = typing();
  now.id = id;
  now.text.fill(0);
  std::copy_n(value.begin(), std::min(value.size(), now.text.size() - 1), now.text.begin());
  now.is_new = true;
}

/// True when the typing is over.
bool type(Ui& ui, Rect rect) {
  Typing& now = typing();
  const ImVec2 kept = ImGui::GetCursorScreenPos();
  const bool is_entered = text_field(ui, now.id.c_str(), rect, now.text, now.is_new, ui.px(7), ui.px(9));
  const bool is_over = is_entered || ImGui::IsItemDeactivated();
  now.is_new = now.is_new && !ImGui::IsItemActive();
  ImGui::SetCursorScreenPos(kept);
  ui.frame(rect, ui.theme.accent, ui.px(7), ui.px(2));
  return is_over;
}

}  // namespace

bool text_field(Ui& ui, const char* id, Rect rect, std::span<char> text, bool takes_keys, float rounding,
                float padding) {
  ImGui::SetCursorScreenPos(rect.a());
  ImGui::PushFont(ui.fonts[Face::body]);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, packed(ui.theme.control));
  ImGui::PushStyleColor(ImGuiCol_Text, packed(ui.theme.text));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, packed(ui.theme.accent, 0.4F));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, rounding);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(padding, (rect.h - ui.height_of(Face::body)) / 2));
  ImGui::SetNextItemWidth(rect.w);
  if (takes_keys) ImGui::SetKeyboardFocusHere();
  // Without undo: Dear ImGui keeps its records although the text is another one by then, and Ctrl+Z ended the program.
  constexpr auto flags =
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_NoUndoRedo;
  const bool is_entered = ImGui::InputText((std::string("##") + id).c_str(), text.data(), text.size(), flags);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(3);
  ImGui::PopFont();
  return is_entered;
}

std::optional<std::string> text_box(Ui& ui, const std::string& id, Rect rect, const std::string& value,
                                    const BoxLook& look) {
  if (typing().id == id) {
    ui.keep_focus(id);
    if (!type(ui, rect)) return {};
    typing().id.clear();
    std::string typed = typing().text.data();
    if (typed == value) return {};
    return typed;
  }
  const Ui::Touch held = ui.touch(id, rect);
  ui.fill(rect, held.is_hovered ? ui.theme.control_hover : ui.theme.control, ui.px(7));
  if (look.is_wrong) ui.frame(rect, ui.theme.warning, ui.px(7), ui.px(1.5));
  if (held.has_focus) ui.frame(rect.inset(-ui.px(2)), ui.theme.accent, ui.px(9), ui.px(2));
  const std::string& shown = look.shown.empty() ? value : look.shown;
  const Rect inside = rect.inset(ui.px(9), 0);
  const Face face = ui.width_of(shown, Face::body) > inside.w ? Face::caption : Face::body;
  ui.text(inside, shown, face, look.is_changed ? ui.theme.accent : ui.theme.text, look.align);
  if (held.is_worked) begin(id, value);
  return {};
}

}  // namespace viewer
