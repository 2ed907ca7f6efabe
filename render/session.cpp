// What a session does; how it is kept and found again is in session_keep.cpp.
#include "render/session.hpp"

#include <unistd.h>

#include <algorithm>

#include "render/session_past.hpp"
#include "render/session_scenario.hpp"
#include "world/errors.hpp"

namespace viewer {

namespace observers = world::observers;
using world::InputError;

Session::Session(Base base, SessionWays ways)
    : ways_(std::move(ways)), base_(std::move(base)), target_(base_.scenario.start + base_.scenario.n_months - 1) {
  levers_ = std::make_unique<Levers>(base_.scenario, base_.country);
  if (base_.kind != BaseKind::run_folder) return;
  std::vector<std::string> iso;
  for (const world::Region& region : base_.country.regions) iso.push_back(region.iso);
  recorded_causes_ = std::make_unique<RecordedCauses>(base_.path / observers::causes_columns().file, std::move(iso));
}

Session::~Session() {
  simulator_.reset();
  if (lock_ >= 0) ::close(lock_);
}

/// The simulator with the line that was opened, not yet at work.
void Session::begin(KnownHashes known) {
  const std::filesystem::path kept = ways_.folder.empty() ? ways_.folder : ways_.folder / "checkpoints";
  simulator_ = std::make_unique<Simulator>(
      base_, Shelf(kept, ways_.most_checkpoint_bytes, ways_.program),
      SimulatorWays{.threads = ways_.threads,
                    .nice = ways_.nice,
                    .checkpoint_every = ways_.checkpoint_every,
                    .checkpoint_share = ways_.checkpoint_share,
                    .is_paused = ways_.is_paused,
                    .target = target_},
      std::move(known),
      SimulatorCalls{
          .on_month = [this](int line, agents::Month month, std::uint64_t hash) { note_hash(line, month, hash); },
          .housekeeping = [this] { bring_log_to_disk(); }});
  const bool is_recorded = base_.kind == BaseKind::run_folder;
  simulator_->add_line(-1, 0, base_.scenario, is_recorded);
  if (!is_recorded) return;
  observers::HistoryReader reader(base_.path, base_.card->regions, base_.card->people_per_agent);
  observers::History history = reader.read_more();
  if (!history.months.empty() && history.months.front().month != base_.first) {
    throw InputError(base_.path.string() + ": its tables begin in " + observers::month_name(history.months.front()) +
                     ", its scenario in " + world::month_text(base_.first + 1) + "; the folder was changed");
  }
  const bool is_under_way = base_.card->status == "running";
  if (!is_under_way && !history.cut.empty()) simulator_->remark(history.cut);
  simulator_->follow(std::move(history.months), std::move(reader), is_under_way);
  if (base_.shown) shown_ = std::clamp(*base_.shown - base_.first, 0, std::max(0, n_months() - 1));
}

Progress Session::progress() const {
  const Line& shown = simulator_->line(current_);
  const agents::Month wanted = std::max(target_, base_.first);
  return {.n_months = shown.track.size(),
          .n_wanted = shown.is_recorded && base_.card ? base_.card->months + 1 : wanted - base_.first + 1,
          .months_per_second = simulator_->status().months_per_second};
}

std::vector<int> Session::branch_marks() const {
  std::vector<int> marks;
  for (const agents::Month month : simulator_->starts_of(current_)) {
    const int k = month - base_.first;
    if (k >= 0 && k < n_months()) marks.push_back(k);
  }
  return marks;
}

PushReport Session::push(int k, int region) {
  return push_of(base_, simulator_->line(current_), recorded_causes_.get(), k, region);
}

void Session::show(int k) {
  const int wanted = std::max(0, k);
  if (wanted == shown_) return;
  shown_ = wanted;
  note_shown();
}

void Session::step(int n_months) {
  simulator_->step(n_months);
  const SharedMonth last = snapshot(this->n_months() - 1);
  if (last) target_ = std::max(target_, last->month + n_months);
}

void Session::set_target(agents::Month month) {
  if (month - base_.scenario.start + 1 > Track::most_months - 1) {
    throw InputError("the last month is to be " + world::month_text(month) + "; allowed " +
                     world::month_text(base_.scenario.start + Track::most_months - 2) + " or earlier, 1200 months");
  }
  target_ = std::max(month, base_.first);
  simulator_->set_target(target_);
  note("target", {std::to_string(target_)});
}

void Session::add_policy(const std::string& kind, const Fields& fields) {
  levers_->add(kind, fields);
  std::vector<std::string> values{kind};
  for (const auto& [name, value] : fields) values.insert(values.end(), {name, value});
  note("add", values);
}

void Session::change_policy(const std::string& policy, const Fields& fields) {
  levers_->change(policy, fields);
  std::vector<std::string> values{policy};
  for (const auto& [name, value] : fields) values.insert(values.end(), {name, value});
  note("change", values);
}

void Session::remove_policy(const std::string& policy) {
  levers_->remove(policy);
  note("remove", {policy});
}

void Session::reset_policies() {
  levers_->reset();
  note("reset");
}

bool Session::undo() {
  if (!levers_->undo()) return false;
  note("undo");
  return true;
}

bool Session::redo() {
  if (!levers_->redo()) return false;
  note("redo");
  return true;
}

bool Session::has_edits() const {
  return levers_->policies() != texts_of(simulator_->line(current_).scenario.policies);
}

std::string Session::obstacle(int k) const {
  try {
    if (k < 0 || k >= n_months()) throw InputError("that month is not there yet");
    check_past(simulator_->line(current_).scenario.policies, levers_->scenario().policies, base_.first,
               base_.first + k);
    return "";
  } catch (const InputError& error) {
    return error.what();
  }
}

int Session::run_from_here(int k) {
  const std::string why_not = obstacle(k);
  if (!why_not.empty()) throw InputError(why_not);
  const agents::Month month = base_.first + k;
  note("branch", {std::to_string(current_), std::to_string(month)});
  target_ = std::max(target_, month + 1);
  simulator_->set_target(target_);
  make_current(branch(current_, month));
  return current_;
}

int Session::branch(int parent, agents::Month month) {
  return simulator_->add_line(parent, month, levers_->scenario());
}

void Session::make_current(int number) {
  current_ = number;
  if (!is_replaying_) simulator_->work_on(number);
}

void Session::select(int number) {
  if (number < 0 || number >= n_lines()) throw InputError("there is no line " + std::to_string(number));
  levers_->adopt(texts_of(simulator_->line(number).scenario.policies));
  note("select", {std::to_string(number)});
  make_current(number);
}

void Session::save_scenario(const std::filesystem::path& file) const {
  if (!base_.has_whole_past) {
    throw InputError(base_.path.string() + ": is a branch of " + base_.card->branched_from +
                     ", and no scenario gives its past; open that run and branch from it here");
  }
  world::Scenario scenario = simulator_->line(current_).scenario;
  scenario.n_months = std::clamp(target_ - scenario.start + 1, 1, Track::most_months - 1);
  std::string note = "Saved by the viewer from " + base_.path.string() + ".\nPolicies that differ from it:";
  bool differs = false;
  const std::vector<PolicyText> before = texts_of(base_.scenario.policies), now = texts_of(scenario.policies);
  const auto list = [&](const char* sign, const std::vector<PolicyText>& some, const std::vector<PolicyText>& others) {
    for (const PolicyText& policy : some) {
      if (std::find(others.begin(), others.end(), policy) != others.end()) continue;
      note += std::string("\n  ") + sign + " " + policy.kind + " '" + policy.name() + "'";
      differs = true;
    }
  };
  list("without", before, now);
  list("with", now, before);
  write_scenario_file(file, scenario, differs ? note : note + " none");
}

}  // namespace viewer
