// The targets stand here and nowhere else in the tree.
#include "bench/markdown.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "bench/results.hpp"
#include "experiments/output_file.hpp"
#include "world/errors.hpp"
#include "world/month.hpp"
#include "world/observers/text.hpp"
#include "world/table.hpp"

namespace bench {
namespace {

using world::observers::fixed_text;
using world::observers::grouped_text;

constexpr world::Allowed any_number{-1e18, 1e18, "the program wrote something else there"};
constexpr const char* mark_begin = "<!-- measured: begin -->";
constexpr const char* mark_end = "<!-- measured: end -->";

/// A file of results, asked by case, metric, threads and scale.
class Measured {
 public:
  explicit Measured(const std::filesystem::path& file) : table_(read(file)) {
    if (table_.columns() != csv_columns()) table_.refuse("its columns are not those of results; measure again");
    for (int row = 0; row < table_.n_rows(); ++row) {
      if (text(row, "case") == "month") {
        scale_ = text(row, "scale");
        most_threads_ = std::max(most_threads_, static_cast<int>(number(row, "threads").value_or(0)));
      }
    }
    if (scale_.empty()) table_.refuse("it has no case month; measure again without --case");
  }

  [[nodiscard]] const std::string& scale() const { return scale_; }
  [[nodiscard]] int most_threads() const { return most_threads_; }
  [[nodiscard]] int n_rows() const { return table_.n_rows(); }
  [[nodiscard]] const std::string& text(int row, const char* column) const { return table_.cell(row, column); }
  [[nodiscard]] std::optional<double> number(int row, const char* column) const {
    return table_.optional_number(row, column, any_number);
  }

  /// The first row of a case and metric on `threads`, or −1. Any scale if `scale` is empty.
  [[nodiscard]] int row_of(const std::string& name, const std::string& metric, int threads,
                           const std::string& scale = "") const {
    for (int row = 0; row < n_rows(); ++row) {
      if (text(row, "case") == name && text(row, "metric") == metric &&
          text(row, "threads") == std::to_string(threads) && (scale.empty() || text(row, "scale") == scale)) {
        return row;
      }
    }
    return -1;
  }
  [[nodiscard]] std::optional<double> value(const std::string& name, const std::string& metric, int threads,
                                            const char* column = "value") const {
    const int row = row_of(name, metric, threads);
    return row < 0 ? std::nullopt : number(row, column);
  }

 private:
  static world::Table read(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
      throw world::InputError(file.string() + ": missing; `qonys-bench --csv " + file.string() + "` writes it");
    }
    return world::Table::read(file);
  }

  world::Table table_;
  std::string scale_;
  int most_threads_ = 0;
};

std::string or_dash(const std::optional<double>& value, int decimals, const std::string& unit = "") {
  return value ? fixed_text(*value, decimals) + unit : "–";
}

enum class Better { higher, lower };

/// One line of the table of targets.
struct Target {
  std::string what;
  std::optional<double> needed;
  std::optional<double> goal;
  std::optional<double> measured;
  int decimals = 0;
  std::string unit;
  Better better = Better::lower;
};

std::string verdict(const Target& target) {
  if (!target.measured) return "not measured";
  const auto reaches = [&](const std::optional<double>& mark) {
    return mark && (target.better == Better::higher ? *target.measured >= *mark : *target.measured <= *mark);
  };
  if (reaches(target.goal)) return "goal";
  if (!target.needed) return "short of the goal";
  return reaches(target.needed) ? "as needed" : "**short**";
}

std::vector<Target> targets_of(const Measured& measured) {
  constexpr double bytes_per_mb = 1e6;
  constexpr double months_of_25_years = 300;
  const int most = measured.most_threads();
  const int memory = measured.row_of("memory", "peak_rss", most);
  std::optional<double> memory_needed, memory_goal, memory_measured, years, growth;
  if (memory >= 0) {
    const double citizens = measured.number(memory, "citizens").value_or(0);
    memory_needed = (40 * citizens + 300e6) / bytes_per_mb;
    memory_goal = (28 * citizens + 200e6) / bytes_per_mb;
    memory_measured = measured.number(memory, "value").value_or(0) / bytes_per_mb;
  }
  if (const auto month = measured.value("month", "seconds_mean", most)) years = months_of_25_years * *month;
  if (const auto worst = measured.value("flat", "worst_deviation", most)) growth = std::abs(*worst);
  return {
      {"speed of a month, million citizen-months a second", 50, 100,
       measured.value("month", "seconds_median", most, "mcm_per_s"), 1, "", Better::higher},
      {"25 years (300 mean months)", {}, 60, years, 0, " s", Better::lower},
      {"peak memory", memory_needed, memory_goal, memory_measured, 0, " MB", Better::lower},
      {"growth: worst cost of a citizen-month in 1, 5 and 10 million against 20 million", 15, 10, growth, 1, " %",
       Better::lower},
      {"two threads against one", 1.7, 1.9, measured.value("two_threads", "month_medians", 2), 2, " ×", Better::higher},
      {"synthesis", 20, 5, measured.value("synthesis", "seconds_median", most), 1, " s", Better::lower},
      {"a first look at 1:20, from files to the end of 17 years", 10, 3, measured.value("first_look", "seconds", most),
       1, " s", Better::lower},
      {"checkpoint, raw: the run stands still", 1.5, 0.7, measured.value("checkpoint", "stopped_raw", most), 2, " s", Better::lower},
      {"from a checkpoint to a world that can go on, tables included", 2, {}, measured.value("checkpoint", "load_raw", most), 2, " s", Better::lower},
      {"month ÷ limit, to be driven down",
       {},
       {},
       measured.value("month", "seconds_median", most, "limit_ratio"),
       1,
       " ×",
       Better::lower},
  };
}

std::string target_table(const Measured& measured) {
  std::string text = "| " + std::to_string(measured.most_threads()) +
                     " threads | needed | goal | measured | |\n|---|---:|---:|---:|---|\n";
  for (const Target& target : targets_of(measured)) {
    const bool is_judged = (target.needed || target.goal) && measured.scale() == "1:1";
    text += "| " + target.what + " | " + or_dash(target.needed, target.decimals, target.unit) + " | " +
            or_dash(target.goal, target.decimals, target.unit) + " | " +
            or_dash(target.measured, target.decimals, target.unit) + " | " + (is_judged ? verdict(target) : "") +
            " |\n";
  }
  return text;
}

std::string speed_table(const Measured& measured) {
  struct Line {
    const char* what;
    const char* name;
    const char* metric;
  };
  constexpr std::array lines{Line{"limit: one pass over the columns", "limit", "pass_median"},
                             Line{"month, fastest", "month", "seconds_min"},
                             Line{"month, median", "month", "seconds_median"},
                             Line{"month, mean (Januaries take the census)", "month", "seconds_mean"},
                             Line{"synthesis, median", "synthesis", "seconds_median"}};
  std::string text =
      "| | threads | seconds | Mcm/s | ns per citizen(-month) | × limit |\n|---|---:|---:|---:|---:|---:|\n";
  for (const Line& line : lines) {
    for (int row = 0; row < measured.n_rows(); ++row) {
      if (measured.text(row, "case") != line.name || measured.text(row, "metric") != line.metric) continue;
      text += "| " + std::string(line.what) + " | " + measured.text(row, "threads") + " | " +
              or_dash(measured.number(row, "value"), 4) + " | " + or_dash(measured.number(row, "mcm_per_s"), 1) +
              " | " + or_dash(measured.number(row, "ns_per_citizen_month"), 2) + " | " +
              or_dash(measured.number(row, "limit_ratio"), 2) + " |\n";
    }
  }
  return text;
}

std::string phase_table(const Measured& measured) {
  const int most = measured.most_threads();
  std::vector<std::string> names;
  for (const world::PhaseInfo& info : world::phase_infos()) names.emplace_back(info.name);
  names.emplace_back("outside_phases");
  double sum = 0;
  for (const std::string& name : names) {
    sum += measured.value("month", "phase " + name, most, "ns_per_citizen_month").value_or(0);
  }
  const std::string many = std::to_string(most);
  std::string text = "| phase | ns, 1 thread | ns, " + many + " threads | share, " + many + " threads | × limit, " +
                     many + " threads |\n|---|---:|---:|---:|---:|\n";
  for (const std::string& name : names) {
    const std::string metric = "phase " + name;
    const auto one = measured.value("month", metric, 1, "ns_per_citizen_month");
    const auto cost = measured.value("month", metric, most, "ns_per_citizen_month");
    const double share = sum > 0 ? 100 * cost.value_or(0) / sum : 0;
    text += "| " + name + " | " + or_dash(one, 2) + " | " + or_dash(cost, 2) + " | " + fixed_text(share, 1) + " % | " +
            or_dash(measured.value("month", metric, most, "limit_ratio"), 2) + " |\n";
  }
  return text;
}

std::string flat_table(const Measured& measured) {
  std::string text = "| citizens | threads | ns per citizen-month | against the largest |\n|---:|---:|---:|---:|\n";
  for (int row = 0; row < measured.n_rows(); ++row) {
    if (measured.text(row, "case") != "flat" || measured.text(row, "metric") != "cost_relative") continue;
    text += "| " + grouped_text(measured.number(row, "citizens").value_or(0)) + " | " + measured.text(row, "threads") +
            " | " + or_dash(measured.number(row, "ns_per_citizen_month"), 2) + " | " +
            or_dash(measured.number(row, "value"), 3) + " |\n";
  }
  return text;
}

std::optional<double> millions(const std::optional<double>& value) {
  return value ? std::optional<double>(*value / 1e6) : std::nullopt;
}

std::string instructions_text(const Measured& measured) {
  const int row = measured.row_of("instructions", "per_citizen_month", 1);
  if (row < 0) return "Instructions were not counted.\n";
  return or_dash(measured.value("instructions", "per_further_citizen_month", 1), 0) +
         " instructions for each further citizen-month, and " +
         or_dash(millions(measured.value("instructions", "per_month_without_citizens", 1)), 1) +
         " million for the month itself, whatever its citizens; together " + or_dash(measured.number(row, "value"), 0) +
         " per citizen-month in a world of " + grouped_text(measured.number(row, "citizens").value_or(0)) + " (" +
         measured.text(row, "scale") + ", " + measured.text(row, "months") + " months, flags `" +
         measured.text(row, "flags") + "`).\n";
}

std::string heading(const Measured& measured) {
  const int row = measured.row_of("month", "seconds_median", measured.most_threads());
  std::string text = "Machine: " + measured.text(row, "machine") + ". Program " + measured.text(row, "program") + ", " +
                     measured.text(row, "compiler") + ", `" + measured.text(row, "flags") +
                     "`. World: " + measured.scale() + ", " +
                     grouped_text(measured.number(row, "citizens").value_or(0)) + " citizens, " +
                     measured.text(row, "months") + " months in each run, each run " + measured.text(row, "repeats") +
                     " times. Load of the machine in the minute before: " + measured.text(row, "load_before") +
                     ". Runs on " + measured.text(row, "checked_on_threads") +
                     " threads ended with the same state hash, " + measured.text(row, "hash") + ".\n";
  if (measured.scale() != "1:1") {
    text += "\n**A trial at " + measured.scale() + ", not the whole country: the targets are not meant for it.**\n";
  }
  return text;
}

}  // namespace

std::string tables_of(const std::filesystem::path& results) {
  const Measured measured(results);
  return heading(measured) + "\n### Targets\n\n" + target_table(measured) + "\n### Speed\n\n" + speed_table(measured) +
         "\n### The month by phase\n\nMedian nanoseconds per citizen-month.\n\n" + phase_table(measured) +
         "\n### Growth\n\n" + flat_table(measured) + "\n### Instructions\n\n" + instructions_text(measured);
}

void put_into(const std::filesystem::path& page, const std::string& tables) {
  const std::string text = experiments::read_whole(page);
  const std::size_t begin = text.find(mark_begin);
  const std::size_t end = text.find(mark_end);
  if (begin == std::string::npos || end == std::string::npos || end < begin) {
    throw world::InputError(page.string() + ": no lines '" + mark_begin + "' and '" + mark_end +
                            "'; the tables go between them");
  }
  experiments::write_whole(page, text.substr(0, begin) + mark_begin + "\n" + tables + text.substr(end));
}

}  // namespace bench
