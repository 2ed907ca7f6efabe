#include "world/census.hpp"

namespace world {

namespace {

Census empty_census(int n_regions) {
  return Census{.people = Cube<std::int64_t>(n_regions, 4, agents::n_ages),
                .force = Cube<std::int64_t>(n_regions, 2, agents::n_ages),
                .heads_by_age = std::vector<std::int64_t>(agents::n_ages)};
}

void count_block(Census& census, const agents::Block& block, agents::Month now) {
  using agents::Labour;
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<agents::Row>(i);
    const Labour state = block.labour(row);
    if (state == Labour::empty) continue;
    const int region = block.region[row], age = block.age(row, now) & (agents::n_ages - 1);
    const int sex = block.has(row, agents::status::female), partnered = block.has(row, agents::status::partnered);
    ++census.people(region, sex * 2 + partnered, age);
    if (agents::is_employed(state) || state == Labour::informal || state == Labour::unemployed) ++census.force(region, sex, age);
    if (block.has(row, agents::status::head)) ++census.heads_by_age[static_cast<std::size_t>(age)];
  }
}

void add(std::vector<std::int64_t>& sum, const std::vector<std::int64_t>& part) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += part[i];
}

}  // namespace

Census take_census(const std::vector<agents::Block>& blocks, const agents::Crew& crew, int n_regions, agents::Month now) {
  std::vector<Census> parts(static_cast<std::size_t>(crew.n_slots()), empty_census(n_regions));
  crew.for_each_block(static_cast<int>(blocks.size()), [&](int b, int slot) {
    count_block(parts[static_cast<std::size_t>(slot)], blocks[static_cast<std::size_t>(b)], now);
  });
  Census census = empty_census(n_regions);
  for (const Census& part : parts) {
    add(census.people.cells(), part.people.cells());
    add(census.force.cells(), part.force.cells());
    add(census.heads_by_age, part.heads_by_age);
  }
  return census;
}

double young_people(const Census& census) {
  std::int64_t n = 0;
  for (int region = 0; region < census.people.layers(); ++region) {
    for (int kind = 0; kind < census.people.rows(); ++kind) {
      for (int age = 15; age <= 17; ++age) n += census.people(region, kind, age);
    }
  }
  return static_cast<double>(n);
}

}  // namespace world
