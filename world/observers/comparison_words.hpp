// Sentences and numbers of a comparison, shared by its page and its table.
#pragma once

#include <string>
#include <vector>

#include "world/observers/comparison.hpp"
#include "world/observers/phrases.hpp"

namespace world::observers {

/// How a number is written.
enum class NumberForm { count, percent };

/// "+1,230", in brackets where zero is not ruled out.
[[nodiscard]] std::string shown(const Estimate& estimate, NumberForm form, const Speech& say);
/// "−1,310 … −1,150"; a dash with one pair.
[[nodiscard]] std::string interval_cell(const Estimate& estimate, NumberForm form, const Speech& say);

/// Title, what A and B are, period, pairs; one paragraph each. Warns of one pair,
/// of an unfinished comparison, of two equal scenarios.
[[nodiscard]] std::vector<std::string> opening_paragraphs(const Comparison& comparison, const Speech& say);
[[nodiscard]] std::string comparison_title(const Comparison& comparison, const Speech& say);

/// What changes, for whom, at what price: one sentence or two each.
[[nodiscard]] std::vector<std::string> headlines(const Comparison& comparison, const Speech& say);

/// What must be said about how sure the results are.
[[nodiscard]] std::vector<std::string> caveats(const Comparison& comparison, const Speech& say);

/// Why people leave the region that loses most by migration under A, in the first pair: heading and sentences.
/// `scenario` is how A is called in the hint. No lines if the run kept no causes.
struct Why {
  std::string heading;
  std::vector<std::string> lines;
  std::string hint;
};
[[nodiscard]] Why why_people_leave(const Comparison& comparison, const std::string& scenario, const Speech& say);

/// Regions in the order of their change of population at the end, most lost first.
[[nodiscard]] std::vector<int> regions_by_loss(const Comparison& comparison);
/// Regions of policies that differ, without the relieved one.
[[nodiscard]] std::vector<int> centres_of(const Comparison& comparison);
/// The region's name, or "All regions".
[[nodiscard]] std::string region_name(const Comparison& comparison, int region, const Speech& say);

}  // namespace world::observers
