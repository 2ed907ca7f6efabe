// Which control the keyboard is on. Controls enter in the order they are drawn;
// Tab goes along them, Enter works them, arrows move sliders.
#pragma once

#include <string>
#include <vector>

namespace viewer {

class FocusRing {
 public:
  /// `moves` along the ring were asked for since the last frame; Enter was pressed; Esc was.
  void begin_frame(int moves, bool activates, bool ends);
  /// A control is drawn. True if the keyboard is on it.
  bool enter(const std::string& id, bool is_adjustable = false);
  /// True if the keyboard has gone to another control, which the next frame shows.
  bool end_frame();

  /// Enter was pressed on the control that was entered last. Once.
  [[nodiscard]] bool takes_activation(const std::string& id);
  /// Arrow presses on this slider since the last frame.
  [[nodiscard]] int takes_notches(const std::string& id);

  /// The keyboard is on a slider: arrows belong to it.
  [[nodiscard]] bool is_on_slider() const { return !current_.empty() && is_adjustable_; }
  void add_notches(int notches) { notches_ += notches; }
  [[nodiscard]] const std::string& current() const { return current_; }
  void clear() { current_.clear(); }

 private:
  std::vector<std::string> ring_;
  std::string current_;
  bool is_adjustable_ = false, activates_ = false;
  int moves_ = 0, notches_ = 0;
};

}  // namespace viewer
