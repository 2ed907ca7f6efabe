// The anchor employers of a country: optional.
#include "world/country_parts.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world::country_parts {

void read_anchors(Country& country) {
  if (!has_table(country, "anchors")) return;
  constexpr Allowed factor{0.2, 5, "give the pay of the anchor over that of the rest of its cell"};
  constexpr Allowed better{-1, 1, "0 is as in the rest of the cell"};
  const Table table = read_table(country, "anchors");
  table.require({"anchor", "iso", "sector", "share_of_posts", "wage_factor", "conditions", "dual_seats", "colleges",
                 "worker_homes", "basis", "source"});
  Grid<double> taken(country.n_regions(), country.n_sectors());
  for (int row = 0; row < table.n_rows(); ++row) {
    Anchor anchor{.name = table.text(row, "anchor"), .region = region_in(table, row, "iso", country)};
    anchor.sector = country.sector_of(table.text(row, "sector"));
    if (anchor.sector < 0) {
      std::vector<std::string> known;
      for (const Sector& sector : country.sectors) known.push_back(sector.name);
      table.refuse_cell(row, "sector",
                        "allowed are the sectors of sectors.csv" + did_you_mean(table.text(row, "sector"), known));
    }
    anchor.share = table.number(row, "share_of_posts", share);
    anchor.wage_factor = table.number(row, "wage_factor", factor);
    anchor.conditions = table.number(row, "conditions", better);
    anchor.dual_seats = table.number(row, "dual_seats", persons);
    anchor.colleges = table.number(row, "colleges", persons);
    anchor.worker_homes = table.number(row, "worker_homes", persons);
    for (const Anchor& other : country.anchors) {
      if (other.name == anchor.name && other.region == anchor.region && other.sector == anchor.sector) {
        table.refuse_row(row, "the anchor is named twice in this region and sector; delete one of the rows");
      }
    }
    double& all = taken(anchor.region, anchor.sector);
    all += anchor.share;
    if (all > 1 + 1e-9) {
      table.refuse_cell(
          row, "share_of_posts",
          "the anchors of this region and sector sum to " + number_text(all) + "; allowed 0 to 1; correct the shares");
    }
    country.anchors.push_back(std::move(anchor));
  }
}

}  // namespace world::country_parts
