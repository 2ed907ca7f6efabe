// A session is there again after its process was killed at any moment; and the
// simulation runs at lower priority than who shows it.
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>

#include "render/session.hpp"
#include "tests/render/session_fixture.hpp"

namespace viewer::testing {
namespace {

constexpr int n_edits = 60;

/// The edits of a person in a hurry, one for each number; the same ones every time.
void edit(Session& session, int number) {
  const std::string name = "Plant " + std::to_string(number / 6);
  switch (number % 6) {
    case 0:
      session.add_policy("job_package", plant(name, "2026-01", std::to_string(20 + number)));
      break;
    case 1:
      session.change_policy(name, {{"jobs", std::to_string(30 + number)}});
      break;
    case 2:
      session.run_from_here(std::min(6 + number / 6, session.n_months() - 1));
      break;
    case 3:
      session.undo();
      break;
    case 4:
      session.redo();
      break;
    default:
      session.remove_policy(name);
      break;
  }
}

/// What is known of a session that months have no part in.
struct Standing {
  std::vector<PolicyText> policies;
  bool can_undo = false, can_redo = false;
  int n_lines = 0, current = 0;
  std::vector<std::pair<int, agents::Month>> branches;
  std::vector<std::vector<PolicyText>> scenarios;
  bool operator==(const Standing&) const = default;
};

Standing standing_of(const Session& session) {
  Standing standing{.policies = session.levers().policies(),
                    .can_undo = session.levers().can_undo(),
                    .can_redo = session.levers().can_redo(),
                    .n_lines = session.n_lines(),
                    .current = session.current(),
                    .branches = {},
                    .scenarios = {}};
  for (int line = 0; line < session.n_lines(); ++line) {
    standing.branches.emplace_back(session.line(line).parent, session.line(line).branched);
    standing.scenarios.push_back(texts_of(session.line(line).scenario.policies));
  }
  return standing;
}

void wait_for_months(const Session& session, int n) {
  while (session.n_months() < n) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// A process that edits, and says after each edit that it is done.
[[noreturn]] void live_as_child(const fs::path& folder, int pipe) {
  const auto session = Session::open("tiny", ways_in(folder, 1));
  wait_for_months(*session, 20);
  for (int number = 0; number < n_edits; ++number) {
    edit(*session, number);
    wait_for_months(*session, 17);
    const char done = 1;
    if (::write(pipe, &done, 1) != 1) ::_exit(1);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  ::pause();
  ::_exit(0);
}

/// Kills such a process a moment after it has done so many edits; how many it had said to be done.
int edits_before_the_kill(const fs::path& folder, int n_awaited, std::chrono::microseconds moment) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    live_as_child(folder, ends[1]);
  }
  ::close(ends[1]);
  char done = 0;
  int n = 0;
  while (n < n_awaited && ::read(ends[0], &done, 1) == 1) ++n;
  std::this_thread::sleep_for(moment);
  ::kill(child, SIGKILL);
  while (::read(ends[0], &done, 1) == 1) ++n;
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status));
  return n;
}

TEST(KilledSession, IsThereAgainWithItsLeversLinesAndUndo) {
  const Scratch scratch;
  std::vector<Standing> expected;  // after so many edits
  {
    const auto session = Session::open("tiny", ways_in({}, 1));
    wait_for_months(*session, 20);
    for (int number = 0; number < n_edits; ++number) {
      expected.push_back(standing_of(*session));
      edit(*session, number);
      wait_for_months(*session, 17);
    }
    expected.push_back(standing_of(*session));
  }
  std::mt19937 random(20260101);  // the same moments every time, as far as a clock allows
  int n_distinct = 0, last = -1;
  for (int kill = 0; kill < 20; ++kill) {
    const fs::path folder = scratch / ("s" + std::to_string(kill));
    const int n =
        edits_before_the_kill(folder, static_cast<int>(random() % 30), std::chrono::microseconds(random() % 6000));
    SessionWays ways = ways_in(folder, 1);
    ways.is_paused = kill % 4 != 0;
    if (n == 0 && !Session::is_in(folder)) {  // killed before there was a session: one can begin there
      EXPECT_EQ(standing_of(*Session::open("tiny", ways)), expected[0]);
      continue;
    }
    const auto session = Session::reopen(ways);
    const Standing found = standing_of(*session);
    const bool is_right = found == expected[static_cast<std::size_t>(n)] ||
                          (n < n_edits && found == expected[static_cast<std::size_t>(n) + 1]);
    EXPECT_TRUE(is_right) << "killed after " << n << " edits";
    n_distinct += n != last ? 1 : 0;
    last = n;
    if (ways.is_paused) continue;
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    EXPECT_EQ(session->status().doing, Doing::done) << session->status().text;
    EXPECT_EQ(hashes_of(*session), hashes_of_run(session->line(session->current()).scenario, session->n_months() - 1));
  }
  EXPECT_GT(n_distinct, 5) << "the kills fell on the same edit";
}

TEST(ReopenedSession, ShowsTheSameMonthsAndPosition) {
  const Scratch scratch;
  std::vector<std::uint64_t> before;
  {
    const auto session = Session::open("tiny", ways_in(scratch / "s"));
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    session->add_policy("job_package", plant("Plant\twith \\ a tab\nand a line", "2024-01"));
    session->run_from_here(12);
    session->set_target(agents::month_of(2028, 3));
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    session->show(31);
    before = hashes_of(*session);
    EXPECT_TRUE(names_all(refusal_of([&] { (void)Session::reopen(ways_in(scratch / "s")); }), {"another process"}));
  }
  EXPECT_TRUE(Session::is_in(scratch / "s"));
  EXPECT_TRUE(names_all(refusal_of([&] { (void)Session::open("tiny", ways_in(scratch / "s")); }), {"holds a session"}));
  const auto session = Session::reopen(ways_in(scratch / "s"));
  EXPECT_EQ(session->shown(), 31);
  EXPECT_EQ(session->current(), 1);
  EXPECT_EQ(session->levers().policies().at(0).name(), "Plant\twith \\ a tab\nand a line");
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::done) << session->status().text;
  EXPECT_EQ(hashes_of(*session), before);
  EXPECT_EQ(session->line(0).track.size(), 64);
}

TEST(ReopenedSession, OfARunFolderGoesOnFromItsMonths) {
  const Scratch scratch;
  write_run(scratch / "run", 30, {12, 24});
  std::vector<std::uint64_t> before;
  {
    const auto session = Session::open(scratch / "run", ways_in(scratch / "s"));
    session->add_policy("job_package", plant("Plant", "2025-06"));
    session->run_from_here(26);
    session->set_target(agents::month_of(2026, 12));
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    before = hashes_of(*session);
  }
  const auto session = Session::reopen(ways_in(scratch / "s"));
  EXPECT_GE(session->n_months(), 27) << "the recorded past is there at once";
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(hashes_of(*session), before);
}

TEST(ReopenedSession, NoticesAMonthThatComesOutOtherwise) {
  const Scratch scratch;
  { ASSERT_TRUE(Session::open("tiny", ways_in(scratch / "s"))->wait_until_idle(patience_s)); }
  {
    SessionLog forged(scratch / "other.log");
    forged.append("month", {"0", "2023-03", "0123456789abcdef"});
  }
  fs::rename(scratch / "other.log", scratch / "s" / "hashes.log");
  const auto session = Session::reopen(ways_in(scratch / "s"));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::failed);
  EXPECT_TRUE(names_all(session->status().text, {"2023-03", "0123456789abcdef", "use the program that made it"}));
}

TEST(ReopenedSession, RefusesADamagedLogOrChangedTables) {
  const Scratch scratch;
  const TinyCopy copy;
  {
    SessionWays ways = ways_in(scratch / "s");
    ways.is_paused = true;
    const auto session = Session::open(copy.scenario(), ways);
    session->add_policy("job_package", plant("Plant", "2024-01"));
    session->add_policy("job_package", plant("Other", "2024-01"));
  }
  const auto refusal = [&] { return refusal_of([&] { (void)Session::reopen(ways_in(scratch / "s")); }); };
  const std::string log = TinyCopy::read(scratch / "s" / "session.log");
  TinyCopy::replace(scratch / "s" / "session.log", "Plant", "Plank");
  EXPECT_TRUE(names_all(refusal(), {"session.log:2", "damaged"}));
  TinyCopy::write(scratch / "s" / "session.log", log.substr(0, log.size() - 9));
  EXPECT_EQ(refusal(), "accepted") << "a last line that is not whole was never promised";
  TinyCopy::append(copy.country() / "labour.csv", "\n");
  EXPECT_TRUE(names_all(refusal(), {"were changed since"}));
  EXPECT_TRUE(names_all(refusal_of([&] { (void)Session::reopen(ways_in(scratch / "none")); }), {"holds no session"}));
}

/// The nice value of every thread of this process, by /proc.
std::vector<long> nice_values() {
  std::vector<long> values;
  for (const auto& task : fs::directory_iterator("/proc/self/task")) {
    const std::string stat = TinyCopy::read(task.path() / "stat");
    std::istringstream rest(stat.substr(stat.rfind(')') + 2));
    std::string field;
    for (int i = 0; i < 17; ++i) rest >> field;  // the 19th of the whole line
    values.push_back(std::stol(field));
  }
  return values;
}

TEST(LiveSession, SimulatesAtLowerPriorityOnEveryThreadOfItsOwn) {
  const Scratch scratch;
  const long own = ::getpriority(PRIO_PROCESS, 0);
  SessionWays ways = ways_in({}, 3);
  TinyCopy copy;
  TinyCopy::append(copy.scenario(), "\n[synthesis]\nblock_citizens = 256\n");
  const auto session = Session::open(copy.scenario(), ways);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  long n_lowered = 0, n_own = 0;
  for (const long nice : nice_values()) (nice == own ? n_own : n_lowered) += 1;
  EXPECT_EQ(n_own, 1) << "only the thread of the window keeps its priority";
  EXPECT_GE(n_lowered, 2) << "the simulation and its workers";
  for (const long nice : nice_values()) EXPECT_TRUE(nice == own || nice == std::min(19L, own + 10));
}

TEST(LiveSession, IsReadWhileItIsWritten) {
  SessionWays ways = ways_in({}, 2);
  const auto session = Session::open("tiny", ways);
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 3; ++reader) {
    readers.emplace_back([&] {
      int n = 0;
      while (n < 61) {
        const int now = session->n_months();
        EXPECT_GE(now, n);
        for (int k = 0; k < now; ++k) {
          const SharedMonth month = session->snapshot(k);
          ASSERT_NE(month, nullptr);
          EXPECT_EQ(month->month, session->first_month() + k);
          EXPECT_GT(month->total(&world::observers::RegionSnapshot::population_actual), 0);
        }
        static_cast<void>(session->status());
        n = now;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
      }
    });
  }
  for (std::thread& reader : readers) reader.join();
}

}  // namespace
}  // namespace viewer::testing
