// The rehearsal of a recorded run, without a display.
#include <gtest/gtest.h>

#include <cstdlib>

#include "render/open.hpp"
#include "render/rehearse.hpp"
#include "render/session_source.hpp"
#include "tests/render/session_fixture.hpp"
#include "world/errors.hpp"

namespace {

using namespace viewer;
using world::observers::Language;

class Rehearsal : public ::testing::Test {
 protected:
  void SetUp() override {
    ::unsetenv("DISPLAY");
    viewer::testing::write_run(scratch_ / "run", 30, {});
    source_ = open_session((scratch_ / "run").string(), viewer::testing::ways_in(scratch_ / "session"));
    map_ = open_map(options_, *source_);
    tour_ = plain_tour(source_->month(0)->month, source_->month(0)->month + 30, {{"Көрсету", "Показ", "A tour"}});
  }
  bool rehearsed(const std::vector<std::string>& folders, const std::function<Tour()>& open) {
    table_.clear();
    const Parts parts{
        .source = *source_, .map = *map_, .overlay = {}, .save = {}, .tour = {}, .started = steady_seconds()};
    return rehearse(options_, parts, folders, open, table_);
  }

  void expect_words(const std::vector<std::string>& all) {
    for (const std::string& words : all) EXPECT_NE(table_.find(words), std::string::npos) << words << "\n" << table_;
  }

  viewer::testing::Scratch scratch_;
  Options options_;
  std::unique_ptr<Source> source_;
  std::unique_ptr<Map> map_;
  Tour tour_;
  std::string table_;
};

TEST_F(Rehearsal, FindsEverythingReadyAndSaysWhatNeedsADisplay) {
  EXPECT_TRUE(rehearsed({(scratch_ / "pictures").string()}, [&] { return tour_; })) << table_;
  expect_words(
      {"Letters", "Languages", "no word is cut", "there is no display", "not checked", "Everything is ready."});
}

TEST_F(Rehearsal, FindsWhatIsBad) {
  const auto refused = [&]() -> Tour { throw world::InputError("t.json: step 1: the run has no region KZ-99"); };
  EXPECT_FALSE(rehearsed({"/proc"}, refused));
  expect_words({"/proc: cannot be written to", "t.json: step 1: the run has no region KZ-99", "2 of 8 checks failed."});
}

TEST_F(Rehearsal, FindsLettersThatNoFontHas) {
  tour_.title.in[0] = "\xE4\xB8\xAD";  // Chinese
  const Check check = check_fonts(tour_, *source_->month(0), Language::en);
  EXPECT_EQ(check.outcome, Check::Outcome::bad);
  EXPECT_NE(check.detail.find("\xE4\xB8\xAD"), std::string::npos) << check.detail;
}

}  // namespace
