// Settlement: how anything scarce is given out. Everyone who wants a place
// carries a keyed priority; a cell's places go to the smallest priorities, ties
// by serial number. The cut of a cell is found from a merged histogram and
// refined on its boundary bin, so neither arrival order, threads nor ranks
// matter, and exactly min(places, applicants) are served.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "agents/block.hpp"
#include "agents/chance.hpp"
#include "agents/exact_math.hpp"

namespace agents {

/// One wish: a citizen of a block for one place in a cell.
struct Application {
  std::uint64_t priority = 0;
  std::uint64_t serial = 0;
  Row row = 0;
  std::uint16_t cell = 0;
  std::uint8_t kind = 0;     // the rule's own business: class of applicant, commuting, …
};

/// Priority of an applicant: an exponential draw over the weight, so that the
/// smallest of a cell is somebody with probability proportional to weight.
/// Fixed point, 2^48 = one unit; `weight` in (0, 1e6].
[[nodiscard]] inline std::uint64_t priority_of(std::uint64_t bits, double weight) {
  return static_cast<std::uint64_t>(-exact_log(uniform_of(bits)) / weight * 281474976710656.0);
}

inline constexpr int n_priority_bins = 1024;
[[nodiscard]] constexpr int bin_of(std::uint64_t priority) {
  const std::uint64_t bin = priority >> 42;
  return bin < n_priority_bins ? static_cast<int>(bin) : n_priority_bins - 1;
}

/// Applications counted by cell and priority bin, by one worker.
class PriorityHistogram {
 public:
  void reset(int n_cells) {
    n_cells_ = n_cells;
    counts_.assign(static_cast<std::size_t>(n_cells) * n_priority_bins, 0);
  }
  void count(const Application& application) { ++counts_[index(application.cell, bin_of(application.priority))]; }
  void add(const PriorityHistogram& other) {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  }
  [[nodiscard]] std::uint32_t at(int cell, int bin) const { return counts_[index(cell, bin)]; }
  [[nodiscard]] int n_cells() const { return n_cells_; }

 private:
  [[nodiscard]] static std::size_t index(int cell, int bin) {
    return static_cast<std::size_t>(cell) * n_priority_bins + static_cast<std::size_t>(bin);
  }
  int n_cells_ = 0;
  std::vector<std::uint32_t> counts_;
};

/// Where the cut of each cell lies.
class Cut {
 public:
  /// First move: places [cell] and the merged histogram give each cell's
  /// boundary bin and how many of that bin are still served.
  void find_bins(std::span<const std::int64_t> places, const PriorityHistogram& histogram);
  /// Whether an application lies in its cell's boundary bin.
  [[nodiscard]] bool is_on_boundary(const Application& application) const {
    return bin_of(application.priority) == boundary_bin_[application.cell];
  }
  /// Second move: all applications on the boundaries, in any order (sorted here).
  void refine(std::vector<Application>& on_boundary);
  /// Whether the applicant is served.
  [[nodiscard]] bool serves(const Application& application) const {
    const auto& last = last_[application.cell];
    return application.priority < last.priority ||
           (application.priority == last.priority && application.serial < last.serial);
  }

 private:
  struct Limit {
    std::uint64_t priority = 0;  // first one not served
    std::uint64_t serial = 0;
  };
  std::vector<int> boundary_bin_;
  std::vector<std::int64_t> left_in_bin_;
  std::vector<Limit> last_;
};

}  // namespace agents
