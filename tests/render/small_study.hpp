// Made-up runs for tests of pictures: months of a country whose numbers follow
// from a seed, so that sums can be checked by hand.
#pragma once

#include "render/figures/picture.hpp"
#include "render/figures/reasons.hpp"
#include "render/figures/study.hpp"

namespace small_study {

struct Wanted {
  int n_regions = 20;  // up to 20, with the names of Kazakhstan's, the longest first
  int n_months = 36;   // simulated; the start comes before them
  unsigned seed = 1;
  double people_per_agent = 20;
  int first_month = 2023 * 12;
};

/// A run in which people move between all regions, more of them into the first, and registrations lag.
[[nodiscard]] figures::Study study(const Wanted& wanted = {});

/// Reasons that fit the study: leavers of each year as it moved, gains made up; `distance` gains nobody anything.
[[nodiscard]] figures::Reasons reasons(const figures::Study& study, unsigned seed = 1);

/// Wishes for the last month of a study on a paper of its style's usual size.
[[nodiscard]] figures::Wishes wishes(const figures::Study& study, figures::View view,
                                     figures::Style style = figures::Style::screen,
                                     figures::Language language = figures::Language::en,
                                     figures::Theme theme = figures::Theme::light);

/// What is wrong with the texts of a drawing: off the paper, upon each other, smaller than `least`; a line for each.
[[nodiscard]] std::vector<std::string> faults_of_text(const figures::Drawing& drawing, double least);

}  // namespace small_study
