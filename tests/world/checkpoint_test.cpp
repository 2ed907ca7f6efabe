// A world that was saved and loaded goes on as if nothing had happened.
#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>

#include <fstream>
#include <iterator>

#include "agents/block_check.hpp"
#include "tests/world/hash_trace.hpp"
#include "world/errors.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/observers/checkpoint_state.hpp"

namespace world::observers {
namespace {

using namespace world::testing;
namespace fs = std::filesystem;

/// A file of its own for one test, removed with it.
class ScratchFile {
 public:
  ScratchFile()
      : path_(fs::temp_directory_path() /
              ("qonys-checkpoint-" + std::to_string(::getpid()) + "-" + std::to_string(++count))) {}
  ~ScratchFile() { fs::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  operator const fs::path&() const { return path_; }  // NOLINT(google-explicit-constructor)

 private:
  static inline int count = 0;
  fs::path path_;
};

std::string bytes_in(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Setting tiny(Sets sets = {}) {
  sets.emplace_back("synthesis.block_citizens", "256");
  return Setting(tiny_scenario(sets));
}

const ProgramName program{"0.0.0", "test"};

CheckpointSize save(const fs::path& file, const World& world, Codec codec = Codec::raw, const Crew& crew = Crew(2)) {
  return write_checkpoint(file, world, Recording{}, program, scenario_hash(world.scenario, ""), codec, crew);
}

void expect_same_future(World& one, World& other, int n_months, const Crew& crew) {
  for (int month = 0; month < n_months; ++month) {
    advance(one, Crew(2));
    advance(other, crew);
    ASSERT_TRUE(same_hashes({one.hash}, {other.hash})) << "month " << month + 1 << " after loading";
  }
  EXPECT_EQ(bytes_of_places(one), bytes_of_places(other));
}

TEST(Checkpoint, AWorldSavedInAnyMonthOfTheYearGoesOnToTheBitOnAnyThreadsAndRanks) {
  const Setting setting = tiny();
  World world = built(setting);
  for (int month = 0; month < 14; ++month) {
    SCOPED_TRACE(month_text(world.month));
    const ScratchFile file;
    save(file, world);
    World loaded = Checkpoint(file).load(setting.scenario, setting.country, Crew(1 + month % 3, 1 + month % 2));
    ASSERT_TRUE(same_hashes({world.hash}, {loaded.hash}));
    ASSERT_EQ(bytes_of_places(world), bytes_of_places(loaded));
    World original = Checkpoint(file).load(setting.scenario, setting.country, Crew(2));
    advance(world, Crew(2));
    advance(loaded, Crew(3, 2));
    ASSERT_TRUE(same_hashes({world.hash}, {loaded.hash}));
  }
}

TEST(Checkpoint, TheNationWithPoliciesGoesOnToTheBitForTwoYears) {
  Setting setting(load_scenario(scenario_folder / "karaganda.toml",
                                {{"scale", "1:1000"}, {"synthesis.block_citizens", "2048"}, {"start", "2026-06"}}));
  World world = built(setting);
  advance_months(world, 11);  // the package is being built
  const ScratchFile file;
  save(file, world, Codec::zstd);
  World loaded = Checkpoint(file).load(setting.scenario, setting.country, Crew(3));
  expect_same_future(world, loaded, 24, Crew(1, 5));
}

TEST(Checkpoint, TheFileIsTheSameBytesOnAnyThreadsAndAfterLoadingAndSavingAgain) {
  const Setting setting = tiny();
  World world = built(setting);
  advance_months(world, 5);
  for (const Codec codec : {Codec::raw, Codec::zstd}) {
    const ScratchFile alone, together, again;
    save(alone, world, codec, Crew(1));
    save(together, world, codec, Crew(3, 2));
    save(again, Checkpoint(alone).load(setting.scenario, setting.country, Crew(2)), codec);
    EXPECT_EQ(bytes_in(alone), bytes_in(together));
    EXPECT_EQ(bytes_in(alone), bytes_in(again));
  }
}

TEST(Checkpoint, ZstdMakesItSmallerAndBothSizesAreTold) {
  World world = built(tiny());
  const ScratchFile raw, packed;
  const CheckpointSize plain = save(raw, world), small = save(packed, world, Codec::zstd);
  EXPECT_EQ(plain.stored, fs::file_size(raw));
  EXPECT_EQ(small.stored, fs::file_size(packed));
  EXPECT_EQ(small.plain, plain.plain);
  EXPECT_LT(small.stored, plain.stored * 3 / 4);
  EXPECT_EQ(Checkpoint(packed).size().plain, plain.plain);
}

TEST(Checkpoint, TheHeadTellsWhatItIsOf) {
  const Setting setting = tiny({{"seed", "77"}});
  World world = built(setting);
  advance_months(world, 7);
  const ScratchFile file;
  save(file, world);
  const Checkpoint checkpoint(file);
  const CheckpointHead& head = checkpoint.head();
  EXPECT_EQ(head.format, checkpoint_format);
  EXPECT_EQ(head.program + head.sources, program.version + program.sources);
  EXPECT_EQ(head.scenario, "tiny");
  EXPECT_EQ(month_text(head.month), "2023-07");
  EXPECT_EQ(head.months_done(), 7);
  EXPECT_EQ(head.seed, 77U);
  EXPECT_EQ(head.regions.size(), 3U);
  EXPECT_EQ(head.citizens, world.n_citizens());
  EXPECT_EQ(head.state_hash, world.hash.state);
}

TEST(Checkpoint, CountsThePeopleOfEveryRegionFromTheRows) {
  World world = built(tiny());
  advance_months(world, 3);
  const ScratchFile file;
  save(file, world);
  const auto people = Checkpoint(file).count_people(Crew(2));
  const auto tallied = people_by_region(world.tally, world.country.n_regions());
  EXPECT_EQ(std::vector<double>(people.begin(), people.end()), tallied);
}

TEST(Checkpoint, WhatTheRunRecordedComesBack) {
  World world = built(tiny());
  Recording recording;
  recording.summary.add(take_snapshot(world));
  for (int month = 0; month < 5; ++month) {
    advance(world, Crew(2));
    recording.summary.add(take_snapshot(world));
    recording.movers.add(world);
  }
  recording.files = {{"panel.csv", 1234, 5678}, {"flows.csv", 0, 9}};
  const ScratchFile file;
  write_checkpoint(file, world, recording, program, 0, Codec::raw, Crew(2));
  const Recording back = Checkpoint(file).recording();
  EXPECT_EQ(bytes_of_recording(back), bytes_of_recording(recording));
  std::string rows, rows_back;
  recording.movers.append_rows(rows);
  back.movers.append_rows(rows_back);
  EXPECT_GT(rows.size(), 100U);
  EXPECT_EQ(rows, rows_back);
  const RunLabel label{
      .scenario = "tiny", .title = "t", .title_kk = "", .title_ru = "", .scale = "1:1", .seed = "1", .sources = ""};
  EXPECT_EQ(summary_markdown(recording.summary, label, Language::kk),
            summary_markdown(back.summary, label, Language::kk));
  EXPECT_EQ(back.files.size(), 2U);
  EXPECT_EQ(back.files[0].name, "panel.csv");
}

TEST(Checkpoint, TheScenarioHashKnowsEverySettingButTheLength) {
  const std::uint64_t hash = scenario_hash(tiny().scenario, "tables");
  EXPECT_EQ(scenario_hash(tiny({{"months", "7"}}).scenario, "tables"), hash);
  EXPECT_NE(scenario_hash(tiny({{"seed", "7"}}).scenario, "tables"), hash);
  EXPECT_NE(scenario_hash(tiny({{"migration.distance_weight", "0.3"}}).scenario, "tables"), hash);
  EXPECT_NE(scenario_hash(tiny().scenario, "other tables"), hash);
}

/// The message with which loading is refused.
std::string refusal(const fs::path& file, const Setting& setting) {
  try {
    static_cast<void>(Checkpoint(file).load(setting.scenario, setting.country, Crew(2)));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Checkpoint, RefusesAnotherCountryAnotherScaleAndTablesOfAnotherShape) {
  const Setting setting = tiny();
  const ScratchFile file;
  save(file, built(setting));
  EXPECT_EQ(refusal(file, setting), "");
  EXPECT_NE(refusal(file, Setting(country_scenario("1:1000"))).find("another country"), std::string::npos);
  EXPECT_NE(refusal(file, tiny({{"scale", "2:1"}})).find("another country, scale"), std::string::npos);
  EXPECT_NE(refusal(file, tiny({{"housing.completion_months", "7"}})).find("other shapes"), std::string::npos);
}

TEST(Checkpoint, RefusesWhatIsNoneAndANewerFormatWithAMessage) {
  const Setting setting = tiny();
  const ScratchFile none;
  std::ofstream(static_cast<const fs::path&>(none), std::ios::binary) << "month,state_hash\n2023-01,00\n";
  EXPECT_NE(refusal(none, setting).find("not a checkpoint of Qonys"), std::string::npos);
  EXPECT_NE(refusal("/nowhere/at.all", setting).find("cannot read"), std::string::npos);
  EXPECT_NE(refusal(fs::temp_directory_path(), setting).find("cannot read"), std::string::npos);
}

TEST(Checkpoint, ABlockWhoseRowsContradictEachOtherIsFound) {
  const Setting setting = tiny();
  const World world = built(setting);
  agents::Block& block = const_cast<agents::Block&>(world.blocks[0]);
  const agents::BlockLimits limits{
      .n_regions = 3, .n_sectors = setting.country.n_sectors(), .now = world.month, .hub = world.hub};
  const auto fault = [&] {
    const char* found = agents::fault_of(block, limits);
    return std::string(found == nullptr ? "" : found);
  };
  EXPECT_EQ(fault(), "");
  const auto with = [&](auto& cell, auto value) {
    const auto before = std::exchange(cell, static_cast<std::remove_reference_t<decltype(cell)>>(value));
    const std::string found = fault();
    cell = before;
    return found;
  };
  EXPECT_NE(with(block.region[3], 3), "");
  EXPECT_NE(with(block.registered[3], 200), "");
  EXPECT_EQ(with(block.registered[3], 255), "");
  EXPECT_NE(with(block.home[3], 17), "");
  EXPECT_NE(with(block.next[3], 60000), "");
  EXPECT_NE(with(block.next[3], block.next[3] == 5 ? 6 : 5), "");
  EXPECT_NE(with(block.skill[3], 15), "");
  EXPECT_NE(with(block.post[3], 15), "");
  EXPECT_NE(with(block.born[3], world.month + 1), "");
  EXPECT_NE(with(block.born[3], world.month - 200 * 12), "");
  EXPECT_NE(with(block.status[3], block.status[3] ^ agents::status::head), "");
  EXPECT_EQ(fault(), "");
}

}  // namespace
}  // namespace world::observers
