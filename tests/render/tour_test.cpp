// Tours as they are read, and the numbers in their captions.
#include <gtest/gtest.h>

#include "render/kiosk.hpp"
#include "render/tour.hpp"
#include "render/tour_words.hpp"
#include "world/errors.hpp"

namespace {

using namespace viewer;
using world::observers::Language;
using world::observers::Snapshot;

std::string tour_json(const std::string& step) {
  return R"({"title":{"kk":"а","ru":"б","en":"c"},"steps":[)" + step + "]}";
}

const std::string words = R"({"kk":"а","ru":"б","en":"{people KZ-2}"})";
const std::string good =
    R"({"camera":{"regions":["KZ-1"]},"months":["2023-01","2024-12"],"view":"wage","seconds":3,"caption":)" + words +
    "}";

std::string refusal(const std::string& json) {
  try {
    static_cast<void>(parse_tour(json, "t.json"));
  } catch (const world::InputError& error) {
    return error.what();
  }
  return "read";
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = good;
  text.replace(text.find(from), from.size(), to);
  return tour_json(text);
}

TEST(Tour, IsReadAsItIsWritten) {
  const Tour tour = parse_tour(tour_json(good), "t.json");
  ASSERT_EQ(tour.steps.size(), 1U);
  EXPECT_EQ(tour.steps[0].first, 2023 * 12);
  EXPECT_EQ(tour.steps[0].last, 2024 * 12 + 11);
  EXPECT_EQ(tour.steps[0].info, Info::wage);
  EXPECT_EQ(tour.steps[0].around, std::vector<std::string>{"KZ-1"});
  EXPECT_EQ(tour.title[Language::ru], "б");
}

TEST(Tour, RefusesEveryWrongKeyAndValueInOneLine) {
  const std::pair<std::string, std::string> cases[] = {
      {"[1,2", "t.json: this is not JSON"},
      {"[]", "t.json: the tour is []; allowed an object"},
      {R"({"title":{"kk":"а","ru":"б","en":"c"}})", "t.json: 'steps' is missing"},
      {R"({"title":{"kk":"а","ru":"б"},"steps":[]})", "t.json: 'en' is missing"},
      {tour_json(""), "t.json: steps is []; allowed a list of at least one step"},
      {tour_json("7"), "t.json: step 1: the step is 7; allowed an object"},
      {changed("\"seconds\"", "\"second\""), "t.json: step 1: 'second' is no key; allowed camera, months"},
      {changed("\"seconds\":3", "\"seconds\":0"), "t.json: step 1: seconds is 0; allowed numbers from 1 to 600"},
      {changed("\"seconds\":3", "\"speed\":\"x\""), "t.json: step 1: speed is \"x\"; allowed numbers from 0.1 to 100"},
      {changed("\"wage\"", "\"wages\""), "t.json: step 1: view is \"wages\"; allowed net_rate, arrivals"},
      {changed("2024-12", "2024-13"), "t.json: step 1: months is [\"2023-01\",\"2024-13\"]; allowed two months"},
      {changed("2024-12", "2022-12"), "the earlier first"},
      {changed("{\"regions\":[\"KZ-1\"]}", "\"near\""), "t.json: step 1: camera is \"near\"; allowed \"fit\""},
      {changed("[\"KZ-1\"]", "[]"), "t.json: step 1: camera.regions is []; allowed at least one region"},
      {changed("{\"regions\":[\"KZ-1\"]}", "{\"box\":[0,0,2,1]}"), "t.json: step 1: camera.box is [0,0,2,1]"},
      {changed("\"ru\":\"б\"", "\"ru\":\"\""), "t.json: step 1: caption.ru is \"\"; allowed a text"},
      {changed("{people KZ-2}", "{peeple}"), "t.json: step 1: caption.en has '{peeple}'; allowed {date}"},
      {changed("{people KZ-2}", "{people"), "t.json: step 1: caption.en has '{people' without '}'"},
      {changed("{people KZ-2}", "{flow KZ-2}"), "t.json: step 1: caption.en has '{flow KZ-2}'"},
  };
  for (const auto& [json, expected] : cases) {
    const std::string line = refusal(json);
    EXPECT_NE(line.find(expected), std::string::npos) << json << "\n" << line;
    EXPECT_EQ(line.find('\n'), std::string::npos);
  }
}

TEST(Tour, TellsWhatARunLacks) {
  const Tour tour = parse_tour(tour_json(good), "t.json");
  EXPECT_TRUE(complaints(tour, {"KZ-1", "KZ-2"}, 2023 * 12 - 1, 2030 * 12).empty());
  const auto lines = complaints(tour, {"KZ-1"}, 2023 * 12, 2024 * 12);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "t.json: step 1: the run has no region KZ-2");
  EXPECT_EQ(lines[1], "t.json: step 1: months 2023-01 to 2024-12; the run has 2023-01 to 2024-01");
}

TEST(Tour, TheBundledOneIsRightAndFitsTheBaseline) {
  const Tour tour = read_tour("astana", std::string(QONYS_TEST_ASSETS) + "/tours");
  EXPECT_GE(tour.steps.size(), 5U);
  const std::vector<std::string> iso = {"KZ-71", "KZ-35", "KZ-79", "KZ-61", "KZ-15", "KZ-62"};
  EXPECT_TRUE(complaints(tour, iso, 2023 * 12 - 1, 2036 * 12 + 11).empty());
  EXPECT_THROW(static_cast<void>(read_tour("nowhere", std::string(QONYS_TEST_ASSETS) + "/tours")), world::InputError);
}

/// Two regions: three months, ten people per agent.
class Months : public Source {
 public:
  Months() {
    for (int i = 0; i < 3; ++i) {
      auto month = std::make_shared<Snapshot>();
      month->month = 2023 * 12 - 1 + i;
      month->people_per_agent = 10;
      for (int r = 0; r < 2; ++r) {
        world::observers::RegionSnapshot region;
        region.iso = r == 0 ? "KZ-1" : "KZ-2";
        region.name = region.name_ru = region.name_kk = r == 0 ? "One" : "Two";
        region.population_actual = 100000 * (r + 1) + (r == 0 ? -100 : 100) * i;
        region.arrivals_actual = i > 0 && r == 1 ? 100 : 0;
        region.departures_actual = i > 0 && r == 0 ? 100 : 0;
        region.mean_wage_kzt = 345678;
        region.unemployed = 5;
        region.employed = 95;
        month->regions.push_back(region);
      }
      month->moves = {0, i > 0 ? 100 : 0, 0, 0};
      months_.push_back(month);
    }
  }
  bool poll() override { return false; }
  const Description& description() const override { return description_; }
  int n_months() const override { return 3; }
  bool is_live() const override { return false; }
  Month month(int index) override { return months_[static_cast<std::size_t>(index)]; }
  Status status(Language) const override { return {}; }

 private:
  Description description_;
  std::vector<Month> months_;
};

TEST(TourWords, AreTheModelsTotalsInTheMannerOfTheLanguage) {
  Months source;
  History history;
  history.read(source, 10);
  const Month month = source.month(2);
  const CaptionFacts facts{*month, history, 2};
  const auto en = [&](const char* text) { return filled(text, facts, Language::en); };
  EXPECT_EQ(en("{people} {people KZ-1}."), "3,000,000 998,000.");
  EXPECT_EQ(en("{date}"), "February 2023");
  EXPECT_EQ(en("{year}"), "2023");
  EXPECT_EQ(en("{name KZ-2}"), "Two");
  EXPECT_EQ(en("{net KZ-1} {net KZ-2} {net_since KZ-2}"), "−2,000 +2,000 +2,000");
  EXPECT_EQ(en("{arrivals} {arrivals KZ-2} {departures KZ-1} {flow KZ-1 KZ-2}"), "2,000 2,000 2,000 2,000");
  EXPECT_EQ(en("{growth KZ-1}"), "−0.2\u00A0%");
  EXPECT_EQ(en("{share KZ-2}"), "66.7\u00A0%");
  EXPECT_EQ(en("{wage KZ-1} {unemployment KZ-1}"), "345,678 5.0\u00A0%");
  EXPECT_EQ(en("{people KZ-9}"), "–");
  EXPECT_EQ(filled("{people KZ-1}", facts, Language::ru), "998\u00A0000");
}

TEST(Kiosk, HandsOverAtAKeyAndComesBackWhenNobodyIsThere) {
  Months source;
  State state;
  state.playback.set_months(3, false);
  Kiosk kiosk;
  kiosk.set_tour(plain_tour(2023 * 12 - 1, 2023 * 12 + 1, {}));
  kiosk.set_idle(60);
  const Month month = source.month(0);
  const KioskFacts facts{*month, 0, 3, false};
  state.is_kiosk = true;
  EXPECT_TRUE(kiosk.advance(0, 1, facts, state));
  EXPECT_EQ(kiosk.mode(), Kiosk::Mode::touring);
  Input input;
  EXPECT_TRUE(kiosk.take(input, 2));  // a nudge of the mouse
  EXPECT_FALSE(kiosk.advance(0, 2, facts, state));
  input.kind = Input::Kind::key;
  input.stroke.key = Key::space;
  EXPECT_TRUE(kiosk.take(input, 3));
  EXPECT_TRUE(kiosk.advance(0, 3, facts, state));
  EXPECT_EQ(kiosk.mode(), Kiosk::Mode::visited);
  EXPECT_FALSE(state.is_kiosk);
  EXPECT_FALSE(kiosk.take(input, 10));  // now it belongs to the visitor
  EXPECT_FALSE(kiosk.advance(0, 69.9, facts, state));
  EXPECT_TRUE(kiosk.advance(0, 70.1, facts, state));
  EXPECT_TRUE(state.is_kiosk);
}

TEST(Kiosk, IsLeftByALongPressOnly) {
  Months source;
  State state;
  state.playback.set_months(3, false);
  Kiosk kiosk;
  kiosk.set_tour(plain_tour(2023 * 12 - 1, 2023 * 12 + 1, {}));
  const Month month = source.month(0);
  const KioskFacts facts{*month, 0, 3, false};
  state.is_kiosk = true;
  kiosk.advance(0, 0, facts, state);
  Input down;
  down.kind = Input::Kind::key;
  down.stroke.key = Key::escape;
  Input up = down;
  up.kind = Input::Kind::key_up;
  EXPECT_TRUE(kiosk.take(down, 1));
  kiosk.advance(0, 2, facts, state);
  EXPECT_EQ(kiosk.mode(), Kiosk::Mode::touring);
  EXPECT_NEAR(kiosk.share_of_press(2), 1 / 1.5, 1e-9);
  EXPECT_TRUE(kiosk.take(up, 2));
  kiosk.advance(0, 2, facts, state);
  EXPECT_EQ(kiosk.mode(), Kiosk::Mode::visited);  // a short press is any key
  EXPECT_FALSE(kiosk.take(down, 3));
  kiosk.advance(0, 4.6, facts, state);
  EXPECT_EQ(kiosk.mode(), Kiosk::Mode::off);
  kiosk.advance(0, 1000, facts, state);
  EXPECT_EQ(kiosk.mode(), Kiosk::Mode::off);
}

TEST(Kiosk, GoesRoundStepByStep) {
  Months source;
  State state;
  state.playback.set_months(3, false);
  Kiosk kiosk;
  Tour tour = plain_tour(2023 * 12 - 1, 2023 * 12, {});
  tour.steps.push_back(tour.steps[0]);
  tour.steps[1].info = Info::rent;
  tour.steps[1].highlighted = {"KZ-2"};
  for (TourStep& step : tour.steps) step.seconds = 2;
  kiosk.set_tour(tour);
  const Month month = source.month(0);
  const KioskFacts facts{*month, 0, 3, false};
  state.is_kiosk = true;
  kiosk.advance(0, 0, facts, state);
  for (int i = 1; i <= 90 && kiosk.n_rounds() == 0; ++i) {
    state.playback.advance(0.05);
    kiosk.advance(0.05, i * 0.05, facts, state);
    EXPECT_LE(state.playback.month(), 1);
    if (kiosk.step() == 1) {
      EXPECT_EQ(state.info, Info::rent);
      EXPECT_EQ(kiosk.highlighted(), std::vector<int>{1});
    }
  }
  EXPECT_EQ(kiosk.n_rounds(), 1);
  EXPECT_EQ(kiosk.step(), 0);
}

}  // namespace
