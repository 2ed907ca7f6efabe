// Buttons, sliders, toggles, choices.
#include <algorithm>
#include <cmath>

#include "render/ui.hpp"

namespace viewer {

using figures::Colour;

Ui::Touch Ui::touch(const std::string& id, Rect rect, bool is_enabled, bool is_adjustable) {
  Touch touch;
  if (rect.w < 1 || rect.h < 1) return touch;
  const bool can = is_enabled && !is_blocked_;
  const bool is_seen = ImGui::IsRectVisible(rect.a(), rect.b());
  if (is_seen) {
    const ImVec2 a = ImGui::GetWindowDrawList()->GetClipRectMin(), b = ImGui::GetWindowDrawList()->GetClipRectMax();
    const Rect seen{std::max(rect.x, a.x), std::max(rect.y, a.y), std::min(rect.right(), b.x) - std::max(rect.x, a.x),
                    std::min(rect.bottom(), b.y) - std::max(rect.y, a.y)};
    if (seen.w > px(6) && seen.h > px(6)) widgets.push_back({id, seen, can});
  }
  if (!can) return touch;
  touch.has_focus = ring_.enter(id, is_adjustable);
  touch.notches = ring_.takes_notches(id);
  touch.is_worked = ring_.takes_activation(id);
  const ImVec2 kept = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(rect.a());
  touch.is_worked |= ImGui::InvisibleButton(id.c_str(), {rect.w, rect.h});
  touch.is_hovered = ImGui::IsItemHovered();
  touch.is_held = ImGui::IsItemActive();
  ImGui::SetCursorScreenPos(kept);
  if (touch.is_hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (touch.is_worked && !touch.has_focus) ring_.clear();  // the mouse took over
  if (touch.has_focus && !is_seen) ImGui::SetScrollFromPosY(rect.y - ImGui::GetWindowPos().y, 0.5F);
  return touch;
}

void Ui::reach(const std::string& id, Rect rect) {
  if (is_blocked_ || !ring_.enter(id)) return;
  if (!ImGui::IsRectVisible(rect.a(), rect.b())) ImGui::SetScrollFromPosY(rect.y - ImGui::GetWindowPos().y, 0.5F);
  focus_frame(rect, px(6));
}

Colour Ui::ground_of(Look look, const Touch& touch, bool is_on) const {
  const bool is_lit = touch.is_hovered || touch.is_held;
  if (look == Look::primary) return theme.primary;
  if (is_on) return is_lit ? theme.control_hover : theme.control;
  if (look == Look::filled) return is_lit ? theme.control_hover : theme.control;
  return is_lit ? theme.control : figures::with_alpha(theme.control, 0);
}

void Ui::focus_frame(Rect rect, float rounding) { frame(rect.inset(-px(3)), theme.accent, rounding + px(3), px(2)); }

bool Ui::button(const std::string& id, Rect rect, std::string_view label, Look look, bool is_on, bool is_enabled) {
  const Touch held = touch(id, rect, is_enabled);
  const float rounding = px(8);
  fill(rect, ground_of(look, held, is_on), rounding);
  if (is_on) frame(rect, theme.accent, rounding, std::max(1.0F, scale));
  const Colour ink = !is_enabled ? theme.muted : look == Look::primary ? theme.on_primary : theme.text;
  text(rect.inset(px(8), 0), label, is_on || look == Look::primary ? Face::strong : Face::body, ink, Align::middle);
  if (held.has_focus) focus_frame(rect, rounding);
  return held.is_worked;
}

bool Ui::icon_button(const std::string& id, Rect rect, Icon icon, std::string_view hint, Look look, bool is_on,
                     bool is_enabled) {
  const Touch held = touch(id, rect, is_enabled);
  const float rounding = look == Look::primary ? std::min(rect.w, rect.h) / 2 : px(8);
  fill(rect, ground_of(look, held, false), rounding);
  const Colour ink = look == Look::primary ? theme.on_primary
                     : is_on               ? theme.accent
                     : held.is_hovered     ? theme.text
                                           : theme.muted;
  const float size = std::min(rect.w, rect.h) * (look == Look::primary ? 0.40F : 0.46F);
  draw_icon(*ImGui::GetWindowDrawList(), icon, rect.centre(), size, packed(ink, is_enabled ? 1.0F : 0.45F));
  if (held.has_focus) focus_frame(rect, rounding);
  if (held.is_hovered && !held.is_held) tip(hint);
  return held.is_worked;
}

std::optional<double> Ui::slider(const std::string& id, Rect rect, double share, double notch, std::string_view hint) {
  const Touch held = touch(id, rect, true, true);
  const float knob = px(7), left = rect.x + knob, length = std::max(1.0F, rect.w - 2 * knob);
  std::optional<double> moved;
  if (held.is_held) moved = std::clamp(static_cast<double>((ImGui::GetIO().MousePos.x - left) / length), 0.0, 1.0);
  if (held.notches != 0) moved = std::clamp(share + held.notches * notch, 0.0, 1.0);
  if (moved && std::abs(*moved - share) < 1e-9) moved.reset();
  const float at = left + length * static_cast<float>(std::clamp(moved.value_or(share), 0.0, 1.0));
  const float middle = rect.centre().y, thin = px(2);
  fill({left, middle - thin, length, 2 * thin}, theme.control_hover, thin);
  fill({left, middle - thin, at - left, 2 * thin}, theme.accent, thin);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled({at, middle}, knob + (held.is_hovered || held.is_held ? px(1.5) : 0), packed(theme.text), 24);
  if (held.has_focus) focus_frame(rect, px(8));
  if (held.is_hovered && !held.is_held) tip(hint);
  return moved;
}

bool Ui::toggle(const std::string& id, Rect rect, std::string_view label, bool is_on) {
  const Touch held = touch(id, rect);
  Rect rest = rect;
  const Rect place = rest.cut_right(px(40), px(12));
  const float height = px(22), middle = place.centre().y;
  const Rect track{place.right() - px(40), std::round(middle - height / 2), px(40), height};
  fill(track, is_on ? theme.primary : held.is_hovered ? theme.control_hover : theme.control, height / 2);
  if (!is_on) frame(track, theme.muted, height / 2);
  const float knob = is_on ? track.right() - height / 2 : track.x + height / 2;
  ImGui::GetWindowDrawList()->AddCircleFilled({knob, track.centre().y}, height / 2 - px(4),
                                              packed(is_on ? theme.on_primary : theme.muted), 24);
  text(rest, label, Face::body, theme.text);
  if (held.has_focus) focus_frame(rect, px(8));
  return held.is_worked;
}

std::optional<int> Ui::choice(const std::string& id, Rect rect, const std::vector<std::string>& options, int chosen) {
  std::optional<int> worked;
  fill(rect, theme.control, px(8));
  const float width = rect.w / static_cast<float>(options.size());
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Rect part = Rect{rect.x + width * static_cast<float>(i), rect.y, width, rect.h}.inset(px(3));
    const bool is_on = static_cast<int>(i) == chosen;
    const Touch held = touch(id + "-" + std::to_string(i), part);
    if (is_on) {
      fill(part, theme.panel, px(6));
    } else if (held.is_hovered) {
      fill(part, theme.control_hover, px(6));
    }
    text(part.inset(px(4), 0), options[i], is_on ? Face::strong : Face::body, is_on ? theme.text : theme.muted,
         Align::middle);
    if (held.has_focus) focus_frame(part, px(6));
    if (held.is_worked) worked = static_cast<int>(i);
  }
  return worked;
}

}  // namespace viewer
