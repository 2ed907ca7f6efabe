// The kit that panels are made of: rectangles that are cut up, words that fit,
// buttons, sliders, icons. Each control has an identity, by which the keyboard,
// tests and the dump of the state find it.
#pragma once

#include <imgui.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/actions.hpp"
#include "render/focus_ring.hpp"
#include "render/icons.hpp"
#include "render/theme.hpp"
#include "render/ui_fonts.hpp"
#include "world/observers/phrases.hpp"

namespace viewer {

/// Of the window, in pixels.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] ImVec2 a() const { return {x, y}; }
  [[nodiscard]] ImVec2 b() const { return {x + w, y + h}; }
  [[nodiscard]] ImVec2 centre() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  [[nodiscard]] Rect inset(float sides, float ends) const { return {x + sides, y + ends, w - 2 * sides, h - 2 * ends}; }
  /// Takes a strip off one side, and a gap beside it.
  Rect cut_left(float width, float gap = 0);
  Rect cut_right(float width, float gap = 0);
  Rect cut_top(float height, float gap = 0);
  Rect cut_bottom(float height, float gap = 0);
};

enum class Align : std::uint8_t { left, middle, right };
enum class Look : std::uint8_t { plain, filled, primary, quiet };

/// A control as it was drawn in the last frame.
struct Widget {
  std::string id;
  Rect rect;
  bool is_enabled = true;
};

[[nodiscard]] ImU32 packed(figures::Colour colour, float opacity = 1);

class Ui {
 public:
  Ui(const Theme& theme, const UiFonts& fonts, FocusRing& ring, world::observers::Language language, float scale);

  const Theme& theme;
  const UiFonts& fonts;
  world::observers::Speech say;
  const float scale;
  std::vector<Command> commands;  // asked for in this frame
  std::vector<Widget> widgets;
  std::vector<std::string> words;      // everything written
  std::vector<std::string> cut_words;  // what did not fit its place

  [[nodiscard]] float px(double units) const;
  void ask(Action action, double number = 0) { commands.push_back({action, number, 0, 0, {}}); }

  // A window without a frame, drawn as a panel; `end_panel` ends it.
  void begin_panel(const char* name, Rect rect, figures::Colour ground, bool is_on_top = false, double rounding = 0);
  void end_panel();
  /// The rest of a panel, which scrolls.
  void begin_scroll(const char* name, Rect rect);
  /// What of a drawer scrolls: up to its lower edge, the bar in the right margin.
  [[nodiscard]] static Rect scroll_place(Rect drawer, float sides, float top) {
    return {drawer.x + sides, drawer.y + top, drawer.w - sides - 2, drawer.h - top};
  }
  void end_scroll();
  /// Of a scroll, apart from its bar.
  [[nodiscard]] float inner_width() const;
  /// The next `height` pixels of a scroll.
  Rect next(float height, float gap);

  [[nodiscard]] float width_of(std::string_view words, Face face) const;
  [[nodiscard]] float height_of(Face face) const;
  /// One line in the middle of the height; where it finds no room, smaller, but not below its size at scale 1; then
  /// shortened with "…".
  void text(Rect rect, std::string_view words, Face face, figures::Colour colour, Align align = Align::left);
  /// Broken into lines; returns the height they take.
  float paragraph(Rect rect, std::string_view words, Face face, figures::Colour colour);
  [[nodiscard]] float height_of_paragraph(float width, std::string_view words, Face face) const;

  bool button(const std::string& id, Rect rect, std::string_view words, Look look, bool is_on = false,
              bool is_enabled = true);
  bool icon_button(const std::string& id, Rect rect, Icon icon, std::string_view tip, Look look = Look::quiet,
                   bool is_on = false, bool is_enabled = true);
  /// The new share, 0 to 1, if it was moved; a notch of an arrow key is `notch`.
  std::optional<double> slider(const std::string& id, Rect rect, double share, double notch, std::string_view tip);
  bool toggle(const std::string& id, Rect rect, std::string_view words, bool is_on);
  /// The new choice, if there is one.
  std::optional<int> choice(const std::string& id, Rect rect, const std::vector<std::string>& options, int chosen);

  /// Bare pieces, for what draws itself: is it held, hovered, worked?
  struct Touch {
    bool is_hovered = false, is_held = false, is_worked = false, has_focus = false;
    int notches = 0;
  };
  Touch touch(const std::string& id, Rect rect, bool is_enabled = true, bool is_adjustable = false);
  /// Words that the keyboard can reach, so that what scrolls can be read without a mouse; framed when it is there.
  void reach(const std::string& id, Rect rect);
  /// A control that draws itself otherwise for now stays in the ring.
  void keep_focus(const std::string& id) { static_cast<void>(ring_.enter(id)); }
  void fill(Rect rect, figures::Colour colour, float rounding = 0);
  void frame(Rect rect, figures::Colour colour, float rounding, float width = 1);
  void divider(Rect rect, bool is_vertical);
  void tip(std::string_view words);

 private:
  void text_at(ImVec2 at, std::string_view words, Face face, figures::Colour colour, float share = 1);
  [[nodiscard]] figures::Colour ground_of(Look look, const Touch& touch, bool is_on) const;
  void focus_frame(Rect rect, float rounding);

  FocusRing& ring_;
  bool is_blocked_ = false;  // a window lies on top and this is not it

 public:
  void set_blocked(bool is_blocked) { is_blocked_ = is_blocked; }
};

}  // namespace viewer
