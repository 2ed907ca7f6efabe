// Builds a world, simulates it, keeps its year book, and lets it go.
#include "experiments/pairs.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "experiments/interrupt.hpp"
#include "experiments/progress.hpp"
#include "world/accounts.hpp"
#include "world/build.hpp"
#include "world/month.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace observers = world::observers;
using Clock = std::chrono::steady_clock;

/// What the runs of all pairs share.
struct Series {
  const PairsRequest& request;
  world::Crew crew;
  Progress progress;
};

/// Adds the spending of a month, item by item, in the order of first appearance.
void add_costs(std::vector<observers::CostItem>& items, const std::vector<world::CostLine>& lines) {
  for (const world::CostLine& line : lines) {
    const auto is_same = [&](const observers::CostItem& item) {
      return item.policy == line.policy && item.item == line.item && item.region == line.region;
    };
    auto item = std::find_if(items.begin(), items.end(), is_same);
    if (item == items.end()) {
      items.push_back({.policy = line.policy,
                       .item = line.item,
                       .region = line.region,
                       .unit = line.unit,
                       .basis = line.cost.basis,
                       .benchmark = line.cost.benchmark});
      item = items.end() - 1;
    }
    item->quantity += line.quantity;
    item->kzt += line.kzt;
    item->present_value_kzt += line.present_value_kzt;
  }
}

void add_money(observers::MoneyAsked& money, const observers::Snapshot& snapshot) {
  for (const observers::AccountSnapshot& account : snapshot.accounts) {
    money.asked += account.requested;
    money.paid += account.lines[static_cast<std::size_t>(world::AccountLine::policies)];
    money.borrowed += account.lines[static_cast<std::size_t>(world::AccountLine::borrowed)];
  }
}

/// One run; nothing if it was interrupted.
std::optional<observers::RunRecord> run_once(Series& series, world::Scenario scenario, std::uint64_t seed,
                                             const std::string& label, bool with_causes = false) {
  scenario.seed = seed;
  world::World world = world::build_world(scenario, series.request.country, series.crew);
  observers::RunRecord record{.years = observers::YearBook(scenario.parameters.migration.housing_share), .costs = {}, .causes = {}};
  record.years.add(observers::take_snapshot(world));
  for (int month = 0; month < scenario.n_months; ++month) {
    if (is_interrupted()) return std::nullopt;
    const auto started = Clock::now();
    world::advance(world, series.crew);
    if (with_causes) record.causes.add(world);
    const observers::Snapshot snapshot = observers::take_snapshot(world);
    record.years.add(snapshot);
    add_costs(record.costs, snapshot.costs);
    add_money(record.money, snapshot);
    const double seconds = std::chrono::duration<double>(Clock::now() - started).count();
    series.progress.month_done(label + " " + world::month_text(world.month), static_cast<double>(world.n_citizens()),
                               seconds);
  }
  return record;
}

}  // namespace

std::vector<observers::RunPair> run_pairs(const PairsRequest& request) {
  Series series{.request = request,
                .crew = world::Crew(request.threads, request.ranks),
                .progress = Progress(progress_style(request.quiet), 2 * request.n_pairs * request.a.n_months)};
  series.progress.say(std::to_string(request.n_pairs) + (request.n_pairs == 1 ? " pair" : " pairs") + " of runs, " +
                      std::to_string(request.a.n_months) + " months each, on " +
                      std::to_string(series.crew.n_threads()) + (series.crew.n_threads() == 1 ? " thread" : " threads"));
  std::vector<observers::RunPair> pairs;
  for (int i = 0; i < request.n_pairs; ++i) {
    const std::uint64_t seed = request.a.seed + static_cast<std::uint64_t>(i);
    const std::string label = "pair " + std::to_string(i + 1) + "/" + std::to_string(request.n_pairs);
    auto a = run_once(series, request.a, seed, label + " A", i == 0);
    auto b = a ? run_once(series, request.b, seed, label + " B") : std::nullopt;
    if (!b) break;
    pairs.push_back({.seed = seed, .a = std::move(*a), .b = std::move(*b)});
  }
  series.progress.end();
  return pairs;
}

}  // namespace experiments
