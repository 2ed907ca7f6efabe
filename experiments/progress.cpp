// Speed and time left from the months done so far.
#include "experiments/progress.hpp"

#include <unistd.h>

#include <cmath>
#include <iostream>

#include "world/observers/text.hpp"

namespace experiments {
namespace {

using world::observers::fixed_text;
using world::observers::left_aligned;
using world::observers::right_aligned;

constexpr std::chrono::milliseconds line_interval{100};
constexpr std::chrono::seconds plain_interval{10};
constexpr int months_between_plain_lines = 12;
constexpr int bar_width = 24;

std::string bar(int done, int all) {
  const int filled = all > 0 ? done * bar_width / all : bar_width;
  std::string text = "[";
  for (int i = 0; i < bar_width; ++i) text += i < filled ? '=' : i == filled ? '>' : ' ';
  return text + "]";
}

std::string two_digits(long long value) {
  std::string text = std::to_string(value);
  if (value < 10) text.insert(text.begin(), '0');
  return text;
}

}  // namespace

ProgressStyle progress_style(bool quiet) {
  if (quiet) return ProgressStyle::silent;
  return ::isatty(STDERR_FILENO) == 1 ? ProgressStyle::rewritten_line : ProgressStyle::plain_lines;
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + two_digits(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + two_digits(whole % 3600 / 60) + " min";
}

Progress::Progress(ProgressStyle style, int n_months)
    : style_(style), n_months_(n_months), last_shown_(std::chrono::steady_clock::now()) {}

void Progress::say(const std::string& text) {
  if (style_ == ProgressStyle::silent) return;
  end();
  std::cerr << text << std::endl;
}

double Progress::speed() const { return seconds_ > 0 ? citizen_months_ / seconds_ / 1e6 : 0; }

std::string Progress::line() const {
  const int mine = done_ - begun_at_;
  const double left = mine > 0 ? seconds_ / mine * (n_months_ - done_) : 0;
  const double percent = n_months_ > 0 ? 100.0 * done_ / n_months_ : 100.0;
  return month_ + right_aligned(fixed_text(percent, 1), 7) + " %" + right_aligned(fixed_text(speed(), 1), 8) +
         " Mcm/s  " + duration_text(left) + " left";
}

void Progress::month_done(const std::string& month, double citizens, double seconds) {
  ++done_;
  month_ = month;
  citizen_months_ += citizens;
  seconds_ += seconds;
  const auto now = std::chrono::steady_clock::now();
  const bool is_last = done_ == n_months_;
  if (style_ == ProgressStyle::rewritten_line && (is_last || done_ == begun_at_ + 1 || now - last_shown_ >= line_interval)) {
    std::cerr << '\r' << bar(done_, n_months_) << ' ' << line() << "\x1b[K" << std::flush;
    last_shown_ = now;
  }
  const bool is_due = done_ % months_between_plain_lines == 0 || now - last_shown_ >= plain_interval;
  if (style_ == ProgressStyle::plain_lines && (is_last || is_due)) {
    std::cerr << line() << std::endl;
    last_shown_ = now;
  }
}

void Progress::end() {
  if (style_ == ProgressStyle::rewritten_line && done_ > 0) std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace experiments
