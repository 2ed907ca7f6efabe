// Numbers of one run that views show, region by region, and the tables beside the
// pictures.
#pragma once

#include <vector>

#include "render/figures/cast.hpp"
#include "render/figures/picture.hpp"

namespace figures {

// All [region], real people or what the name says.

[[nodiscard]] std::vector<double> people_of(const Study& study, int index, Counting counting);
[[nodiscard]] std::vector<double> nets(const Study& study, Window window, Counting counting);
/// Per 1,000 and year.
[[nodiscard]] std::vector<double> net_rates(const Study& study, Window window, Counting counting);
/// Per km² of the outline drawn.
[[nodiscard]] std::vector<double> densities(const Study& study, int index, Counting counting, const Map& map);
/// The higher of heat and water, load in % of capacity, in the worst month; 0 without capacity.
[[nodiscard]] std::vector<double> highest_loads(const Study& study, Window window);
/// [origin × destination] people.
[[nodiscard]] std::vector<double> moves_of(const Study& study, Window window, Counting counting);

/// In the worst month of each. Heat and water: load over capacity; schools: pupils over seats; roads: load over what
/// they hold. Schools and roads are known only from full use on: below it they count as 1.
[[nodiscard]] std::vector<double> shares_used(const Study& study, Window window, int region);

/// The largest stream and the largest crowd into or out of one region.
struct Most {
  double pair = 0, region = 0;
};
[[nodiscard]] Most most_in(const std::vector<double>& moved, int n_regions);
/// Over all months of the runs, in the `wishes.n_months` months before each; absolute values of differences.
[[nodiscard]] Most most_of_all_months(const Cast& cast, const Wishes& wishes);

/// "2030-06", of year × 12 + calendar month − 1.
[[nodiscard]] std::string month_code(int month);

/// The lines below a picture of one run, two or a set.
[[nodiscard]] std::vector<std::string> footer_of(const Cast& cast, Language language);

[[nodiscard]] DataTable table_of_streams(const Cast& cast, const Picture& picture, const std::vector<double>& sign,
                                         const Wishes& wishes);
[[nodiscard]] DataTable table_of_regions(const Cast& cast, const std::vector<double>& shown, const Map& map,
                                         const Wishes& wishes);

}  // namespace figures
