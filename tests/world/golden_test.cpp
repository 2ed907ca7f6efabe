// The first year of tiny as a small panel that a person can read, compared line
// by line. A change of behaviour shows here as the lines that moved; after
// looking at them, QONYS_REGENERATE_GOLDEN=1 writes the file anew, and the run
// fails all the same, so that no one regenerates without noticing.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/world/worlds.hpp"

namespace world {
namespace {

using namespace testing;

const std::filesystem::path golden_file =
    std::filesystem::path(QONYS_SOURCE_DIR) / "tests" / "golden" / "tiny_12_months.csv";

constexpr const char* header =
    "month,region,population_actual_persons,population_registered_persons,employed_persons,unemployed_persons,"
    "informal_persons,posts,mean_wage_kzt,rent_kzt_per_m2,births_persons,deaths_persons,arrivals_persons,"
    "departures_persons,arrivals_registered_persons,arrivals_abroad_persons,departures_abroad_persons";

std::string line_of(const World& world, std::size_t r) {
  const agents::Tally& tally = world.tally;
  const int region = static_cast<int>(r);
  long long people = 0, posts = 0, arrivals = 0, departures = 0, registered = 0;
  for (const auto n : tally.people[r]) people += n;
  for (int s = 0; s < world.country.n_sectors(); ++s) posts += world.labour.posts(region, s);
  for (std::size_t other = 0; other < world.country.regions.size(); ++other) {
    arrivals += tally.moves[other][r];
    departures += tally.moves[r][other];
    registered += tally.registrations[other][r];
  }
  const auto& state = tally.people[r];
  auto in = [&](agents::Labour labour) { return static_cast<long long>(state[static_cast<std::size_t>(labour)]); };
  char text[400];
  std::snprintf(text, sizeof text, "%s,%s,%lld,%lld,%lld,%lld,%lld,%lld,%.0f,%.2f,%lld,%lld,%lld,%lld,%lld,%lld,%lld",
                month_text(world.month).c_str(), world.country.regions[r].iso.c_str(), people,
                static_cast<long long>(tally.registered[r]),
                in(agents::Labour::employed_own) + in(agents::Labour::employed_other), in(agents::Labour::unemployed),
                in(agents::Labour::informal), posts, mean_wage(world.labour, region), world.housing.rent[r],
                static_cast<long long>(tally.births[r]), static_cast<long long>(tally.deaths[r]), arrivals, departures,
                registered, static_cast<long long>(tally.arrivals_abroad[r]),
                static_cast<long long>(tally.departures_abroad[r]));
  return text;
}

std::vector<std::string> panel_of_the_first_year() {
  World world = built(Setting(tiny_scenario()));
  std::vector<std::string> lines = {header};
  for (int month = 0; month <= 12; ++month) {
    if (month > 0) advance(world, Crew(2));
    for (std::size_t r = 0; r < world.country.regions.size(); ++r) lines.push_back(line_of(world, r));
  }
  return lines;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The header's names of the cells in which two lines differ.
std::string cells_that_differ(const std::string& expected, const std::string& found) {
  std::istringstream names(header), left(expected), right(found);
  std::string name, a, b, text;
  while (std::getline(names, name, ',')) {
    std::getline(left, a, ',');
    std::getline(right, b, ',');
    if (a != b) text += " " + name + " " + a + " → " + b + ";";
  }
  return text;
}

TEST(Golden, TheFirstYearOfTinyIsTheOneOnFile) {
  const std::vector<std::string> found = panel_of_the_first_year();
  if (const char* wish = std::getenv("QONYS_REGENERATE_GOLDEN"); wish != nullptr && std::string(wish) == "1") {
    std::filesystem::create_directories(golden_file.parent_path());
    std::ofstream stream(golden_file);
    for (const std::string& line : found) stream << line << '\n';
    FAIL() << golden_file << " is written anew; look at what moved, and run again without QONYS_REGENERATE_GOLDEN";
  }
  const std::vector<std::string> expected = lines_of(golden_file);
  ASSERT_FALSE(expected.empty()) << golden_file << " is missing; QONYS_REGENERATE_GOLDEN=1 writes it";
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
    const std::string was = i < expected.size() ? expected[i] : "no line", is = i < found.size() ? found[i] : "no line";
    if (was != is) {
      FAIL() << "line " << i + 1 << " is the first that differs:" << cells_that_differ(was, is) << "\n  on file  "
             << was << "\n  now      " << is << "\nIf the change of behaviour is meant: QONYS_REGENERATE_GOLDEN=1";
    }
  }
}

}  // namespace
}  // namespace world
