// Sessions and the headless program: what one of them shows, the other comes to.
#include <cstdlib>

#include "render/session.hpp"
#include "tests/render/session_fixture.hpp"

namespace viewer::testing {
namespace {

void qonys(const std::string& words) {
  ASSERT_EQ(std::system((std::string(QONYS_PROGRAM) + " " + words + " --quiet > /dev/null").c_str()), 0) << words;
}

TEST(SessionAndProgram, ASavedScenarioRunsToTheMonthsThatWereShown) {
  const Scratch scratch;
  const auto session = Session::open("tiny", ways_in(scratch / "s"));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  session->add_policy("job_package", plant("Plant", "2024-09"));
  session->run_from_here(20);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  session->save_scenario(scratch / "saved.toml");
  qonys("run " + (scratch / "saved.toml").string() + " --out " + (scratch / "run").string());
  const auto run = Session::open(scratch / "run", ways_in({}));
  EXPECT_EQ(run->base().card->status, "finished");
  EXPECT_EQ(run->levers().policies().at(0).name(), "Plant");
  EXPECT_EQ(hashes_of(*run), hashes_of(*session));
}

TEST(SessionAndProgram, ARunIsShownAsItWasAndGoneOnFromItsCheckpoints) {
  const Scratch scratch;
  qonys("run tiny --months 30 --checkpoint-every 12 --out " + (scratch / "run").string());
  qonys("run tiny --months 40 --out " + (scratch / "longer").string());
  const auto session = Session::open(scratch / "run", ways_in(scratch / "s"));
  EXPECT_EQ(session->n_months(), 31);
  EXPECT_EQ(session->branch_marks(), (std::vector<int>{12, 24, 30}));
  session->set_target(agents::month_of(2026, 4));
  session->run_from_here(30);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().remark, "");
  EXPECT_EQ(hashes_of(*session), hashes_of(*Session::open(scratch / "longer", ways_in({}))));
}

TEST(SessionAndProgram, ALoneCheckpointOfARunFindsItsBundledScenario) {
  const Scratch scratch;
  qonys("run tiny --months 24 --seed 3 --out " + (scratch / "run").string());
  fs::copy_file(scratch / "run/checkpoints/2024-12.qonys", scratch / "lone.qonys");
  const auto session = Session::open(scratch / "lone.qonys", ways_in({}));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::done) << session->status().text;
  const std::vector<std::uint64_t> run = hashes_of_run(world::testing::tiny_scenario({{"seed", "3"}}), 60);
  EXPECT_EQ(hashes_of(*session), std::vector<std::uint64_t>(run.begin() + 24, run.end()));
}

TEST(SessionAndProgram, ABranchOfARunIsNotSavedAsAScenarioThatWouldNotGiveIt) {
  const Scratch scratch;
  const std::string run = (scratch / "run").string(), branch = (scratch / "branch").string();
  qonys("run tiny --months 24 --out " + run);
  qonys("branch " + run + " --at 2023-12 --set migration.wage_weight=2 --out " + branch);
  const auto session = Session::open(branch, ways_in({}));
  EXPECT_EQ(session->n_months(), 25);
  EXPECT_TRUE(names_all(refusal_of([&] { session->save_scenario(scratch / "saved.toml"); }), {"is a branch of", run}));
  session->set_target(agents::month_of(2025, 3));
  session->run_from_here(14);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::done) << session->status().text;
  EXPECT_EQ(session->n_months(), 28);
}

}  // namespace
}  // namespace viewer::testing
