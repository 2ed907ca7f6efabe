// A run of the tiny country written as a run folder writes it, for the tests of
// those who read it back.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/world/tiny_copy.hpp"
#include "tests/world/worlds.hpp"
#include "world/observers/costs.hpp"
#include "world/observers/flows.hpp"
#include "world/observers/history.hpp"
#include "world/observers/money.hpp"
#include "world/observers/months.hpp"
#include "world/observers/panel.hpp"

namespace world::testing {

struct Tables {
  std::string panel, flows, costs, accounts, months, hashes;

  Tables() {
    panel = observers::header_row(observers::panel_columns().columns);
    flows = observers::header_row(observers::flows_columns().columns);
    costs = observers::header_row(observers::costs_columns().columns);
    accounts = observers::header_row(observers::accounts_columns().columns);
    months = observers::header_row(observers::months_columns().columns);
    hashes = observers::header_row(observers::hashes_columns().columns);
  }
  explicit Tables(const std::vector<observers::Snapshot>& snapshots) : Tables() {
    for (const observers::Snapshot& snapshot : snapshots) add(snapshot);
  }
  void add(const observers::Snapshot& snapshot) {
    observers::append_panel_rows(panel, snapshot);
    observers::append_flows_rows(flows, snapshot);
    observers::append_costs_rows(costs, snapshot);
    observers::append_accounts_rows(accounts, snapshot);
    observers::append_months_row(months, snapshot);
    observers::append_hashes_rows(hashes, snapshot);
  }
  void write(const std::filesystem::path& folder) const {
    TinyCopy::write(folder / "panel.csv", panel);
    TinyCopy::write(folder / "flows.csv", flows);
    TinyCopy::write(folder / "costs.csv", costs);
    TinyCopy::write(folder / "accounts.csv", accounts);
    TinyCopy::write(folder / "months.csv", months);
    TinyCopy::write(folder / "hashes.csv", hashes);
  }
};

/// A tiny run with a package whose name has a comma, quotes and a line end in it, start included.
[[nodiscard]] inline std::vector<observers::Snapshot> recorded_months(int n_months) {
  Scenario scenario = tiny_scenario();
  scenario.policies.job_packages.push_back(
      {.name = "a \"new\"\nplant, big", .region = "XX-1", .sector = "industry", .start = scenario.start, .jobs = 40});
  const Setting setting(scenario);
  const Crew crew(1);
  World world = built(setting, crew);
  std::vector<observers::Snapshot> months{observers::take_snapshot(world)};
  for (int month = 0; month < n_months; ++month) {
    advance(world, crew);
    months.push_back(observers::take_snapshot(world));
  }
  return months;
}

[[nodiscard]] inline std::vector<observers::RegionName> tiny_regions() {
  return {
      {"XX-1", "Alpha", "Альфа", "Альфа"}, {"XX-2", "Beta", "Бета", "Бета"}, {"XX-3", "Capital", "Елорда", "Столица"}};
}

}  // namespace world::testing
