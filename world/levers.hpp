// What all policies together do in one month, region by region. Made anew every
// month from the dated policies of the scenario; read by the places.
#pragma once

#include <array>
#include <vector>

#include "agents/grid.hpp"
#include "agents/types.hpp"
#include "world/anchor_change.hpp"

namespace world {

/// Doses of a month; everything is neutral when there is no policy.
struct Levers {
  agents::Grid<double> posts;             // [region × sector] additional posts, at the world's scale
  agents::Grid<double> capacity;          // [system × region] enters service this month, real units
  std::vector<double> dwellings_m2;       // [region] completed this month, at the world's scale
  agents::Grid<double> wage_premium;      // [region × sector] posts × (their wage factor − 1), at the world's scale
  std::vector<double> housed_families;    // [region] in homes of their employers, real families
  std::vector<double> moving_grant_kzt;   // [destination] paid to a household that moves in, 0
  double coverage = 0;                    // of the single register of residents, 0–1

  // Knowledge. Empty: no policy.
  std::vector<double> research_kzt;       // [region] more research spending, KZT a year
  std::vector<double> integration;        // [region] of science, education and industry under one management, 0–1
  agents::Grid<double> ai_share;          // [region × sector] of workers under a programme of artificial intelligence
  agents::Grid<double> conditions_kzt;    // [region × sector] spent this month on working conditions, KZT a worker
  std::array<double, agents::n_fields> campaign{};        // [field] for the prestige of its professions
  AnchorChange anchors;                   // posts and pay of the anchor employers

  // Studies; real persons. Empty: no policy.
  std::vector<double> beds;               // [place] more beds in dormitories
  std::vector<double> dual_seats;         // [place] more first-year places with a partner enterprise
  agents::Grid<double> seats;             // [place × programme] more first-year places
  std::array<double, agents::n_programmes> free_share{};  // of payers in a programme who need not pay, 0–1
  std::array<double, agents::n_levels> stipend_raise{};   // [level] stipend over that without policy, less 1

  // Markets.
  agents::Grid<double> wage_raise;        // [region × sector] of the target wage
  agents::Grid<double> labour_cost;       // [region × sector] what a post costs its employer over its wage, 1
  std::vector<double> connection_rule;    // [region] 0 none, 1 no dwelling is begun without heat and water
  std::vector<double> connection_reserve; // [region] of the load
  std::vector<double> minutes_saved;      // [hinterland] on the way to the hub
  double benefit_link = 0;                // 0–1

  double money_follows = 0;               // share of transfers that goes by observed people, 0–1
  double money_follows_equal = 1;         // of that, by people and cost alone
  double money_follows_cap = 1;           // most that a region loses of its transfers in a year
};

/// Tables of a month without any policy.
[[nodiscard]] Levers neutral_levers(int n_regions, int n_sectors);

}  // namespace world
