// Bad input: each case is a copy of the tiny country or its scenario with one
// thing broken, and the parts that its message of one line must hold.
#include <gtest/gtest.h>

#include "tests/world/tiny_copy.hpp"
#include "world/country.hpp"
#include "world/scenario.hpp"

namespace world {
namespace {

using testing::names_all;
using testing::refusal_of;
using testing::TinyCopy;

/// `from` is replaced by `to` in `file`, or the file removed if both are empty.
struct BadInput {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  std::vector<std::string> parts;
};

void PrintTo(const BadInput& bad, std::ostream* out) { *out << bad.name; }

void break_file(const std::filesystem::path& file, const BadInput& bad) {
  const std::string from = bad.from;
  const std::string to = bad.to;
  if (from.empty() && to.empty()) {
    std::filesystem::remove(file);
  } else if (from.empty()) {
    TinyCopy::append(file, to);
  } else {
    TinyCopy::replace(file, from, to);
  }
}

class BadTable : public ::testing::TestWithParam<BadInput> {};

TEST_P(BadTable, IsRefusedWithFileLineValueAndRange) {
  const TinyCopy copy;
  break_file(copy.country() / GetParam().file, GetParam());
  const std::string message = refusal_of([&] { (void)load_country(copy.country()); });
  EXPECT_TRUE(names_all(message, GetParam().parts));
  EXPECT_TRUE(names_all(message, {std::string("/tiny/") + GetParam().parts.at(0)}));
}

const BadInput bad_tables[] = {
    {"AMissingFile", "labour.csv", "", "", {"labour.csv", "missing"}},
    {"AWrongColumn",
     "labour.csv",
     "employed_persons",
     "employed_person",
     {"labour.csv:1", "'employed_persons'", "nearest column found is 'employed_person'"}},
    {"ARoutineShareInPerCent",
     "sectors.csv",
     "0.5,yes,0",
     "50,yes,0",
     {"sectors.csv:3", "'routine_share'", "'50'", "allowed 0 to 1"}},
    {"AWordForYes", "sectors.csv", "0.5,yes,0", "0.5,maybe,0", {"sectors.csv:3", "'uses_knowledge'", "allowed yes, no"}},
    {"AnAnchorInAnUnknownSector",
     "anchors.csv",
     "Mill,XX-2,industry",
     "Mill,XX-2,industri",
     {"anchors.csv:2", "'industri'", "did you mean 'industry'"}},
    {"AnAnchorWithoutPay", "anchors.csv", "0.5,1.2,", "0.5,0.1,", {"anchors.csv:2", "'wage_factor'", "allowed 0.2 to 5"}},
    {"AnAnchorTwice",
     "anchors.csv",
     "",
     "Mill,XX-2,industry,0.1,1.2,0.1,2,1,4,invented,invented\n",
     {"anchors.csv:5", "named twice"}},
    {"AnchorsBeyondTheirCell",
     "anchors.csv",
     "Mine,XX-2,industry,0.2",
     "Mine,XX-2,industry,0.6",
     {"anchors.csv:4", "'share_of_posts'", "sum to 1.1"}},
    {"ANegativeCount",
     "labour.csv",
     "XX-1,2022,current,195,185,",
     "XX-1,2022,current,195,-185,",
     {"labour.csv:5", "'employed_persons'", "'-185'", "allowed 1 to 1e+09"}},
    {"AWordForANumber",
     "labour.csv",
     "XX-1,2022,current,195,",
     "XX-1,2022,current,many,",
     {"labour.csv:5", "'labour_force_persons'", "'many'", "not a number", "1 to 1e+09"}},
    {"AnEmptyCell",
     "labour.csv",
     "XX-2,2022,current,160,152,",
     "XX-2,2022,current,160,,",
     {"labour.csv:6", "'employed_persons'", "''", "allowed"}},
    {"ARegionNamedTwice", "regions.csv", "XX-2,Beta", "XX-1,Beta", {"regions.csv:3", "'XX-1'", "twice"}},
    {"ARegionWithTwoRows",
     "tenure.csv",
     "XX-2,2022",
     "XX-1,2022",
     {"tenure.csv:3", "'XX-1'", "twice", "line 2", "one row each"}},
    {"AnUnknownRegion",
     "housing.csv",
     "XX-2,2022",
     "XZ-2,2022",
     {"housing.csv:3", "'iso'", "'XZ-2'", "did you mean 'XX-2'"}},
    {"ARegionWithoutARow", "vital.csv", "XX-3,2022", "XX-3,2020", {"vital.csv", "'XX-3'", "no row with year = 2022"}},
    {"ARowWithAFieldTooMany", "budgets.csv", "XX-1,", "XX-1,7,", {"budgets.csv:2", "fields", "exactly"}},
    {"AnOpenQuote", "roles.csv", "XX-3,metropolis,", "XX-3,metropolis,\"", {"roles.csv:2", "quote"}},
    {"AnUnknownRole", "roles.csv", "metropolis", "harbour", {"roles.csv:2", "'harbour'", "metropolis", "capital"}},
    {"TwoCapitals", "roles.csv", "XX-3,metropolis", "XX-1,capital", {"roles.csv", "capital", "keep one"}},
    {"ANegativeShare",
     "households.csv",
     ",0.987,",
     ",-0.987,",
     {"households.csv:2", "'private_household_population_share'", "'-0.987'", "allowed 0 to 1"}},
    {"AShareAboveOne",
     "tenure.csv",
     "XX-1,2022,0.9,",
     "XX-1,2022,90,",
     {"tenure.csv:2", "'share_owned_by_member'", "'90'", "allowed 0 to 1"}},
    {"HouseholdSizesThatDoNotAddUp",
     "households.csv",
     "0.0892",
     "0.2892",
     {"households.csv:2", "share_size_1", "1.2", "allowed 1 within 0.005"}},
    {"MoreLoneParentsThanFamilies",
     "households.csv",
     ",0.68,0.085,",
     ",0.08,0.085,",
     {"households.csv:2", "'0.085'", "0 to 0.08"}},
    {"BirthplacesThatDoNotAddUp",
     "birthplace.csv",
     "0.90000",
     "0.80000",
     {"birthplace.csv", "'XX-1'", "0.9", "allowed 1 within 0.001"}},
    {"ABirthplaceNamedTwice", "birthplace.csv", "XX-1,XX-3,", "XX-1,XX-2,", {"birthplace.csv:4", "'XX-2'", "twice"}},
    {"FieldSharesThatDoNotAddUp",
     "fields.csv",
     "engineering,0.17,",
     "engineering,0.27,",
     {"fields.csv", "'vocational_share'", "1.1", "allowed 1 within 1e-6"}},
    {"AnEighthField", "fields.csv", "", "law,0,0,invented,invented\n", {"fields.csv", "8 rows", "allowed 1 to 7"}},
    {"AnUnknownFieldOfASector",
     "sectors.csv",
     "education_health",
     "education_helth",
     {"sectors.csv:5", "'education_helth'", "did you mean 'education_health'"}},
    {"DemandSharesAboveOne",
     "sectors.csv",
     "public_services,0.3,0.7",
     "public_services,0.4,0.7",
     {"sectors.csv:5", "1.1", "allowed 0 to 1"}},
    {"AnUnknownSector",
     "employment_by_sector.csv",
     "XX-1,2022,industry",
     "XX-1,2022,industri",
     {"employment_by_sector.csv:3", "'industri'", "did you mean 'industry'"}},
    {"SectorsThatDoNotAddUp",
     "employment_by_sector.csv",
     "XX-1,2022,agriculture,70,",
     "XX-1,2022,agriculture,80,",
     {"employment_by_sector.csv", "'XX-1'", "195", "185", "1 %"}},
    {"EmployeesThatDoNotAddUp",
     "labour.csv",
     "XX-1,2022,current,195,185,125,",
     "XX-1,2022,current,195,185,145,",
     {"labour.csv:5", "'185'", "205", "1 %"}},
    {"ALabourForceThatDoesNotAddUp",
     "labour.csv",
     "XX-1,2022,current,195,",
     "XX-1,2022,current,295,",
     {"labour.csv:5", "'295'", "195", "1 %"}},
    {"ADeathRateAboveOne",
     "vital_schedules.csv",
     "mortality,2022,male,0,0,0",
     "mortality,2022,male,0,0,8",
     {"vital_schedules.csv:", "'rate'", "'8", "allowed 0 to 1"}},
    {"AScheduleWithAGap",
     "vital_schedules.csv",
     "mortality,2022,male,5,9",
     "mortality,2022,male,6,9",
     {"vital_schedules.csv", "male", "age 5"}},
    {"AScheduleWithAnOverlap",
     "vital_schedules.csv",
     "mortality,2022,male,5,9",
     "mortality,2022,male,4,9",
     {"vital_schedules.csv:", "age 4", "two groups"}},
    {"FertilityPerThousand",
     "vital_schedules.csv",
     "15,19,0.018",
     "15,19,18",
     {"vital_schedules.csv:2", "'rate'", "'18'", "allowed 0 to 1"}},
    {"PeopleAtAnotherDate",
     "age_sex.csv",
     "XX-1,2023-01-01",
     "XX-1,2022-01-01",
     {"age_sex.csv:2", "'2022-01-01'", "2023-01-01"}},
    {"AnAgeGroupMissing",
     "age_sex.csv",
     "XX-1,2023-01-01,male,5-9",
     "XX-1,2023-01-01,female,5-9",
     {"age_sex.csv:", "twice"}},
    {"AnUnknownSex",
     "age_sex.csv",
     "XX-1,2023-01-01,male",
     "XX-1,2023-01-01,man",
     {"age_sex.csv:2", "'man'", "male and female"}},
    {"AMarriedShareInPercent",
     "marital.csv",
     "24,24,0.875,0.12",
     "24,24,0.875,12",
     {"marital.csv:3", "'share_married_or_in_union'", "'12'", "0 to 1"}},
    {"MaritalGroupsWithAGap",
     "marital.csv",
     "male,20-24,20,24",
     "male,20-24,21,24",
     {"marital.csv:3", "'21'", "allowed is 20"}},
    {"ARegionGroupWithoutRows", "marital.csv", "XX-3,city", "XX-3,town", {"marital.csv:", "'town'", "national"}},
    {"APairWithoutDistance",
     "distances.csv",
     "XX-1,XX-2,250.0,300,1.2,3.8,,invented,invented\nXX-1,XX-3,266.7,320,1.2,4.0,,invented,invented\nXX-2,XX-1,250.0,"
     "300,1.2,3.8,,invented,invented\n",
     "XX-1,XX-3,266.7,320,1.2,4.0,,invented,invented\n",
     {"distances.csv", "'XX-1', 'XX-2'", "no row"}},
    {"ADistanceThatDiffersOnTheWayBack",
     "distances.csv",
     "XX-2,XX-1,250.0,300",
     "XX-2,XX-1,250.0,310",
     {"distances.csv:4", "'310'", "300", "line 2"}},
    {"FlowsThatMissTheirMargins",
     "migration_od.csv",
     "XX-1,XX-2,2022,4",
     "XX-1,XX-2,2022,5",
     {"migration_net.csv:5", "'18'", "19", "1 %"}},
    {"AMoveFromARegionToItself",
     "migration_od.csv",
     "XX-1,XX-2,2022",
     "XX-1,XX-1,2022",
     {"migration_od.csv:2", "'XX-1'", "same"}},
    {"APairOfRegionsNamedTwice",
     "migration_od.csv",
     "XX-1,XX-3,2022",
     "XX-1,XX-2,2022",
     {"migration_od.csv:3", "twice"}},
    {"AHubOfItsOwn", "hub_pairs.csv", "XX-2,XX-3", "XX-3,XX-3", {"hub_pairs.csv:2", "'XX-3'", "own hinterland"}},
    {"KinNamedTwice", "kin_pairs.csv", "", "XX-2,XX-1,invented,\n", {"kin_pairs.csv:3", "twice"}},
    {"ADriverBeforeTheBaseYear", "drivers.csv", "2023,", "2021,", {"drivers.csv:2", "'2021'", "allowed 2023 to 2100"}},
};

const auto name_of = [](const auto& info) { return std::string(info.param.name); };
INSTANTIATE_TEST_SUITE_P(Each, BadTable, ::testing::ValuesIn(bad_tables), name_of);

class BadScenario : public ::testing::TestWithParam<BadInput> {};

TEST_P(BadScenario, IsRefusedWithFileLineKeyAndRange) {
  const TinyCopy copy;
  break_file(copy.root() / "scenarios" / GetParam().file, GetParam());
  const std::string message = refusal_of([&] {
    const Scenario scenario = load_scenario(copy.scenario());
    check_against(scenario, load_country(scenario.country));
  });
  EXPECT_TRUE(names_all(message, GetParam().parts));
}

const BadInput bad_scenarios[] = {
    {"AMissingScenario", "tiny.toml", "", "", {"tiny.toml", "no such scenario"}},
    {"AnUnknownKeyAtTheTop",
     "tiny.toml",
     "months = 60",
     "month = 60",
     {"tiny.toml:5", "'month'", "did you mean 'months'"}},
    {"AnUnknownParameter",
     "tiny.toml",
     "",
     "[migration]\ndistanse_weight = 1\n",
     {"tiny.toml:9", "unknown key 'migration.distanse_weight'", "did you mean 'migration.distance_weight'"}},
    {"AnUnknownEmptyGroup",
     "tiny.toml",
     "",
     "[migratoin]\n",
     {"tiny.toml:8", "'migratoin'", "did you mean 'migration'"}},
    {"AParameterAboveItsRange",
     "tiny.toml",
     "",
     "[demography]\nboy_share = 1.5\n",
     {"tiny.toml:9", "'demography.boy_share'", "'1.5'", "0 to 1"}},
    {"AParameterThatIsAList",
     "tiny.toml",
     "",
     "[demography]\nboy_share = [1]\n",
     {"tiny.toml:9", "'demography.boy_share'", "'a list'", "a number from 0 to 1"}},
    {"ANumberInQuotes",
     "tiny.toml",
     "months = 60",
     "months = \"60\"",
     {"tiny.toml:5", "'months'", "'60'", "a whole number from 1 to 1200"}},
    {"HalfAMonth", "tiny.toml", "months = 60", "months = 60.5", {"tiny.toml:5", "'60.5'", "whole number"}},
    {"NoMonths", "tiny.toml", "months = 60", "months = 0", {"tiny.toml:5", "'0'", "1 to 1200"}},
    {"AKeyLeftOut", "tiny.toml", "months = 60", "", {"tiny.toml", "'months' is missing", "months = 12"}},
    {"AThirteenthMonth",
     "tiny.toml",
     "2023-01",
     "2023-13",
     {"tiny.toml:4", "'start'", "'2023-13'", "2000-01 to 2200-12"}},
    {"AStartBeforeTheTables", "tiny.toml", "2023-01", "2022-12", {"tiny.toml:4", "'2022-12'", "2023-01 or later"}},
    {"AScaleOfNobody", "tiny.toml", "1:1", "0:1", {"tiny.toml:6", "'scale'", "'0:1'", "1 to 100"}},
    {"AScaleBeyondItsRange", "tiny.toml", "1:1", "1:2000000", {"tiny.toml:6", "'1:2000000'", "1 to 1000000"}},
    {"ACountryThatIsNotThere",
     "tiny.toml",
     "\"tiny\"",
     "\"atlantis\"",
     {"tiny.toml:3", "'atlantis'", "allowed a folder"}},
    {"BrokenToml", "tiny.toml", "months = 60", "months = = 60", {"tiny.toml:5", "not TOML"}},
    {"AKeyStatedTwice", "tiny.toml", "months = 60", "months = 60\nmonths = 61", {"tiny.toml:6", "not TOML", "months"}},
    {"AParentThatIsNotThere",
     "tiny.toml",
     "months = 60",
     "extends = \"nowhere.toml\"",
     {"tiny.toml:5", "'extends'", "nowhere.toml"}},
    {"AFileThatExtendsItself",
     "tiny.toml",
     "months = 60",
     "extends = \"tiny.toml\"",
     {"tiny.toml:5", "circle", "tiny.toml → tiny.toml"}},
    {"APackageInAnUnknownRegion",
     "tiny.toml",
     "",
     "[[job_package]]\nname = \"park\"\nregion = \"XX-9\"\nsector = \"industry\"\nstart = \"2024-01\"\njobs = 5\n",
     {"tiny.toml:10", "job_package[0].region", "'XX-9'", "did you mean 'XX-1'"}},
    {"APackageInAnUnknownSector",
     "tiny.toml",
     "",
     "[[job_package]]\nname = \"park\"\nregion = \"XX-2\"\nsector = \"servces\"\nstart = \"2024-01\"\njobs = 5\n",
     {"tiny.toml:11", "job_package[0].sector", "'servces'", "did you mean 'services'"}},
    {"APackageBeforeTheStart",
     "tiny.toml",
     "",
     "[[job_package]]\nname = \"park\"\nregion = \"XX-2\"\nsector = \"industry\"\nstart = \"2022-01\"\njobs = 5\n",
     {"tiny.toml:12", "job_package[0].start", "'2022-01'", "2023-01 or later"}},
    {"APackageWithoutJobs",
     "tiny.toml",
     "",
     "[[job_package]]\nname = \"park\"\nregion = \"XX-2\"\nsector = \"industry\"\nstart = \"2024-01\"\n",
     {"tiny.toml:8", "job_package.jobs", "missing"}},
    {"APackageWithAnUnknownKey",
     "tiny.toml",
     "",
     "[[job_package]]\nname = \"park\"\njob = 5\n",
     {"tiny.toml:10", "'job_package.job'", "did you mean 'job_package.jobs'"}},
    {"APackageMoreThanAdditional",
     "tiny.toml",
     "",
     "[[job_package]]\nname = \"park\"\nadditionality = 1.1\n",
     {"tiny.toml:10", "'additionality'", "'1.1'", "0 to 1"}},
    {"ACentreWithABudgetAndAmounts",
     "tiny.toml",
     "",
     "[[growth_centre]]\nname = \"c\"\ncentre = \"Alpha town\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nsectors = \"industry:1\"\nbudget_bln_kzt = 1\njobs = 5\n",
     {"tiny.toml:14", "growth_centre[0].budget_bln_kzt", "not both"}},
    {"ACentreWhoseSharesDoNotSum",
     "tiny.toml",
     "",
     "[[growth_centre]]\nname = \"c\"\ncentre = \"Alpha town\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nsectors = \"industry:1\"\nbudget_bln_kzt = 1\nshare_jobs = 0.9\n",
     {"growth_centre[0].budget_bln_kzt", "sum to 1.4"}},
    {"ACentreWithAnUnknownSector",
     "tiny.toml",
     "",
     "[[growth_centre]]\nname = \"c\"\ncentre = \"Alpha town\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nsectors = \"industri:1\"\n",
     {"growth_centre[0].sectors", "did you mean 'industry'"}},
    {"ACentreWhoseSectorsDoNotSum",
     "tiny.toml",
     "",
     "[[growth_centre]]\nname = \"c\"\ncentre = \"Alpha town\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nsectors = \"industry:0.5\"\n",
     {"growth_centre[0].sectors", "sum to 0.5"}},
    {"ACentreWithANegativeBudget",
     "tiny.toml",
     "",
     "[[growth_centre]]\nname = \"c\"\ncentre = \"Alpha town\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nsectors = \"industry:1\"\nbudget_bln_kzt = -5\n",
     {"tiny.toml:14", "'budget_bln_kzt' is '-5'", "0 to 999999"}},
    {"ACentreOfInfiniteBudget",
     "tiny.toml",
     "",
     "[[growth_centre]]\nname = \"c\"\ncentre = \"Alpha town\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nsectors = \"industry:1\"\nbudget_bln_kzt = inf\n",
     {"tiny.toml:14", "budget_bln_kzt", "0 to 999999"}},
    {"ACentreOfNoNumber",
     "tiny.toml",
     "",
     "[[growth_centre]]\nname = \"c\"\ncentre = \"Alpha town\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nsectors = \"industry:1\"\nbudget_bln_kzt = nan\n",
     {"tiny.toml:14", "budget_bln_kzt", "0 to 999999"}},
    {"AProjectDeliveredBeforeItStarts",
     "tiny.toml",
     "",
     "[[capacity_project]]\nname = \"p\"\nregion = \"XX-2\"\nsystem = \"heat\"\nstart = \"2024-06\"\ndelivered = \"2024-06\"\nsize = 1\n",
     {"capacity_project[0].delivered", "'2024-06'", "after"}},
    {"AProjectOfAnUnknownSystem",
     "tiny.toml",
     "",
     "[[capacity_project]]\nname = \"p\"\nregion = \"XX-2\"\nsystem = \"heet\"\nstart = \"2024-06\"\ndelivered = \"2025-06\"\nsize = 1\n",
     {"capacity_project[0].system", "did you mean 'heat'"}},
    {"TwoRegistersOfResidents",
     "tiny.toml",
     "",
     "[[registration_coverage]]\nname = \"a\"\nstart = \"2024-01\"\ncoverage = 0.5\n[[registration_coverage]]\nname = \"b\"\nstart = \"2024-01\"\ncoverage = 0.5\n",
     {"registration_coverage[1].name", "a second register"}},
    {"CoverageOfMoreThanAll",
     "tiny.toml",
     "",
     "[[registration_coverage]]\nname = \"a\"\nstart = \"2024-01\"\ncoverage = 1.5\n",
     {"tiny.toml:11", "'coverage' is '1.5'", "0 to 1"}},
    {"TwoPoliciesOfOneName",
     "tiny.toml",
     "",
     "[[worker_housing]]\nname = \"a\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nfamilies = 1\n[[mobility_support]]\nname = \"a\"\nregion = \"XX-2\"\nstart = \"2024-01\"\nkzt_per_household = 1\n",
     {"'mobility_support.name' is 'a'", "allowed once"}},
    {"APolicyOfAnUnknownKind",
     "tiny.toml",
     "",
     "[[growth_center]]\nname = \"a\"\n",
     {"tiny.toml:8", "unknown key 'growth_center'", "did you mean 'growth_centre'"}},
    {"SupportBeforeTheStart",
     "tiny.toml",
     "",
     "[[mobility_support]]\nname = \"a\"\nregion = \"XX-2\"\nstart = \"2022-12\"\nkzt_per_household = 1\n",
     {"mobility_support[0].start", "'2022-12'", "2023-01 or later"}},
    {"HousingInAnUnknownRegion",
     "tiny.toml",
     "",
     "[[worker_housing]]\nname = \"a\"\nregion = \"KZ-71\"\nstart = \"2024-01\"\nfamilies = 1\n",
     {"worker_housing[0].region", "'KZ-71'", "did you mean"}},
    {"APackageThatIsANumber",
     "tiny.toml",
     "months = 60",
     "months = 60\njob_package = 5",
     {"tiny.toml:6", "job_package", "[[job_package]]"}},
};

INSTANTIATE_TEST_SUITE_P(Each, BadScenario, ::testing::ValuesIn(bad_scenarios), name_of);

TEST(BadSetting, IsRefusedByKeyValueAndRange) {
  const TinyCopy copy;
  const auto refusal = [&](const char* path, const char* value) {
    return refusal_of([&] { (void)load_scenario(copy.scenario(), {{path, value}}); });
  };
  EXPECT_TRUE(names_all(refusal("months", "ten"), {"--set", "'months'", "'ten'", "1 to 1200"}));
  EXPECT_TRUE(names_all(refusal("mnths", "10"), {"--set", "'mnths'", "'months'"}));
  EXPECT_TRUE(names_all(refusal("distance_wieght", "1"), {"--set", "'migration.distance_weight'"}));
  EXPECT_TRUE(names_all(refusal("seed", "-1"), {"--set", "'seed'", "'-1'", "0 to"}));
  EXPECT_TRUE(names_all(refusal("scale", "1:x"), {"--set", "'scale'", "'1:x'", "1:20"}));
  EXPECT_TRUE(names_all(refusal("use_drivers", "maybe"), {"--set", "'maybe'", "true or false"}));
  EXPECT_TRUE(names_all(refusal("extends", "a.toml"), {"--set", "'extends'", "inside a scenario file"}));
}

TEST(BadCountry, ThatIsNotAFolderIsRefusedByName) {
  EXPECT_TRUE(
      names_all(refusal_of([] { (void)load_country("no/such/folder"); }), {"no/such/folder", "no such folder"}));
}

}  // namespace
}  // namespace world
