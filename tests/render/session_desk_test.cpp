// The levers as the drawer sees and moves them.
#include "render/session_desk.hpp"

#include "tests/render/session_fixture.hpp"

namespace viewer::testing {
namespace {

using world::observers::Language;

class SessionDeskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    session_ = Session::open("tiny", ways_in({}));
    desk_ = std::make_unique<SessionDesk>(*session_);
    while (session_->n_months() < 13) std::this_thread::yield();
  }
  void take(const std::string& line, int shown = 12) {
    const auto command = parse_command(line, "test");
    ASSERT_TRUE(command);
    EXPECT_TRUE(desk_->take(*command, shown)) << line;
  }
  [[nodiscard]] const std::string& value(const std::string& lever, const std::string& field) const {
    static const std::string none;
    for (const Lever& one : desk_->levers()) {
      const LeverKind& kind = desk_->kinds()[static_cast<std::size_t>(one.kind)];
      for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (one.name == lever && kind.fields[i].name == field) return one.values[i].text;
      }
    }
    return none;
  }
  std::unique_ptr<Session> session_;
  std::unique_ptr<SessionDesk> desk_;
};

TEST_F(SessionDeskTest, AddsAValidPolicyOfEveryKindThatCanBeRunAtOnce) {
  for (const LeverKind& kind : desk_->kinds()) {
    take("lever-add " + kind.kind);
    EXPECT_EQ(desk_->take_notice(Language::en), "") << kind.kind;
    EXPECT_EQ(value(kind.kind + " 1", "start"), "2024-01") << kind.kind;
  }
  EXPECT_EQ(desk_->levers().size(), desk_->kinds().size());
  EXPECT_TRUE(desk_->has_edits());
  EXPECT_EQ(desk_->obstacle(12, Language::en), "");
  take("run-from-here");
  EXPECT_EQ(desk_->current_line(), 1);
  EXPECT_EQ(desk_->lines().at(1).branched, 12);
  EXPECT_FALSE(desk_->has_edits());
  ASSERT_TRUE(session_->wait_until_idle(patience_s));
  EXPECT_EQ(session_->status().doing, Doing::done) << session_->status().text;
}

TEST_F(SessionDeskTest, KeepsWhatWasRefusedBesideItsField) {
  take("lever-add job_package");
  take("lever-set \"job_package 1\" jobs -3");
  EXPECT_EQ(desk_->problem().lever, "job_package 1");
  EXPECT_EQ(desk_->problem().field, "jobs");
  EXPECT_EQ(desk_->problem().value, "-3");
  EXPECT_EQ(desk_->problem().high, 1e7);
  EXPECT_EQ(value("job_package 1", "jobs"), "5000");
  take("lever-set \"job_package 1\" region nowhere");
  EXPECT_NE(desk_->problem().words.find("nowhere"), std::string::npos);
  take("lever-set \"job_package 1\" jobs \"1 250,5\"");
  EXPECT_EQ(desk_->problem().lever, "");
  EXPECT_EQ(value("job_package 1", "jobs"), "1250.5");
}

TEST_F(SessionDeskTest, UndoesDoesAgainResetsAndRemoves) {
  take("lever-add worker_housing");
  take("lever-set \"worker_housing 1\" families 70");
  take("undo");
  EXPECT_EQ(value("worker_housing 1", "families"), "1000");
  take("redo");
  EXPECT_EQ(value("worker_housing 1", "families"), "70");
  take("lever-remove \"worker_housing 1\"");
  EXPECT_TRUE(desk_->levers().empty());
  take("undo");
  take("lever-reset");
  EXPECT_TRUE(desk_->levers().empty());
  EXPECT_FALSE(desk_->has_edits());
}

TEST_F(SessionDeskTest, MovesSharesOfABudgetTogether) {
  take("lever-add growth_centre");
  take("lever-set \"growth_centre 1\" budget_bln_kzt 10");
  for (const char* share : {"0.8", "1", "0", "0.3333"}) {
    take(std::string("lever-set \"growth_centre 1\" share_jobs ") + share);
    EXPECT_EQ(desk_->problem().lever, "") << share << ": " << desk_->problem().words;
    EXPECT_EQ(value("growth_centre 1", "share_jobs"), share);
  }
  take("lever-set \"growth_centre 1\" jobs 40");
  EXPECT_EQ(value("growth_centre 1", "budget_bln_kzt"), "0");
}

TEST_F(SessionDeskTest, SaysWhyThePastStays) {
  take("lever-add job_package", 2);
  EXPECT_EQ(desk_->obstacle(2, Language::en), "");
  const std::string why = desk_->obstacle(12, Language::en);
  EXPECT_NE(why.find("December 2023"), std::string::npos) << why;
  EXPECT_NE(why.find("February 2023"), std::string::npos) << why;
  take("run-from-here", 12);
  EXPECT_EQ(desk_->take_notice(Language::en), why);
  EXPECT_EQ(desk_->current_line(), 0);
  EXPECT_NE(desk_->obstacle(12, Language::kk), desk_->obstacle(12, Language::ru));
}

TEST_F(SessionDeskTest, LeavesOtherCommandsToOthers) {
  EXPECT_FALSE(desk_->take({.action = Action::next_compare, .number = 0, .x = 0, .y = 0, .text = {}}, 0));
  EXPECT_FALSE(desk_->take({.action = Action::previous_scenario, .number = 0, .x = 0, .y = 0, .text = {}}, 0));
}

TEST(LeverCommands, HoldWordsWithBlanks) {
  EXPECT_EQ(quoted_words(R"("job package 1" jobs  500)"), (std::vector<std::string>{"job package 1", "jobs", "500"}));
  EXPECT_EQ(quoted_words(quoted_word("a \"b\" \\c")), (std::vector<std::string>{"a \"b\" \\c"}));
  EXPECT_EQ(quoted_words("x \"\""), (std::vector<std::string>{"x", ""}));
  const std::string line = "lever-set " + lever_setting("Plant of \"steel\"", "jobs", "1 000");
  const auto command = parse_command(line, "test");
  ASSERT_TRUE(command);
  EXPECT_EQ(to_line(*command), line);
  EXPECT_EQ(quoted_words(command->text).at(0), "Plant of \"steel\"");
}

}  // namespace
}  // namespace viewer::testing
