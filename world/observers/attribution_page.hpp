// The page and the table of `qonys causes`: what flows owe to each cause, as
// numbers a year and in words.
#pragma once

#include <string>
#include <vector>

#include "world/attribution.hpp"
#include "world/observers/column.hpp"
#include "world/observers/phrases.hpp"

namespace world::observers {

/// What the page says of its run besides numbers.
struct AttributionLabel {
  std::string scenario, scale, seed;
  int month = 0;            // whose tables were read
  double years = 1.0 / 12;  // real people a year are agents × people_per_agent / years
  double people_per_agent = 1;
};

/// All regions, one line each: net, net if alike, the strongest causes. At most 100 characters wide.
[[nodiscard]] std::string attribution_page(const FlowAttribution& all, const std::vector<Region>& regions,
                                           const AttributionLabel& label, Language language);
/// One region: who leaves, who comes, net, by cause.
[[nodiscard]] std::string attribution_page(const FlowAttribution& all, const std::vector<Region>& regions, int region,
                                           const AttributionLabel& label, Language language);

[[nodiscard]] const FileColumns& attribution_columns();
/// One row for each ordered pair of regions and cause with push, then the rows `level` and `flow` of the pair.
[[nodiscard]] std::string attribution_csv(const FlowAttribution& all, const std::vector<Region>& regions,
                                          const AttributionLabel& label);

/// Of the absolute differences that all causes make in the net flows of all regions, the share of the place constant.
[[nodiscard]] double unexplained_share(const FlowAttribution& all);

}  // namespace world::observers
