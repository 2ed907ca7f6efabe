// Anchor employers: big enterprises that are a known share of the posts of
// their cells (anchors.csv). A cell's pay and conditions are the average of its
// anchors and the rest, weighted by posts. Pure functions of the table and of
// how far anchors have grown; nothing is stored.
#pragma once

#include <string>
#include <vector>

#include "world/anchor_change.hpp"
#include "world/country.hpp"

namespace world {

/// Share of a cell that an anchor holds after growth, where `all` is the sum of share × growth of the cell's anchors.
[[nodiscard]] double grown_share(double share, double growth, double all);

/// Posts that the anchors' growth adds, [region × sector]; `posts` is the demand for posts at the start.
[[nodiscard]] Grid<double> anchor_posts(const Country& country, const AnchorChange& change, const Grid<double>& posts);
/// Pay of a cell over that of the start, [region × sector]: that of its anchors and the rest, weighted by posts.
[[nodiscard]] Grid<double> anchor_pay(const Country& country, const AnchorChange& change);
/// Conditions of a cell less those of the start, [region × sector], the same way.
[[nodiscard]] Grid<double> anchor_conditions(const Country& country, const AnchorChange& change);

/// [row] share of the anchor's posts by the tables that are in a row of `Country::anchors`; 0 in rows of others.
[[nodiscard]] std::vector<double> anchor_shares(const Country& country, const std::string& name);
/// Names of the anchors, each once, in the order of the table.
[[nodiscard]] std::vector<std::string> names_of_anchors(const Country& country);
/// Rows of the anchor `name`, in the order of the table; empty if there is none.
[[nodiscard]] std::vector<std::size_t> rows_of_anchor(const Country& country, const std::string& name);

}  // namespace world
