// Every figure here comes from a study or a child, whose hashes were compared.
#include "bench/cases.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/checkpoint_case.hpp"
#include "bench/child.hpp"
#include "bench/sample.hpp"
#include "bench/study.hpp"
#include "world/build.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

/// The sizes of the flat case, as parts of --scale.
constexpr std::array flat_divisors{20, 4, 2, 1};
constexpr int first_look_divisor = 20;
constexpr int first_look_months = 204;

Result blank(const char* name, const Study& study, const Plan& plan, int threads) {
  return {.name = name,
          .scale = scale_text(study.scale),
          .citizens = study.citizens,
          .threads = threads,
          .metric = "",
          .hash = study.end_hash,
          .checked = study.checked,
          .months = plan.months,
          .repeats = study.repeats};
}

Result named(Result result, const std::string& metric) {
  result.metric = metric;
  return result;
}

Result plain(Result result, const std::string& metric, double value, const std::string& unit) {
  result.metric = metric;
  result.value = value;
  result.unit = unit;
  return result;
}

void limit_case(const Study& study, const Plan& plan, const Take& take) {
  for (const Readings& readings : study.readings) {
    const Result base = blank("limit", study, plan, readings.threads);
    const double middle = median(readings.limit_seconds);
    take(timed(named(base, "pass_min"), minimum(readings.limit_seconds), middle));
    take(timed(named(base, "pass_median"), middle, middle));
    take(plain(base, "read_and_written", 2 * study.bytes / middle / 1e9, "GB/s"));
  }
}

void synthesis_case(const Study& study, const Plan& plan, const Take& take) {
  for (const Readings& readings : study.readings) {
    Result base = blank("synthesis", study, plan, readings.threads);
    base.hash = study.start_hash;
    const double limit = median(readings.limit_seconds);
    take(timed(named(base, "seconds_min"), minimum(readings.synthesis_seconds), limit));
    take(timed(named(base, "seconds_median"), median(readings.synthesis_seconds), limit));
  }
}

/// The readings of one phase over all months.
std::vector<double> readings_of(const std::vector<world::PhaseSeconds>& phases, std::size_t phase) {
  std::vector<double> seconds;
  for (const world::PhaseSeconds& month : phases) seconds.push_back(month.seconds[phase]);
  return seconds;
}

/// What a month takes beyond its phases: workers that wait for others, and lists emptied.
std::vector<double> outside_phases(const Readings& readings) {
  std::vector<double> seconds;
  for (std::size_t month = 0; month < readings.phases.size(); ++month) {
    const auto& phases = readings.phases[month].seconds;
    seconds.push_back(
        std::max(0.0, readings.month_seconds[month] - std::accumulate(phases.begin(), phases.end(), 0.0)));
  }
  return seconds;
}

void month_case(const Study& study, const Plan& plan, const Take& take) {
  for (const Readings& readings : study.readings) {
    const Result base = blank("month", study, plan, readings.threads);
    const double limit = median(readings.limit_seconds);
    take(timed(named(base, "seconds_min"), minimum(readings.month_seconds), limit));
    take(timed(named(base, "seconds_median"), median(readings.month_seconds), limit));
    take(timed(named(base, "seconds_mean"), mean(readings.month_seconds), limit));
    for (std::size_t phase = 0; phase < world::phase_infos().size(); ++phase) {
      const double seconds = median(readings_of(readings.phases, phase));
      const std::string name(world::phase_infos()[phase].name);
      Result result = timed(named(base, "phase " + name), seconds, limit);
      result.mcm_per_s.reset();  // of a phase that does almost nothing it says nothing
      take(result);
    }
    Result rest = timed(named(base, "phase outside_phases"), median(outside_phases(readings)), limit);
    rest.mcm_per_s.reset();
    take(rest);
  }
}

void two_threads_case(const Study& study, const Plan& plan, const Take& take) {
  const Readings& one = study.on(1);
  const Readings& two = study.on(2);
  const Result base = blank("two_threads", study, plan, 2);
  Result ratio = timed(base, median(two.month_seconds), median(two.limit_seconds));
  take(plain(ratio, "month_medians", median(one.month_seconds) / median(two.month_seconds), "1"));
  ratio = timed(base, minimum(two.month_seconds), median(two.limit_seconds));
  take(plain(ratio, "month_minima", minimum(one.month_seconds) / minimum(two.month_seconds), "1"));
  take(plain(base, "synthesis_medians", median(one.synthesis_seconds) / median(two.synthesis_seconds), "1"));
  take(plain(base, "limit_medians", median(one.limit_seconds) / median(two.limit_seconds), "1"));
}

double ns_of_citizen_month(const Study& study, const Readings& readings) {
  return median(readings.month_seconds) / static_cast<double>(study.citizens) * 1e9;
}

void flat_case(const world::Scale& scale, Studies& studies, const Take& take) {
  const Plan& plan = studies.plan();
  const Study& whole = studies.of(scale);
  for (const int threads : plan.threads) {
    const double reference = ns_of_citizen_month(whole, whole.on(threads));
    double worst = 0;
    for (const int divisor : flat_divisors) {
      const Study& study = studies.of(part_of(scale, divisor));
      const Readings& readings = study.on(threads);
      const double relative = ns_of_citizen_month(study, readings) / reference;
      if (std::abs(relative - 1) > std::abs(worst)) worst = relative - 1;
      const Result result =
          timed(blank("flat", study, plan, threads), median(readings.month_seconds), median(readings.limit_seconds));
      take(plain(result, "cost_relative", relative, "1"));
    }
    take(plain(blank("flat", whole, plan, threads), "worst_deviation", 100 * worst, "%"));
  }
}

/// The numbers of threads to run children on: those asked for, two at least.
std::vector<int> with_a_check(std::vector<int> threads) {
  if (threads.size() == 1) threads.push_back(another_number_of_threads(threads));
  return threads;
}

void memory_case(const world::Scale& scale, const Plan& plan, const Take& take) {
  constexpr double bytes_allowed_per_citizen = 40;
  constexpr double bytes_allowed_beside = 300e6;
  const std::vector<int> threads = with_a_check(plan.threads);
  std::uint64_t hash = 0;
  std::vector<Result> results;
  for (const int n : threads) {
    const ChildReport child = run_child(scale, n, plan.months);
    if (n == threads.front()) hash = child.hash;
    expect_equal_hashes("the world of the memory case", hash, threads.front(), child.hash, n);
    const Result base{.name = "memory",
                      .scale = scale_text(scale),
                      .citizens = child.citizens,
                      .threads = n,
                      .metric = "",
                      .hash = hash,
                      .checked = joined(threads),
                      .months = plan.months,
                      .repeats = 1};
    const auto citizens = static_cast<double>(child.citizens);
    const auto peak = static_cast<double>(child.peak_bytes);
    const double allowed = bytes_allowed_per_citizen * citizens + bytes_allowed_beside;
    results.push_back(plain(base, "peak_rss", peak, "bytes"));
    results.push_back(plain(base, "allowed", allowed, "bytes"));
    results.push_back(plain(base, "share_of_allowed", peak / allowed, "1"));
    results.push_back(plain(base, "per_citizen", peak / citizens, "bytes"));
  }
  for (const Result& result : results) take(result);
}

/// One world from its files to its last month.
struct FirstLook {
  double seconds = 0;
  double citizen_months = 0;
  std::uint64_t hash = 0;
};

FirstLook look(const fs::path& file, const world::Scale& scale, int threads) {
  const Stopwatch clock;
  world::Scenario scenario = world::load_scenario(file);
  scenario.scale = scale;
  const world::Country country = world::load_country(scenario.country);
  const agents::Crew crew(threads);
  world::SynthesisReport report;
  world::World world = world::build_world(scenario, country, crew, &report);
  FirstLook look;
  for (int month = 0; month < first_look_months; ++month) {
    world::advance(world, crew);
    look.citizen_months += static_cast<double>(world.n_citizens());
  }
  look.seconds = clock.seconds();
  look.hash = world.hash.state;
  return look;
}

void first_look_case(const fs::path& file, const world::Scale& scale, const Plan& plan, const Take& take) {
  const std::vector<int> threads = with_a_check(plan.threads);
  std::uint64_t hash = 0;
  std::vector<Result> results;
  for (const int n : threads) {
    const FirstLook found = look(file, scale, n);
    if (n == threads.front()) hash = found.hash;
    expect_equal_hashes("the world of the first look", hash, threads.front(), found.hash, n);
    Result result{.name = "first_look",
                  .scale = scale_text(scale),
                  .citizens = static_cast<std::int64_t>(found.citizen_months / first_look_months),
                  .threads = n,
                  .metric = "seconds",
                  .value = found.seconds,
                  .unit = "s",
                  .mcm_per_s = found.citizen_months / found.seconds / 1e6,
                  .ns_per_citizen_month = found.seconds / found.citizen_months * 1e9,
                  .hash = hash,
                  .checked = joined(threads),
                  .months = first_look_months,
                  .repeats = 1};
    results.push_back(result);
  }
  for (const Result& result : results) take(result);
}

/// Counts two sizes, so that what a month costs whatever its citizens falls out of the difference.
void instructions_case(const world::Scale& scale, const Plan& plan, const Take& take) {
  const Counted whole = count_instructions(scale, plan.months);
  const Counted half = count_instructions(part_of(scale, 2), plan.months);
  const ChildReport again = run_child(scale, 2, plan.months);
  expect_equal_hashes("the world that valgrind ran", whole.run.hash, 1, again.hash, 2);
  const int n_months = plan.months + 1;
  const auto citizen_months = static_cast<double>(whole.run.citizen_months);
  const double marginal =
      (whole.instructions - half.instructions) / (citizen_months - static_cast<double>(half.run.citizen_months));
  const Result base{.name = "instructions",
                    .scale = scale_text(scale),
                    .citizens = whole.run.citizen_months / n_months,
                    .threads = 1,
                    .metric = "",
                    .hash = whole.run.hash,
                    .checked = joined({1, 2}),
                    .months = n_months,
                    .repeats = 1};
  take(plain(base, "per_citizen_month", whole.instructions / citizen_months, "instructions"));
  take(plain(base, "per_further_citizen_month", marginal, "instructions"));
  take(plain(base, "per_month_without_citizens", (whole.instructions - marginal * citizen_months) / n_months,
             "instructions"));
}

Plan plan_of(const Options& options) {
  Plan plan{.threads = options.threads, .months = options.months, .repeats = options.repeats};
  if (options.asks_for("two_threads")) {
    plan.threads.insert(plan.threads.end(), {1, 2});
    std::sort(plan.threads.begin(), plan.threads.end());
    plan.threads.erase(std::unique(plan.threads.begin(), plan.threads.end()), plan.threads.end());
  }
  return plan;
}

}  // namespace

void run_cases(const Options& options, const fs::path& file, const Take& take) {
  const Plan plan = plan_of(options);
  if (options.asks_for("instructions")) instructions_case(options.scale, plan, take);
  if (options.asks_for("memory")) memory_case(options.scale, plan, take);

  const world::Scenario scenario = world::load_scenario(file);
  const world::Country country = world::load_country(scenario.country);
  Studies studies(scenario, country, plan);
  if (options.asks_for("limit")) limit_case(studies.of(options.scale), plan, take);
  if (options.asks_for("synthesis")) synthesis_case(studies.of(options.scale), plan, take);
  if (options.asks_for("month")) month_case(studies.of(options.scale), plan, take);
  if (options.asks_for("two_threads")) two_threads_case(studies.of(options.scale), plan, take);
  if (options.asks_for("flat")) flat_case(options.scale, studies, take);
  if (options.asks_for("checkpoint")) {
    world::Scenario sized = scenario;
    sized.scale = options.scale;
    checkpoint_case(sized, country, plan, take);
  }
  if (options.asks_for("first_look")) {
    first_look_case(file, part_of(options.scale, first_look_divisor), plan, take);
  }
}

}  // namespace bench
