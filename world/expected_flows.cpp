#include "world/expected_flows.hpp"

#include <algorithm>
#include <cstdint>

#include "agents/household.hpp"
#include "agents/migration.hpp"

namespace world {

namespace {

using agents::Considerer;
using agents::Utilities;

// How many people come along with a head, grown children by their chance.
double people_with(const agents::Block& block, agents::Row head, agents::Month now, double adult_follows) {
  double people = 0;
  agents::for_each_member(block, head, [&](agents::Row member) {
    const bool independent = member != head && !block.has(member, agents::status::partnered) &&
                             block.age(member, now) >= agents::independent_age;
    const bool stays = member != head && !block.has(member, agents::status::partnered) && block.is_enrolled(member);
    people += stays ? 0 : independent ? adult_follows : 1;
  });
  return people;
}

// Everything of a head that `fill_utilities` reads, origin first. A retired
// head's age and skill are not read.
std::uint64_t key_of(const Considerer& who) {
  const bool retired = who.labour == agents::Labour::retired;
  std::uint64_t key = who.origin;
  key = key << 8 | who.home;
  key = key << 8 | static_cast<std::uint64_t>(who.labour);
  key = key << 8 | (retired ? 0U : who.skill);
  key = key << 8 | (retired ? 0U : static_cast<std::uint64_t>(who.age));
  return key << 3 | static_cast<std::uint64_t>(who.is_owner) << 2 | static_cast<std::uint64_t>(who.has_children) << 1 |
         static_cast<std::uint64_t>(who.has_two_earners);
}

Considerer considerer_with(std::uint64_t key) {
  return {.origin = static_cast<std::uint8_t>(key >> 35),
          .home = static_cast<std::uint8_t>(key >> 27),
          .skill = static_cast<std::uint8_t>(key >> 11),
          .labour = static_cast<agents::Labour>(key >> 19 & 255U),
          .age = static_cast<int>(key >> 3 & 255U),
          .is_owner = (key & 4U) != 0,
          .has_children = (key & 2U) != 0,
          .has_two_earners = (key & 1U) != 0};
}

struct Entry {
  std::uint64_t key = 0;
  double people = 0;
};

// Entries of equal key become one, summed in the order they stand in.
void merge_equal(std::vector<Entry>& entries) {
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::size_t n = 0;
  for (const Entry& entry : entries) {
    if (n > 0 && entries[n - 1].key == entry.key) entries[n - 1].people += entry.people;
    else entries[n++] = entry;
  }
  entries.resize(n);
}

std::vector<Entry> entries_of(const World& world, const agents::Block& block) {
  std::vector<Entry> entries;
  const double follows = world.scenario.parameters.migration.adult_child_follows;
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<agents::Row>(i);
    if (block.is_empty(row) || !block.has(row, agents::status::head)) continue;
    if (block.is_enrolled(row) || block.is_bonded(row)) continue;   // held where they are
    const Considerer who = agents::considerer_of(block, row, world.month);
    const double attention = agents::attention_of(who, world.signals->migration);
    if (attention <= 0) continue;
    entries.push_back({.key = key_of(who), .people = attention * people_with(block, row, world.month, follows)});
  }
  merge_equal(entries);
  return entries;
}

// What a util of place constant is worth to a type: asked of the utility itself.
double place_weight_of(const Considerer& who, const agents::MigrationSignals& signals, int n_regions) {
  agents::MigrationSignals raised = signals;
  raised.place.fill(1);
  agents::MigrationSignals level = signals;
  level.place.fill(0);
  Utilities high, low;
  agents::fill_utilities(high, who, raised, n_regions);
  agents::fill_utilities(low, who, level, n_regions);
  return high[who.origin] - low[who.origin];
}

// The probabilities of one type, and the probability of its destinations' nests.
struct Choice {
  Utilities probability{};
  std::array<double, 2> nest{};
};

Choice choice_of(const Considerer& who, const agents::MigrationSignals& signals, int n_regions) {
  Choice choice;
  Utilities utility;
  agents::fill_utilities(utility, who, signals, n_regions);
  agents::choice_probabilities(choice.probability, utility, who.origin, signals, n_regions);
  for (int d = 0; d < n_regions; ++d) {
    if (d != who.origin) choice.nest[signals.nest[static_cast<std::size_t>(d)]] += choice.probability[static_cast<std::size_t>(d)];
  }
  return choice;
}

// dP(d)/dU(e) of the nested logit, with q the share of e in its nest:
// P(d) · ([d = e] / tau + [same nest] q(e) (1 − 1/tau) − P(e)); staying is a nest of its own.
void add_slopes(FlowSlopes& slopes, const HeadType& type, const agents::MigrationSignals& signals, int n_regions) {
  const Choice choice = choice_of(type.who, signals, n_regions);
  const double tau = signals.nest_dissimilarity;
  const int o = type.who.origin;
  std::array<Utilities, 2> common{};
  for (std::size_t nest = 0; nest < 2; ++nest) {
    for (int e = 0; e < n_regions; ++e) {
      const auto region = static_cast<std::size_t>(e);
      const bool shares = e != o && signals.nest[region] == nest && choice.nest[nest] > 0;
      const double share = shares ? choice.probability[region] / choice.nest[nest] : 0;
      common[nest][region] = share * (1 - 1 / tau) - choice.probability[region];
    }
  }
  for (int d = 0; d < n_regions; ++d) {
    if (d == o) continue;
    const auto destination = static_cast<std::size_t>(d);
    const double people = type.people * choice.probability[destination];
    const Utilities& answer = common[signals.nest[destination]];
    slopes.flows(o, d) += people;
    for (int e = 0; e < n_regions; ++e) {
      const double slope = people * (answer[static_cast<std::size_t>(e)] + (d == e ? 1 / tau : 0));
      slopes.by_utility(o, d, e) += slope;
      slopes.by_place(o, d, e) += type.place_weight * slope;
      if (e == type.who.home) slopes.by_home(o, d) += slope;
    }
  }
}

}  // namespace

HeadTypes group_heads(const World& world, const Crew& crew) {
  std::vector<std::vector<Entry>> parts(world.blocks.size());
  crew.for_each_block(world.n_blocks(), [&](int b, int) {
    parts[static_cast<std::size_t>(b)] = entries_of(world, world.blocks[static_cast<std::size_t>(b)]);
  });
  std::vector<Entry> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  merge_equal(all);

  const int n = world.country.n_regions();
  HeadTypes heads;
  heads.first.assign(static_cast<std::size_t>(n) + 1, 0);
  // The weight of a place depends on age and retirement alone; one question for each.
  std::array<std::array<double, agents::n_ages>, 2> place_weight{};
  for (int age = 0; age < agents::n_ages; ++age) {
    const Considerer works{.labour = agents::Labour::outside, .age = age};
    const Considerer rests{.labour = agents::Labour::retired, .age = age};
    place_weight[0][static_cast<std::size_t>(age)] = place_weight_of(works, world.signals->migration, n);
    place_weight[1][static_cast<std::size_t>(age)] = place_weight_of(rests, world.signals->migration, n);
  }
  heads.types.reserve(all.size());
  for (const Entry& entry : all) {
    const Considerer who = considerer_with(entry.key);
    const bool retired = who.labour == agents::Labour::retired;
    heads.types.push_back({.who = who, .people = entry.people,
                           .place_weight = place_weight[retired][static_cast<std::size_t>(who.age)]});
    ++heads.first[who.origin + 1U];
  }
  for (std::size_t o = 0; o < static_cast<std::size_t>(n); ++o) heads.first[o + 1] += heads.first[o];
  return heads;
}

Grid<double> expected_flows(const HeadTypes& heads, const agents::MigrationSignals& signals, int n_regions,
                            const Crew& crew) {
  Grid<double> flows(n_regions, n_regions);
  // An origin is one task: its row is summed by one thread in the order of its types.
  crew.for_each_block(n_regions, [&](int o, int) {
    const auto origin = static_cast<std::size_t>(o);
    for (int i = heads.first[origin]; i < heads.first[origin + 1]; ++i) {
      const HeadType& type = heads.types[static_cast<std::size_t>(i)];
      const Choice choice = choice_of(type.who, signals, n_regions);
      for (int d = 0; d < n_regions; ++d) {
        if (d != o) flows(o, d) += type.people * choice.probability[static_cast<std::size_t>(d)];
      }
    }
  });
  return flows;
}

Grid<double> expected_flows(const World& world, const Crew& crew) {
  return expected_flows(group_heads(world, crew), world.signals->migration, world.country.n_regions(), crew);
}

FlowSlopes flow_slopes(const HeadTypes& heads, const agents::MigrationSignals& signals, int n_regions,
                       const Crew& crew) {
  FlowSlopes slopes{.flows = Grid<double>(n_regions, n_regions),
                    .by_utility = Cube<double>(n_regions, n_regions, n_regions),
                    .by_place = Cube<double>(n_regions, n_regions, n_regions),
                    .by_home = Grid<double>(n_regions, n_regions)};
  crew.for_each_block(n_regions, [&](int o, int) {
    const auto origin = static_cast<std::size_t>(o);
    for (int i = heads.first[origin]; i < heads.first[origin + 1]; ++i) {
      add_slopes(slopes, heads.types[static_cast<std::size_t>(i)], signals, n_regions);
    }
  });
  return slopes;
}

}  // namespace world
