// The page and the table of `qonys causes` against made-up flows: every number
// by hand, three languages, within a page's width.
#include "world/observers/attribution_page.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "world/country.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

std::vector<Region> regions() {
  std::vector<Region> two(2);
  two[0] = {
      .iso = "KZ-61", .name_en = "Turkistan Region", .name_kk = "Түркістан облысы", .name_ru = "Туркестанская область"};
  two[1] = {.iso = "KZ-71", .name_en = "Astana", .name_kk = "Астана", .name_ru = "Астана"};
  return two;
}

/// 10 persons a month would leave Turkistan for Astana if all were alike; wages make it 16 more, the place 2 less.
FlowAttribution made_up() {
  FlowAttribution all{.flows = Grid<double>(2, 2), .level = Grid<double>(2, 2), .by_cause = {}};
  all.by_cause.fill(Grid<double>(2, 2));
  all.level(0, 1) = 10;
  all.by_cause[static_cast<std::size_t>(agents::Cause::wage)](0, 1) = 16;
  all.by_cause[static_cast<std::size_t>(agents::Cause::place)](0, 1) = -2;
  all.flows(0, 1) = 24;
  return all;
}
AttributionLabel label() {
  return {
      .scenario = "baseline", .scale = "1:20", .seed = "1", .month = agents::month_of(2030, 6), .people_per_agent = 20};
}

TEST(AttributionPage, TellsWhatOneRegionOwesToEachCause) {
  const std::string page = attribution_page(made_up(), regions(), 1, label(), Language::en);
  // Agents a month × 12 × 20.
  for (const char* line : {"if all regions were alike                                        0       2,400      +2,400",
                           "  wages                                                          0      +3,840      +3,840",
                           "  unexplained pull of the place                                  0        −480        −480",
                           "expected this month                                              0       5,760      +5,760"})
    EXPECT_NE(page.find(line), std::string::npos) << line << "\n" << page;
  EXPECT_NE(page.find("11 % of all such differences"), std::string::npos) << page;  // 2 of 18
}

TEST(AttributionPage, NamesTheStrongestCausesOfEveryRegionInThreeLanguages) {
  for (const Language language : languages) {
    const std::string page = attribution_page(made_up(), regions(), label(), language);
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), 100) << line;
    for (const Region& region : regions()) EXPECT_NE(page.find(name_in(region, language)), std::string::npos) << page;
    EXPECT_NE(page.find(signed_count_text(3840, language)), std::string::npos) << page;
    EXPECT_LT(page.find(name_in(regions()[1], language)), page.find(name_in(regions()[0], language)));
  }
}

TEST(AttributionTable, HoldsEveryPairWithCausesThatAddUp) {
  std::istringstream lines(attribution_csv(made_up(), regions(), label()));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "month,origin,destination,cause,persons_per_year");
  double causes = 0, level = 0, flow = 0;
  int n = 0;
  for (; std::getline(lines, line); ++n) {
    const double persons = std::stod(line.substr(line.rfind(',') + 1));
    if (!line.starts_with("2030-06,KZ-61,KZ-71,")) continue;
    (line.find(",level,") != std::string::npos  ? level
     : line.find(",flow,") != std::string::npos ? flow
                                                : causes) += persons;
  }
  EXPECT_EQ(n, 2 * 11);
  EXPECT_EQ(level, 2400);
  EXPECT_EQ(causes, 3360);
  EXPECT_EQ(flow, level + causes);
}

}  // namespace
}  // namespace world::observers
