#include "world/anchors.hpp"

#include <algorithm>

namespace world {

double grown_share(double share, double growth, double all) { return share * (1 + growth) / (1 + all); }

std::vector<std::size_t> rows_of_anchor(const Country& country, const std::string& name) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < country.anchors.size(); ++i) {
    if (country.anchors[i].name == name) rows.push_back(i);
  }
  return rows;
}

std::vector<std::string> names_of_anchors(const Country& country) {
  std::vector<std::string> names;
  for (const Anchor& anchor : country.anchors) {
    if (std::find(names.begin(), names.end(), anchor.name) == names.end()) names.push_back(anchor.name);
  }
  return names;
}

std::vector<double> anchor_shares(const Country& country, const std::string& name) {
  std::vector<double> shares(country.anchors.size());
  double all = 0;
  for (const std::size_t i : rows_of_anchor(country, name)) {
    const Anchor& anchor = country.anchors[i];
    all += shares[i] = anchor.share * country.sector_employed_persons(anchor.region, anchor.sector);
  }
  for (double& share : shares) share = all > 0 ? share / all : 0;
  return shares;
}

namespace {

Grid<double> cells_of(const Country& country, double value) {
  return {country.n_regions(), country.n_sectors(), value};
}

// Growth of a cell by all its anchors.
Grid<double> growth_of_cells(const Country& country, const AnchorChange& change) {
  Grid<double> growth = cells_of(country, 0);
  for (std::size_t i = 0; i < country.anchors.size(); ++i) {
    const Anchor& anchor = country.anchors[i];
    growth(anchor.region, anchor.sector) += anchor.share * change.grown(i);
  }
  return growth;
}

}  // namespace

Grid<double> anchor_posts(const Country& country, const AnchorChange& change, const Grid<double>& posts) {
  Grid<double> added = growth_of_cells(country, change);
  for (std::size_t i = 0; i < added.cells().size(); ++i) added.cells()[i] *= posts.cells()[i];
  return added;
}

Grid<double> anchor_pay(const Country& country, const AnchorChange& change) {
  const Grid<double> all = growth_of_cells(country, change);
  Grid<double> before = cells_of(country, 1), now = cells_of(country, 1);
  for (std::size_t i = 0; i < country.anchors.size(); ++i) {
    const Anchor& anchor = country.anchors[i];
    const int r = anchor.region, s = anchor.sector;
    before(r, s) += anchor.share * (anchor.wage_factor - 1);
    now(r, s) +=
        grown_share(anchor.share, change.grown(i), all(r, s)) * (anchor.wage_factor * (1 + change.raised(i)) - 1);
  }
  for (std::size_t i = 0; i < now.cells().size(); ++i) now.cells()[i] /= before.cells()[i];
  return now;
}

Grid<double> anchor_conditions(const Country& country, const AnchorChange& change) {
  const Grid<double> all = growth_of_cells(country, change);
  Grid<double> shift = cells_of(country, 0);
  for (std::size_t i = 0; i < country.anchors.size(); ++i) {
    const Anchor& anchor = country.anchors[i];
    const int r = anchor.region, s = anchor.sector;
    shift(r, s) += (grown_share(anchor.share, change.grown(i), all(r, s)) - anchor.share) * anchor.conditions;
  }
  return shift;
}

}  // namespace world
