// What one run gives to pictures: its months, and sums over any of them. Grows
// month by month where a run is simulated live.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "world/observers/phrases.hpp"
#include "world/observers/snapshot.hpp"

namespace figures {

using world::observers::Snapshot;
using MonthEnd = std::shared_ptr<const Snapshot>;

/// Where the numbers come from; printed on every picture.
struct Provenance {
  std::string scenario;  // its name
  std::string title_en, title_kk, title_ru;
  std::string seed, scale;                         // "1", "1:20"
  std::string run_id;                              // 8 hexadecimal digits
  std::string program;                             // "Qonys 0.1.0 (e267d88)"
  std::string date;                                // when the run began, ISO 8601
  int first_month = 0;                             // the first simulated month: everything from it on is a projection
  std::string sources_en, sources_kk, sources_ru;  // a line on the data, or empty for the usual one

  [[nodiscard]] const std::string& title(world::observers::Language language) const;
};

/// Which moves count: of people, or of their registrations (what official statistics see).
enum class Counting : std::uint8_t { actual, registered };

/// Months of a study by index, both ends included; index 0 is the start, which has no events.
struct Window {
  int first = 1, last = 0;
  [[nodiscard]] int n_months() const { return last - first + 1; }
};

/// A copy shares its months: cheap to hand to a thread that draws while the next month arrives.
class Study {
 public:
  explicit Study(Provenance from) : from_(std::move(from)) {}
  /// The next month, in order. The first is the state at the start. Errors: BrokenPromise by assertion only.
  void append(MonthEnd month);

  [[nodiscard]] const Provenance& from() const { return from_; }
  [[nodiscard]] int n_months() const { return static_cast<int>(months_.size()); }  // the start counts
  [[nodiscard]] const Snapshot& at(int index) const { return *months_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] int n_regions() const { return months_.empty() ? 0 : months_.front()->n_regions(); }
  /// The index of a month (year × 12 + calendar month − 1), or −1 if the study does not hold it.
  [[nodiscard]] int index_of(int month) const;
  /// The `n` months that end at `last`, or as many as there are. None for the start.
  [[nodiscard]] Window window(int last, int n) const;

  // Real people, summed over a window.

  [[nodiscard]] double moved(Window window, int origin, int destination, Counting counting) const;
  [[nodiscard]] double arrived(Window window, int region, Counting counting) const;
  [[nodiscard]] double departed(Window window, int region, Counting counting) const;
  [[nodiscard]] double net(Window window, int region, Counting counting) const {
    return arrived(window, region, counting) - departed(window, region, counting);
  }
  /// Everybody who moved between regions.
  [[nodiscard]] double moved_in_all(Window window, Counting counting) const;
  /// Real people who live there, or are registered there.
  [[nodiscard]] double people(int index, int region, Counting counting) const;
  /// Per 1,000 people of the window's last month and a year; 0 for a window without months.
  [[nodiscard]] double net_rate(Window window, int region, Counting counting) const;

 private:
  // [origin × destination], from the start to a month's end. Shared, so that a copy of a study costs next to nothing.
  using Sums = std::shared_ptr<const std::vector<std::int64_t>>;
  [[nodiscard]] std::int64_t sum(Window window, std::size_t pair, Counting counting) const;

  Provenance from_;
  std::vector<MonthEnd> months_;
  std::vector<Sums> moved_, registered_;  // [index]
};

}  // namespace figures
