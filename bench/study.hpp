// A study: the same months of the same world, run on several numbers of threads
// in turns, timed, and compared by their state hashes. Every timed case reads
// its figures from a study.
#pragma once

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "world/country.hpp"
#include "world/month.hpp"
#include "world/scenario.hpp"

namespace bench {

/// Two runs that must be equal are not. The message says which.
class RunsDiffer : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Readings of the runs on one number of threads, all repeats together.
struct Readings {
  int threads = 0;
  std::vector<double> synthesis_seconds;
  std::vector<double> month_seconds;
  std::vector<double> limit_seconds;
  std::vector<world::PhaseSeconds> phases;  // of each month
};

/// What all runs of a world have in common, and the readings of each kind.
struct Study {
  world::Scale scale;
  std::int64_t citizens = 0;     // mean of the measured months
  double bytes = 0;              // of the columns' used rows, as the limit passes over them
  std::uint64_t start_hash = 0;  // after synthesis
  std::uint64_t end_hash = 0;    // after the measured months
  int repeats = 0;
  std::string checked;             // "1+2": runs on these threads agreed
  std::vector<Readings> readings;  // of each number of threads asked for

  [[nodiscard]] const Readings& on(int threads) const;
};

/// What is measured, and how often.
struct Plan {
  std::vector<int> threads;
  int months = 0;
  int repeats = 0;
};

/// Makes each study once.
class Studies {
 public:
  Studies(world::Scenario scenario, const world::Country& country, Plan plan)
      : scenario_(std::move(scenario)), country_(country), plan_(std::move(plan)) {}

  [[nodiscard]] const Plan& plan() const { return plan_; }
  /// Errors: RunsDiffer.
  const Study& of(const world::Scale& scale);

 private:
  world::Scenario scenario_;
  const world::Country& country_;
  Plan plan_;
  std::map<std::pair<int, int>, Study> made_;
};

/// A number of threads that is none of these, to check their results with.
[[nodiscard]] int another_number_of_threads(const std::vector<int>& threads);

/// Errors: RunsDiffer with `what`, both numbers of threads and both hashes.
void expect_equal_hashes(const std::string& what, std::uint64_t a, int threads_a, std::uint64_t b, int threads_b);

/// "1+2" for {1, 2}.
[[nodiscard]] std::string joined(const std::vector<int>& threads);

/// "1:20".
[[nodiscard]] std::string scale_text(const world::Scale& scale);
/// `part` of a scale in lowest terms: 1:20 of 1:1 is 1:20, 1:20 of 10:1 is 1:2.
[[nodiscard]] world::Scale part_of(const world::Scale& scale, int divisor);

}  // namespace bench
