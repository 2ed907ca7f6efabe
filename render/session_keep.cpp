// How a session is kept in its folder and found again: session.log has what was
// done, hashes.log the state of every month, base.toml the scenario. A lock keeps
// two processes apart.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <functional>
#include <map>
#include <span>
#include <system_error>

#include "render/session.hpp"
#include "render/session_scenario.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"
#include "world/observers/key_lines.hpp"
#include "world/observers/text.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;
using world::InputError;

constexpr const char* log_name = "session.log";
constexpr const char* format = "1";
constexpr std::size_t shown_digits = 6;

const char* kind_text(BaseKind kind) {
  return kind == BaseKind::scenario ? "scenario" : kind == BaseKind::run_folder ? "run" : "checkpoint";
}

/// Makes the folder and takes its lock; the descriptor. Errors: InputError if another process has it.
int locked(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) observers::refuse_file(folder, "write", error.value());
  const fs::path file = folder / ".lock";
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) observers::refuse_file(file, "write", errno);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  ::close(descriptor);
  throw InputError(folder.string() + ": another process has this session open; close it, or begin another one");
}

[[noreturn]] void refuse_line(const LogLine& line, const std::string& why) {
  throw InputError(std::string(log_name) + ":" + std::to_string(line.number) + ": '" + line.word + "': " + why);
}

int number_in(const LogLine& line, std::size_t i) {
  const auto number = i < line.values.size() ? world::parse_integer(line.values[i]) : std::nullopt;
  if (!number) refuse_line(line, "a number is missing");
  return static_cast<int>(*number);
}

const std::string& value_in(const LogLine& line, std::size_t i) {
  if (i >= line.values.size()) refuse_line(line, "a value is missing");
  return line.values[i];
}

Fields fields_in(const LogLine& line) {
  Fields fields;
  for (std::size_t i = 1; i + 1 < line.values.size(); i += 2) fields.emplace_back(line.values[i], line.values[i + 1]);
  return fields;
}

}  // namespace

bool Session::is_in(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::is_regular_file(folder / log_name, ignored)) return false;
  // A process that was killed before its first line was whole left nothing.
  return observers::text_of_file(folder / log_name).find('\n') != std::string::npos;
}

std::unique_ptr<Session> Session::open(const std::string& what, const SessionWays& ways) {
  if (!ways.folder.empty() && is_in(ways.folder)) {
    throw InputError(ways.folder.string() + ": holds a session; reopen it, or name another folder");
  }
  std::unique_ptr<Session> session(new Session(open_base(what, ways.base), ways));
  session->begin({});  // first: what cannot be opened leaves no session behind
  try {
    if (!ways.folder.empty()) session->keep_in_folder(what);
  } catch (const InputError& error) {  // a full disk is no reason to show nothing
    session->log_.reset();
    session->hashes_.reset();
    session->shown_file_.reset();
    session->tell_unsaved(error.what());
  }
  if (session->shown_ > 0) session->note_shown();
  session->simulator_->work_on(0);
  return session;
}

std::unique_ptr<Session> Session::reopen(const SessionWays& ways) {
  if (!is_in(ways.folder)) throw InputError(ways.folder.string() + ": holds no session");
  const int lock = locked(ways.folder);
  std::vector<LogLine> lines;
  try {
    lines = SessionLog(ways.folder / log_name).lines();
    if (lines.empty() || lines[0].word != "session" || lines[0].values.size() < 4 || lines[0].values[0] != format) {
      throw InputError((ways.folder / log_name).string() + ":1: not a session of this version of the program");
    }
  } catch (...) {
    ::close(lock);
    throw;
  }
  ::close(lock);  // taken again below, by the session itself
  const std::string& kind = lines[0].values[1];
  BaseWays base_ways = ways.base;
  if (kind == "checkpoint") base_ways.scenario = ways.folder / "base.toml";
  const std::string what = kind == "scenario" ? (ways.folder / "base.toml").string() : lines[0].values[2];
  std::unique_ptr<Session> session(new Session(open_base(what, base_ways), ways));
  if (observers::hash_text(session->base_.scenario_xxh3) != lines[0].values[3]) {
    throw InputError(ways.folder.string() + ": the scenario or the tables of " + lines[0].values[2] +
                     " were changed since; its months cannot be shown as they were");
  }
  session->open_logs();
  session->begin(session->known_hashes());
  session->replay(session->log_->lines());
  session->read_shown();
  session->simulator_->set_target(session->target_);
  session->simulator_->work_on(session->current_);
  return session;
}

void Session::open_logs() {
  lock_ = locked(ways_.folder);
  log_ = std::make_unique<SessionLog>(ways_.folder / log_name);
  hashes_ = std::make_unique<SessionLog>(ways_.folder / "hashes.log");
  const fs::path shown = ways_.folder / "shown.txt";
  std::error_code ignored;
  const bool is_there = fs::exists(shown, ignored);
  shown_file_ =
      std::make_unique<observers::File>(shown, is_there ? observers::Access::extend : observers::Access::create);
}

void Session::read_shown() {
  std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(shown_file_->size(), shown_digits)), '\0');
  shown_file_->read_at(0, std::as_writable_bytes(std::span(text)));
  const auto number = world::parse_integer(text);
  if (number && *number >= 0) shown_ = static_cast<int>(*number);  // else where the base begins
}

/// One write of a fixed length, so a killed process leaves this number or the one before.
void Session::note_shown() {
  if (!shown_file_ || is_replaying_) return;
  std::string text = std::to_string(shown_);
  text.insert(0, shown_digits - std::min<std::size_t>(text.size(), shown_digits), '0');
  try {
    shown_file_->write_at(0, std::as_bytes(std::span(text)));
  } catch (const std::exception& error) {
    tell_unsaved(error.what());
  }
}

void Session::keep_in_folder(const std::string& what) {
  open_logs();
  if (base_.kind != BaseKind::run_folder) {
    write_scenario_file(ways_.folder / "base.toml", base_.scenario, "What the session stands on: " + what);
  }
  log_->append("session", {format, kind_text(base_.kind), base_.path.string(),
                           observers::hash_text(base_.scenario_xxh3), ways_.program.version, ways_.program.sources});
  log_->sync();
}

KnownHashes Session::known_hashes() const {
  KnownHashes known;
  for (const LogLine& line : hashes_->lines()) {
    if (line.word != "month" || line.values.size() != 3) refuse_line(line, "no month of a session");
    known[{number_in(line, 0), world::parse_month(line.values[1], "hashes.log")}] =
        std::strtoull(line.values[2].c_str(), nullptr, 16);
  }
  return known;
}

void Session::replay(const std::vector<LogLine>& lines) {
  is_replaying_ = true;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    try {
      replay_line(lines[i]);
    } catch (const InputError& error) {
      refuse_line(lines[i], error.what());
    }
  }
  is_replaying_ = false;
}

void Session::replay_line(const LogLine& line) {
  const std::map<std::string, std::function<void()>> words = {
      {"add", [&] { levers_->add(value_in(line, 0), fields_in(line)); }},
      {"change", [&] { levers_->change(value_in(line, 0), fields_in(line)); }},
      {"remove", [&] { levers_->remove(value_in(line, 0)); }},
      {"reset", [&] { levers_->reset(); }},
      {"undo", [&] { levers_->undo(); }},
      {"redo", [&] { levers_->redo(); }},
      {"target", [&] { target_ = number_in(line, 0); }},
      {"branch",
       [&] {
         const int parent = number_in(line, 0);
         if (parent < 0 || parent >= n_lines()) refuse_line(line, "no such line");
         target_ = std::max(target_, number_in(line, 1) + 1);
         make_current(branch(parent, number_in(line, 1)));
       }},
      {"select", [&] { select(number_in(line, 0)); }},
  };
  const auto found = words.find(line.word);
  if (found == words.end()) refuse_line(line, "unknown; the session is of a newer version of the program");
  found->second();
}

/// What goes wrong here costs the log, not the session; it is told. The disk is waited for by the other thread.
void Session::note(const std::string& word, const std::vector<std::string>& values) {
  if (!log_ || is_replaying_) return;
  try {
    log_->append(word, values);
    is_log_dirty_ = true;
    simulator_->wake();
  } catch (const std::exception& error) {
    tell_unsaved(error.what());
  }
}

/// By the thread of the simulator.
void Session::bring_log_to_disk() {
  if (!log_ || !is_log_dirty_.exchange(false)) return;
  try {
    log_->sync();
  } catch (const std::exception& error) {
    tell_unsaved(error.what());
  }
}

void Session::note_hash(int line, agents::Month month, std::uint64_t hash) {
  if (!hashes_) return;
  try {
    hashes_->append("month", {std::to_string(line), world::month_text(month), observers::hash_text(hash)});
  } catch (const std::exception& error) {
    tell_unsaved(error.what());
  }
}

void Session::tell_unsaved(const char* why) { simulator_->remark(std::string("the session is not saved: ") + why); }

namespace {

/// Of the folders of all sessions; empty if it is not known.
fs::path sessions_root() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  fs::path root;
  if (state != nullptr && *state != '\0') {
    root = fs::path(state);
  } else if (home != nullptr && *home != '\0') {
    root = fs::path(home) / ".local" / "state";
  } else {
    return {};
  }
  return root / "qonys" / "sessions";
}

}  // namespace

fs::path newest_session_folder() {
  fs::path newest;
  fs::file_time_type newest_time = fs::file_time_type::min();
  std::error_code ignored;
  for (fs::directory_iterator at(sessions_root(), ignored), end; !ignored && at != end; at.increment(ignored)) {
    std::error_code failure;
    for (const char* file : {log_name, "hashes.log", "shown.txt"}) {
      const fs::file_time_type time = fs::last_write_time(at->path() / file, failure);
      if (failure || time <= newest_time || !Session::is_in(at->path())) continue;
      newest = at->path();
      newest_time = time;
    }
  }
  return newest;
}

fs::path new_session_folder(const std::string& name) {
  const fs::path root = sessions_root();
  if (root.empty()) return {};
  std::error_code ignored;
  for (int number = 1;; ++number) {
    fs::path folder = root / (name + "-" + std::to_string(number));
    if (!fs::exists(folder, ignored)) return folder;
  }
}

}  // namespace viewer
