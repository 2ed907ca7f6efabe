// A display of its own, the window on it, and hands that work it: Xvfb,
// synthetic_view and xdotool. The window tells its state as JSON when asked.
#pragma once

#include <sys/types.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tests {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

/// Why no window can be tested here; empty if it can.
[[nodiscard]] std::string why_no_display();

/// Runs a program and waits; its exit code, 128 + signal if one ended it.
int run_program(const Words& words, const std::string& display, std::string* error = nullptr);

/// An X server without a screen.
class VirtualDisplay {
 public:
  explicit VirtualDisplay(const std::string& size);
  ~VirtualDisplay();
  VirtualDisplay(const VirtualDisplay&) = delete;
  VirtualDisplay& operator=(const VirtualDisplay&) = delete;
  /// ":7"; empty if the server did not start.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  pid_t server_ = -1;
  std::string name_;
};

/// The window on a display of its own. Killed with it.
class Window {
 public:
  explicit Window(Words options = {}, const std::string& size = "1280x720", const std::string& place = "241",
                  const std::string& program = QONYS_VIEW, bool awaits_month = true);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void send(const std::string& line);
  /// What is shown once everything sent before is drawn. Throws if the program is gone.
  [[nodiscard]] Json state();
  /// The first state that `is_so`, or the last one after half a minute.
  Json until(const std::function<bool(const Json&)>& is_so);
  /// The state after all that was asked has been done, the camera rests and the map is painted.
  Json settled();
  void hands(const Words& words);
  void click(const Json& rect);
  void layout(const std::string& name);
  /// Memory of the program, MB.
  [[nodiscard]] double resident_mb() const;
  /// Ends the program with SIGKILL.
  void kill();
  /// Closes the window by a command; the exit code.
  int quit();

 private:
  VirtualDisplay display_;
  pid_t program_ = -1;
  int to_ = -1, from_ = -1;
  std::string rest_;
};

}  // namespace tests
