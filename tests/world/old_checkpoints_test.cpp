// Checkpoints of released formats are read, and newer ones refused.
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

TEST(OldCheckpoints, ThereIsOneOfEveryFormat) {
  for (std::uint32_t format = 1; format <= checkpoint_format; ++format) {
    EXPECT_TRUE(fs::exists(folder / ("format_" + std::to_string(format) + ".qonys"))) << format;
  }
}

TEST(OldCheckpoints, FormatTwoIsReadWholeAndItsCitizensLiveWhereTheyLived) {
  const Checkpoint checkpoint(folder / "format_2.qonys");
  EXPECT_EQ(checkpoint.head().format, 2U);
  EXPECT_EQ(month_text(checkpoint.head().month), "2023-03");
  EXPECT_EQ(hash_text(checkpoint.head().state_hash), "00c716793e2dc2ac");
  EXPECT_EQ(checkpoint.count_people(Crew(2)), (std::vector<std::int64_t>{410, 320, 297}));
  EXPECT_EQ(checkpoint.recording().summary.n_months(), 3);
  EXPECT_EQ(checkpoint.recording().files.size(), 7U);
}

TEST(OldCheckpoints, FormatTwoIsLoadedToTheStateThatWasSavedAndGoesOn) {
  const Checkpoint checkpoint(folder / "format_2.qonys");
  const Setting setting(tiny_scenario());
  World world = checkpoint.load(setting.scenario, setting.country, Crew(2));
  EXPECT_EQ(hash_text(world.hash.state), "00c716793e2dc2ac");
  advance(world, Crew(2));  // the books are checked
  EXPECT_EQ(month_text(world.month), "2023-04");
}

// It has no accounts: nobody could say what was in them.
TEST(OldCheckpoints, FormatOneIsRefusedByItsNumber) {
  try {
    const Checkpoint checkpoint(folder / "format_1.qonys");
    ADD_FAILURE() << "it was read";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("format 1; this program reads format 2: use the program that wrote it"),
              std::string::npos)
        << error.what();
  }
}

// A head of tomorrow is not read as one of today, however right its checksums are.
TEST(OldCheckpoints, ANewerFormatIsRefusedByItsNumber) {
  std::ifstream stream(folder / "format_2.qonys", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::uint32_t newer = checkpoint_format + 1;
  std::memcpy(bytes.data() + 8, &newer, sizeof newer);
  const std::uint64_t checksum = fingerprint({bytes.data(), 48});
  std::memcpy(bytes.data() + 48, &checksum, sizeof checksum);
  try {
    const Checkpoint checkpoint(std::as_bytes(std::span(bytes)), false);
    ADD_FAILURE() << "it was read";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("format 3; this program reads format 2: use a newer program"),
              std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace world::observers
