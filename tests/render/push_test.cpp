// The sentence on why people leave a region: its numbers are those of `qonys why`,
// from a run folder, from a world that is simulated, and from a branch of both.
#include "render/push.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "render/describe.hpp"
#include "render/session_causes.hpp"
#include "render/session_source.hpp"
#include "tests/render/session_fixture.hpp"
#include "world/country.hpp"
#include "world/observers/why.hpp"

namespace {

using namespace viewer;
using viewer::testing::Scratch;
using viewer::testing::ways_in;
using viewer::testing::write_run;
using world::observers::Language;
using world::observers::Leaving;
using world::observers::Phrase;
using world::observers::Speech;
namespace observers = world::observers;

const std::vector<std::string> iso = {"XX-1", "XX-2", "XX-3"};
constexpr int year_2023 = 2023 * 12;

PushReport waited(Source& source, int index, int region) {
  PushReport report = source.push(index, region);
  for (int i = 0; i < 5000 && report.news == PushNews::reading; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    source.poll();
    report = source.push(index, region);
  }
  return report;
}

/// The number after a cause in the first sentence of `qonys why`, and the percents of the third.
void expect_same_as_why(const PushReport& report, const Leaving& leaving) {
  const Speech say(Language::en);
  EXPECT_EQ(report.households, leaving.out.households);
  EXPECT_DOUBLE_EQ(report.taste, leaving.out.taste_share());
  EXPECT_DOUBLE_EQ(report.pull, leaving.out.unexplained_share());
  std::vector<world::Region> regions(iso.size());
  for (std::size_t r = 0; r < iso.size(); ++r) regions[r].iso = regions[r].name_en = iso[r];
  const std::vector<std::string> told = why_sentences(leaving, regions, Language::en);
  if (report.cause >= 0) {
    const auto cause = static_cast<std::size_t>(report.cause);
    EXPECT_DOUBLE_EQ(report.push, leaving.out.causes[cause].push / leaving.out.households);
    const std::string first = ": " + say(static_cast<Phrase>(static_cast<int>(Phrase::cause_wage) + report.cause)) +
                              " (" + say.decimal(report.push, 2) + ")";
    EXPECT_NE(told[0].find(first), std::string::npos) << told[0] << " lacks" << first;
  } else if (report.households > 0) {
    EXPECT_NE(told[0].find("None of the causes"), std::string::npos) << told[0];
  }
  if (report.households <= 0) return;
  EXPECT_NE(told[2].find("up " + std::to_string(report.taste_percent()) + "\u00A0%"), std::string::npos) << told[2];
  EXPECT_NE(told[2].find("up " + std::to_string(report.pull_percent()) + "\u00A0%"), std::string::npos) << told[2];
}

class Push : public ::testing::Test {
 protected:
  void record(int n_months, const std::string& status = "finished", bool has_causes = true) {
    write_run(run_, n_months, {}, status, has_causes);
    source_ = open_session(run_.string(), ways_in(scratch_ / "session"));
  }
  [[nodiscard]] Leaving leaving(int region, int year) const {
    return observers::read_leaving(run_ / "causes.csv", iso, region, year, year);
  }

  Scratch scratch_;
  std::filesystem::path run_ = scratch_ / "run";
  std::unique_ptr<Source> source_;
};

TEST_F(Push, OfARunFolderHasTheNumbersOfQonysWhy) {
  record(30);
  int n_told = 0;
  for (const auto& [index, year] : {std::pair(12, 2023), {23, 2023}, {24, 2024}, {30, 2024}}) {
    for (int region = 0; region < 3; ++region) {
      const PushReport report = waited(*source_, index, region);
      ASSERT_EQ(report.news, PushNews::told);
      EXPECT_EQ(report.first_month, year * 12);
      EXPECT_EQ(report.last_month, year * 12 + 11);
      expect_same_as_why(report, leaving(region, year));
      if (report.cause >= 0) ++n_told;
    }
  }
  EXPECT_GT(n_told, 0) << "some region must push, or nothing was tested";
}

TEST_F(Push, IsReadOnceInAThreadOfItsOwnWhenFirstAskedFor) {
  record(24);
  EXPECT_EQ(source_->push(12, 0).news, PushNews::reading) << "the window must not wait";
  EXPECT_EQ(waited(*source_, 12, 0).news, PushNews::told);
  std::filesystem::remove(run_ / "causes.csv");
  EXPECT_EQ(source_->push(24, 1).news, PushNews::told) << "kept";
}

TEST_F(Push, OfMonthsSimulatedHereIsThatOfARunOfThem) {
  record(14);
  SessionWays ways = ways_in(scratch_ / "live");
  const auto live = Session::open((run_ / "inputs" / "scenario.toml").string(), ways);
  live->set_target(year_2023 + 13);
  ASSERT_TRUE(live->wait_until_idle(viewer::testing::patience_s));
  for (int region = 0; region < 3; ++region) {
    const PushReport recorded = waited(*source_, 12, region), simulated = live->push(12, region);
    ASSERT_EQ(simulated.news, PushNews::told);
    EXPECT_EQ(simulated.first_month, recorded.first_month);
    EXPECT_EQ(simulated.last_month, recorded.last_month);
    EXPECT_EQ(simulated.households, recorded.households);
    EXPECT_EQ(simulated.cause, recorded.cause);
    EXPECT_NEAR(simulated.push, recorded.push, 1e-3);  // the file has three decimals
    EXPECT_NEAR(simulated.taste, recorded.taste, 1e-3);
    EXPECT_NEAR(simulated.pull, recorded.pull, 1e-3);
  }
}

TEST_F(Push, OfABranchCountsItsOwnMonthsAndSaysWhich) {
  write_run(run_, 30, {18}, "finished", true);
  const auto session = Session::open(run_.string(), ways_in(scratch_ / "session"));
  session->add_policy("job_package", viewer::testing::plant("works", "2024-09"));
  session->run_from_here(18);
  session->set_target(year_2023 + 25);
  ASSERT_TRUE(session->wait_until_idle(viewer::testing::patience_s));
  const PushReport own = session->push(25, 0);
  ASSERT_EQ(own.news, PushNews::told);
  EXPECT_EQ(own.first_month, year_2023 + 18) << "July 2024, the first month of the branch";
  EXPECT_EQ(own.last_month, year_2023 + 23);
  PushReport before = session->push(23, 0);
  for (int i = 0; i < 5000 && before.news == PushNews::reading; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    session->poll_causes();
    before = session->push(23, 0);
  }
  EXPECT_EQ(before.first_month, year_2023);
  expect_same_as_why(before, leaving(0, 2023));
}

TEST_F(Push, TellsOfTheYearThatIsOverAndBeforeThatOfTheFirst) {
  EXPECT_EQ(year_told(2024 * 12 + 10, 2023 * 12), 2023) << "November 2024";
  EXPECT_EQ(year_told(2024 * 12 + 11, 2023 * 12), 2024) << "December 2024";
  EXPECT_EQ(year_told(2023 * 12 + 3, 2023 * 12), 2023) << "no year is over";
  EXPECT_EQ(year_told(2022 * 12 + 11, 2023 * 12), 2023) << "the start";
}

TEST_F(Push, OfARunWithoutItsFileIsOneLineThatSaysSo) {
  record(14, "finished", false);
  const PushReport report = source_->push(12, 0);
  EXPECT_EQ(report.news, PushNews::no_file);
  for (const Language language : observers::languages) {
    const std::string words = push_sentence(report, source_->month(12)->regions[0], Speech(language));
    EXPECT_NE(words.find("causes.csv"), std::string::npos);
    EXPECT_EQ(words.find('\n'), std::string::npos);
  }
  EXPECT_TRUE(push_lines(report, Speech(Language::en)).empty());
}

TEST_F(Push, OfADamagedFileNamesTheLine) {
  write_run(run_, 14, {}, "finished", true);
  std::ofstream(run_ / "causes.csv", std::ios::app) << "2024,XX-1,XX-9\n";
  source_ = open_session(run_.string(), ways_in(scratch_ / "session"));
  const PushReport report = waited(*source_, 12, 0);
  EXPECT_EQ(report.news, PushNews::damaged);
  EXPECT_NE(report.error.find("causes.csv:"), std::string::npos) << report.error;
}

TEST_F(Push, OfARunUnderWayIsReadAgainWhenAYearIsWritten) {
  write_run(run_, 24, {}, "finished", true);
  const std::string whole = viewer::testing::TinyCopy::read(run_ / "causes.csv");
  const std::size_t second = whole.find("\n2024,") + 1;
  ASSERT_NE(second, 0U);
  viewer::testing::TinyCopy::write(run_ / "causes.csv", whole.substr(0, second));
  source_ = open_session(run_.string(), ways_in(scratch_ / "session"));
  EXPECT_EQ(waited(*source_, 12, 0).news, PushNews::told);
  EXPECT_EQ(waited(*source_, 24, 0).news, PushNews::not_known);
  viewer::testing::TinyCopy::write(run_ / "causes.csv", whole);
  EXPECT_EQ(waited(*source_, 24, 0).news, PushNews::told);
}

TEST_F(Push, SaysItsNumbersInThreeLanguagesAndNeverAddsUpDifferentQuestions) {
  const PushReport report{.news = PushNews::told,
                          .error = {},
                          .first_month = year_2023,
                          .last_month = year_2023 + 11,
                          .households = 60,
                          .cause = 4,
                          .push = 0.214,
                          .push_of_place = 0.3,
                          .taste = 0.706,
                          .pull = 0.118};
  const observers::RegionSnapshot region{
      .iso = "KZ-61", .name = "Turkistan Region", .name_kk = "Түркістан облысы", .name_ru = "Туркестанская область"};
  EXPECT_EQ(
      push_sentence(report, region, Speech(Language::en)),
      "2023: the main push from Turkistan Region is cost of housing (0.21 units of utility per deciding "
      "household, against the national mean); stronger still is what the model does not explain (0.30); 83\u00A0% of "
      "what movers gain is not explained by the model: 71\u00A0% is personal taste, 12\u00A0% the pull of places. Few "
      "simulated households stand behind these numbers: 60.");
  const std::string ru = push_sentence(report, region, Speech(Language::ru));
  EXPECT_NE(ru.find("2023: главное, что выталкивает из Туркестанской области, – стоимость жилья (0,21"),
            std::string::npos)
      << ru;
  const std::string kk = push_sentence(report, region, Speech(Language::kk));
  EXPECT_NE(kk.find("2023: Түркістан облысынан кетуге ең қатты итермелейтін себеп – тұрғын үй құны ("),
            std::string::npos)
      << kk;
  const std::vector<PushLine> lines = push_lines(report, Speech(Language::en));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].says, "Main push, 2023");
  EXPECT_EQ(lines[0].value, "cost of housing (0.21)");
  EXPECT_EQ(lines[1].value, "83\u00A0% (taste 71, places 12)");
}

TEST_F(Push, StandsInTheViewAsTextAndAsJson) {
  record(14);
  const std::string text = describe(*source_, {.as = DescribeAs::text, .at = "2023-12"});
  const auto json = nlohmann::json::parse(describe(*source_, {.as = DescribeAs::json, .at = "2023-12"}));
  ASSERT_EQ(json["why_people_leave"].size(), 3U);
  for (int region = 0; region < 3; ++region) {
    const auto& one = json["why_people_leave"][static_cast<std::size_t>(region)];
    EXPECT_EQ(one["news"], "told");
    EXPECT_EQ(one["deciding_households"], leaving(region, 2023).out.households);
    EXPECT_EQ(one["taste_share"], leaving(region, 2023).out.taste_share());
    EXPECT_EQ(one["pull_of_places_share"], leaving(region, 2023).out.unexplained_share());
    EXPECT_NE(text.find(one["sentence"].get<std::string>()), std::string::npos) << text;
  }
}

}  // namespace
