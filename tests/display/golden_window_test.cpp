// The window looks as it looked when somebody last looked at it: five questions,
// three languages, both themes, three ways to compare, made four times smaller.
// To renew: QONYS_RENEW_GOLDEN=1 test_display --gtest_filter='*Golden*', and look.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/display/harness.hpp"
#include "tests/render/golden.hpp"

namespace {

using tests::Json;
namespace fs = std::filesystem;

struct Look {
  const char* name;
  const char* language;
  const char* theme;
  std::vector<std::string> lines;
};

const std::vector<Look>& looks() {
  static const std::vector<Look> all = {
      {"net_kk_dark", "kk", "dark", {"view 0", "tab 0"}},
      {"arrivals_ru_light", "ru", "light", {"view 1", "tab 2"}},
      {"people_en_dark", "en", "dark", {"view 3", "tab 3"}},
      {"wage_ru_dark", "ru", "dark", {"view 5", "pin 17", "tab 1"}},
      {"unemployment_kk_light", "kk", "light", {"view 7", "unpin", "tab 0"}},
      {"beside_ru_dark", "ru", "dark", {"view 0", "tab 4", "compare-with rival", "compare-as 1"}},
      {"difference_en_light", "en", "light", {"compare-as 2"}},
      {"swipe_kk_dark", "kk", "dark", {"compare-as 3"}},
  };
  return all;
}

TEST(GoldenWindow, LooksAsItDid) {
  if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
  const std::string file = testing::TempDir() + "qonys_look_" + std::to_string(::getpid()) + ".ppm";
  tests::Window window({"--reduced-motion"}, "1280x720", "61painted");
  window.send("go-to 60");
  for (const Look& look : looks()) {
    window.send(std::string("language ") + look.language);
    window.send(std::string("theme ") + look.theme);
    window.send("close");  // the word of the picture before
    for (const std::string& line : look.lines) window.send(line);
    window.until([](const Json& now) { return !now["comparison"]["opening"].get<bool>(); });
    window.settled();
    window.send("picture " + file);
    window.settled();
    tests::compare_with_golden(tests::made_smaller(tests::read_picture(file), 4), std::string("window/") + look.name);
  }
  fs::remove(file);
}

}  // namespace
