// Every kind of policy and every field of one has words in three languages. A lever added later fails here until it
// has them (world/observers/phrases_of_levers.hpp).
#include <gtest/gtest.h>

#include <filesystem>

#include "render/session_levers.hpp"
#include "world/observers/phrases.hpp"

namespace viewer::testing {
namespace {

using world::observers::Language;
using world::observers::lever_words;

TEST(LeverWords, ThereAreForEveryKindAndFieldInThreeLanguages) {
  for (const KindInfo& kind : policy_kinds()) {
    for (const Language language : world::observers::languages) {
      const auto words = lever_words(kind.kind, "", language);
      EXPECT_FALSE(words.name.empty() || words.sentence.empty()) << kind.kind;
      for (const FieldInfo& field : kind.fields) {
        const auto of_field = lever_words(kind.kind, field.name, language);
        EXPECT_FALSE(of_field.name.empty()) << kind.kind << '.' << field.name;
        EXPECT_FALSE(of_field.sentence.empty()) << kind.kind << '.' << field.name;
        EXPECT_EQ(of_field.unit.empty(), field.kind != world::FieldKind::number) << kind.kind << '.' << field.name;
      }
    }
  }
}

TEST(LeverWords, DifferBetweenLanguages) {
  for (const KindInfo& kind : policy_kinds()) {
    const auto kk = lever_words(kind.kind, "", Language::kk), ru = lever_words(kind.kind, "", Language::ru),
               en = lever_words(kind.kind, "", Language::en);
    EXPECT_NE(kk.name, ru.name);
    EXPECT_NE(ru.name, en.name);
  }
}

TEST(LeverWords, ThereAreNoneForWhatIsNoLever) {
  EXPECT_TRUE(lever_words("job_package", "colour", Language::en).name.empty());
  EXPECT_TRUE(lever_words("subsidy", "", Language::en).name.empty());
  EXPECT_TRUE(world::observers::lever_value_words("magic", Language::kk).empty());
}

TEST(LeverWords, NameEverySectorAndSystemOfTheBundledCountries) {
  for (const char* folder : {"tiny", "kazakhstan"}) {
    const world::Country country = world::load_country(std::filesystem::path(QONYS_TEST_ASSETS) / folder);
    for (const auto kind : {world::FieldKind::sector, world::FieldKind::system, world::FieldKind::study_field}) {
      for (const std::string& value : choices_of(kind, country))
        EXPECT_FALSE(world::observers::lever_value_words(value, Language::kk).empty()) << value;
    }
  }
}

}  // namespace
}  // namespace viewer::testing
