// The hashes of a run, month by month, and where two runs part.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/world/worlds.hpp"

namespace world::testing {

/// Hashes of the start and of every month end.
using HashTrace = std::vector<StateHash>;

[[nodiscard]] inline HashTrace trace_of(const Setting& setting, int n_months, const Crew& crew) {
  World world = built(setting, crew);
  HashTrace trace = {world.hash};
  for (int month = 0; month < n_months; ++month) {
    advance(world, crew);
    trace.push_back(world.hash);
  }
  return trace;
}

/// Are all hashes equal? If not: the first month and its first column that differ.
[[nodiscard]] inline ::testing::AssertionResult same_hashes(const HashTrace& expected, const HashTrace& found) {
  if (expected.size() != found.size()) return ::testing::AssertionFailure() << "runs of different length";
  for (std::size_t month = 0; month < expected.size(); ++month) {
    for (std::size_t column = 0; column < expected[month].columns.size(); ++column) {
      if (expected[month].columns[column] != found[month].columns.at(column)) {
        return ::testing::AssertionFailure()
               << "month " << month << " after the start differs first in column " << column_names()[column];
      }
    }
    if (expected[month].state != found[month].state) {
      return ::testing::AssertionFailure() << "month " << month << ": equal columns, different state hash";
    }
  }
  return ::testing::AssertionSuccess();
}

}  // namespace world::testing
