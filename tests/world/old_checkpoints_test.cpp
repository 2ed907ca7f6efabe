// The present format is read whole; older and newer ones are refused by their number.
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>

#include "tests/world/worlds.hpp"
#include "world/errors.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

using namespace world::testing;
namespace fs = std::filesystem;

const fs::path folder = fs::path(QONYS_SOURCE_DIR) / "tests" / "old_checkpoints";

fs::path file_of(std::uint32_t format) { return folder / ("format_" + std::to_string(format) + ".qonys"); }
constexpr const char* saved_hash = "c6db0f1ca6005b33";

TEST(OldCheckpoints, ThereIsOneOfEveryFormat) {
  for (std::uint32_t format = 1; format <= checkpoint_format; ++format) {
    EXPECT_TRUE(fs::exists(file_of(format))) << format;
  }
}

TEST(OldCheckpoints, ThePresentOneIsReadWholeAndItsCitizensLiveWhereTheyLived) {
  const Checkpoint checkpoint(file_of(checkpoint_format));
  EXPECT_EQ(checkpoint.head().format, checkpoint_format);
  EXPECT_EQ(month_text(checkpoint.head().month), "2023-03");
  EXPECT_EQ(hash_text(checkpoint.head().state_hash), saved_hash);
  EXPECT_EQ(checkpoint.count_people(Crew(2)), (std::vector<std::int64_t>{410, 316, 301}));
  EXPECT_EQ(checkpoint.recording().summary.n_months(), 3);
  EXPECT_EQ(checkpoint.recording().files.size(), 10U);
}

TEST(OldCheckpoints, ThePresentOneIsLoadedToTheStateThatWasSavedAndGoesOn) {
  const Checkpoint checkpoint(file_of(checkpoint_format));
  const Setting setting(tiny_scenario());
  World world = checkpoint.load(setting.scenario, setting.country, Crew(2));
  EXPECT_EQ(hash_text(world.hash.state), saved_hash);
  advance(world, Crew(2));  // the books are checked
  EXPECT_EQ(month_text(world.month), "2023-04");
}

// Each lacks something that nobody could say now: 1 places of study, 2 what was in the accounts, 3 the state of knowledge.
TEST(OldCheckpoints, OlderOnesAreRefusedByTheirNumber) {
  for (std::uint32_t format = 1; format < checkpoint_format; ++format) {
    try {
      const Checkpoint checkpoint(file_of(format));
      ADD_FAILURE() << format << " was read";
    } catch (const InputError& error) {
      const std::string expected = "format " + std::to_string(format) + "; this program reads format " +
                                   std::to_string(checkpoint_format) + ": use the program that wrote it";
      EXPECT_NE(std::string(error.what()).find(expected), std::string::npos) << error.what();
    }
  }
}

// A head of tomorrow is not read as one of today, however right its checksums are.
TEST(OldCheckpoints, ANewerFormatIsRefusedByItsNumber) {
  std::ifstream stream(file_of(checkpoint_format), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::uint32_t newer = checkpoint_format + 1;
  std::memcpy(bytes.data() + 8, &newer, sizeof newer);
  const std::uint64_t checksum = fingerprint({bytes.data(), 48});
  std::memcpy(bytes.data() + 48, &checksum, sizeof checksum);
  const std::string expected = "format " + std::to_string(newer) + "; this program reads format " +
                               std::to_string(checkpoint_format) + ": use a newer program";
  try {
    const Checkpoint checkpoint(std::as_bytes(std::span(bytes)), false);
    ADD_FAILURE() << "it was read";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find(expected), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace world::observers
