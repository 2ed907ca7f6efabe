// The equations of knowledge, one function each: diffusion, stocks, patents,
// productivity, prestige, conditions. Pure; no world, no state.
// Must not know regions or sectors.
#pragma once

#include <cstdint>

#include "agents/chance.hpp"
#include "world/knowledge_parameters.hpp"

namespace world {

/// Adoption a month on, 0–1: the exact solution of a' = k a (1 − a) over 1/12 year with the speed `per_year` (k).
[[nodiscard]] double next_adoption(double adoption, double per_year);

/// A stock after a month that loses `loss_per_year` / 12 of it and gains `added` (perpetual inventory).
[[nodiscard]] double next_stock(double stock, double added, double loss_per_year);

/// Research of a region over what it was at the start; `integration` 0–1.
struct ResearchRatios {
  double spending = 1;
  double researchers = 1;
  double integration = 0;
};
/// Expected patents in the time in which `at_start` were expected at the start.
[[nodiscard]] double expected_patents(double at_start, const ResearchRatios& ratios, const KnowledgeParameters& p);

/// A keyed draw from the Poisson distribution; exact to 2^-53. `cell` names the draw within its purpose.
/// Source: inversion in parts of at most 32, whose sum is Poisson again.
[[nodiscard]] std::int64_t drawn_patents(double mean, const agents::Chance& chance, std::uint64_t cell);

/// What log productivity rests on; everything since the start.
struct ProductivityTerms {
  double log_size = 0;           // employees of the region
  double degrees = 0;            // share of employees with a degree, difference
  double log_own_knowledge = 0;  // knowledge stock of the region
  double log_all_knowledge = 0;  // of the nation
  bool uses_knowledge = false;   // does the sector turn knowledge into output
  double adoption = 0;           // artificial intelligence, difference
  double supply = 0;             // quality of heat times quality of water, difference
};
/// ln(A / A0).
[[nodiscard]] double log_productivity(const ProductivityTerms& terms, const KnowledgeParameters& p);

/// What is left of demand for posts after adoption rose by `adoption` where `routine_share` of the work is routine.
[[nodiscard]] double work_left(double adoption, double routine_share, const KnowledgeParameters& p);

/// What the prestige of a field rests on, since the start.
struct PrestigeTerms {
  double log_pay = 0;     // of its posts over the mean of all
  double conditions = 0;  // of its posts
  double campaign = 0;
  double peers = 0;  // share of its people who work in it, difference
};
/// Prestige a month on, −1 to 1.
[[nodiscard]] double next_prestige(double prestige, const PrestigeTerms& terms, const KnowledgeParameters& p);

/// Working conditions a month on, −1 to 1, after `kzt_per_worker` was spent on them. 0 is the start.
[[nodiscard]] double next_conditions(double conditions, double kzt_per_worker, const KnowledgeParameters& p);

}  // namespace world
