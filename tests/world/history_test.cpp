// The tables of a run read back: exactly what was written, or a line that says why not.
#include "world/observers/history.hpp"

#include "tests/world/recorded_run.hpp"
#include "world/observers/run_card.hpp"

namespace world::testing {
namespace {

using observers::History;
using observers::Snapshot;

class HistoryOfARun : public ::testing::Test {
 protected:
  TinyCopy copy_;
  std::vector<Snapshot> months_ = recorded_months(14);
  Tables tables_{months_};

  void SetUp() override { tables_.write(copy_.root()); }
  [[nodiscard]] History read() const { return observers::read_history(copy_.root(), tiny_regions(), 20); }
  [[nodiscard]] std::string refusal() const {
    return refusal_of([&] { (void)read(); });
  }
};

TEST_F(HistoryOfARun, ReadAndWrittenAgainIsTheSameBytes) {
  const History history = read();
  EXPECT_EQ(history.cut, "");
  ASSERT_EQ(history.months.size(), months_.size());
  const Tables again(history.months);
  EXPECT_EQ(again.panel, tables_.panel);
  EXPECT_EQ(again.flows, tables_.flows);
  EXPECT_EQ(again.costs, tables_.costs);
  EXPECT_EQ(again.hashes, tables_.hashes);
  EXPECT_NE(tables_.costs.find('"'), std::string::npos) << "the test wants cost lines";
}

TEST_F(HistoryOfARun, HasEveryCountAndHashOfTheSnapshotsItWasWrittenFrom) {
  const History history = read();
  ASSERT_EQ(history.months.size(), months_.size());
  for (std::size_t i = 0; i < months_.size(); ++i) {
    const Snapshot& found = history.months[i];
    EXPECT_EQ(found.month, months_[i].month);
    EXPECT_EQ(found.is_start, months_[i].is_start);
    EXPECT_EQ(found.people_per_agent, 20);
    EXPECT_EQ(found.state_hash, months_[i].state_hash);
    EXPECT_EQ(found.column_hashes, months_[i].column_hashes);
    EXPECT_EQ(found.moves, months_[i].moves);
    EXPECT_EQ(found.registrations, months_[i].registrations);
    EXPECT_EQ(found.total(&observers::RegionSnapshot::population_actual),
              months_[i].total(&observers::RegionSnapshot::population_actual));
    EXPECT_EQ(found.regions[2].name_kk, months_[i].regions[2].name_kk);
    EXPECT_NEAR(found.regions[1].mean_wage_kzt, months_[i].regions[1].mean_wage_kzt, 0.0051);
  }
}

TEST_F(HistoryOfARun, OfAKilledRunEndsBeforeTheMonthThatIsNotWhole) {
  for (const std::size_t lost : {std::size_t{1}, std::size_t{40}, std::size_t{700}}) {
    TinyCopy::write(copy_.root() / "panel.csv", tables_.panel.substr(0, tables_.panel.size() - lost));
    const History history = read();
    ASSERT_LT(history.months.size(), months_.size());
    ASSERT_GE(history.months.size(), months_.size() - 3);
    EXPECT_TRUE(names_all(history.cut, {"panel.csv:", "ends within", "what is shown ends before"}));
    EXPECT_EQ(history.months.back().state_hash, months_[history.months.size() - 1].state_hash);
  }
}

TEST_F(HistoryOfARun, LeavesOutAMonthWhoseFlowsOrHashesWereCutOff) {
  TinyCopy::write(copy_.root() / "flows.csv", tables_.flows.substr(0, tables_.flows.size() - 3));
  const std::size_t last_row = tables_.flows.rfind('\n', tables_.flows.size() - 2) + 1;  // a small month has no flows
  EXPECT_EQ(month_text(read().months.back().month + 1), tables_.flows.substr(last_row, 7));
  EXPECT_TRUE(names_all(read().cut, {"flows.csv:", "ends within"}));
  tables_.write(copy_.root());
  TinyCopy::write(copy_.root() / "hashes.csv", tables_.hashes.substr(0, tables_.hashes.size() - 3));
  EXPECT_EQ(read().months.size(), months_.size() - 1);
}

TEST_F(HistoryOfARun, OfATruncatedMonthsTableTellsThatMoreWasBegun) {
  TinyCopy::write(copy_.root() / "months.csv", tables_.months.substr(0, tables_.months.size() - 5));
  EXPECT_EQ(read().months.size(), months_.size() - 1);
  EXPECT_TRUE(names_all(read().cut, {"panel.csv:", "no whole month"}));
}

TEST_F(HistoryOfARun, OfAnotherVersionNamesTheColumn) {
  TinyCopy::replace(copy_.root() / "panel.csv", "rent_kzt_per_m2,", "");
  EXPECT_TRUE(names_all(refusal(), {"panel.csv:1", "'rent_kzt_per_m2' is missing", "another version"}));
  tables_.write(copy_.root());
  TinyCopy::replace(copy_.root() / "panel.csv", "households_moved_count\n", "households_moved_count,cats\n");
  EXPECT_TRUE(names_all(refusal(), {"panel.csv:1", "'cats' is unknown"}));
  tables_.write(copy_.root());
  TinyCopy::replace(copy_.root() / "flows.csv", "origin,destination", "destination,origin");
  EXPECT_TRUE(names_all(refusal(), {"flows.csv:1", "'destination' stands where 'origin' should"}));
}

TEST_F(HistoryOfARun, WithDamagedRowsIsRefusedWithTheLine) {
  TinyCopy::replace(copy_.root() / "panel.csv", "\n2023-01,XX-1,", "\n2023-01,XX-1,x");
  EXPECT_TRUE(names_all(refusal(), {"panel.csv:5", "allowed a whole number"}));
  tables_.write(copy_.root());
  TinyCopy::replace(copy_.root() / "panel.csv", "\n2023-01,XX-1,", "\n2023-01,XX-1,7,");
  EXPECT_TRUE(names_all(refusal(), {"panel.csv:5", "cells", "as many as columns"}));
  tables_.write(copy_.root());
  TinyCopy::replace(copy_.root() / "panel.csv", "\n2023-01,XX-2,", "\n2023-01,XX-9,");
  EXPECT_TRUE(names_all(refusal(), {"panel.csv:6", "XX-9", "XX-2"}));
  tables_.write(copy_.root());
  TinyCopy::replace(copy_.root() / "hashes.csv", "2023-01,born,", "2023-01,born,g");
  EXPECT_TRUE(names_all(refusal(), {"hashes.csv:", "16 hexadecimal digits"}));
}

TEST_F(HistoryOfARun, WithMonthsOutOfOrderIsRefusedWithTheLine) {
  TinyCopy::replace(copy_.root() / "months.csv", "\n2023-02,", "\n2023-03,");
  EXPECT_TRUE(names_all(refusal(), {"months.csv:4", "'2023-03'", "2023-02"}));
  tables_.write(copy_.root());
  TinyCopy::replace(copy_.root() / "panel.csv", "\n2023-02,XX-1", "\n2023-07,XX-1");
  EXPECT_TRUE(names_all(refusal(), {"panel.csv:8", "2023-07", "2023-02"}));
}

TEST_F(HistoryOfARun, WhoseMovesDoNotAddUpIsRefused) {
  const std::size_t row = tables_.flows.find("\n2023-04,") + 1;
  std::string flows = tables_.flows;
  flows.erase(row, flows.find('\n', row) + 1 - row);
  TinyCopy::write(copy_.root() / "flows.csv", flows);
  EXPECT_TRUE(names_all(refusal(), {"flows.csv:", "2023-04", "do not add up"}));
}

TEST_F(HistoryOfARun, WithoutItsTablesIsRefused) {
  std::filesystem::remove(copy_.root() / "flows.csv");
  EXPECT_TRUE(names_all(refusal(), {"flows.csv", "cannot read"}));
}

TEST_F(HistoryOfARun, UnderWayIsFollowedMonthByMonth) {
  Tables so_far;
  so_far.write(copy_.root());
  observers::HistoryReader reader(copy_.root(), tiny_regions(), 20);
  EXPECT_TRUE(reader.read_more().months.empty());
  std::vector<Snapshot> found;
  for (const Snapshot& month : months_) {
    so_far.add(month);
    so_far.write(copy_.root());
    TinyCopy::append(copy_.root() / "panel.csv", "2023-");  // the next one is being written
    for (Snapshot& more : reader.read_more().months) found.push_back(std::move(more));
  }
  EXPECT_EQ(Tables(found).panel, tables_.panel);
  EXPECT_EQ(Tables(found).flows, tables_.flows);
}

TEST_F(HistoryOfARun, TakenUpFromACheckpointGivesNoMonthTwice) {
  observers::HistoryReader reader(copy_.root(), tiny_regions(), 20);
  std::vector<Snapshot> found = reader.read_more().months;
  Tables(std::vector<Snapshot>(months_.begin(), months_.begin() + 6)).write(copy_.root());
  EXPECT_TRUE(reader.read_more().months.empty());
  tables_.write(copy_.root());
  EXPECT_TRUE(reader.read_more().months.empty());
  EXPECT_EQ(found.size(), months_.size());
}

TEST(RunCard, RefusesAFolderThatIsNoRuns) {
  const TinyCopy copy;
  EXPECT_FALSE(observers::is_run_folder(copy.root()));
  EXPECT_TRUE(names_all(refusal_of([&] { (void)observers::read_run_card(copy.root()); }), {"not a run folder"}));
}

TEST(RunCard, ReadsManifestTitlesAndRegionsAndRefusesADamagedLine) {
  const TinyCopy copy;
  Scenario scenario = load_scenario(copy.scenario());
  scenario.title_kk = "Үш аймақ";
  std::filesystem::create_directories(copy.root() / "inputs");
  std::filesystem::rename(copy.country(), copy.root() / "inputs" / "country");
  TinyCopy::write(copy.root() / "inputs" / "scenario.toml", resolved_toml(scenario, "country"));
  TinyCopy::write(copy.root() / "manifest.toml",
                  "# a run\nstatus = \"interrupted\"  # running, finished\nscenario = \"ti\\\"ny\"\nseed = 7\n"
                  "scale = \"1:20\"  # agents : people\npeople_per_agent = 20  # counts\nstart = \"2023-01\"\n"
                  "months = 60\nmonths_done = 14\n\n[[input]]\npath = \"x\"\nseed = 9\n");
  const observers::RunCard card = observers::read_run_card(copy.root());
  EXPECT_EQ(card.status, "interrupted");
  EXPECT_EQ(card.scenario, "ti\"ny");
  EXPECT_EQ(card.seed, 7U);
  EXPECT_EQ(card.people_per_agent, 20);
  EXPECT_EQ(card.start, agents::month_of(2023, 1));
  EXPECT_EQ(card.months_done, 14);
  EXPECT_EQ(card.title_kk, "Үш аймақ");
  ASSERT_EQ(card.regions.size(), 3U);
  EXPECT_EQ(card.regions[1].name, "Beta");
  TinyCopy::replace(copy.root() / "manifest.toml", "seed = 7", "seed = x");
  EXPECT_TRUE(names_all(refusal_of([&] { (void)observers::read_run_card(copy.root()); }),
                        {"manifest.toml:4", "'seed' is 'x'"}));
}

}  // namespace
}  // namespace world::testing
