// Commands from a file or from the standard input, frame by frame. Beside the
// commands of actions.cpp a line may say `wait N` (frames) or `state` (write the
// state once what was asked before it is drawn).
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "render/actions.hpp"

namespace viewer {

class Script {
 public:
  /// "" : none; "-": the standard input. Errors: InputError if the file cannot be read or says what cannot be done.
  explicit Script(const std::string& file);

  /// What is due before the next frame.
  [[nodiscard]] std::vector<Command> due();
  /// Told after each frame. True if the state is to be written now.
  [[nodiscard]] bool frame_is_drawn();
  [[nodiscard]] bool is_waiting() const { return !lines_.empty(); }
  /// Waits for a line on the standard input, or just waits; at most so long.
  void rest(int milliseconds);
  /// A line of the standard input that could not be understood.
  [[nodiscard]] std::string take_complaint();

 private:
  void read_input();
  [[nodiscard]] bool is_state() const { return !lines_.empty() && lines_.front() == "state"; }

  std::deque<std::string> lines_;
  std::string rest_, complaint_;
  bool reads_input_ = false, is_file_ = false;
  int wait_ = 0;
  std::string file_;
};

}  // namespace viewer
