// The numbers of a comparison, region by region, without any drawing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/scene.hpp"

namespace viewer {

/// What is compared: people, net migration of twelve months, wage, rent, unemployment.
enum class Compared : std::uint8_t { people, net, wage, rent, unemployment };
inline constexpr int n_compared = 5;

[[nodiscard]] world::observers::Phrase phrase_of(Compared compared);
[[nodiscard]] world::observers::Phrase unit_of(Compared compared);
[[nodiscard]] std::string value_text(Compared compared, double value, bool is_signed,
                                     world::observers::Language language);

/// 5 % to 95 % of a set.
struct Interval {
  double low = 0, high = 0;
};

struct ComparedRow {
  int region = -1;  // −1: the country
  double a = 0;     // median of the set if there is one and no B
  std::optional<double> b;
  std::optional<Interval> of_a, of_change;  // with a set: of its runs, and of B less each of them
  [[nodiscard]] double change() const { return b ? *b - a : 0; }
};

/// Of a region, or of the country (−1): sums of people, means weighted by people. Net migration of the
/// country would be 0: there it is everybody who moved.
[[nodiscard]] double value_of(Compared compared, const History& history, const Flows& year, int region, int index);
/// As of the month shown: the country first, then the regions in the order asked for.
[[nodiscard]] std::vector<ComparedRow> compared_rows(const Scene& scene);

}  // namespace viewer
