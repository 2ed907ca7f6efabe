// Why people left, for the cards of regions: the year that was over in the month
// shown, from the months that were simulated here or from causes.csv of a run
// folder. The file of a long run has a hundred megabytes, so it is read once, in a
// thread of its own, when it is first needed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/push.hpp"
#include "render/session_base.hpp"
#include "render/session_simulator.hpp"
#include "world/observers/leavers.hpp"

namespace viewer {

/// causes.csv of one run folder. For one thread.
class RecordedCauses {
 public:
  /// `iso` are the regions of the run.
  RecordedCauses(std::filesystem::path file, std::vector<std::string> iso)
      : file_(std::move(file)), iso_(std::move(iso)) {}

  /// What the file says of a year: `told` fills `leavers`. Begins to read it, and again if the file has grown since and
  /// the year was not in it. Never waits.
  [[nodiscard]] PushNews look_up(int year, std::vector<world::observers::Leavers>& leavers);
  /// Why it is `damaged`.
  [[nodiscard]] const std::string& error() const { return error_; }
  /// Takes in what was read. True if that is new.
  bool poll();

 private:
  struct Read {
    std::vector<world::observers::YearOfLeavers> years;
    std::string error;
    std::uintmax_t bytes = 0;  // of the file when it was read
  };
  void begin();

  std::filesystem::path file_;
  std::vector<std::string> iso_;
  std::optional<Read> read_;
  std::string error_;
  std::future<Read> reading_;
};

/// Calendar year told of in `month`: the last that is over by its end; before the first is over, that first one.
/// `first` is the first month with moves.
[[nodiscard]] int year_told(agents::Month month, agents::Month first);

/// The report of a region from who left it in the months `first_month` to `last_month`.
[[nodiscard]] PushReport push_report(const world::observers::Leavers& leavers, agents::Month first_month,
                                     agents::Month last_month);

/// The report of `region` in month `k` of a line. `recorded` is null where no run folder was opened.
[[nodiscard]] PushReport push_of(const Base& base, const Line& line, RecordedCauses* recorded, int k, int region);

}  // namespace viewer
