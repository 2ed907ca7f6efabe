// The slow twin of the tally: every stock counted again from the rows, one
// citizen at a time. Obvious lines; nothing here is taken from agents/tally.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "tests/world/worlds.hpp"

namespace world::testing {

/// Stocks, as agents::Tally names them.
struct Stocks {
  std::map<std::string, std::int64_t> counts;  // "people XX-1 unemployed" → 17; never zero
  void add(const std::string& name, std::int64_t n = 1) {
    if (n != 0) counts[name] += n;
  }
};

[[nodiscard]] inline std::string cell_name(const World& world, const char* what, int region,
                                           const std::string& rest = "") {
  const std::string where =
      region == agents::nowhere ? "abroad" : world.country.regions[static_cast<std::size_t>(region)].iso;
  return std::string(what) + " " + where + (rest.empty() ? "" : " " + rest);
}

/// From the rows.
[[nodiscard]] inline Stocks stocks_of_rows(const World& world) {
  Stocks stocks;
  for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
    const int lives = block.region[row], registered = block.registered[row];
    const agents::Labour state = block.labour(row);
    stocks.add(cell_name(world, "people", lives, std::to_string(static_cast<int>(state))));
    stocks.add(registered == agents::nowhere ? cell_name(world, "nowhere", lives)
                                             : cell_name(world, "registered", registered));
    if (lives != registered) stocks.add(cell_name(world, "unregistered", lives));
    const int home = block.home[row];
    stocks.add(cell_name(world, "home", lives, home == agents::nowhere ? "abroad" : std::to_string(home)));
    if (block.has(row, agents::status::head)) {
      stocks.add(cell_name(world, "heads", lives));
      if (block.has(row, agents::status::owner)) stocks.add(cell_name(world, "owners", lives));
    }
    if (!agents::is_employed(state)) return;
    int works = lives;
    if ((block.post[row] & agents::post::commutes) != 0) {
      for (const HubPair& pair : world.country.hub_pairs) {
        if (pair.hinterland == lives) works = pair.hub;
      }
      stocks.add(cell_name(world, "commuters", lives));
    }
    stocks.add(cell_name(world, "posts", works, std::to_string(block.sector(row))));
  });
  return stocks;
}

/// The same names from the month's tally.
[[nodiscard]] inline Stocks stocks_of_tally(const World& world) {
  Stocks stocks;
  const agents::Tally& tally = world.tally;
  for (int region = 0; region < world.country.n_regions(); ++region) {
    const auto r = static_cast<std::size_t>(region);
    for (std::size_t state = 0; state < agents::n_labour_states; ++state) {
      stocks.add(cell_name(world, "people", region, std::to_string(state)), tally.people[r][state]);
    }
    stocks.add(cell_name(world, "registered", region), tally.registered[r]);
    stocks.add(cell_name(world, "nowhere", region), tally.nowhere[r]);
    stocks.add(cell_name(world, "unregistered", region), tally.unregistered[r]);
    for (std::size_t home = 0; home <= agents::max_regions; ++home) {
      stocks.add(cell_name(world, "home", region, home == agents::max_regions ? "abroad" : std::to_string(home)),
                 tally.home[r][home]);
    }
    stocks.add(cell_name(world, "heads", region), tally.heads[r]);
    stocks.add(cell_name(world, "owners", region), tally.owners[r]);
    stocks.add(cell_name(world, "commuters", region), tally.commuters[r]);
    for (std::size_t sector = 0; sector < agents::max_sectors; ++sector) {
      stocks.add(cell_name(world, "posts", region, std::to_string(sector)), tally.posts_filled[r][sector]);
    }
  }
  return stocks;
}

}  // namespace world::testing
