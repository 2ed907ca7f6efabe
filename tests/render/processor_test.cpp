// What window and simulation cost, told apart by the names of threads.
#include "render/processor.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/render/session_fixture.hpp"

namespace viewer::testing {
namespace {

TEST(ProcessorShare, IsOfTheTimeOfAllProcessors) {
  const ProcessorTime from{.wall = 100, .simulation = 5, .viewer = 1, .idle = 40, .n_processors = 2};
  const ProcessorTime to{.wall = 110, .simulation = 20, .viewer = 2, .idle = 43, .n_processors = 2};
  const ProcessorShare share = share_between(from, to);
  EXPECT_DOUBLE_EQ(share.seconds, 10);
  EXPECT_DOUBLE_EQ(share.viewer, 1.0 / 20);
  EXPECT_DOUBLE_EQ(share.simulation, 15.0 / 20);
  EXPECT_DOUBLE_EQ(share.simulation_of_rest, 15.0 / 18) << "1 s was the viewer's and 1 s other programs'";
  EXPECT_LT(share_between({}, to).simulation_of_rest, 0) << "what is not known is not told";
}

/// Keeps a processor busy for so long a time of the thread's own.
void work(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
  }
}

TEST(ProcessorTime, TellsTheSimulationFromWhoWatchesIt) {
  const auto session = Session::open("tiny", ways_in({}, 2));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  const ProcessorTime simulated = processor_time();
  EXPECT_GT(simulated.simulation, 0.001) << "60 months";
  work(std::chrono::milliseconds(50));
  const ProcessorTime watched = processor_time();
  EXPECT_GT(watched.viewer, simulated.viewer);
  EXPECT_LT(watched.simulation - simulated.simulation, watched.viewer - simulated.viewer);
  EXPECT_GE(watched.n_processors, 1);
}

}  // namespace
}  // namespace viewer::testing
