#include "tests/display/harness.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace tests {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds(20);

bool is_installed(const std::string& program) {
  const char* const path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

[[noreturn]] void become(const Words& words, const std::string& display) {
  if (display.empty()) {
    ::unsetenv("DISPLAY");
  } else {
    ::setenv("DISPLAY", display.c_str(), 1);
  }
  ::setenv("LANG", "C.UTF-8", 1);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

/// Up to a line end, or what there is when time is over.
std::string read_line(int from, std::string& rest) {
  const auto end = Clock::now() + patience;
  std::array<char, 65536> buffer{};
  while (rest.find('\n') == std::string::npos && Clock::now() < end) {
    pollfd ready{.fd = from, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, 200) <= 0) continue;
    const ssize_t n = ::read(from, buffer.data(), buffer.size());
    if (n <= 0) break;
    rest.append(buffer.data(), static_cast<std::size_t>(n));
  }
  const std::size_t line_end = rest.find('\n');
  std::string line = rest.substr(0, line_end);
  rest.erase(0, line_end == std::string::npos ? rest.size() : line_end + 1);
  return line;
}

void end_process(pid_t process) {
  if (process <= 0) return;
  ::kill(process, SIGKILL);
  ::waitpid(process, nullptr, 0);
}

}  // namespace

std::string why_no_display() {
  for (const char* program : {"Xvfb", "xdotool", "setxkbmap"}) {
    if (!is_installed(program)) return std::string(program) + " is not installed";
  }
  return {};
}

int run_program(const Words& words, const std::string& display, std::string* error) {
  std::array<int, 2> pipe_ends{};
  if (::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return -1;
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(pipe_ends[1], STDERR_FILENO);
    become(words, display);
  }
  ::close(pipe_ends[1]);
  std::array<char, 4096> buffer{};
  for (ssize_t n = 0; (n = ::read(pipe_ends[0], buffer.data(), buffer.size())) > 0;) {
    if (error != nullptr) error->append(buffer.data(), static_cast<std::size_t>(n));
  }
  ::close(pipe_ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return exit_code(status);
}

VirtualDisplay::VirtualDisplay(const std::string& size) {
  std::array<int, 2> pipe_ends{};
  if (::pipe(pipe_ends.data()) != 0) return;
  server_ = ::fork();
  if (server_ == 0) {
    ::close(pipe_ends[0]);
    const int nothing = ::open("/dev/null", O_WRONLY);
    ::dup2(nothing, STDERR_FILENO);
    become({"Xvfb", "-displayfd", std::to_string(pipe_ends[1]), "-screen", "0", size + "x24", "-nolisten", "tcp"}, "");
  }
  ::close(pipe_ends[1]);
  std::string rest;
  const std::string number = read_line(pipe_ends[0], rest);
  ::close(pipe_ends[0]);
  if (!number.empty()) name_ = ":" + number;
}

VirtualDisplay::~VirtualDisplay() { end_process(server_); }

Window::Window(Words options, const std::string& size, const std::string& place, const std::string& program,
               bool awaits_month)
    : display_(size) {
  ::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> in{}, out{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  Words words{program, "--size", size, "--script", "-", "--lang", "en"};
  if (!place.empty()) words.push_back(place);
  words.insert(words.end(), options.begin(), options.end());
  program_ = ::fork();
  if (program_ == 0) {
    ::dup2(in[0], STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    become(words, display_.name());
  }
  ::close(in[0]);
  ::close(out[1]);
  to_ = in[1];
  from_ = out[0];
  if (awaits_month) settled();
}

Window::~Window() {
  end_process(program_);
  ::close(to_);
  ::close(from_);
}

void Window::send(const std::string& line) {
  const std::string text = line + "\n";
  if (::write(to_, text.data(), text.size()) < 0) throw std::runtime_error("the window is gone");
}

Json Window::state() {
  send("state");
  const std::string line = read_line(from_, rest_);
  if (line.empty()) throw std::runtime_error("the window does not answer");
  return Json::parse(line);
}

Json Window::until(const std::function<bool(const Json&)>& is_so) {
  const auto end = Clock::now() + patience;
  Json now = state();
  while (!is_so(now) && Clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    now = state();
  }
  return now;
}

Json Window::settled() {
  return until([](const Json& now) {
    return !now["painting"].get<bool>() && !now["camera"]["moving"].get<bool>() &&
           now["time"]["index"] == now["time"]["asked_index"] && now["time"]["painted_index"] == now["time"]["index"];
  });
}

void Window::hands(const Words& words) {
  Words all{"xdotool"};
  all.insert(all.end(), words.begin(), words.end());
  if (run_program(all, display_.name()) != 0) throw std::runtime_error("xdotool failed");
}

void Window::click(const Json& rect) {
  const auto middle = [&](int at) {
    return std::to_string(static_cast<int>(rect[static_cast<std::size_t>(at)].get<double>() +
                                           rect[static_cast<std::size_t>(at + 2)].get<double>() / 2));
  };
  hands({"mousemove", middle(0), middle(1), "click", "1"});
}

void Window::layout(const std::string& name) {
  if (run_program({"setxkbmap", name}, display_.name()) != 0) throw std::runtime_error("setxkbmap failed");
}

double Window::resident_mb() const {
  std::ifstream pages("/proc/" + std::to_string(program_) + "/statm");
  double all = 0, resident = 0;
  pages >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void Window::kill() {
  end_process(program_);
  program_ = -1;
}

int Window::quit() {
  send("quit");
  int status = 0;
  ::waitpid(program_, &status, 0);
  program_ = -1;
  return exit_code(status);
}

}  // namespace tests
