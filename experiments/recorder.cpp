// Hands each snapshot to the writers of world/observers.
#include "experiments/recorder.hpp"

#include <limits>

#include "experiments/manifest.hpp"
#include "world/errors.hpp"
#include "world/observers/costs.hpp"
#include "world/observers/flows.hpp"
#include "world/observers/knowledge.hpp"
#include "world/observers/money.hpp"
#include "world/observers/months.hpp"
#include "world/observers/panel.hpp"
#include "world/observers/schooling.hpp"

namespace experiments {

namespace observers = world::observers;

namespace {

/// A table of the run: new, or as far as the checkpoint knows it.
OutputFile table(const std::filesystem::path& folder, const std::string& name, const observers::Recording& recording) {
  for (const observers::FileMark& mark : recording.files) {
    if (mark.name == name) return OutputFile(folder / name, mark);
  }
  throw world::InputError("the checkpoint knows no " + name + "; it is of another program: use that one");
}

constexpr int all_lines = std::numeric_limits<int>::max();

}  // namespace

Recorder::Recorder(const std::filesystem::path& folder)
    : folder_(folder), panel_(folder / observers::panel_columns().file),
      flows_(folder / observers::flows_columns().file), causes_(folder / observers::causes_columns().file),
      costs_(folder / observers::costs_columns().file), accounts_(folder / observers::accounts_columns().file),
      schooling_(folder / observers::schooling_columns().file),
      knowledge_(folder / observers::knowledge_columns().file),
      prestige_(folder / observers::prestige_columns().file), months_(folder / observers::months_columns().file),
      hashes_(folder / observers::hashes_columns().file),
      timings_(folder / observers::timings_columns().file), log_(folder / "log.txt") {
  panel_.rows() += observers::header_row(observers::panel_columns().columns);
  flows_.rows() += observers::header_row(observers::flows_columns().columns);
  causes_.rows() += observers::header_row(observers::causes_columns().columns);
  costs_.rows() += observers::header_row(observers::costs_columns().columns);
  accounts_.rows() += observers::header_row(observers::accounts_columns().columns);
  schooling_.rows() += observers::header_row(observers::schooling_columns().columns);
  knowledge_.rows() += observers::header_row(observers::knowledge_columns().columns);
  prestige_.rows() += observers::header_row(observers::prestige_columns().columns);
  months_.rows() += observers::header_row(observers::months_columns().columns);
  hashes_.rows() += observers::header_row(observers::hashes_columns().columns);
  timings_.rows() += observers::header_row(observers::timings_columns().columns);
  flush();
}

Recorder::Recorder(const std::filesystem::path& folder, const observers::Recording& recording, int months_done)
    : folder_(folder), panel_(table(folder, observers::panel_columns().file, recording)),
      flows_(table(folder, observers::flows_columns().file, recording)),
      causes_(table(folder, observers::causes_columns().file, recording)),
      costs_(table(folder, observers::costs_columns().file, recording)),
      accounts_(table(folder, observers::accounts_columns().file, recording)),
      schooling_(table(folder, observers::schooling_columns().file, recording)),
      knowledge_(table(folder, observers::knowledge_columns().file, recording)),
      prestige_(table(folder, observers::prestige_columns().file, recording)),
      months_(table(folder, observers::months_columns().file, recording)),
      hashes_(table(folder, observers::hashes_columns().file, recording)),
      timings_(folder / observers::timings_columns().file, 1 + months_done), log_(folder / "log.txt", all_lines),
      movers_(recording.movers), summary_(recording.summary) {
  // Clock times are not held to what the checkpoint knows; somebody may have deleted them.
  if (timings_.mark().bytes == 0) timings_.rows() += observers::header_row(observers::timings_columns().columns);
}

void Recorder::record_start(const observers::Snapshot& snapshot) {
  record(snapshot);
  flush();
}

void Recorder::record_month(const observers::Snapshot& snapshot, double seconds, std::span<const double> phases) {
  record(snapshot);
  observers::append_timings_row(timings_.rows(), snapshot, seconds, phases);
  flush();
}

void Recorder::record(const observers::Snapshot& snapshot) {
  summary_.add(snapshot);
  observers::append_panel_rows(panel_.rows(), snapshot);
  observers::append_flows_rows(flows_.rows(), snapshot);
  observers::append_costs_rows(costs_.rows(), snapshot);
  observers::append_accounts_rows(accounts_.rows(), snapshot);
  observers::append_months_row(months_.rows(), snapshot);
  observers::append_hashes_rows(hashes_.rows(), snapshot);
}

void Recorder::record_movers(const world::World& world) {
  movers_.add(world);
  if (movers_.is_year_over()) end_year();
}

void Recorder::record_year(const world::World& world) {
  observers::append_schooling_rows(schooling_.rows(), world);
  observers::append_knowledge_rows(knowledge_.rows(), world);
  observers::append_prestige_rows(prestige_.rows(), world);
}

void Recorder::end_year() {
  if (movers_.is_empty()) return;
  movers_.append_rows(causes_.rows());
  movers_.clear();
}

void Recorder::flush() {
  // months.csv last: a month that is in it is whole in the others.
  panel_.flush();
  flows_.flush();
  causes_.flush();
  costs_.flush();
  schooling_.flush();
  knowledge_.flush();
  prestige_.flush();
  accounts_.flush();
  hashes_.flush();
  timings_.flush();
  months_.flush();
}

void Recorder::log(const std::string& line) {
  log_.rows() += utc_now() + "  " + line + "\n";
  log_.flush();
}

void Recorder::finish(const observers::RunLabel& label) {
  end_year();
  for (const observers::Language language : observers::languages) {
    write_whole(folder_ / observers::summary_file_name(language),
                observers::summary_markdown(summary_, label, language));
  }
  flush();
  sync();
}

observers::Recording Recorder::recording() const {
  observers::Recording recording{.movers = movers_, .summary = summary_, .files = {}};
  for (const OutputFile* file : {&panel_, &flows_, &causes_, &costs_, &accounts_, &schooling_, &knowledge_, &prestige_, &months_, &hashes_})
    recording.files.push_back(file->mark());
  return recording;
}

void Recorder::sync() const {
  for (const OutputFile* file :
       {&panel_, &flows_, &causes_, &costs_, &accounts_, &schooling_, &knowledge_, &prestige_, &months_, &hashes_, &timings_})
    file->sync();
}

}  // namespace experiments
