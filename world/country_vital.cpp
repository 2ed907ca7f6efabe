// Births, deaths and marriage: regional rows and age schedules, the latter
// carried from groups of ages to single years.
#include <algorithm>

#include "world/country_parts.hpp"
#include "world/nearest.hpp"

namespace world::country_parts {
namespace {

constexpr Allowed rate_per_year{0, 1, "give a rate per person and year, not per 1000"};
constexpr Allowed counted_events{0, 1e9, "give a count of events"};

/// A share of a group of ages.
struct GroupShare {
  AgeGroup ages;
  double share = 0;
};

/// Fills the ages of one group, each at most once.
template <class Column>
void fill_ages(Column&& rate_at, const Table& table, int row, double rate) {
  const AgeGroup group = age_group_in(table, row);
  for (int age = group.from; age <= group.to; ++age) {
    double& cell = rate_at(age);
    if (cell >= 0) {
      table.refuse_cell(row, "age_from_years", "age " + std::to_string(age) + " is in two groups; correct the bounds");
    }
    cell = rate;
  }
}

void read_schedules(Country& country) {
  const Table table = read_table(country, "vital_schedules");
  country.fertility_per_year.assign(agents::n_ages, -1);
  country.mortality_per_year = Grid<double>(2, agents::n_ages, -1);
  for (int row = 0; row < table.n_rows(); ++row) {
    if (!is_wanted(table, row, of_base_year(country))) continue;
    const std::string& schedule = table.text(row, "schedule");
    const double rate = table.number(row, "rate", rate_per_year);
    const int sex = sex_in(table, row);
    if (schedule == "mortality") {
      fill_ages([&](int age) -> double& { return country.mortality_per_year(sex, age); }, table, row, rate);
    } else if (schedule == "fertility") {
      if (sex != 1) table.refuse_cell(row, "sex", "fertility is of women; allowed is female");
      fill_ages([&](int age) -> double& { return country.fertility_per_year[static_cast<std::size_t>(age)]; }, table,
                row, rate);
    } else {
      table.refuse_cell(row, "schedule",
                        "allowed are fertility and mortality" + did_you_mean(schedule, {"fertility", "mortality"}));
    }
  }
  const std::string year = " in year " + std::to_string(country.base_year);
  for (int sex = 0; sex < 2; ++sex) {
    for (int age = 0; age < agents::n_ages; ++age) {
      if (country.mortality_per_year(sex, age) >= 0) continue;
      table.refuse(std::string("mortality of sex '") + (sex == 0 ? "male" : "female") + "' has no rate for age " +
                   std::to_string(age) + year + "; add the group, the last one with an empty age_to_years");
    }
  }
  auto& fertility = country.fertility_per_year;
  if (std::all_of(fertility.begin(), fertility.end(), [](double rate) { return rate <= 0; })) {
    table.refuse("schedule 'fertility' has no rate above 0" + year + "; add its rows");
  }
  for (double& rate : fertility) rate = std::max(rate, 0.0);
}

/// The share at a centre of each group, linear between centres, 0 below the first group.
double share_at(double age, const std::vector<double>& centres, const std::vector<double>& nodes) {
  if (age <= centres.front()) return age < centres.front() ? 0 : nodes.front();
  if (age >= centres.back()) return nodes.back();
  const auto above = std::upper_bound(centres.begin(), centres.end(), age) - centres.begin();
  const auto i = static_cast<std::size_t>(above);
  const double weight = (age - centres[i - 1]) / (centres[i] - centres[i - 1]);
  return (1 - weight) * nodes[i - 1] + weight * nodes[i];
}

/// Shares of single ages whose mean over each group is the share of the group.
/// Lines between the group centres, with the value at the centres corrected until
/// the means agree; a plain step would marry a quarter of all women on a birthday.
std::vector<double> shares_by_age(const std::vector<GroupShare>& groups) {
  constexpr int open_group_years = 10;  // the width in which an open group is centred
  constexpr int n_corrections = 50;
  std::vector<double> centres{groups.front().ages.from - 1.0};
  std::vector<double> nodes{0.0};
  std::vector<int> last_ages;
  for (const GroupShare& group : groups) {
    last_ages.push_back(group.ages.is_open ? std::min(group.ages.from + open_group_years, agents::n_ages) - 1
                                           : group.ages.to);
    centres.push_back((group.ages.from + last_ages.back()) / 2.0);
    nodes.push_back(group.share);
  }
  const auto mean_of = [&](std::size_t g) {
    double sum = 0;
    for (int age = groups[g].ages.from; age <= last_ages[g]; ++age) sum += share_at(age, centres, nodes);
    return sum / (last_ages[g] - groups[g].ages.from + 1);
  };
  for (int correction = 0; correction < n_corrections; ++correction) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      nodes[g + 1] = std::clamp(nodes[g + 1] + groups[g].share - mean_of(g), 0.0, 1.0);
    }
  }
  std::vector<double> shares(agents::n_ages, 0.0);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const double mean = mean_of(g);
    const double scale = mean > 0 ? groups[g].share / mean : 1;  // 1 but where a node met its bound
    for (int age = groups[g].ages.from; age <= groups[g].ages.to; ++age) {
      shares[static_cast<std::size_t>(age)] = std::clamp(share_at(age, centres, nodes) * scale, 0.0, 1.0);
    }
  }
  return shares;
}

/// The marital_status rows of one region group and sex, in order of age.
std::vector<GroupShare> marital_rows(const Table& table, const std::string& region_group, const std::string& sex) {
  std::vector<GroupShare> groups;
  for (int row = 0; row < table.n_rows(); ++row) {
    if (!is_wanted(table, row, {{"row_type", "marital_status"}, {"region_group", region_group}, {"sex", sex}}))
      continue;
    const AgeGroup ages = age_group_in(table, row);
    if (!groups.empty() && ages.from != groups.back().ages.to + 1) {
      table.refuse_cell(row, "age_from_years",
                        "allowed is " + std::to_string(groups.back().ages.to + 1) +
                            "; list the groups of ages in order, without gaps or doubles");
    }
    groups.push_back({ages, table.number(row, "share_married_or_in_union", share)});
  }
  if (!groups.empty() && !groups.back().ages.is_open) {
    table.refuse("region_group '" + region_group + "', sex '" + sex +
                 "' has no last age group with an open end; leave its age_to_years empty");
  }
  return groups;
}

}  // namespace

void read_vital(Country& country) {
  constexpr Allowed life{20, 110, "give years of life expectancy"};
  const Table table = read_table(country, "vital");
  const auto rows = row_of_each_region(table, country, of_base_year(country));
  country.total_fertility_rate =
      numbers(table, rows, "total_fertility_rate_children_per_woman", {0, 12, "give children per woman"});
  country.births_persons = numbers(table, rows, "births_persons", counted_events);
  country.deaths_persons = numbers(table, rows, "deaths_persons", counted_events);
  country.life_expectancy_years = Grid<double>(country.n_regions(), 2);
  const auto men = numbers(table, rows, "life_expectancy_male_years", life);
  const auto women = numbers(table, rows, "life_expectancy_female_years", life);
  for (int region = 0; region < country.n_regions(); ++region) {
    country.life_expectancy_years(region, 0) = men[static_cast<std::size_t>(region)];
    country.life_expectancy_years(region, 1) = women[static_cast<std::size_t>(region)];
  }
  read_schedules(country);
}

void read_marital(Country& country) {
  const Table table = read_table(country, "marital");
  const Filter events{{"row_type", "vital_events"}, {"year", std::to_string(country.base_year)}};
  const auto rows = row_of_each_region(table, country, events);
  country.marriages_count = numbers(table, rows, "marriages_count", counted_events);
  country.married_share = Cube<double>(country.n_regions(), 2, agents::n_ages);
  for (int region = 0; region < country.n_regions(); ++region) {
    const int row = rows[static_cast<std::size_t>(region)];
    for (int sex = 0; sex < 2; ++sex) {
      const std::string sex_name = sex == 0 ? "male" : "female";
      auto groups = marital_rows(table, table.cell(row, "region_group"), sex_name);
      if (groups.empty()) groups = marital_rows(table, "national", sex_name);
      if (groups.empty()) {
        table.refuse_cell(
            row, "region_group",
            "neither this group nor 'national' has marital_status rows of sex '" + sex_name + "'; add them");
      }
      const auto shares = shares_by_age(groups);
      for (int age = 0; age < agents::n_ages; ++age) {
        country.married_share(region, sex, age) = shares[static_cast<std::size_t>(age)];
      }
    }
  }
}

}  // namespace world::country_parts
