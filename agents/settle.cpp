#include "agents/settle.hpp"

#include <algorithm>
#include <limits>

namespace agents {

void Cut::find_bins(std::span<const std::int64_t> places, const PriorityHistogram& histogram) {
  const auto n_cells = static_cast<std::size_t>(histogram.n_cells());
  boundary_bin_.assign(n_cells, -1);
  left_in_bin_.assign(n_cells, 0);
  last_.assign(n_cells, Limit{});
  for (std::size_t cell = 0; cell < n_cells; ++cell) {
    std::int64_t left = places[cell];
    int bin = 0;
    for (; bin < n_priority_bins; ++bin) {
      const auto here = static_cast<std::int64_t>(histogram.at(static_cast<int>(cell), bin));
      if (here > left) break;
      left -= here;
    }
    if (bin == n_priority_bins) {  // everyone is served
      last_[cell] = Limit{.priority = std::numeric_limits<std::uint64_t>::max(),
                          .serial = std::numeric_limits<std::uint64_t>::max()};
      continue;
    }
    boundary_bin_[cell] = bin;
    left_in_bin_[cell] = left;
  }
}

void Cut::refine(std::vector<Application>& on_boundary) {
  std::sort(on_boundary.begin(), on_boundary.end(), [](const Application& a, const Application& b) {
    if (a.cell != b.cell) return a.cell < b.cell;
    if (a.priority != b.priority) return a.priority < b.priority;
    return a.serial < b.serial;
  });
  // The limit of a cell is its first applicant who is not served.
  std::size_t i = 0;
  while (i < on_boundary.size()) {
    const std::uint16_t cell = on_boundary[i].cell;
    const std::size_t first_refused = i + static_cast<std::size_t>(left_in_bin_[cell]);
    last_[cell] = Limit{.priority = on_boundary[first_refused].priority, .serial = on_boundary[first_refused].serial};
    while (i < on_boundary.size() && on_boundary[i].cell == cell) ++i;
  }
}

}  // namespace agents
