// Work is done once, by whoever comes, and errors come back.
#include "render/figures/workers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace {

using figures::Workers;

TEST(Workers, EveryPieceIsDoneOnceRoundAfterRound) {
  for (const int n_workers : {0, 1, 2, 5}) {
    Workers workers(n_workers);
    for (int round = 0; round < 50; ++round) {
      std::vector<std::atomic<int>> done(round);
      workers.share(round, [&](int piece, int worker) {
        EXPECT_LT(worker, workers.count());
        ++done[static_cast<std::size_t>(piece)];
      });
      for (const std::atomic<int>& times : done) EXPECT_EQ(times, 1);
    }
  }
}

TEST(Workers, AnErrorIsThrownOnAndTheNextRoundGoesWell) {
  Workers workers(3);
  EXPECT_THROW(workers.share(100,
                             [](int piece, int) {
                               if (piece == 7) throw std::runtime_error("seven");
                             }),
               std::runtime_error);
  std::atomic<int> n = 0;
  workers.share(100, [&](int, int) { ++n; });
  EXPECT_EQ(n, 100);
}

TEST(Workers, EndWithoutHavingWorked) { const Workers workers(4); }

}  // namespace
