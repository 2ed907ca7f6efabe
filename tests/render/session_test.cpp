// Sessions without a display: live, recorded, branched, saved.
#include "render/session.hpp"

#include "tests/render/session_fixture.hpp"

namespace viewer::testing {
namespace {

constexpr int n_tiny_months = 60;

std::unique_ptr<Session> simulated(const SessionWays& ways, const std::string& what = "tiny") {
  auto session = Session::open(what, ways);
  EXPECT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::done) << session->status().text;
  EXPECT_EQ(session->status().remark, "");
  return session;
}

TEST(LiveSession, ComesToTheStatesOfARunWithoutAViewer) {
  const Scratch scratch;
  const auto session = simulated(ways_in(scratch / "s"));
  EXPECT_TRUE(session->is_live());
  EXPECT_EQ(session->n_months(), n_tiny_months + 1);
  EXPECT_EQ(session->lag(10), 50);
  EXPECT_EQ(hashes_of(*session), hashes_of_run(world::testing::tiny_scenario(), n_tiny_months));
  EXPECT_TRUE(session->snapshot(0)->is_start);
  EXPECT_EQ(session->snapshot(60)->month, agents::month_of(2027, 12));
  EXPECT_EQ(session->snapshot(61), nullptr);
  EXPECT_EQ(session->snapshot(-1), nullptr);
}

TEST(LiveSession, NeedsNoFolder) {
  const auto session = simulated(ways_in({}));
  EXPECT_EQ(session->n_months(), n_tiny_months + 1);
}

TEST(LiveSession, PausesStepsAndGoesFurtherThanItsScenario) {
  const Scratch scratch;
  SessionWays ways = ways_in(scratch / "s");
  ways.is_paused = true;
  const auto session = Session::open("tiny", ways);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->n_months(), 1) << "the start is there to be shown";
  EXPECT_EQ(session->status().doing, Doing::paused);
  session->step(3);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->n_months(), 4);
  session->set_target(agents::month_of(2028, 2));
  session->resume();
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->n_months(), n_tiny_months + 3);
  EXPECT_EQ(hashes_of(*session), hashes_of_run(world::testing::tiny_scenario(), n_tiny_months + 2));
  EXPECT_TRUE(names_all(refusal_of([&] { session->set_target(agents::month_of(2190, 1)); }), {"1200 months"}));
}

TEST(LiveSession, EndsInTheMiddleOfEverything) {
  const Scratch scratch;
  for (int i = 0; i < 10; ++i) {
    const auto session = Session::open("tiny", ways_in(scratch / ("s" + std::to_string(i))));
    while (session->n_months() < i) std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
}

TEST(BranchedSession, WithoutAnEditEqualsItsParent) {
  const Scratch scratch;
  const auto session = simulated(ways_in(scratch / "s"));
  for (const int k : {0, 17, 36, n_tiny_months}) {
    const int line = session->run_from_here(k);
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    EXPECT_EQ(hashes_of(*session, line), hashes_of(*session, 0)) << "from " << k << ": " << session->status().text;
    EXPECT_EQ(session->snapshot(k), session->line(session->line(line).parent).track.at(k)) << "the past is shared";
  }
}

TEST(BranchedSession, IsReproducedByTheScenarioThatItSaves) {
  const Scratch scratch;
  const auto session = simulated(ways_in(scratch / "s"));
  session->add_policy("job_package", plant("Early", "2024-06"));
  session->add_policy("mobility_support",
                      {{"name", "Grant"}, {"region", "XX-3"}, {"start", "2026-02"}, {"kzt_per_household", "4e5"}});
  session->run_from_here(17);  // the end of 2024-05
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  session->change_policy("Grant", {{"kzt_per_household", "900000"}});
  session->add_policy("job_package", plant("Late", "2025-09", "90"));
  session->run_from_here(30);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  ASSERT_EQ(session->status().doing, Doing::done) << session->status().text;
  ASSERT_EQ(session->n_months(), n_tiny_months + 1);
  EXPECT_NE(hashes_of(*session), hashes_of(*session, 0));
  EXPECT_NE(hashes_of(*session), hashes_of(*session, 1));
  const fs::path file = scratch / "saved.toml";
  session->save_scenario(file);
  EXPECT_EQ(hashes_of(*session), hashes_of_run(world::load_scenario(file), n_tiny_months));
  EXPECT_NE(TinyCopy::read(file).find("with job_package 'Early'"), std::string::npos);
}

TEST(BranchedSession, SavesTablesOfTheUsersOwnBesideTheScenario) {
  const Scratch scratch;
  const TinyCopy copy;
  TinyCopy::write(copy.root() / "scenarios" / "more.csv", "iso,name_en\nXX-1,Alpha the great\n");
  TinyCopy::append(copy.scenario(), "\n[tables]\nregions = \"more.csv\"\n");
  SessionWays ways = ways_in(scratch / "s");
  ways.is_paused = true;
  const auto session = Session::open(copy.scenario(), ways);
  session->save_scenario(scratch / "saved.toml");
  const world::Scenario saved = world::load_scenario(scratch / "saved.toml");
  ASSERT_EQ(saved.country.overlays.size(), 1U);
  EXPECT_EQ(world::load_country(saved.country).regions[0].name_en, "Alpha the great");
}

TEST(BranchedSession, RefusesToChangeThePastAndSaysFromWhereItCan) {
  const Scratch scratch;
  const auto session = simulated(ways_in(scratch / "s"));
  session->add_policy("job_package", plant("Plant", "2024-01"));
  EXPECT_TRUE(session->has_edits());
  EXPECT_TRUE(names_all(session->obstacle(24), {"'Plant' would have begun in 2024-01", "run from 2023-12"}));
  EXPECT_TRUE(names_all(refusal_of([&] { session->run_from_here(24); }), {"2024-01"}));
  EXPECT_TRUE(names_all(refusal_of([&] { session->run_from_here(999); }), {"not there yet"}));
  EXPECT_EQ(session->n_lines(), 1);
  EXPECT_EQ(session->obstacle(12), "");
  session->run_from_here(12);
  EXPECT_FALSE(session->has_edits());
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  session->remove_policy("Plant");
  EXPECT_TRUE(names_all(session->obstacle(24), {"'Plant' began in 2024-01"}));
}

TEST(BranchedSession, GoesBackToAnEarlierLineWithItsLevers) {
  const Scratch scratch;
  const auto session = simulated(ways_in(scratch / "s"));
  session->add_policy("job_package", plant("Plant", "2024-01"));
  session->run_from_here(12);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  session->select(0);
  EXPECT_TRUE(session->levers().policies().empty());
  EXPECT_EQ(session->current(), 0);
  session->set_target(agents::month_of(2028, 6));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(hashes_of(*session), hashes_of_run(world::testing::tiny_scenario(), 66));
  EXPECT_EQ(session->line(1).track.size(), 67) << "the other line is not left behind";
  EXPECT_TRUE(session->undo());
  EXPECT_EQ(session->levers().policies().size(), 1U);
}

TEST(RecordedSession, ShowsTheMonthsOfARunAtOnceAndBranchesFromItsCheckpoints) {
  const Scratch scratch;
  write_run(scratch / "run", 40, {12, 24, 36});
  const auto session = Session::open(scratch / "run", ways_in(scratch / "s"));
  EXPECT_EQ(session->n_months(), 41);
  EXPECT_FALSE(session->is_live());
  EXPECT_EQ(session->branch_marks(), (std::vector<int>{12, 24, 36}));
  const std::vector<std::uint64_t> run = hashes_of_run(world::testing::tiny_scenario(), 60);
  EXPECT_EQ(hashes_of(*session), std::vector<std::uint64_t>(run.begin(), run.begin() + 41));
  session->set_target(agents::month_of(2027, 12));
  for (const int k : {5, 30, 40}) {
    session->select(0);
    session->run_from_here(k);
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    EXPECT_TRUE(session->is_live());
    EXPECT_EQ(hashes_of(*session), run) << session->status().text << session->status().remark;
  }
}

TEST(RecordedSession, FollowsARunThatIsStillBeingWritten) {
  const Scratch scratch;
  write_run(scratch / "whole", 20, {});
  write_run(scratch / "run", 8, {}, "running");
  const auto session = Session::open(scratch / "run", ways_in({}));
  EXPECT_EQ(session->n_months(), 9);
  for (const char* table : {"panel.csv", "flows.csv", "costs.csv", "accounts.csv", "hashes.csv", "months.csv"}) {
    fs::copy_file(scratch / "whole" / table, scratch / "run" / table, fs::copy_options::overwrite_existing);
  }
  for (int tenth = 0; tenth < 100 && session->n_months() < 21; ++tenth) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_EQ(session->n_months(), 21);
  EXPECT_EQ(session->status().doing, Doing::following);
}

TEST(RecordedSession, PassesOverADamagedCheckpointAndSaysSo) {
  const Scratch scratch;
  write_run(scratch / "run", 30, {12, 24});
  TinyCopy::write(scratch / "run" / "checkpoints" / "2024-12.qonys", "rubbish");
  const auto session = Session::open(scratch / "run", ways_in(scratch / "s"));
  session->run_from_here(26);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::done) << session->status().text;
  EXPECT_TRUE(names_all(session->status().remark, {"2024-12.qonys", "passed over"}));
}

TEST(RecordedSession, OfChangedTablesEndsTheBranchWithASentence) {
  const Scratch scratch;
  write_run(scratch / "run", 30, {24});
  const std::string months = TinyCopy::read(scratch / "run" / "months.csv");
  const std::size_t at = months.find("2025-01,") + 8;
  std::string other = months;
  other[at] = other[at] == '0' ? '1' : '0';
  TinyCopy::write(scratch / "run" / "months.csv", other);
  const auto session = Session::open(scratch / "run", ways_in({}));
  session->run_from_here(26);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::failed);
  EXPECT_TRUE(names_all(session->status().text, {"has state", "2025-01", "use the program that made it"}));
  EXPECT_EQ(session->n_months(), 27) << "what was recorded is still shown";
}

TEST(CheckpointSession, OpensTheRunFolderAroundItAtItsMonth) {
  const Scratch scratch;
  write_run(scratch / "run", 30, {24});
  const auto session = Session::open(scratch / "run/checkpoints/2024-12.qonys", ways_in({}));
  EXPECT_EQ(session->n_months(), 31);
  EXPECT_EQ(session->shown(), 24);
}

TEST(CheckpointSession, GoesOnFromALoneCheckpointOfABundledScenario) {
  const Scratch scratch;
  const auto parent = simulated(ways_in(scratch / "parent"));
  fs::path lone;
  for (const auto& entry : fs::directory_iterator(scratch / "parent/checkpoints")) {
    if (entry.path().stem() == "0_2024-12") lone = entry.path();
  }
  ASSERT_FALSE(lone.empty());
  fs::copy_file(lone, scratch / "2024-12.qonys");
  const auto session = simulated(ways_in(scratch / "s"), scratch / "2024-12.qonys");
  const std::vector<std::uint64_t> run = hashes_of(*parent);
  EXPECT_EQ(session->first_month(), agents::month_of(2024, 12));
  EXPECT_EQ(hashes_of(*session), std::vector<std::uint64_t>(run.begin() + 24, run.end()));
  SessionWays ways = ways_in({});
  ways.base.bundled.clear();
  EXPECT_TRUE(names_all(refusal_of([&] { (void)Session::open(scratch / "2024-12.qonys", ways); }),
                        {"has no tables", "scenario 'tiny'", "open its run folder"}));
}

TEST(BadSession, IsRefusedInOneLine) {
  const Scratch scratch;
  const auto refusal = [&](const std::string& what) {
    return refusal_of([&] { (void)Session::open(what, ways_in(scratch / "s")); });
  };
  EXPECT_TRUE(names_all(refusal("tinny"), {"nothing to open", "did you mean 'tiny'"}));
  EXPECT_TRUE(names_all(refusal(""), {"nothing to open"}));
  EXPECT_TRUE(names_all(refusal(scratch / "none.toml"), {"nothing to open"}));
  fs::create_directories(scratch / "empty");
  EXPECT_TRUE(names_all(refusal(scratch / "empty"), {"not a run folder"}));
  TinyCopy::write(scratch / "a.qonys", "rubbish");
  EXPECT_TRUE(names_all(refusal(scratch / "a.qonys"), {"a.qonys"}));
  write_run(scratch / "run", 3, {});
  TinyCopy::replace(scratch / "run" / "panel.csv", "rent_kzt_per_m2", "rent");
  EXPECT_TRUE(names_all(refusal(scratch / "run"), {"panel.csv:1", "another version"}));
  TinyCopy::write(scratch / "run" / "manifest.toml", "status = 3\n");
  EXPECT_TRUE(names_all(refusal(scratch / "run"), {"manifest.toml:1"}));
}

TEST(BadSession, WithoutRoomForACheckpointGoesOnAndSaysSo) {
  const Scratch scratch;
  fs::create_directories(scratch / "s");
  TinyCopy::write(scratch / "s" / "checkpoints", "a file where a folder should be");
  const auto session = Session::open("tiny", ways_in(scratch / "s"));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->n_months(), n_tiny_months + 1);
  EXPECT_EQ(session->status().doing, Doing::done);
  EXPECT_TRUE(names_all(session->status().remark, {"no checkpoint of", "the session goes on"}));
}

TEST(BadSession, OnAFullDiskIsShownButNotKept) {
  const Scratch scratch;
  fs::create_directories(scratch / "s");
  fs::create_symlink("/dev/full", scratch / "s" / "session.log");
  const auto session = Session::open("tiny", ways_in(scratch / "s"));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->n_months(), n_tiny_months + 1);
  EXPECT_TRUE(names_all(session->status().remark, {"the session is not saved", "No space left"}));
  session->add_policy("job_package", plant("Plant", "2024-01"));
  session->show(3);
  session->run_from_here(12);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(session->status().doing, Doing::done);
}

/// Something that a required field may hold.
std::string anything_in(const FieldInfo& field, agents::Month month) {
  switch (field.kind) {
    case world::FieldKind::region:
      return "XX-2";
    case world::FieldKind::sector:
      return "industry";
    case world::FieldKind::sector_shares:
      return "industry:1";
    case world::FieldKind::anchor:
      return "Mill";
    case world::FieldKind::study_field:
      return "ict";
    case world::FieldKind::system:
      return "heat";
    case world::FieldKind::month:
      return world::month_text(field.name == "start" ? month : month + 1);
    case world::FieldKind::number:
      return field_text(std::min(field.high, std::max(field.low, 0.5)));
    default:
      return "Something";
  }
}

TEST(BranchedSession, HasThePastOfItsParentWhateverKindOfPolicyBegins) {
  // Without checkpoints the past is simulated again under the new policies, and every month of it compared.
  const auto session = simulated(ways_in({}));
  for (const KindInfo& kind : policy_kinds()) {
    session->select(0);
    session->reset_policies();
    Fields fields;
    for (const FieldInfo& field : kind.fields) {
      if (field.is_required) fields.emplace_back(field.name, anything_in(field, session->first_month() + 31));
    }
    if (kind.kind == "growth_centre") fields.insert(fields.end(), {{"jobs", "40"}, {"dwellings_m2", "900"}});
    session->add_policy(kind.kind, fields);
    EXPECT_NE(session->obstacle(31), "") << kind.kind;
    session->run_from_here(30);
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    EXPECT_EQ(session->status().doing, Doing::done) << kind.kind << ": " << session->status().text;
    EXPECT_EQ(session->n_months(), n_tiny_months + 1) << kind.kind;
  }
}

/// Months of the checkpoints that lie in the folder, counted from the start.
std::vector<int> kept_in(const fs::path& folder, const Session& session) {
  std::vector<int> months;
  for (const auto& entry : fs::directory_iterator(folder / "checkpoints")) {
    if (entry.path().extension() != ".qonys") continue;
    months.push_back(world::parse_month(entry.path().stem().string().substr(2), "") - session.first_month());
  }
  std::sort(months.begin(), months.end());
  return months;
}

TEST(LiveSession, MarksTheMonthsOfWhichAStateIsKept) {
  const Scratch scratch;
  const auto session = simulated(ways_in(scratch / "s"));
  EXPECT_EQ(session->branch_marks(), (std::vector<int>{0, 12, 24, 36, 48, 60}));
  EXPECT_EQ(session->branch_marks(), kept_in(scratch / "s", *session));
  SessionWays small = ways_in(scratch / "small");
  small.most_checkpoint_bytes = 2'000'000;
  small.checkpoint_every = 1;
  const auto pruned = simulated(small);
  EXPECT_LT(pruned->branch_marks().size(), 30U);
  EXPECT_EQ(pruned->branch_marks(), kept_in(scratch / "small", *pruned));
  EXPECT_TRUE(simulated(ways_in({}))->branch_marks().empty()) << "nothing is kept without a folder";
}

TEST(LiveSession, LeavesOutCheckpointsThatWouldTakeMoreThanTheirShareOfTheTime) {
  const Scratch scratch;
  SessionWays ways = ways_in(scratch / "s");
  ways.checkpoint_share = 1e-6;  // after the first one not for a long while
  const auto session = simulated(ways);
  EXPECT_EQ(session->branch_marks(), (std::vector<int>{0}));
  session->run_from_here(30);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(hashes_of(*session, 1), hashes_of(*session, 0));
  EXPECT_EQ(session->branch_marks(), (std::vector<int>{0, 30})) << "a branch keeps the month it began with";
}

TEST(BranchedSession, ComesToTheSameStatesWhateverCheckpointsThereAre) {
  const Scratch scratch;
  std::vector<std::vector<std::uint64_t>> results;
  for (const auto& [every, share] : {std::pair{12, 1.0}, {12, 1e-6}, {0, 1.0}, {1, 1.0}, {5, 1.0}}) {
    SessionWays ways = ways_in(scratch / ("s" + std::to_string(results.size())));
    ways.checkpoint_every = every;
    ways.checkpoint_share = share;
    const auto session = simulated(ways);
    session->add_policy("job_package", plant("Plant", "2025-09"));
    session->run_from_here(31);
    ASSERT_TRUE(session->wait_until_idle(patience_s));
    EXPECT_EQ(session->status().doing, Doing::done) << session->status().text;
    results.push_back(hashes_of(*session));
  }
  for (const auto& result : results) EXPECT_EQ(result, results.front());
}

TEST(BadSession, ThatCannotBeBuiltFailsWithWhatWasWrongAndNoMonth) {
  const TinyCopy copy;
  TinyCopy::append(copy.scenario(), "\n[synthesis]\nblock_citizens = 32768\nrow_reserve = 2\n");
  TinyCopy::replace(copy.scenario(), "scale = \"1:1\"", "scale = \"30:1\"");
  const auto session = Session::open(copy.scenario(), ways_in({}));
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  ASSERT_EQ(session->status().doing, Doing::failed);
  EXPECT_EQ(session->n_months(), 0);
  EXPECT_THROW(std::rethrow_exception(session->status().failure), world::InputError);
}

TEST(Shelf, DeletesWhatAKilledProcessHadBegunToWrite) {
  const Scratch scratch;
  fs::create_directories(scratch / "s" / "checkpoints");
  const fs::path left = scratch / "s" / "checkpoints" / "0_2031-05.qonys.unfinished";
  TinyCopy::write(left, "half");
  simulated(ways_in(scratch / "s"));
  EXPECT_FALSE(fs::exists(left));
}

TEST(Shelf, KeepsToItsBytes) {
  const Scratch scratch;
  SessionWays ways = ways_in(scratch / "s");
  ways.checkpoint_every = 1;
  ways.most_checkpoint_bytes = 2'000'000;
  const auto session = simulated(ways);
  std::uintmax_t bytes = 0;
  int n = 0;
  for (const auto& entry : fs::directory_iterator(scratch / "s/checkpoints")) bytes += entry.file_size(), ++n;
  EXPECT_LE(bytes, ways.most_checkpoint_bytes);
  EXPECT_GE(n, 5);
  session->run_from_here(40);
  ASSERT_TRUE(session->wait_until_idle(patience_s));
  EXPECT_EQ(hashes_of(*session), hashes_of(*session, 0));
}

}  // namespace
}  // namespace viewer::testing
