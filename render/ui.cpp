// Rectangles, words and panels; controls are in ui_controls.cpp.
#include "render/ui.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {

using figures::Colour;

Rect Rect::cut_left(float width, float gap) {
  const Rect strip{x, y, std::min(width, w), h};
  x += width + gap;
  w = std::max(0.0F, w - width - gap);
  return strip;
}

Rect Rect::cut_right(float width, float gap) {
  const Rect strip{x + w - std::min(width, w), y, std::min(width, w), h};
  w = std::max(0.0F, w - width - gap);
  return strip;
}

Rect Rect::cut_top(float height, float gap) {
  const Rect strip{x, y, w, std::min(height, h)};
  y += height + gap;
  h = std::max(0.0F, h - height - gap);
  return strip;
}

Rect Rect::cut_bottom(float height, float gap) {
  const Rect strip{x, y + h - std::min(height, h), w, std::min(height, h)};
  h = std::max(0.0F, h - height - gap);
  return strip;
}

ImU32 packed(Colour colour, float opacity) {
  return IM_COL32(colour.red, colour.green, colour.blue,
                  static_cast<int>(std::lround(static_cast<float>(colour.alpha) * opacity)));
}

Ui::Ui(const Theme& t, const UiFonts& f, FocusRing& ring, world::observers::Language language, float s)
    : theme(t), fonts(f), say(language), scale(s), ring_(ring) {}

float Ui::px(double units) const { return std::round(static_cast<float>(units) * scale); }

void Ui::begin_panel(const char* name, Rect rect, Colour ground, bool is_on_top, double rounding) {
  ImGui::SetNextWindowPos(rect.a());
  ImGui::SetNextWindowSize({rect.w, rect.h});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ground));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(rounding));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
  if (!is_on_top) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::Begin(name, nullptr, flags);
  if (is_on_top && ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
}

void Ui::end_panel() {
  ImGui::End();
  ImGui::PopStyleVar(4);
  ImGui::PopStyleColor();
}

void Ui::begin_scroll(const char* name, Rect rect) {
  ImGui::SetCursorScreenPos(rect.a());
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, px(4));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, packed(theme.control));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, packed(theme.control_hover));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, packed(theme.muted));
  ImGui::BeginChild(name, {rect.w, rect.h}, false, ImGuiWindowFlags_NoNav);
}

float Ui::inner_width() const { return ImGui::GetWindowWidth() - px(16); }

void Ui::end_scroll() {
  ImGui::EndChild();
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar(2);
}

Rect Ui::next(float height, float gap) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = inner_width();
  ImGui::SetCursorScreenPos({at.x, at.y + height + gap});
  ImGui::Dummy({0, 0});
  ImGui::SetCursorScreenPos({at.x, at.y + height + gap});
  return {at.x, at.y, width, height};
}

float Ui::width_of(std::string_view text, Face face) const {
  ImFont* const font = fonts[face];
  return std::ceil(font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.data(), text.data() + text.size()).x);
}

float Ui::height_of(Face face) const { return fonts[face]->FontSize; }

void Ui::text_at(ImVec2 at, std::string_view text, Face face, Colour colour, float share) {
  ImFont* const font = fonts[face];
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize * share, {std::round(at.x), std::round(at.y)},
                                      packed(colour), text.data(), text.data() + text.size());
}

void Ui::text(Rect rect, std::string_view text, Face face, Colour colour, Align align) {
  std::string shown(text);
  float width = width_of(shown, face);
  words.emplace_back(text);
  float share = 1;  // of the letters' height
  if (width > rect.w + 0.5F && scale > 1) {
    share = std::max(1 / scale, (rect.w - 0.5F) / width);
    width *= share;
  }
  if (width > rect.w + 0.5F) {
    cut_words.emplace_back(text);
    while (!shown.empty() && width > rect.w) {
      while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0U) == 0x80U) shown.pop_back();
      if (!shown.empty()) shown.pop_back();
      width = share * width_of(shown + "…", face);
    }
    shown += "…";
  }
  const float left = align == Align::left    ? rect.x
                     : align == Align::right ? rect.right() - width
                                             : rect.x + (rect.w - width) / 2;
  text_at({left, rect.y + (rect.h - share * height_of(face)) / 2}, shown, face, colour, share);
}

float Ui::height_of_paragraph(float width, std::string_view text, Face face) const {
  ImFont* const font = fonts[face];
  return font->CalcTextSizeA(font->FontSize, 1e6F, width, text.data(), text.data() + text.size()).y;
}

float Ui::paragraph(Rect rect, std::string_view text, Face face, Colour colour) {
  ImFont* const font = fonts[face];
  words.emplace_back(text);
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::round(rect.x), std::round(rect.y)}, packed(colour),
                                      text.data(), text.data() + text.size(), rect.w);
  return height_of_paragraph(rect.w, text, face);
}

void Ui::fill(Rect rect, Colour colour, float rounding) {
  ImGui::GetWindowDrawList()->AddRectFilled(rect.a(), rect.b(), packed(colour), rounding);
}

void Ui::frame(Rect rect, Colour colour, float rounding, float width) {
  ImGui::GetWindowDrawList()->AddRect(rect.a(), rect.b(), packed(colour), rounding, 0, width);
}

void Ui::divider(Rect rect, bool is_vertical) {
  if (is_vertical) {
    fill({std::round(rect.x + rect.w / 2), rect.y, 1, rect.h}, theme.line);
  } else {
    fill({rect.x, std::round(rect.y + rect.h / 2), rect.w, 1}, theme.line);
  }
}

void Ui::tip(std::string_view text) {
  if (text.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_PopupBg, packed(theme.card));
  ImGui::PushStyleColor(ImGuiCol_Border, packed(theme.line));
  ImGui::PushStyleColor(ImGuiCol_Text, packed(theme.text));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(10), px(7)));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
  ImGui::PushFont(fonts[Face::caption]);
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::EndTooltip();
  ImGui::PopFont();
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor(3);
}

}  // namespace viewer
