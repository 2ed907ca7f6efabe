// A copy of assets/tiny (and its scenario) in a folder of its own, to be broken
// in one place. Deleted with the object.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "world/errors.hpp"

namespace world::testing {

class TinyCopy {
 public:
  TinyCopy() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    std::string name =
        std::string("qonys_") + test->test_suite_name() + "_" + test->name() + "_" + std::to_string(getpid());
    for (char& c : name) c = c == '/' ? '_' : c;
    root_ = std::filesystem::path(::testing::TempDir()) / name;
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "scenarios");
    std::filesystem::copy(std::filesystem::path(QONYS_TEST_ASSETS) / "tiny", country());
    std::filesystem::copy(std::filesystem::path(QONYS_TEST_ASSETS) / "scenarios" / "tiny.toml", scenario());
  }
  ~TinyCopy() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  TinyCopy(const TinyCopy&) = delete;
  TinyCopy& operator=(const TinyCopy&) = delete;

  [[nodiscard]] std::filesystem::path root() const { return root_; }
  [[nodiscard]] std::filesystem::path country() const { return root_ / "tiny"; }
  [[nodiscard]] std::filesystem::path scenario() const { return root_ / "scenarios" / "tiny.toml"; }

  [[nodiscard]] static std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
  }
  static void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
  }
  static void append(const std::filesystem::path& file, const std::string& text) { write(file, read(file) + text); }

  /// Puts `to` in the place of the first `from`; a test whose `from` is gone must fail.
  static void replace(const std::filesystem::path& file, const std::string& from, const std::string& to) {
    std::string text = read(file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << "'" << from << "' is not in " << file;
    write(file, text.replace(at, from.size(), to));
  }

 private:
  std::filesystem::path root_;
};

/// The message with which `action` is refused, or "accepted".
template <class Action>
[[nodiscard]] std::string refusal_of(Action&& action) {
  try {
    action();
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

/// Does `message` hold every one of `parts`, on one line?
inline ::testing::AssertionResult names_all(const std::string& message, const std::vector<std::string>& parts) {
  if (message.find('\n') != std::string::npos) return ::testing::AssertionFailure() << "two lines: " << message;
  for (const std::string& part : parts) {
    if (message.find(part) == std::string::npos) {
      return ::testing::AssertionFailure() << "no \"" << part << "\" in: " << message;
    }
  }
  return ::testing::AssertionSuccess();
}

}  // namespace world::testing
