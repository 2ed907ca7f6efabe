// Runs the real program for the tests of this folder, and reads what it wrote.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tests {

/// What a finished program left.
struct Outcome {
  int exit_code = -1;   // 128 + signal if a signal ended it
  std::string out, error;
};

/// Runs `qonys` with these words and waits for its end.
[[nodiscard]] Outcome qonys(const std::vector<std::string>& words);

/// A program that is still running.
struct Started {
  pid_t pid = 0;
  std::filesystem::path out, error;
};
[[nodiscard]] Started start_qonys(const std::vector<std::string>& words);
[[nodiscard]] Outcome wait_for(const Started& started);

/// A folder of its own for one test, removed with it.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] std::string operator/(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

[[nodiscard]] std::string text_of(const std::filesystem::path& file);
void write_text(const std::filesystem::path& file, const std::string& text);
/// Number of line ends in a text.
[[nodiscard]] int n_lines(const std::string& text);
/// The value of `key` in the manifest of a run, quotes taken off.
[[nodiscard]] std::string manifest_value(const std::string& run, const std::string& key);
/// The path of the test world.
[[nodiscard]] std::string tiny();

/// Rows of a CSV file by column name.
using Row = std::map<std::string, std::string>;
[[nodiscard]] std::vector<Row> rows_of(const std::filesystem::path& file);
[[nodiscard]] long long number(const Row& row, const std::string& column);

}  // namespace tests
