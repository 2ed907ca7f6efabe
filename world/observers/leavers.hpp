// Why people left every region, year by year: what the pictures need of
// causes.csv, for all regions in one pass. One region in full is read in why.hpp.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "world/observers/causes.hpp"

namespace world::observers {

/// Everybody who moved out of one region in one calendar year. Counts are agents.
struct Leavers {
  double people = 0;                            // placed children included
  double households = 0;                        // that decided
  std::array<double, n_gains> positive_gain{};  // util, in the order of agents::Cause, then the taste
};

struct YearOfLeavers {
  int year = 0;
  std::vector<Leavers> regions;  // in the order of `iso`
};

/// The years of `file`, rising; those in which nobody moved are left out. `iso` are all regions of the run.
/// Errors: ReadError for a file that is missing, InputError with file:line for one of another version or damaged.
/// Cost: 0.25 s for 18 years of 20 regions (40 MB).
[[nodiscard]] std::vector<YearOfLeavers> read_leavers(const std::filesystem::path& file,
                                                      const std::vector<std::string>& iso);

}  // namespace world::observers
