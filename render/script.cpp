#include "render/script.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <fstream>
#include <thread>
#include <utility>

#include "world/errors.hpp"

namespace viewer {
namespace {

constexpr std::string_view wait_word = "wait ";

/// Frames of "wait 10"; −1 if it is no such line.
int frames_to_wait(std::string_view line) {
  if (!line.starts_with(wait_word)) return -1;
  int frames = 0;
  const auto result = std::from_chars(line.data() + wait_word.size(), line.data() + line.size(), frames);
  return result.ec == std::errc{} && frames >= 0 ? frames : -1;
}

}  // namespace

Script::Script(const std::string& file) : file_(file) {
  if (file.empty()) return;
  if (file == "-") {
    reads_input_ = true;
    ::fcntl(STDIN_FILENO, F_SETFL, ::fcntl(STDIN_FILENO, F_GETFL) | O_NONBLOCK);
    return;
  }
  std::ifstream stream(file);
  if (!stream) throw world::InputError("cannot read the script " + file);
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const bool is_own = line == "state" || frames_to_wait(line) >= 0;
    if (!is_own && !parse_command(line, file + ":" + std::to_string(number))) continue;
    lines_.push_back(line);
  }
}

void Script::read_input() {
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t n = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (n == 0) reads_input_ = false;  // whoever wrote is gone
    if (n <= 0) break;
    rest_.append(buffer.data(), static_cast<std::size_t>(n));
  }
  for (std::size_t end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n')) {
    lines_.push_back(rest_.substr(0, end));
    rest_.erase(0, end + 1);
  }
}

std::vector<Command> Script::due() {
  if (reads_input_) read_input();
  std::vector<Command> commands;
  while (wait_ == 0 && !lines_.empty() && !is_state()) {
    const std::string line = std::move(lines_.front());
    lines_.pop_front();
    if (const int frames = frames_to_wait(line); frames >= 0) {
      wait_ = frames;
      break;
    }
    try {
      if (auto command = parse_command(line, "standard input")) commands.push_back(std::move(*command));
    } catch (const world::InputError& error) {
      complaint_ = error.what();
    }
  }
  return commands;
}

bool Script::frame_is_drawn() {
  if (wait_ > 0) {
    --wait_;
    return false;
  }
  if (!is_state()) return false;
  lines_.pop_front();
  return true;
}

void Script::rest(int milliseconds) {
  if (!reads_input_) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    return;
  }
  pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
  static_cast<void>(::poll(&input, 1, milliseconds));
}

std::string Script::take_complaint() { return std::exchange(complaint_, {}); }

}  // namespace viewer
