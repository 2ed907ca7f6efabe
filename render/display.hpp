// Whether a window can be opened at all. SFML ends the program where it cannot,
// so this is asked first.
#pragma once

namespace viewer {

/// A connection to the X display that DISPLAY names. Held while the window lives: a server whose last client
/// leaves starts afresh, and would refuse the window that was to follow.
class Display {
 public:
  Display();
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  [[nodiscard]] bool is_there() const { return connection_ != nullptr; }
  [[nodiscard]] bool has_gl() const { return has_gl_; }
  /// Pixels of the screen. SFML 2.5 takes some screens for turned.
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

  /// Which place of the keyboard types this character under the layout of the moment, without Shift: '/', '6' or '7';
  /// 0: none of these. For Latin-1 characters that layouts have at different places.
  [[nodiscard]] char place_typing(char32_t character) const;

 private:
  void* connection_;
  bool has_gl_ = false;
  int width_ = 0, height_ = 0;
};

}  // namespace viewer
