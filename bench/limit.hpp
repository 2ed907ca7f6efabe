// The physical limit of a month: one pass that reads and writes as many bytes
// as the population's columns hold. Measured in the process of the month, so
// that month ÷ limit survives a noisy machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "agents/parallel.hpp"

namespace bench {

/// Memory of the size of all columns, in pieces of the size of a block, on huge
/// pages where the system has them: the best that a layout could do.
class Limit {
 public:
  /// Touches every page. Errors: std::bad_alloc.
  Limit(std::size_t bytes, int n_pieces);

  /// Runs passes for a quarter of a second, at least five; adds the seconds of
  /// each. Errors: std::logic_error if a pass missed a word.
  void measure(const agents::Crew& crew, std::vector<double>& seconds);

 private:
  void pass(const agents::Crew& crew);

  struct Release {
    std::size_t bytes;
    void operator()(std::uint64_t* memory) const;
  };
  std::size_t words_per_piece_;
  std::size_t n_words_;
  int n_pieces_;
  std::uint64_t n_passes_ = 0;
  std::unique_ptr<std::uint64_t, Release> memory_;
};

}  // namespace bench
