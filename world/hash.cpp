// The state hash: XXH3 over every column of every block in block order, and
// over the numbers of the places. Equal bits give equal hashes; a difference
// names its column.
// gcc 12 warns about its own AVX-512 headers when they are inlined from here.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>

#include "world/phases.hpp"

namespace world {

namespace {

template <class T>
std::uint64_t hash_of(const std::vector<T>& values) {
  return XXH3_64bits(values.data(), values.size() * sizeof(T));
}

std::uint64_t hash_of(const std::string& text) { return XXH3_64bits(text.data(), text.size()); }
std::uint64_t bits_of(double value) { return std::bit_cast<std::uint64_t>(value); }

// What was paid for policies. One that was never paid leaves no trace: it did nothing.
std::uint64_t hash_of_funding(const World& world) {
  std::vector<std::uint64_t> parts;
  for (const Funding& funding : world.funding.policies) {
    if (funding.paid_in_all == 0) continue;
    parts.push_back(hash_of(funding.policy));
    for (const double paid : funding.paid_months) parts.push_back(bits_of(paid));
    for (const Kzt kzt : {funding.paid.national, funding.paid.local, funding.paid_in_all}) {
      parts.push_back(static_cast<std::uint64_t>(kzt));
    }
  }
  for (const PlannedOrder& order : world.orders) {
    if (order.paid_months <= 0) continue;
    for (const std::uint64_t part : {hash_of(order.policy), bits_of(order.size), bits_of(order.paid_months),
                                     static_cast<std::uint64_t>(order.due)}) {
      parts.push_back(part);
    }
  }
  return hash_of(parts);
}

}  // namespace

const std::vector<std::string>& column_names() {
  static const std::vector<std::string> names = {"serial", "born", "moved", "next", "status", "post", "skill",
                                                 "region", "registered", "home", "tally", "wages", "posts",
                                                 "job_chances", "success", "commuting", "rents", "dwellings", "building",
                                                 "beliefs", "sizes", "census", "infrastructure", "spending", "schooling",
                                                 "accounts", "funding", "knowledge"};
  return names;
}

void state_is_hashed(BlockWork& work) {
  const agents::Block& block = work.block;
  const auto n = static_cast<std::size_t>(block.n_rows());
  auto of = [n](const auto* column) { return XXH3_64bits(column, n * sizeof(*column)); };
  work.lists.hashes = {of(block.serial), of(block.born),   of(block.moved),  of(block.next),       of(block.status),
                       of(block.post),   of(block.skill),  of(block.region), of(block.registered), of(block.home)};
}

void hashes_are_merged(World& world) {
  const std::vector<BlockLists>& lists = world.workspace->lists;
  std::vector<std::uint64_t>& columns = world.hash.columns;
  columns.clear();
  std::vector<std::uint64_t> of_column(lists.size());
  for (std::size_t c = 0; c < n_hashed_columns; ++c) {
    for (std::size_t b = 0; b < lists.size(); ++b) of_column[b] = lists[b].hashes[c];
    columns.push_back(hash_of(of_column));
  }
  const auto counts = agents::counts_of(world.tally);
  columns.push_back(XXH3_64bits(counts.data(), counts.size_bytes()));
  columns.push_back(hash_of(world.labour.wage.cells()));
  columns.push_back(hash_of(world.labour.posts.cells()));
  columns.push_back(hash_of(world.labour.job_chance.cells()));
  columns.push_back(hash_of(world.labour.success.cells()));
  columns.push_back(hash_of(world.labour.commute));
  columns.push_back(hash_of(world.housing.rent));
  columns.push_back(hash_of(world.housing.stock_m2));
  columns.push_back(hash_of(std::vector<std::uint64_t>{hash_of(world.housing.pipeline_m2.cells()),
                                                       hash_of(world.housing.rent_history.cells())}));
  const PlaceFacts& believed = world.perception.believed;
  columns.push_back(hash_of(std::vector<std::uint64_t>{
      hash_of(believed.wage.cells()), hash_of(believed.job_chance.cells()), hash_of(believed.own_share.cells()),
      hash_of(believed.mismatch_ratio.cells()), hash_of(believed.quick_income), hash_of(believed.rent),
      hash_of(believed.services), hash_of(believed.bad_supply), hash_of(believed.congestion),
      hash_of(believed.conditions.cells()), hash_of(believed.prestige)}));
  columns.push_back(hash_of(world.perception.size_history.cells()));
  columns.push_back(hash_of(std::vector<std::uint64_t>{hash_of(world.census.people.cells()),
                                                       hash_of(world.census.force.cells()),
                                                       hash_of(world.census.heads_by_age)}));
  const Infrastructure& built = world.infrastructure;
  columns.push_back(hash_of(std::vector<std::uint64_t>{
      hash_of(built.capacity.cells()), hash_of(built.by_policy.cells()), hash_of(built.load.cells()), hash_of(built.available.cells()),
      hash_of(built.quality.cells()), hash_of(built.deficits.cells()), hash_of(built.pipeline.cells()),
      hash_of(built.observed_last_january), hash_of(built.dwellings_last_january),
      hash_of(built.pupils_at_census), hash_of(built.residents_at_census),
      hash_of(built.served), hash_of(built.congestion)}));
  columns.push_back(hash_of(std::vector<std::uint64_t>{hash_of(world.budget.spending_ratio), hash_of(world.budget.services)}));
  const Schooling& schooling = world.schooling;
  const SchoolYear& year = schooling.year;
  columns.push_back(hash_of(std::vector<std::uint64_t>{
      hash_of(schooling.outlook.cells()), hash_of(schooling.seats.cells()), hash_of(std::vector<double>{schooling.cohort}),
      hash_of(year.applicants.cells()), hash_of(year.begun.cells()), hash_of(year.ended.cells()),
      hash_of(year.dropped.cells()), hash_of(year.gone.cells()), hash_of(year.came.cells()), hash_of(year.dual_hires)}));
  const Budget& budget = world.budget;
  columns.push_back(hash_of(std::vector<std::uint64_t>{
      hash_of(budget.accounts.cells()), hash_of(budget.transfers_history.cells()), hash_of(budget.services_history.cells()),
      hash_of(budget.held), hash_of(std::vector<Kzt>{budget.borrowed}), hash_of(budget.observed)}));
  columns.push_back(hash_of_funding(world));
  const Knowledge& known = world.knowledge;
  columns.push_back(hash_of(std::vector<std::uint64_t>{
      hash_of(known.spending), hash_of(known.researchers), hash_of(known.integration), hash_of(known.stock),
      hash_of(known.patents_in_force), hash_of(known.patents), hash_of(known.science_return), hash_of(known.degrees),
      hash_of(known.ict), hash_of(known.field_own), hash_of(known.adoption.cells()),
      hash_of(known.productivity.cells()), hash_of(known.built_conditions.cells()), hash_of(known.conditions.cells()),
      hash_of(known.prestige)}));
  world.hash.state = hash_of(columns);
}

}  // namespace world

#pragma GCC diagnostic pop
