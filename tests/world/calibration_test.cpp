// The calibration finds values that are known, shrinks what has a prior, knows
// no threads, and refuses what it cannot read.
#include "world/calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/tiny_copy.hpp"
#include "tests/world/worlds.hpp"
#include "world/calibration_file.hpp"
#include "world/dense.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;
using Kind = FreeValue::Kind;

constexpr double ratio = 1.2;

/// A small nation whose places have spoken.
struct Scene {
  Crew crew;
  World world;
  HeadTypes heads;
  explicit Scene(const std::string& scale = "1:500", int n_threads = 2)
      : crew(n_threads), world(built(testing::Setting(country_scenario(scale)), crew)) {
    places_speak(world, crew);
    heads = group_heads(world, crew);
  }
  [[nodiscard]] Calibration calibrated(const CalibrationTerms& terms) { return calibrate(world, heads, ratio, terms, crew); }
};

double value_of(const std::vector<FreeValue>& values, Kind kind, const std::string& name) {
  for (const FreeValue& value : values) {
    if (value.kind == kind && value.name == name) return value.value;
  }
  return std::nan("");
}

CalibrationTerms without_priors() {
  CalibrationTerms terms;
  terms.place_sd = terms.home_sd = no_prior;
  terms.smallest_cell_persons = 1;
  return terms;
}

// The table of flows becomes what known values expect; the search starts elsewhere.
TEST(Calibration, FindsTheValuesThatMadeTheFlows) {
  Scene scene;
  std::vector<FreeValue> truth = free_values(scene.world);
  double sum = 0;
  for (FreeValue& value : truth) {
    if (value.name == "migration.distance_weight") value.value = 0.6;
    if (value.name == "migration.home_weight") value.value = 1.1;
    if (value.name == "migration.kin_shift") value.value = 0.4;
    if (value.kind == Kind::hub_shift) value.value = 0.9 - 0.3 * value.place;
    if (value.kind == Kind::place_constant) value.value = 0.3 * std::sin(1.7 * value.place);
    if (value.kind == Kind::place_constant) sum += value.value;
  }
  for (FreeValue& value : truth) {
    if (value.kind == Kind::place_constant) value.value -= sum / scene.world.country.n_regions();
  }
  const std::vector<FreeValue> elsewhere = free_values(scene.world);
  apply_values(scene.world, truth);
  scene.world.country.moves_persons = expected_registrations(scene.world, scene.heads, ratio, scene.crew);
  apply_values(scene.world, elsewhere);
  const Calibration found = scene.calibrated(without_priors());
  EXPECT_GT(found.objective_at_start, 100);
  EXPECT_LT(found.objective, 1e-6);
  for (const FreeValue& value : truth) {
    EXPECT_NEAR(value_of(found.values, value.kind, value.name), value.value, 1e-3) << value.name;
  }
  EXPECT_NEAR(found.fit.gross_ratio(), 1, 1e-5);
  EXPECT_EQ(found.fit.n_signs, scene.world.country.n_regions());
}

TEST(Calibration, ShrinksPlaceConstantsTheMoreTheTighterTheirPrior) {
  Scene scene("1:1000");
  double narrower = -1;
  for (const double sd : {0.02, 0.1, 0.3, 1.0}) {
    CalibrationTerms terms;
    terms.place_sd = sd;
    const Calibration found = scene.calibrated(terms);
    EXPECT_GT(found.place_sd_found, narrower) << sd;
    narrower = found.place_sd_found;
  }
  CalibrationTerms none;
  none.places_are_free = false;
  EXPECT_EQ(scene.calibrated(none).place_sd_found, 0);
}

TEST(Calibration, KeepsTheMeanOfPlaceConstantsAtZero) {
  Scene scene("1:1000");
  double sum = 0;
  for (const FreeValue& value : scene.calibrated(CalibrationTerms{}).values) {
    if (value.kind == Kind::place_constant) sum += value.value;
  }
  EXPECT_NEAR(sum, 0, 1e-3);
}

TEST(Calibration, IsTheSameBitsAtAnyNumberOfThreads) {
  std::vector<double> alone;
  for (const int n_threads : {1, 3}) {
    Scene scene("1:2000", n_threads);
    std::vector<double> values;
    for (const FreeValue& value : scene.calibrated(CalibrationTerms{}).values) values.push_back(value.value);
    if (alone.empty()) alone = values;
    EXPECT_EQ(values, alone);
  }
}

TEST(Calibration, RefusesACountryWithoutFlows) {
  Scene scene("1:2000");
  for (double& cell : scene.world.country.moves_persons.cells()) cell = 0;
  EXPECT_TRUE(names_all(refusal_of([&] { (void)scene.calibrated(CalibrationTerms{}); }),
                        {"migration_od.csv", "no moves of 2022", "add rows"}));
}

TEST(Dense, SolvesWhatCanBeSolvedAndSaysWhatCannot) {
  Grid<double> a(2, 2);
  a(0, 0) = 4, a(0, 1) = a(1, 0) = 2, a(1, 1) = 3;
  const std::vector<double> x = solve_positive(a, {10, 8});
  ASSERT_EQ(x.size(), 2U);
  EXPECT_NEAR(x[0], 1.75, 1e-12);
  EXPECT_NEAR(x[1], 1.5, 1e-12);
  EXPECT_NEAR(diagonal_of_inverse(a)[0], 3.0 / 8, 1e-12);
  a(1, 1) = 1;
  EXPECT_TRUE(solve_positive(a, {1, 1}).empty());
  EXPECT_TRUE(diagonal_of_inverse(a).empty());
}

TEST(FlowFit, IsPerfectForTheTableItselfAndCountsByBasis) {
  const Country country = load_country(std::filesystem::path(QONYS_TEST_ASSETS) / "kazakhstan");
  const FlowFit fit = fit_of(country.moves_persons, country);
  EXPECT_NEAR(fit.correlation, 1, 1e-12);
  EXPECT_EQ(fit.rmse_percent, 0);
  EXPECT_EQ(fit.n_signs, 20);
  EXPECT_EQ(fit.gross_ratio(), 1);
  EXPECT_EQ(fit.by_basis[0].n_cells, 3);
  EXPECT_EQ(fit.by_basis[1].n_cells, 21);
  EXPECT_EQ(fit.by_basis[2].n_cells, 356);
  EXPECT_EQ(fit.all.overlap, 1);
  EXPECT_EQ(fit.all.log_error, 0);
}

// Three regions with a hub pair: what is written is what is read.
const std::vector<CalibratedRow> tiny_rows = {
    {.kind = "parameter", .name = "migration.distance_weight", .value = 0.1 + 0.2, .standard_error = 0.03, .note = "util"},
    {.kind = "hub_shift", .name = "XX-2", .value = 1.0 / 3, .note = "to XX-3"},
    {.kind = "place_constant", .name = "XX-1", .value = -0.5},
    {.kind = "place_constant", .name = "XX-3", .value = 0.75},
    {.kind = "place_constant", .name = "XX-2", .value = -0.25, .note = "with, a comma and \"quotes\""}};

TEST(CalibrationFile, IsReadAsItWasWrittenAndItsParametersReplaceDefaultsOnly) {
  const TinyCopy copy;
  const CalibrationRecords records{{"program", "0.1.0 (abc)"}, {"expected flows", "r 0.9, RMSE 1"}};
  TinyCopy::write(copy.country() / calibration_file_name, calibration_csv(tiny_rows, records));
  const Country country = load_country(copy.country());
  EXPECT_EQ(country.place_constant, (std::vector<double>{-0.5, -0.25, 0.75}));
  EXPECT_EQ(country.hub_pairs.front().cost_shift, 1.0 / 3);
  EXPECT_EQ(calibration_records(copy.country()), records);
  ASSERT_EQ(country.calibrated.size(), 4U);
  EXPECT_EQ(country.calibrated[0].where, "calibration.csv:3");

  const Scenario scenario = load_scenario(copy.scenario());
  EXPECT_EQ(scenario.parameters.migration.distance_weight, 0.1 + 0.2);
  for (const Origin& origin : scenario.origins) {
    if (origin.path != "migration.distance_weight") continue;
    EXPECT_EQ(origin.origin, "calibration.csv:2");
  }
  EXPECT_EQ(load_scenario(copy.scenario(), {{"migration.distance_weight", "0.7"}}).parameters.migration.distance_weight, 0.7);
  TinyCopy::append(copy.scenario(), "[migration]\ndistance_weight = 0.8\n");
  EXPECT_EQ(load_scenario(copy.scenario()).parameters.migration.distance_weight, 0.8);
}

struct BadCalibration {
  const char* name;
  const char* from;
  const char* to;
  std::vector<std::string> parts;
};

class BadCalibrationFile : public ::testing::TestWithParam<BadCalibration> {};

TEST_P(BadCalibrationFile, IsRefusedWithItsLineAndWhatIsAllowed) {
  const TinyCopy copy;
  const auto file = copy.country() / calibration_file_name;
  TinyCopy::write(file, calibration_csv(tiny_rows, {{"program", "0.1.0"}}));
  TinyCopy::replace(file, GetParam().from, GetParam().to);
  const std::string message = refusal_of([&] {
    const Scenario scenario = load_scenario(copy.scenario());
    (void)load_country(scenario.country);
  });
  EXPECT_TRUE(names_all(message, GetParam().parts));
}

const BadCalibration bad_calibrations[] = {
    {"AnUnknownParameter", "migration.distance_weight", "migration.distanse_weight",
     {"calibration.csv:2", "'migration.distanse_weight'", "did you mean 'migration.distance_weight'"}},
    {"AParameterThatNoCalibrationStates", "migration.distance_weight", "migration.wage_weight",
     {"calibration.csv:2", "'migration.wage_weight'", "no parameter that a calibration states"}},
    {"AParameterOutOfRange", "migration.distance_weight,0.30000000000000004", "migration.distance_weight,17",
     {"calibration.csv:2", "'17'", "0 to 5"}},
    {"AParameterThatIsNoNumber", "migration.distance_weight,0.30000000000000004", "migration.distance_weight,nan",
     {"calibration.csv:2", "'nan'", "0 to 5"}},
    {"AParameterTwice", "hub_shift,XX-2", "parameter,migration.distance_weight", {"calibration.csv:3", "twice"}},
    {"AnUnknownKind", "hub_shift", "hubshift", {"calibration.csv:3", "'hubshift'", "did you mean 'hub_shift'"}},
    {"AnUnknownRegion", "place_constant,XX-3", "place_constant,XX-9", {"calibration.csv:5", "'XX-9'"}},
    {"ARegionTwice", "place_constant,XX-3", "place_constant,XX-1", {"calibration.csv:5", "'XX-1'", "twice"}},
    {"ARegionMissing", "place_constant,XX-3", "record,XX-3", {"calibration.csv", "'XX-3'", "no row place_constant"}},
    {"AHubShiftMissing", "hub_shift,XX-2", "record,XX-2", {"calibration.csv", "'XX-2'", "no row hub_shift"}},
    {"AHubShiftOfNoHinterland", "hub_shift,XX-2", "hub_shift,XX-1", {"calibration.csv:3", "'XX-1'", "no hinterland"}},
    {"AConstantOutOfRange", "place_constant,XX-3,0.75", "place_constant,XX-3,75", {"calibration.csv:5", "'75'", "-50 to 50"}},
    {"AnInfiniteConstant", "place_constant,XX-3,0.75", "place_constant,XX-3,inf", {"calibration.csv:5", "'inf'"}},
    {"AMissingColumn", "standard_error", "error", {"calibration.csv", "standard_error"}},
};

INSTANTIATE_TEST_SUITE_P(Each, BadCalibrationFile, ::testing::ValuesIn(bad_calibrations),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace world
