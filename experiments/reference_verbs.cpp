// Verbs that print what the program declares about itself: scenarios, the
// schedule of a month, parameters and columns.
#include <iostream>
#include <string>

#include "experiments/assets.hpp"
#include "experiments/verbs.hpp"
#include "world/errors.hpp"
#include "world/lever_table.hpp"
#include "world/month.hpp"
#include "world/numbers.hpp"
#include "world/observers/attribution_page.hpp"
#include "world/observers/causes.hpp"
#include "world/observers/comparison_tables.hpp"
#include "world/observers/costs.hpp"
#include "world/observers/flows.hpp"
#include "world/observers/knowledge.hpp"
#include "world/observers/money.hpp"
#include "world/observers/months.hpp"
#include "world/observers/panel.hpp"
#include "world/observers/schooling.hpp"
#include "world/observers/text.hpp"
#include "world/parameters.hpp"
#include "world/scenario.hpp"

namespace experiments {
namespace {

namespace observers = world::observers;
using observers::left_aligned;
using observers::right_aligned;
using world::number_text;

std::string padded(std::string_view text, int width) {
  return observers::width_of(text) >= width ? std::string(text) + " " : left_aligned(text, width);
}

void print_parameters_plain() {
  constexpr int path_width = 44;
  constexpr int default_width = 12;
  const world::Parameters defaults;
  world::visit_parameters(defaults, [&](const char* group, double value, const auto& info) {
    std::cout << padded(std::string(group) + "." + info.name, path_width)
              << padded(number_text(value), default_width) << info.unit << ", " << number_text(info.low) << " to "
              << number_text(info.high) << "  [" << info.source << "]\n    " << info.sentence << "\n";
  });
  std::cout << "\nThe mark in brackets is the evidence: V read, K known, D derived, T from the expected-value twin,\n"
               "P project choice. Change one with --set NAME=VALUE or in a scenario file.\n";
}

void print_parameters_markdown() {
  std::cout << "# Parameters\n\n"
               "Every value a scenario can set besides its own keys (country, start, months, seed, scale).\n"
               "Generated: `qonys parameters --markdown > docs/parameters.md`; do not edit.\n\n"
               "In a scenario file a parameter stands under the name of its group; on the command line it is\n"
               "`--set group.name=value`. Source: V read, K known, D derived, T from the expected-value twin,\n"
               "P project choice (docs/model.md).\n";
  std::string open_group;
  const world::Parameters defaults;
  world::visit_parameters(defaults, [&](const std::string& group, double value, const auto& info) {
    if (group != open_group) {
      std::cout << "\n## " << group
                << "\n\n| name | default | unit | range | source | meaning |\n|---|---:|---|---|---|---|\n";
    }
    open_group = group;
    std::cout << "| `" << info.name << "` | " << number_text(value) << " | " << info.unit << " | "
              << number_text(info.low) << " to " << number_text(info.high) << " | " << info.source << " | "
              << info.sentence << " |\n";
  });
}

const char* way_of(int direction) { return direction > 0 ? "up" : "down"; }

void print_levers_plain() {
  constexpr int name_width = 30;
  constexpr int default_width = 12;
  for (const world::LeverInfo& lever : world::lever_table()) {
    const world::LeverFacts& facts = lever.facts;
    std::cout << padded(lever.kind, name_width) << facts.design << "\n  " << facts.sentence << "\n"
              << "  does    " << facts.mechanism << "\n  costs   " << facts.cost << "\n  moves   " << facts.indicator
              << " " << way_of(facts.direction) << " within " << facts.months << " months\n";
    for (const world::LeverField& one : lever.fields) {
      const std::string value = one.field.is_required ? "required" : one.default_text.empty() ? "-" : one.default_text;
      const std::string unit = *one.field.unit == '\0' ? "" : std::string(one.field.unit) + ", ";
      std::cout << "    " << padded(one.field.name, name_width - 4) << padded(value, default_width)
                << unit << world::allowed_text(one.field) << ": " << one.field.sentence << "\n";
    }
    std::cout << "\n";
  }
  std::cout << "Each stands in a scenario as [[KIND]] with its fields, as often as wanted. Parameter accounts.dose\n"
               "multiplies them all: at 0 a run is the baseline to the bit.\n";
}

void print_levers_markdown() {
  std::cout << "# Levers\n\n"
               "Every kind of policy a scenario can hold, from its one declaration in `world/policies.hpp`.\n"
               "Generated: `qonys levers --markdown > docs/levers.md`; do not edit.\n\n"
               "Each stands in a scenario as `[[kind]]` with its fields, as often as wanted. What a lever moves first\n"
               "is tested (levers_test.cpp, schooling_world_test.cpp): no dose is the baseline to the bit, a dose moves that\n"
               "column of panel.csv, or what is named, the way stated, and its price is in costs.csv.\n"
               "\n| lever | in the design | what it does | what it costs | moves first |\n|---|---|---|---|---|\n";
  for (const world::LeverInfo& lever : world::lever_table()) {
    const world::LeverFacts& facts = lever.facts;
    std::cout << "| `" << lever.kind << "` | " << facts.design << " | " << facts.mechanism << " | " << facts.cost
              << " | `" << facts.indicator << "` " << way_of(facts.direction) << " |\n";
  }
  for (const world::LeverInfo& lever : world::lever_table()) {
    std::cout << "\n## " << lever.kind << "\n\n" << lever.facts.sentence
              << "\n\n| field | default | unit | allowed | meaning |\n|---|---:|---|---|---|\n";
    for (const world::LeverField& one : lever.fields) {
      std::cout << "| `" << one.field.name << "` | " << (one.field.is_required ? "required" : one.default_text)
                << " | " << one.field.unit << " | " << world::allowed_text(one.field) << " | " << one.field.sentence
                << " |\n";
    }
  }
}

void print_columns_plain(const observers::FileColumns& file) {
  constexpr int name_width = 46;
  constexpr int unit_width = 22;
  std::cout << file.file << "\n" << file.sentence << "\n";
  for (const observers::Column& column : file.columns) {
    std::cout << "  " << padded(column.name, name_width) << padded(column.unit, unit_width) << column.sentence << "\n";
  }
  std::cout << "\n";
}

void print_columns_markdown(const observers::FileColumns& file) {
  std::cout << "\n### " << file.file << "\n\n" << file.sentence << "\n\n| column | unit | meaning |\n|---|---|---|\n";
  for (const observers::Column& column : file.columns) {
    std::cout << "| `" << column.name << "` | " << column.unit << " | " << column.sentence << " |\n";
  }
}

}  // namespace

ExitCode list_verb(const Options&) {
  constexpr int name_width = 24;
  for (const auto& file : bundled_scenarios()) {
    try {
      const world::Scenario scenario = world::load_scenario(file);
      std::cout << padded(file.stem().string(), name_width) << scenario.title << "\n";
    } catch (const world::InputError& error) {
      std::cout << padded(file.stem().string(), name_width) << "cannot be read: " << error.what() << "\n";
    }
  }
  std::cout << "\nThey are in " << (assets_folder() / "scenarios").string()
            << ".\nRun one: qonys run NAME --out DIR. A scenario of your own: a file with `extends = FILE` and what differs.\n";
  return ExitCode::ok;
}

ExitCode schedule_verb(const Options&) {
  constexpr int name_width = 44;
  int number = 0;
  for (const world::PhaseInfo& phase : world::phase_infos()) {
    std::cout << right_aligned(std::to_string(++number), 2) << "  " << padded(phase.name, name_width) << phase.home
              << "\n      reads   " << phase.reads << "\n      writes  " << phase.writes << "\n";
  }
  return ExitCode::ok;
}

ExitCode parameters_verb(const Options& options) {
  options.markdown ? print_parameters_markdown() : print_parameters_plain();
  return ExitCode::ok;
}

ExitCode levers_verb(const Options& options) {
  options.markdown ? print_levers_markdown() : print_levers_plain();
  return ExitCode::ok;
}

ExitCode columns_verb(const Options& options) {
  const auto print = options.markdown ? print_columns_markdown : print_columns_plain;
  if (options.markdown) {
    std::cout << "<!-- from here to the end: `qonys columns --markdown`; do not edit -->\n\n## Columns\n";
  }
  for (const auto& file : {observers::panel_columns(), observers::flows_columns(), observers::causes_columns(),
                           observers::costs_columns(), observers::accounts_columns(), observers::schooling_columns(), observers::knowledge_columns(), observers::prestige_columns(),
                           observers::months_columns(), observers::hashes_columns(),
                           observers::timings_columns(), observers::comparison_columns(), observers::measure_columns(),
                           observers::pairs_columns(), observers::attribution_columns()}) {
    print(file);
  }
  return ExitCode::ok;
}

}  // namespace experiments
