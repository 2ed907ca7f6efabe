#include "world/attribution.hpp"

#include <cmath>

#include "world/phases.hpp"

namespace world {
namespace {

using agents::Parts;
using agents::Utilities;

struct Node {
  double at, weight;  // on 0 to 1
};
// Abramowitz and Stegun, table 25.4, moved from −1…1 to 0…1.
constexpr std::array<Node, 8> nodes = {{{0.019855071751231884, 0.050614268145188130},
                                        {0.101666761293186630, 0.111190517226687235},
                                        {0.237233795041835507, 0.156853322938943644},
                                        {0.408282678752175098, 0.181341891689180991},
                                        {0.591717321247824902, 0.181341891689180991},
                                        {0.762766204958164493, 0.156853322938943644},
                                        {0.898333238706813370, 0.111190517226687235},
                                        {0.980144928248768116, 0.050614268145188130}}};

/// One type on its way from the mean to the tables.
class Path {
 public:
  Path(const HeadType& type, const agents::Signals& signals, int n_regions)
      : who_(type.who), signals_(signals.migration), n_(static_cast<std::size_t>(n_regions)) {
    agents::fill_utilities(tables_, who_, signals_, n_regions);
    agents::fill_gaps(gaps_, who_, signals_, signals.causes, n_regions);
    for (const Utilities& gap : gaps_) {
      for (std::size_t d = 0; d < n_; ++d) all_[d] += gap[d];
    }
  }

  /// Probabilities at a share of the way; 1 are the tables.
  void probabilities(Utilities& probability, double share) const {
    Utilities utility = tables_;
    for (std::size_t d = 0; d < n_; ++d) utility[d] -= (1 - share) * all_[d];
    agents::choice_probabilities(probability, utility, who_.origin, signals_, static_cast<int>(n_));
  }

  /// How fast the probability of each region changes as one cause moves from the mean to the tables.
  void slopes(Utilities& slope, const Utilities& probability, const Utilities& gap) const {
    const double tau = signals_.nest_dissimilarity;
    std::array<double, 2> nest{}, pull{};
    double mean = 0;
    for (std::size_t d = 0; d < n_; ++d) {
      mean += probability[d] * gap[d];
      if (d == who_.origin) continue;
      nest[signals_.nest[d]] += probability[d];
      pull[signals_.nest[d]] += probability[d] * gap[d];
    }
    for (std::size_t b = 0; b < 2; ++b) pull[b] = nest[b] > 0 ? pull[b] / nest[b] : 0;
    for (std::size_t d = 0; d < n_; ++d)
      slope[d] = probability[d] * (gap[d] / tau + (1 - 1 / tau) * pull[signals_.nest[d]] - mean);
  }

  [[nodiscard]] const Parts& gaps() const { return gaps_; }

 private:
  agents::Considerer who_;
  const agents::MigrationSignals& signals_;
  std::size_t n_;
  Utilities tables_{}, all_{};
  Parts gaps_{};
};

void add_row(Grid<double>& flows, int origin, const Utilities& per_person, double people) {
  for (int d = 0; d < flows.columns(); ++d) {
    if (d != origin) flows(origin, d) += people * per_person[static_cast<std::size_t>(d)];
  }
}

void add_type(FlowAttribution& all, const HeadType& type, const agents::Signals& signals, int n_regions) {
  const Path path(type, signals, n_regions);
  const int o = type.who.origin;
  Utilities probability, slope{};
  path.probabilities(probability, 1);
  add_row(all.flows, o, probability, type.people);
  path.probabilities(probability, 0);
  add_row(all.level, o, probability, type.people);
  for (const Node& node : nodes) {
    path.probabilities(probability, node.at);
    for (std::size_t c = 0; c < agents::n_causes; ++c) {
      if (!agents::has_push(static_cast<agents::Cause>(c))) continue;
      path.slopes(slope, probability, path.gaps()[c]);
      add_row(all.by_cause[c], o, slope, type.people * node.weight);
    }
  }
}

}  // namespace

double FlowAttribution::incompleteness() const {
  double worst = 0, moved = 0;
  for (int o = 0; o < flows.rows(); ++o) {
    for (int d = 0; d < flows.columns(); ++d) {
      double sum = 0;
      for (const Grid<double>& cause : by_cause) sum += cause(o, d);
      worst = std::max(worst, std::abs(sum - (flows(o, d) - level(o, d))));
      moved += flows(o, d);
    }
  }
  return moved > 0 ? worst / moved : worst;
}

FlowAttribution attribute_flows(const HeadTypes& heads, const agents::Signals& signals, int n_regions,
                                const Crew& crew) {
  FlowAttribution all{
      .flows = Grid<double>(n_regions, n_regions), .level = Grid<double>(n_regions, n_regions), .by_cause = {}};
  all.by_cause.fill(Grid<double>(n_regions, n_regions));
  // An origin is one task, so its rows are summed in the order of its types.
  crew.for_each_block(n_regions, [&](int o, int) {
    const auto origin = static_cast<std::size_t>(o);
    for (int i = heads.first[origin]; i < heads.first[origin + 1]; ++i)
      add_type(all, heads.types[static_cast<std::size_t>(i)], signals, n_regions);
  });
  return all;
}

FlowAttribution attribute_next_month(World& world, const Crew& crew) {
  ++world.month;
  clear_workspace(world, crew);
  policies_take_effect(world);
  places_speak(world, crew);
  return attribute_flows(group_heads(world, crew), *world.signals, world.country.n_regions(), crew);
}

RegionShare share_of(const Grid<double>& flows, int region) {
  RegionShare share;
  for (int other = 0; other < flows.rows(); ++other) {
    share.out += flows(region, other);
    share.in += flows(other, region);
  }
  return share;
}

}  // namespace world
