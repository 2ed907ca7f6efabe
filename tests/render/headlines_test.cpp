// The numbers of the top bar: each has a formula whose numbers add up to it, to the
// person, and says what its inputs rest on.
#include "render/headlines.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "render/describe.hpp"
#include "render/session_grounds.hpp"
#include "render/session_source.hpp"
#include "render/state.hpp"
#include "tests/render/session_fixture.hpp"
#include "world/country.hpp"

namespace {

using namespace viewer;
using world::observers::Language;
using world::observers::Phrase;
using world::observers::Speech;

class Headlines : public ::testing::Test {
 protected:
  void SetUp() override {
    viewer::testing::write_run(scratch_ / "run", 30, {});
    source_ = open_session((scratch_ / "run").string(), viewer::testing::ways_in(scratch_ / "session"));
    history_.read(*source_, 1000);
  }
  viewer::testing::Scratch scratch_;
  std::unique_ptr<Source> source_;
  History history_;
};

TEST_F(Headlines, HaveAFormulaWhoseNumbersAddUpToThemToThePerson) {
  const Speech say(Language::en);
  for (int index = 0; index < source_->n_months(); ++index) {
    const Month month = source_->month(index);
    const Flows year = history_.year_to(index);
    const HeadlineFacts facts{.month = *month, .history = history_, .index = index, .year = year};
    for (const HeadlineKind& kind : headline_kinds()) {
      const std::vector<Term> terms = kind.terms(facts, say);
      EXPECT_TRUE(is_read(terms));
      EXPECT_EQ(total_of(terms), kind.value(*month, year)) << kind.code << ' ' << index;
      double written = 0;  // as it is shown: rounded
      for (const Term& term : terms) written += (term.is_taken_off ? -1 : 1) * std::round(term.value);
      EXPECT_EQ(say.count(written), say.count(kind.value(*month, year))) << kind.code << ' ' << index;
      if (index > 0) {
        EXPECT_GT(terms.size(), 0U);
      }
    }
  }
}

TEST_F(Headlines, AreAllDeclaredInFull) {
  std::set<std::string> codes;
  std::set<Phrase> meanings;
  for (const HeadlineKind& kind : headline_kinds()) {
    EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
    EXPECT_TRUE(meanings.insert(kind.meaning).second) << kind.code << " has the meaning of another";
    EXPECT_TRUE(kind.value != nullptr && kind.year_ago != nullptr && kind.terms != nullptr && kind.note != nullptr)
        << kind.code;
    EXPECT_FALSE(kind.inputs.empty()) << kind.code << " must say what it rests on";
    EXPECT_EQ(viewer::grounds_of(kind, source_->grounds()).size(), kind.inputs.size()) << kind.code;
    for (const Ground& ground : viewer::grounds_of(kind, source_->grounds())) {
      double whole = 0;
      for (const double share : ground.share) whole += share;
      EXPECT_NEAR(whole, 1, 1e-12) << kind.code << ' ' << ground.file;
      EXPECT_FALSE(footing_text(ground, Speech(Language::kk)).empty());
    }
  }
}

TEST_F(Headlines, AreNotToldBeforeTheMonthsTheyNeedAreRead) {
  History half;
  half.read(*source_, 10);
  const Month month = source_->month(20);
  const Flows year = half.year_to(20);
  const HeadlineFacts facts{.month = *month, .history = half, .index = 20, .year = year};
  EXPECT_FALSE(is_read(headline_kinds()[0].terms(facts, Speech(Language::en))));
  EXPECT_FALSE(is_read(headline_kinds()[1].terms(facts, Speech(Language::en))));
}

TEST_F(Headlines, TellTheirChangeInAYearWithBothNumbers) {
  const Month month = source_->month(24);
  const Flows year = history_.year_to(24);
  const HeadlineFacts facts{.month = *month, .history = history_, .index = 24, .year = year};
  const Speech say(Language::en);
  const std::vector<Headline> lines = headlines(facts, Language::en);
  const double before = history_.value(Measure::people, -1, 12);
  const std::string change = change_text(headline_kinds()[0], facts, say);
  EXPECT_EQ(change, "Change in a year: " + lines[0].value + " − " + say.count(before) + " = " + lines[0].change);
  EXPECT_EQ(change_text(headline_kinds()[2], facts, say), "");
}

TEST_F(Headlines, StandInTheViewAsTextWithTheirFormulas) {
  const auto json = nlohmann::json::parse(describe(*source_, {.as = DescribeAs::json, .at = "2024-06"}));
  ASSERT_EQ(json["headlines"].size(), headline_kinds().size());
  for (const auto& line : json["headlines"]) {
    double sum = 0;
    for (const auto& term : line["terms"]) sum += (term["sign"] == "-" ? -1 : 1) * term["value"].get<double>();
    EXPECT_EQ(sum, line["value"].get<double>()) << line["headline"];
    EXPECT_FALSE(line["inputs"].empty());
  }
  const std::string text = describe(*source_, {.as = DescribeAs::text, .at = "2024-06"});
  EXPECT_NE(text.find(" (were born) − "), std::string::npos) << text;
  EXPECT_NE(text.find("100\u00A0% invented"), std::string::npos) << text;
}

TEST(GroundsOfKazakhstan, AreThoseOfItsTables) {
  const Base base = open_base("baseline", viewer::testing::ways_in("").base);
  const Grounds grounds = viewer::grounds_of(base);
  ASSERT_EQ(grounds.size(), static_cast<std::size_t>(n_inputs));
  std::array<double, 3> moves{};
  double all = 0;
  for (int from = 0; from < base.country.n_regions(); ++from) {
    for (int to = 0; to < base.country.n_regions(); ++to) {
      moves[static_cast<std::size_t>(base.country.moves_basis(from, to))] += base.country.moves_persons(from, to);
      all += base.country.moves_persons(from, to);
    }
  }
  const auto share = [&](InputKind input, Footing footing) {
    return grounds[static_cast<std::size_t>(input)].share[static_cast<std::size_t>(footing)];
  };
  EXPECT_NEAR(share(InputKind::moves, Footing::sourced), moves[0] / all, 1e-12);
  EXPECT_NEAR(share(InputKind::moves, Footing::anchored), moves[1] / all, 1e-12);
  EXPECT_NEAR(share(InputKind::moves, Footing::estimated), moves[2] / all, 1e-12);
  EXPECT_EQ(share(InputKind::people, Footing::estimated), 1) << "age_sex.csv is estimated throughout";
  EXPECT_GT(share(InputKind::choice, Footing::fitted), 0) << "calibration.csv states some";
  EXPECT_EQ(share(InputKind::registration, Footing::assumed), 0.6) << "three of five are P in docs/parameters.md";
}

TEST(GroundsOfATableOfOnesOwn, AreToldApart) {
  const viewer::testing::Scratch scratch;
  const viewer::testing::TinyCopy copy;
  const auto file = scratch / "my_vital.csv";
  viewer::testing::TinyCopy::write(file, "iso,year,births_persons\nXX-1,2022,1000\n");
  Base base;
  base.country = world::load_country(
      {.folder = copy.country(), .overlays = {{.table = "vital", .file = file, .where = "--table"}}});
  const Grounds grounds = viewer::grounds_of(base);
  const auto births = grounds[static_cast<std::size_t>(InputKind::births)].share;
  const double own = births[static_cast<std::size_t>(Footing::own)];
  double others = 0;
  for (std::size_t r = 1; r < base.country.births_persons.size(); ++r) others += base.country.births_persons[r];
  EXPECT_NEAR(own, 1000 / (1000 + others), 1e-12);
  EXPECT_NEAR(births[static_cast<std::size_t>(Footing::invented)], 1 - own, 1e-12);
}

TEST(HeadlineWindow, OpensOneAtATimeAndClosesBeforeTheRegion) {
  State state;
  const Facts facts{.n_regions = 3, .checkpoints = {}};
  const auto ask = [&](Action action, double number = 0) { apply({action, number, 0, 0, {}}, facts, state); };
  ask(Action::pin, 1);
  ask(Action::help);
  ask(Action::headline, 1);
  EXPECT_EQ(state.headline, 1);
  EXPECT_FALSE(state.shows_help);
  ask(Action::headline, 99);
  EXPECT_EQ(state.headline, static_cast<int>(headline_kinds().size()) - 1);
  ask(Action::close);
  EXPECT_EQ(state.headline, -1);
  EXPECT_EQ(state.pinned, 1);
  ask(Action::headline, 0);
  ask(Action::settings);
  EXPECT_EQ(state.headline, -1);
}

}  // namespace
