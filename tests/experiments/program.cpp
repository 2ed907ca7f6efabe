// fork, exec and wait, with both streams into files.
#include "tests/experiments/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace tests {
namespace {

namespace fs = std::filesystem;

fs::path fresh_folder() {
  std::string name = (fs::temp_directory_path() / "qonys-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a scratch folder");
  return name;
}

void send_into(int stream, const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(descriptor, stream);
  ::close(descriptor);
}

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

}  // namespace

Started start_qonys(const std::vector<std::string>& words) {
  const fs::path folder = fresh_folder();
  Started started{.pid = 0, .out = folder / "out", .error = folder / "error"};
  std::vector<std::string> all{QONYS_PROGRAM};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (std::string& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  started.pid = ::fork();
  if (started.pid == 0) {
    send_into(STDOUT_FILENO, started.out);
    send_into(STDERR_FILENO, started.error);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  return started;
}

Outcome wait_for(const Started& started) {
  int status = 0;
  ::waitpid(started.pid, &status, 0);
  Outcome outcome;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = text_of(started.out);
  outcome.error = text_of(started.error);
  fs::remove_all(started.out.parent_path());
  return outcome;
}

Outcome qonys(const std::vector<std::string>& words) { return wait_for(start_qonys(words)); }

Scratch::Scratch() : folder_(fresh_folder()) {}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_text(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

int n_lines(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

std::string manifest_value(const std::string& run, const std::string& key) {
  std::istringstream stream(text_of(fs::path(run) / "manifest.toml"));
  for (std::string line; std::getline(stream, line);) {
    if (!line.starts_with(key + " = ")) continue;
    std::string value = line.substr(key.size() + 3);
    value = value.substr(0, value.find("  #"));
    if (value.starts_with('"')) value = value.substr(1, value.size() - 2);
    return value;
  }
  return "no such key";
}

std::string tiny() { return std::string(QONYS_TEST_ASSETS) + "/scenarios/tiny.toml"; }

std::vector<Row> rows_of(const fs::path& file) {
  std::istringstream stream(text_of(file));
  std::string line;
  std::getline(stream, line);
  const auto header = split(line, ',');
  std::vector<Row> rows;
  while (std::getline(stream, line)) {
    const auto cells = split(line, ',');
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i) row[header[i]] = cells[i];
  }
  return rows;
}

long long number(const Row& row, const std::string& column) { return std::stoll(row.at(column)); }

}  // namespace tests
