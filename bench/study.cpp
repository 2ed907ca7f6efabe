// Set-up stays outside the clock: the tables are in memory, and one month is
// run before the measured ones, so that lists have grown to their size.
#include "bench/study.hpp"

#include <algorithm>
#include <iostream>
#include <numeric>

#include "agents/block.hpp"
#include "bench/limit.hpp"
#include "bench/sample.hpp"
#include "world/build.hpp"
#include "world/observers/text.hpp"

namespace bench {
namespace {

using world::observers::hash_text;

/// One run, from the tables to the end of its months.
struct Run {
  std::uint64_t start_hash = 0;
  std::uint64_t end_hash = 0;
  double bytes = 0;
  double citizens = 0;
};

Run run_once(const world::Scenario& scenario, const world::Country& country, int months, Readings& readings) {
  const agents::Crew crew(readings.threads);
  Run run;
  const Stopwatch synthesis;
  world::SynthesisReport report;  // as `qonys run` has it made
  world::World world = world::build_world(scenario, country, crew, &report);
  readings.synthesis_seconds.push_back(synthesis.seconds());
  run.start_hash = world.hash.state;

  world::advance(world, crew);
  std::size_t n_rows = 0;
  for (const agents::Block& block : world.blocks) n_rows += static_cast<std::size_t>(block.n_rows());
  const std::size_t bytes = n_rows * agents::bytes_per_citizen;
  run.bytes = static_cast<double>(bytes);
  Limit(bytes, world.n_blocks()).measure(crew, readings.limit_seconds);
  for (int month = 0; month < months; ++month) {
    const Stopwatch clock;
    world::PhaseSeconds phases;
    world::advance(world, crew, &phases);
    readings.month_seconds.push_back(clock.seconds());
    readings.phases.push_back(phases);
    run.citizens += static_cast<double>(world.n_citizens()) / months;
  }
  Limit(bytes, world.n_blocks()).measure(crew, readings.limit_seconds);
  run.end_hash = world.hash.state;
  return run;
}

Study make_study(const world::Scenario& scenario, const world::Country& country, const Plan& plan) {
  Study study;
  study.scale = scenario.scale;
  study.repeats = plan.repeats;
  for (const int threads : plan.threads) study.readings.emplace_back().threads = threads;
  Readings check;
  check.threads = another_number_of_threads(plan.threads);
  const std::string world = "the world at " + scale_text(scenario.scale);
  bool is_first = true;
  auto add = [&](Readings& readings) {
    const Run run = run_once(scenario, country, plan.months, readings);
    if (is_first) {
      study.start_hash = run.start_hash;
      study.end_hash = run.end_hash;
      study.bytes = run.bytes;
      study.citizens = static_cast<std::int64_t>(run.citizens + 0.5);
      is_first = false;
    }
    const int first = study.readings.front().threads;
    expect_equal_hashes(world + " after synthesis", study.start_hash, first, run.start_hash, readings.threads);
    expect_equal_hashes(world + " after " + std::to_string(plan.months) + " measured months", study.end_hash, first,
                        run.end_hash, readings.threads);
  };
  for (int repeat = 0; repeat < plan.repeats; ++repeat) {
    for (Readings& readings : study.readings) add(readings);
  }
  std::vector<int> agreed = plan.threads;
  if (agreed.size() == 1) {
    add(check);
    agreed.push_back(check.threads);
  }
  study.checked = joined(agreed);
  return study;
}

}  // namespace

const Readings& Study::on(int threads) const {
  return *std::find_if(readings.begin(), readings.end(), [&](const Readings& of) { return of.threads == threads; });
}

const Study& Studies::of(const world::Scale& scale) {
  const std::pair key{scale.agents, scale.people};
  const auto found = made_.find(key);
  if (found != made_.end()) return found->second;
  std::cerr << "measuring the world at " << scale_text(scale) << " ..." << std::endl;
  world::Scenario scenario = scenario_;
  scenario.scale = scale;
  return made_.emplace(key, make_study(scenario, country_, plan_)).first->second;
}

int another_number_of_threads(const std::vector<int>& threads) {
  int other = 2;
  while (std::find(threads.begin(), threads.end(), other) != threads.end())
    other = other == 2 ? 1 : std::max(3, other + 1);
  return other;
}

void expect_equal_hashes(const std::string& what, std::uint64_t a, int threads_a, std::uint64_t b, int threads_b) {
  if (a == b) return;
  throw RunsDiffer(what + " differs: state hash " + hash_text(a) + " on " + std::to_string(threads_a) + " threads, " +
                   hash_text(b) + " on " + std::to_string(threads_b));
}

std::string joined(const std::vector<int>& threads) {
  std::string text;
  for (const int n : threads) {
    if (!text.empty()) text += '+';
    text += std::to_string(n);
  }
  return text;
}

std::string scale_text(const world::Scale& scale) {
  return std::to_string(scale.agents) + ":" + std::to_string(scale.people);
}

world::Scale part_of(const world::Scale& scale, int divisor) {
  const int people = scale.people * divisor;
  const int common = std::gcd(scale.agents, people);
  return {scale.agents / common, people / common};
}

}  // namespace bench
