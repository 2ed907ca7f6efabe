// How far a run is: one rewritten line on a terminal, a plain line now and then
// elsewhere, or nothing. Writes to the error stream; knows only what it is told.
#pragma once

#include <chrono>
#include <string>

namespace experiments {

enum class ProgressStyle { rewritten_line, plain_lines, silent };

/// Rewritten line if the error stream is a terminal.
[[nodiscard]] ProgressStyle progress_style(bool quiet);

class Progress {
 public:
  Progress(ProgressStyle style, int n_months);

  /// The run goes on after this many months.
  void begin_at(int months_done) { done_ = begun_at_ = months_done; }
  /// A remark of its own line, such as "building the population".
  void say(const std::string& text);
  /// One more month is done; `seconds` of it by the clock, `citizens` at its end.
  void month_done(const std::string& month, double citizens, double seconds);
  /// Clears the rewritten line.
  void end();

  /// Million citizen-months per second so far.
  [[nodiscard]] double speed() const;
  /// "2031-04  33.3 %  58.1 Mcm/s  1 min 12 s left".
  [[nodiscard]] std::string line() const;

 private:
  ProgressStyle style_;
  int n_months_;
  int done_ = 0;
  int begun_at_ = 0;   // months done before this process
  std::string month_;
  double citizen_months_ = 0;
  double seconds_ = 0;
  std::chrono::steady_clock::time_point last_shown_;
};

/// "48 s", "3 min 20 s", "2 h 05 min".
[[nodiscard]] std::string duration_text(double seconds);

}  // namespace experiments
