// Differences between two scenarios against numbers worked out by hand, and the
// cases in which a number must not be given.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "world/observers/comparison_tables.hpp"
#include "world/observers/text.hpp"

namespace tests {
namespace {

using namespace world::observers;
using M = Measure;

TEST(StudentT, HasTheQuantilesOfTheTables) {
  EXPECT_NEAR(student_t95(1), 6.3138, 1e-4);
  EXPECT_NEAR(student_t95(4), 2.1318, 1e-4);
  EXPECT_NEAR(student_t95(30), 1.6973, 1e-4);
  EXPECT_NEAR(student_t95(40), 1.6839, 1e-4);
  EXPECT_NEAR(student_t95(100), 1.6602, 1e-4);
}

TEST(EstimateOverPairs, IsMeanAndStudentInterval) {
  const std::vector<double> differences{1, 2, 3};  // standard error 1/√3, t = 2.92
  const Estimate estimate = estimate_of(differences);
  EXPECT_DOUBLE_EQ(estimate.mean, 2);
  EXPECT_NEAR(estimate.low, 0.31414, 1e-5);
  EXPECT_NEAR(estimate.high, 3.68586, 1e-5);
  EXPECT_TRUE(estimate.differs_from_zero());
}

TEST(EstimateOverPairs, HasNoIntervalWithOnePair) {
  const std::vector<double> one{7};
  EXPECT_DOUBLE_EQ(estimate_of(one).mean, 7);
  EXPECT_FALSE(estimate_of(one).has_interval());
  EXPECT_TRUE(std::isnan(estimate_of(one).low));
}

TEST(EstimateOverPairs, OfEqualRunsIsExactlyZero) {
  const std::vector<double> none{0, 0, 0};
  const Estimate estimate = estimate_of(none);
  EXPECT_EQ(estimate.low, 0);
  EXPECT_EQ(estimate.high, 0);
  EXPECT_FALSE(estimate.differs_from_zero());
}

TEST(RatioOfMeans, IsExactWhenEveryPairHasTheSameRatio) {
  const std::vector<double> a{2, 4, 6};
  const std::vector<double> b{10, 20, 30};
  const Ratio ratio = ratio_of_means(a, b);
  ASSERT_TRUE(ratio.is_defined);
  EXPECT_NEAR(ratio.value.mean, 0.2, 1e-12);
  EXPECT_NEAR(ratio.value.low, 0.2, 1e-6);  // roots of what rounding leaves of zero
  EXPECT_NEAR(ratio.value.high, 0.2, 1e-6);
}

TEST(RatioOfMeans, HasFiellersBoundsAtWhichTheDifferenceJustReachesZero) {
  const std::vector<double> a{1.0, 2.5, 2.0, 4.0};
  const std::vector<double> b{9, 14, 11, 13};
  const Ratio ratio = ratio_of_means(a, b);
  ASSERT_TRUE(ratio.is_defined);
  for (const double bound : {ratio.value.low, ratio.value.high}) {
    std::vector<double> rest;
    for (std::size_t i = 0; i < a.size(); ++i) rest.push_back(a[i] - bound * b[i]);
    const Estimate zero = estimate_of(rest);
    EXPECT_NEAR(std::min(std::fabs(zero.low), std::fabs(zero.high)), 0, 1e-9) << bound;
  }
  EXPECT_LT(ratio.value.low, ratio.value.mean);
  EXPECT_GT(ratio.value.high, ratio.value.mean);
}

TEST(RatioOfMeans, IsNotDefinedWhenTheDenominatorMayBeZero) {
  const std::vector<double> a{1, 2, 3};
  const std::vector<double> b{5, -4, 3};
  EXPECT_FALSE(ratio_of_means(a, b).is_defined);
  const std::vector<double> zero{0};
  EXPECT_FALSE(ratio_of_means(zero, zero).is_defined);
}

/// A month of two regions; people of the first, arrivals in the first from the second.
Snapshot month_of(int month, Count people, Count arrivals, double wage = 100) {
  Snapshot snapshot;
  snapshot.month = month;
  snapshot.people_per_agent = 20;
  snapshot.regions.resize(2);
  for (RegionSnapshot& region : snapshot.regions) {
    region.population_actual = region.population_registered = 50;
    region.employees_by_workplace = 10;
    region.mean_wage_kzt = wage;
    region.rent_kzt_per_m2 = 8;
    region.dwelling_stock_m2 = 1;
  }
  snapshot.regions[0].population_actual = people;
  snapshot.regions[0].arrivals_registered = snapshot.regions[1].departures_registered = arrivals;
  return snapshot;
}

constexpr int january = 2023 * 12;

YearBook book_of(int n_months, Count arrivals, double wage = 100) {
  YearBook book(0.5);
  book.add(month_of(january - 1, 100, 0));
  for (int i = 0; i < n_months; ++i) book.add(month_of(january + i, 101 + i, arrivals, wage));
  return book;
}

TEST(YearBookOfARun, TakesStatesAtTheYearsEndAndAddsUpFlowsInPeople) {
  const YearBook book = book_of(14, 2);
  ASSERT_EQ(book.n_years(), 2);
  EXPECT_DOUBLE_EQ(book.at(0, 0, M::population_actual), 20 * 112);
  EXPECT_DOUBLE_EQ(book.at(1, 0, M::population_actual), 20 * 114);
  EXPECT_DOUBLE_EQ(book.at(0, 0, M::net_migration_registered), 20 * 24);
  EXPECT_DOUBLE_EQ(book.at(1, 1, M::net_migration_registered), -20 * 4);
  EXPECT_DOUBLE_EQ(book.sum(2, 0, M::net_migration_registered), 20 * 28);
  EXPECT_DOUBLE_EQ(book.at(0, 2, M::net_migration_registered), 0);
  EXPECT_DOUBLE_EQ(book.at(0, 2, M::population_actual), 20 * 162);
}

TEST(YearBookOfARun, CountsDeficitMonthsAndCorrectsWagesForRents) {
  YearBook book(0.5);
  book.add(month_of(january - 1, 100, 0));
  for (int i = 0; i < 12; ++i) {
    Snapshot month = month_of(january + i, 100, 0);
    month.regions[0].heat_deficit = i < 3 ? 0.02 : 0.01;  // 1 % itself does not count
    month.regions[0].rent_kzt_per_m2 = 32;                // four times the mean of the start
    book.add(month);
  }
  EXPECT_DOUBLE_EQ(book.at(0, 0, M::heat_deficit_months), 3);
  EXPECT_DOUBLE_EQ(book.at(0, 0, M::mean_wage), 100);
  EXPECT_NEAR(book.at(0, 0, M::real_wage), 50, 1e-9);  // 100 / 4^0.5
  EXPECT_NEAR(book.at(0, 1, M::real_wage), 100, 1e-9);
}

world::Region region_named(const char* iso, const char* en, const char* kk, const char* ru) {
  return {.iso = iso, .name_en = en, .name_kk = kk, .name_ru = ru};
}

ComparisonLabel label_of(int n_pairs) {
  ComparisonLabel label;
  label.a = {.name = "baseline", .title = "No policy", .title_kk = "Шарасыз", .title_ru = "Без мер"};
  label.b = {.name = "package", .title = "", .title_kk = "", .title_ru = ""};
  label.scale = "1:20";
  label.start = january;
  label.n_months = 14;
  label.n_pairs_asked = n_pairs;
  label.regions = {region_named("XX-1", "Capital", "Астана", "Астана"),
                   region_named("XX-2", "North Region", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область")};
  label.relieved = 0;
  label.places = {{.policy = "works", .centre = "Petropavl", .centre_kk = "Петропавл", .centre_ru = "Петропавловск", .region = 1, .is_in_b = true}};
  label.settings = {"B: job_package: name = \"works\""};
  label.additionality = {0.5, 0.6};
  label.public_share_of_job_investment = 0.25;
  label.wage_weight = 1.5;
  label.discount_per_year = 0.06;
  label.made_by = "qonys";
  return label;
}

RunRecord record(YearBook book, double cost_kzt = 0) {
  RunRecord run{.years = std::move(book), .costs = {}, .causes = {}};
  if (cost_kzt > 0) {
    run.costs.push_back({.policy = "works", .item = "jobs", .region = "XX-2", .quantity = 10, .unit = "posts",
                         .basis = "placeholder", .benchmark = "", .kzt = cost_kzt, .present_value_kzt = cost_kzt});
  }
  return run;
}

/// Under A the capital gains `a` agents a month, under B `b`, one pair for each entry.
Comparison comparison_of(const std::vector<Count>& a, const std::vector<Count>& b, double cost_kzt = 0) {
  std::vector<RunPair> pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    pairs.push_back({.seed = i + 1, .a = record(book_of(14, a[i])), .b = record(book_of(14, b[i]), cost_kzt)});
  }
  return {label_of(static_cast<int>(a.size())), std::move(pairs)};
}

TEST(ComparisonOfPairs, CountsReliefAsWhatTheCapitalGainsLessUnderB) {
  const Comparison comparison = comparison_of({5, 5}, {3, 2});
  const Estimate relief = comparison.relief(2, M::net_migration_registered);
  EXPECT_DOUBLE_EQ(relief.mean, 20 * 14 * 2.5);
  EXPECT_NEAR(relief.high - relief.mean, 6.3138 * 0.5 * 20 * 14, 1);
  EXPECT_DOUBLE_EQ(comparison.relief(1, M::net_migration_registered).mean, 20 * 12 * 2.5);
}

TEST(ComparisonOfPairs, DividesReliefByWhatTheCentreGains) {
  const Ratio ratio = comparison_of({5, 5, 5}, {3, 3, 4}).diversion(1);  // all that the capital loses the centre gains
  ASSERT_TRUE(ratio.is_defined);
  EXPECT_NEAR(ratio.value.mean, 1, 1e-12);
  EXPECT_FALSE(comparison_of({5, 5, 5}, {4, 6, 5}).diversion(1).is_defined);
}

TEST(ComparisonOfPairs, PricesReliefOnlyWhenItIsSure) {
  const Ratio sure = comparison_of({5, 5, 5}, {3, 3, 3}, 560e6).cost_per_mover();
  ASSERT_TRUE(sure.is_defined);
  EXPECT_NEAR(sure.value.mean, 1e6, 1e-3);  // 560 people fewer
  EXPECT_FALSE(comparison_of({5, 5, 5}, {4, 6, 5}, 560e6).cost_per_mover().is_defined) << "zero not ruled out";
  EXPECT_FALSE(comparison_of({5, 5, 5}, {7, 7, 7}, 560e6).cost_per_mover().is_defined) << "the capital gains";
}

TEST(ComparisonOfPairs, OfAScenarioWithItselfIsZeroThroughoutAndSaysSo) {
  const Comparison comparison = comparison_of({5, 4}, {5, 4});
  EXPECT_TRUE(comparison.is_identical());
  EXPECT_FALSE(comparison_of({5, 4}, {5, 3}).is_identical());
  EXPECT_NE(comparison_markdown(comparison, Language::en).find("every difference is 0"), std::string::npos);
  EXPECT_NE(comparison_markdown(comparison, Language::ru).find("все разности равны 0"), std::string::npos);
  EXPECT_NE(comparison_markdown(comparison, Language::kk).find("барлық айырма 0-ге тең"), std::string::npos);
}

TEST(ComparisonOfPairs, HasNoDiversionRatioWhereTheCentreGainsLess) {
  const Comparison comparison = comparison_of({5, 5, 5}, {7, 7, 8});  // the centre surely loses by B
  EXPECT_FALSE(comparison.diversion(1).is_defined);
  EXPECT_NE(comparison_markdown(comparison, Language::en)
                .find("Diversion ratio of North Region: not defined, because its own net migration is lower under B"),
            std::string::npos);
  EXPECT_NE(comparison_markdown(comparison, Language::ru).find("при B не больше, чем при A, а меньше"), std::string::npos);
  EXPECT_NE(comparison_markdown(comparison, Language::kk).find("A-дағыдан көп емес, аз"), std::string::npos);
}

/// Twelve years; under B the capital gains less from 2025 on, and a policy starts in that May.
Comparison comparison_of_twelve_years(std::int32_t policies_start) {
  YearBook b(0.5);
  b.add(month_of(january - 1, 100, 0));
  for (int i = 0; i < 144; ++i) b.add(month_of(january + i, 100, i < 28 ? 5 : 3));
  ComparisonLabel label = label_of(1);
  label.n_months = 144;
  label.policies_start = policies_start;
  std::vector<RunPair> pairs;
  pairs.push_back({.seed = 1, .a = record(book_of(144, 5)), .b = record(std::move(b))});
  return {label, std::move(pairs)};
}

TEST(ComparisonText, CountsHorizonsFromTheStartOfThePoliciesAndNamesTheirYears) {
  const std::string page = comparison_markdown(comparison_of_twelve_years(january + 28), Language::en);
  EXPECT_NE(page.find("| 5 years, 2025–2029 | −2,240 |"), std::string::npos) << page;   // 20 × 2 × 56 months
  EXPECT_NE(page.find("| 10 years, 2025–2034 | −4,640 |"), std::string::npos) << page;  // 20 × 2 × 116 months
  EXPECT_NE(page.find("| whole period (144 months) | −4,640 |"), std::string::npos) << page;
  const std::string parameters = comparison_markdown(comparison_of_twelve_years(0), Language::ru);
  EXPECT_NE(parameters.find("| 5 лет, 2023–2027 |"), std::string::npos) << parameters;
  const std::string late = comparison_markdown(comparison_of_twelve_years(january + 96), Language::kk);
  EXPECT_EQ(late.find(" жыл, 20"), std::string::npos) << "the run ends four years after the policy starts";
}

TEST(ComparisonText, SaysWhatThePriceLeavesOut) {
  struct Words {
    Language language;
    std::vector<const char*> parts;
  };
  const std::vector<Words> expected{
      {Language::en, {"gross posts", "additionality: 0.50; 0.60", "only 25 % of the announced", "announced investment per job.",
                      "Running costs of what is built, and taxes", "regions plan or fund by themselves"}},
      {Language::ru, {"additionality: 0,50; 0,60", "только 25 % объявленных", "содержание построенного и налоги", "оплачивают сами"}},
      {Language::kk, {"additionality: 0,50; 0,60", "инвестицияның 25 %-ын ғана", "ұстау шығыны мен салықтар", "өздері жоспарлайтын"}}};
  for (const Words& words : expected) {
    const std::string priced = comparison_markdown(comparison_of({5, 5, 5}, {3, 3, 3}, 560e6), words.language);
    const std::string free = comparison_markdown(comparison_of({5, 5, 5}, {3, 3, 3}), words.language);
    for (const char* part : words.parts) {
      EXPECT_NE(priced.find(part), std::string::npos) << part << "\n" << priced;
      EXPECT_EQ(free.find(part), std::string::npos) << part << ": nothing is priced";
    }
  }
}

TEST(ComparisonText, AdvisesToCalibrateAnewForAnotherWeightOfIncomeAndNamesTheLaterFigures) {
  for (const Language language : languages) {
    const std::string page = comparison_markdown(comparison_of({5, 5}, {3, 3}), language);
    EXPECT_NE(page.find("`qonys calibrate --set migration.wage_weight=…`"), std::string::npos) << page;
    EXPECT_NE(page.find("(drivers.csv)"), std::string::npos) << page;
  }
}

TEST(ComparisonText, SaysThatOnePairHasNoUncertaintyEstimateInEveryLanguage) {
  const Comparison comparison = comparison_of({5}, {3});
  EXPECT_NE(comparison_markdown(comparison, Language::en).find("no uncertainty estimate"), std::string::npos);
  EXPECT_NE(comparison_markdown(comparison, Language::ru).find("оценки неопределённости нет"), std::string::npos);
  EXPECT_NE(comparison_markdown(comparison, Language::kk).find("белгісіздік бағасы жоқ"), std::string::npos);
  EXPECT_EQ(comparison_of({5, 5}, {3, 2}).n_pairs(), 2);
  EXPECT_EQ(comparison_markdown(comparison_of({5, 5}, {3, 2}), Language::en).find("no uncertainty"), std::string::npos);
}

TEST(ComparisonText, SaysNotDefinedInsteadOfANumber) {
  const std::string page = comparison_markdown(comparison_of({5, 5, 5}, {4, 6, 5}, 560e6), Language::en);
  EXPECT_NE(page.find("Diversion ratio of North Region: not defined"), std::string::npos) << page;
  EXPECT_NE(page.find("Cost per person redirected: not defined"), std::string::npos) << page;
}

TEST(ComparisonText, NamesTheCentreAndSaysThatItsWholeRegionIsMeant) {
  const std::string page = comparison_markdown(comparison_of({5, 5}, {3, 3}), Language::en);
  EXPECT_NE(page.find("Petropavl are those of its whole region, not of the city: North Region"), std::string::npos) << page;
  EXPECT_NE(comparison_markdown(comparison_of({5, 5}, {3, 3}), Language::ru).find("«Петропавловск»"), std::string::npos);
}

TEST(ComparisonText, WarnsOfPairsThatWereNotRun) {
  ComparisonLabel label = label_of(5);
  std::vector<RunPair> pairs;
  pairs.push_back({.seed = 1, .a = record(book_of(14, 5)), .b = record(book_of(14, 3))});
  const Comparison comparison(label, std::move(pairs));
  EXPECT_NE(comparison_markdown(comparison, Language::en).find("UNFINISHED: 1 of 5 pairs"), std::string::npos);
}

TEST(ComparisonText, LeavesNoPlaceholderAndNoLineWiderThanATerminal) {
  for (const auto& comparison : {comparison_of({5}, {3}), comparison_of({5, 5, 5}, {3, 3, 2}, 1e12),
                                 comparison_of({5, 5, 5}, {4, 6, 5}, 1e12), comparison_of({5, 5}, {9, 9})}) {
    for (const Language language : languages) {
      const std::string page = comparison_markdown(comparison, language) + comparison_table(comparison, language);
      EXPECT_EQ(page.find('{'), std::string::npos) << page;
      const std::string table = comparison_table(comparison, language);
      for (std::size_t from = 0; from < table.size();) {
        const std::size_t end = table.find('\n', from);
        EXPECT_LE(width_of(table.substr(from, end - from)), 100) << table.substr(from, end - from);
        from = end + 1;
      }
    }
  }
}

TEST(ComparisonFiles, HaveOneRowForEachYearRegionAndMeasure) {
  const Comparison comparison = comparison_of({5, 5}, {3, 3});
  const std::string table = comparison_csv(comparison);
  EXPECT_TRUE(table.starts_with(header_row(comparison_columns().columns)));
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), static_cast<long>(1 + 2 * 3 * n_measures));
  EXPECT_NE(table.find("2023,XX-1,net_migration_interregional_registered_persons,1200.0000,720.0000,-480.0000,-480.0000,"
                       "-480.0000,2,persons\n"),
            std::string::npos)
      << table;
  const std::string pairs = pairs_csv(comparison);
  EXPECT_EQ(std::count(pairs.begin(), pairs.end(), '\n'), static_cast<long>(1 + 2 * 2 * 3 * n_measures));
}

}  // namespace
}  // namespace tests
