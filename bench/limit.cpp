// Each pass adds one to every word, so that the words prove how many there were.
#include "bench/limit.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>
#include <stdexcept>

#include "bench/sample.hpp"

namespace bench {
namespace {

constexpr std::size_t words_per_line = 8;
constexpr double seconds_of_passes = 0.25;
constexpr int least_passes = 5;

/// Whole cache lines, so that no two pieces share one.
std::size_t words_of_piece(std::size_t bytes, int n_pieces) {
  const std::size_t words = bytes / sizeof(std::uint64_t) / static_cast<std::size_t>(n_pieces);
  return (words / words_per_line + 1) * words_per_line;
}

std::uint64_t* map_memory(std::size_t bytes) {
  void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  static_cast<void>(::madvise(memory, bytes, MADV_HUGEPAGE));  // small pages do too
  return static_cast<std::uint64_t*>(memory);
}

}  // namespace

void Limit::Release::operator()(std::uint64_t* memory) const { ::munmap(memory, bytes); }

Limit::Limit(std::size_t bytes, int n_pieces)
    : words_per_piece_(words_of_piece(bytes, n_pieces)),
      n_words_(words_per_piece_ * static_cast<std::size_t>(n_pieces)), n_pieces_(n_pieces),
      memory_(map_memory(n_words_ * sizeof(std::uint64_t)), Release{n_words_ * sizeof(std::uint64_t)}) {
  pass(agents::Crew(1));
}

void Limit::pass(const agents::Crew& crew) {
  crew.for_each_block(n_pieces_, [&](int piece, int) {
    std::uint64_t* words = memory_.get() + static_cast<std::size_t>(piece) * words_per_piece_;
    for (std::size_t i = 0; i < words_per_piece_; ++i) ++words[i];
  });
  ++n_passes_;
}

void Limit::measure(const agents::Crew& crew, std::vector<double>& seconds) {
  const Stopwatch all;
  for (int i = 0; i < least_passes || all.seconds() < seconds_of_passes; ++i) {
    const Stopwatch one;
    pass(crew);
    seconds.push_back(one.seconds());
  }
  const std::uint64_t* words = memory_.get();
  if (std::any_of(words, words + n_words_, [&](std::uint64_t word) { return word != n_passes_; })) {
    throw std::logic_error("a pass over the limit's memory missed a word");
  }
}

}  // namespace bench
