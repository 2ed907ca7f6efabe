// Scenarios: what a file, its parents and --set say, and how a whole scenario is
// written down again.
#include "world/scenario.hpp"

#include <gtest/gtest.h>

#include <bit>

#include "tests/world/tiny_copy.hpp"
#include "world/country.hpp"
#include "world/numbers.hpp"

namespace world {
namespace {

using testing::names_all;
using testing::refusal_of;
using testing::TinyCopy;

const std::filesystem::path scenarios = std::filesystem::path(QONYS_TEST_ASSETS) / "scenarios";

constexpr const char* package = R"(
[[job_package]]
name = "park"
region = "XX-2"
sector = "industry"
start = "2024-06"
jobs = 25
)";

std::string origin_of(const Scenario& scenario, const std::string& path) {
  for (const Origin& origin : scenario.origins) {
    if (origin.path == path) return origin.value + " from " + origin.origin;
  }
  return "none";
}

TEST(Scenario, TinyIsLoadedWithItsValuesAndDefaults) {
  const Scenario scenario = load_scenario(scenarios / "tiny.toml");
  EXPECT_EQ(scenario.name, "tiny");
  EXPECT_EQ(scenario.start, agents::month_of(2023, 1));
  EXPECT_EQ(scenario.n_months, 60);
  EXPECT_EQ(scenario.scale.factor(), 1);
  EXPECT_EQ(scenario.parameters.labour.wage_curve, LabourParameters{}.wage_curve);
  EXPECT_TRUE(scenario.country.folder.is_absolute());
  EXPECT_EQ(load_country(scenario.country).n_regions(), 3);
}

TEST(Scenario, EveryBundledOneFitsItsCountry) {
  for (const auto& entry : std::filesystem::directory_iterator(scenarios)) {
    const Scenario scenario = load_scenario(entry.path());
    EXPECT_FALSE(scenario.title.empty()) << entry.path();
    check_against(scenario, load_country(scenario.country));
  }
}

TEST(Scenario, ChildOverridesItsParentAndKeepsTheRest) {
  const Scenario parent = load_scenario(scenarios / "kazakhstan.toml");
  const Scenario child = load_scenario(scenarios / "kazakhstan_1to20.toml");
  EXPECT_EQ(child.scale.people, 20);
  EXPECT_EQ(child.n_months, parent.n_months);
  EXPECT_EQ(child.country.folder, parent.country.folder);
  EXPECT_EQ(child.name, "kazakhstan_1to20");
  ASSERT_EQ(child.files.size(), 2U);
  EXPECT_EQ(child.files.back(), scenarios / "kazakhstan_1to20.toml");
}

TEST(Scenario, TellsWhereEveryValueCameFrom) {
  const TinyCopy copy;
  const auto child = copy.root() / "scenarios" / "child.toml";
  TinyCopy::write(child, "extends = \"tiny.toml\"\n[labour]\nwage_curve = 0.2\n");
  const Scenario scenario = load_scenario(child, {{"months", "12"}});
  EXPECT_EQ(origin_of(scenario, "labour.wage_curve"), "0.2 from child.toml:3");
  EXPECT_EQ(origin_of(scenario, "start").substr(0, 23), "2023-01 from tiny.toml:");
  EXPECT_EQ(origin_of(scenario, "months"), "12 from --set");
  EXPECT_EQ(origin_of(scenario, "use_drivers"), "true from default");
  int n_parameters = 0;
  visit_parameters(scenario.parameters, [&](const std::string& group, double, const agents::ParameterInfo& info) {
    ++n_parameters;
    EXPECT_NE(origin_of(scenario, group + "." + info.name), "none");
  });
  EXPECT_GT(n_parameters, 50);
}

TEST(Scenario, TakesSettingsOfEveryKindFromTheCommandLine) {
  const Scenario scenario = load_scenario(scenarios / "tiny.toml", {{"scale", "1:20"},
                                                                    {"migration.distance_weight", "0.4"},
                                                                    {"use_drivers", "false"},
                                                                    {"start", "2024-02"},
                                                                    {"seed", "77"}});
  EXPECT_EQ(scenario.scale.people, 20);
  EXPECT_EQ(scenario.parameters.migration.distance_weight, 0.4);
  EXPECT_FALSE(scenario.use_drivers);
  EXPECT_EQ(scenario.start, agents::month_of(2024, 2));
  EXPECT_EQ(scenario.seed, 77U);
}

TEST(Scenario, AddsTheJobPackagesOfTheChildToThoseOfTheParent) {
  const TinyCopy copy;
  const auto child = copy.root() / "scenarios" / "child.toml";
  TinyCopy::append(copy.scenario(), package);
  TinyCopy::write(child, std::string("extends = \"tiny.toml\"\n") + package + "ramp_months = 12\nadditionality = 1\n");
  TinyCopy::replace(child, "park", "port");
  const Scenario scenario = load_scenario(child);
  ASSERT_EQ(scenario.policies.job_packages.size(), 2U);
  EXPECT_EQ(scenario.policies.job_packages[0].name, "park");
  EXPECT_EQ(scenario.policies.job_packages[0].ramp_months, JobPackage{}.ramp_months);
  EXPECT_EQ(scenario.policies.job_packages[1].name, "port");
  EXPECT_EQ(scenario.policies.job_packages[1].start, agents::month_of(2024, 6));
  EXPECT_EQ(scenario.policies.job_packages[1].ramp_months, 12);
  EXPECT_EQ(origin_of(scenario, "job_package[1].jobs"), "25 from child.toml:8");
}

TEST(Scenario, WrittenWholeLoadsToTheSameBits) {
  const TinyCopy copy;
  TinyCopy::append(copy.scenario(), package);
  TinyCopy::replace(copy.scenario(), "title = \"", "title = \"Тест \\\"quoted\\\" \\\\ ");
  TinyCopy::replace(copy.scenario(), "months", "title_kk = \"Бір\"\ntitle_ru = \"Один\"\nmonths");
  Scenario first = load_scenario(copy.scenario(), {{"scale", "3:7"}, {"seed", "9007199254740991"}});
  visit_parameters(first.parameters, [](const char*, double& value, const agents::ParameterInfo& info) {
    value = info.low + (info.high - info.low) / 3;  // no short decimal
  });
  const auto file = copy.root() / "resolved.toml";
  TinyCopy::write(file, resolved_toml(first, "tiny"));
  const Scenario second = load_scenario(file);

  EXPECT_EQ(resolved_toml(second, "tiny"), resolved_toml(first, "tiny"));
  EXPECT_EQ(second.name, first.name);
  EXPECT_EQ(second.title, first.title);
  EXPECT_EQ(second.title_kk, "Бір");
  EXPECT_EQ(second.title_ru, "Один");
  EXPECT_EQ(second.seed, first.seed);
  EXPECT_EQ(second.scale.agents, 3);
  EXPECT_EQ(second.country.folder, first.country.folder);
  EXPECT_EQ(second.policies.job_packages.at(0).jobs, 25);
  std::vector<std::uint64_t> bits;
  visit_parameters(first.parameters, [&](const char*, double v, const agents::ParameterInfo&) {
    bits.push_back(std::bit_cast<std::uint64_t>(v));
  });
  std::size_t i = 0;
  visit_parameters(second.parameters, [&](const char* group, double v, const agents::ParameterInfo& info) {
    EXPECT_EQ(std::bit_cast<std::uint64_t>(v), bits.at(i++)) << group << "." << info.name;
  });
}

TEST(Scenario, KeepsTranslationsOfATitleUntilAnotherFileGivesANewTitle) {
  const TinyCopy copy;
  const auto heir = copy.root() / "scenarios" / "heir.toml";
  TinyCopy::replace(copy.scenario(), "months", "title_ru = \"Три региона\"\nmonths");
  TinyCopy::write(heir, "extends = \"tiny.toml\"\nmonths = 3\n");
  EXPECT_EQ(load_scenario(heir).title_ru, "Три региона");
  TinyCopy::write(heir, "title_kk = \"Жаңа\"\nextends = \"tiny.toml\"\ntitle = \"New\"\n");
  const Scenario scenario = load_scenario(heir);
  EXPECT_EQ(scenario.title_kk, "Жаңа");
  EXPECT_EQ(scenario.title_ru, "");
  EXPECT_EQ(load_scenario(heir, {{"title", "Newest"}}).title_kk, "");
}

TEST(Scenario, FindsItsCountryBesideItselfFirst) {
  const TinyCopy copy;
  std::filesystem::create_directories(copy.root() / "scenarios" / "tiny");
  EXPECT_EQ(load_scenario(copy.scenario()).country.folder, std::filesystem::canonical(copy.root() / "scenarios" / "tiny"));
}

TEST(Scenario, RefusesACircleOfFilesAndShowsIt) {
  const TinyCopy copy;
  const auto folder = copy.root() / "scenarios";
  TinyCopy::write(folder / "a.toml", "extends = \"b.toml\"\n");
  TinyCopy::write(folder / "b.toml", "title = \"b\"\nextends = \"a.toml\"\n");
  EXPECT_TRUE(names_all(refusal_of([&] { (void)load_scenario(folder / "a.toml"); }),
                        {"b.toml:2", "circle", "a.toml → b.toml → a.toml"}));
}

TEST(Scenario, AcceptsEachParameterAtBothEndsOfItsRangeAndRefusesItBeyond) {
  const Parameters defaults;
  visit_parameters(defaults, [](const std::string& group, double, const agents::ParameterInfo& info) {
    const std::string path = group + "." + info.name;
    for (const double end : {info.low, info.high}) {
      EXPECT_EQ(refusal_of([&] {
                  (void)load_scenario(scenarios / "tiny.toml", {{path, number_text(end)}});
                }),
                "accepted")
          << path;
    }
    const std::string beyond = number_text(info.high * 2 + 1);
    EXPECT_TRUE(names_all(refusal_of([&] {
                            (void)load_scenario(scenarios / "tiny.toml", {{path, beyond}});
                          }),
                          {"--set", path, beyond, "allowed"}));
  });
}

TEST(Month, IsWrittenAsYearAndMonth) {
  EXPECT_EQ(month_text(agents::month_of(2023, 1)), "2023-01");
  EXPECT_EQ(month_text(agents::month_of(2047, 12)), "2047-12");
  EXPECT_EQ(parse_month("2047-12", "here"), agents::month_of(2047, 12));
}

TEST(Scale, IsAgentsForPeople) {
  EXPECT_EQ(parse_scale("1:20", "here").people, 20);
  EXPECT_EQ(parse_scale("10:1", "here").agents, 10);
}

}  // namespace
}  // namespace world
