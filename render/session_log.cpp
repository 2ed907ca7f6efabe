// A line is "HASH<tab>word<tab>value…": the hash, of what follows it, tells a
// damaged line. Tabs, line ends and backslashes in values are written \t, \n, \\.
#include "render/session_log.hpp"

#include <span>

#include "world/errors.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/text.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

constexpr std::size_t hash_digits = 16;

std::string escaped(const std::string& value) {
  std::string text;
  for (const char c : value) {
    if (c == '\\' || c == '\t' || c == '\n') text += '\\';
    text += c == '\t' ? 't' : c == '\n' ? 'n' : c;
  }
  return text;
}

std::string unescaped(std::string_view text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '\\' && i + 1 < text.size();
    if (is_escape) ++i;
    value += !is_escape ? text[i] : text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
  }
  return value;
}

/// Nothing if the line is damaged.
std::optional<LogLine> parsed(std::string_view line) {
  if (line.size() <= hash_digits || line[hash_digits] != '\t') return std::nullopt;
  const std::string_view rest = line.substr(hash_digits + 1);
  if (observers::hash_text(observers::fingerprint(rest)) != line.substr(0, hash_digits)) return std::nullopt;
  LogLine result;
  for (std::size_t from = 0; from <= rest.size();) {
    const std::size_t end = std::min(rest.find('\t', from), rest.size());
    const std::string value = unescaped(rest.substr(from, end - from));
    if (from == 0) {
      result.word = value;
    } else {
      result.values.push_back(value);
    }
    from = end + 1;
  }
  return result;
}

observers::File opened(const fs::path& file) {
  std::error_code ignored;
  return {file, fs::exists(file, ignored) ? observers::Access::extend : observers::Access::create};
}

}  // namespace

SessionLog::SessionLog(const fs::path& file) : file_(opened(file)) { read(); }

void SessionLog::read() {
  std::string text(static_cast<std::size_t>(file_.size()), '\0');
  file_.read_at(0, std::as_writable_bytes(std::span(text)));
  int number = 0;
  while (bytes_ < text.size()) {
    const std::size_t from = static_cast<std::size_t>(bytes_), end = text.find('\n', from);
    if (end == std::string::npos) break;
    ++number;
    std::optional<LogLine> line = parsed(std::string_view(text).substr(from, end - from));
    if (!line && end + 1 == text.size()) break;
    if (!line) {
      throw world::InputError(
          file_.path().string() + ":" + std::to_string(number) +
          ": the line is damaged; delete it and what follows to go on from before, or begin another "
          "session");
    }
    line->number = number;
    lines_.push_back(std::move(*line));
    bytes_ = end + 1;
  }
  if (bytes_ < text.size()) file_.cut(bytes_);
}

void SessionLog::append(const std::string& word, const std::vector<std::string>& values) {
  std::string rest = escaped(word);
  for (const std::string& value : values) rest += '\t' + escaped(value);
  const std::string line = observers::hash_text(observers::fingerprint(rest)) + '\t' + rest + '\n';
  file_.write_at(bytes_, std::as_bytes(std::span(line)));
  bytes_ += line.size();
}

}  // namespace viewer
