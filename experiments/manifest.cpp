// A manifest as TOML text and back. Fields are named once, in `visit_fields`;
// the reader understands what the writer writes and nothing else.
#include "experiments/manifest.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <functional>
#include <system_error>

#include "experiments/output_file.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"
#include "world/observers/key_lines.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
using world::observers::for_each_key_line;
using world::observers::unquoted;
using world::observers::without_comment;

/// Calls see(key, value, comment) for every field but the lists.
template <class Self, class See>
void visit_fields(Self& self, See&& see) {
  see("status", self.status, "running, finished, interrupted or failed");
  see("error", self.error, "");
  see("version", self.version, "");
  see("sources", self.sources, "");
  see("compiler", self.compiler, "");
  see("flags", self.flags, "");
  see("scenario", self.scenario, "");
  see("title", self.title, "");
  see("scenario_file", self.scenario_file, "as given");
  see("scenario_xxh3", self.scenario_xxh3, "of inputs/scenario.toml");
  see("seed", self.seed, "");
  see("scale", self.scale, "agents : people");
  see("people_per_agent", self.people_per_agent, "counts in the tables are agents; times this they are people");
  see("start", self.start, "first simulated month");
  see("months", self.months, "asked for; after `qonys resume --months` other than in inputs/scenario.toml");
  see("months_done", self.months_done, "");
  see("checkpoint_every", self.checkpoint_every, "months; -1: 12, at most once a minute; 0: never");
  see("checkpoint_keep", self.checkpoint_keep, "");
  see("checkpoint_zstd", self.checkpoint_zstd, "1: packed");
  see("resumes", self.resumes, "how often the run was taken up again");
  see("resumed_by", self.resumed_by, "the program that took it up last, if it was not the one above");
  see("branched_from", self.branched_from, "the run this one is a branch of, if it is one");
  see("branched_at", self.branched_at, "the month at whose end it branched off");
  see("branched_state", self.branched_state, "the state hash there, in both runs");
  see("threads", self.threads, "");
  see("ranks", self.ranks, "");
  see("citizens_at_start", self.citizens_at_start, "agents");
  see("synthesis_seconds", self.synthesis_seconds, "");
  see("simulation_seconds", self.simulation_seconds, "");
  see("started", self.started, "");
  see("finished", self.finished, "");
  see("last_month", self.last_month, "");
  see("last_state_hash", self.last_state_hash, "as in months.csv");
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + "\"";
}

std::string value_text(const std::string& value) { return quoted(value); }
std::string value_text(double value) { return world::number_text(value); }
std::string value_text(int value) { return std::to_string(value); }
std::string value_text(std::int64_t value) { return std::to_string(value); }
std::string value_text(std::uint64_t value) { return std::to_string(value); }

/// Reads the value of one line into a field; false if it is no such value.
bool take(std::string& field, const std::string& value) {
  if (!value.starts_with('"')) return false;
  field = unquoted(value);
  return true;
}

template <class Number>
bool take(Number& field, const std::string& value) {
  const auto number = world::parse_number(without_comment(value));
  if (!number) return false;
  field = static_cast<Number>(*number);
  return true;
}

bool take(std::uint64_t& field, const std::string& value) {
  const auto number = world::parse_integer(without_comment(value));
  if (!number || *number < 0) return false;
  field = static_cast<std::uint64_t>(*number);
  return true;
}

std::string manifest_text(const Manifest& manifest) {
  std::string text =
      "# One run of Qonys. What the columns of its tables mean: `qonys columns`, docs/outputs.md.\n"
      "# Repeat it from this folder alone: `qonys rerun FOLDER`.\n";
  visit_fields(manifest, [&](const char* key, const auto& value, const char* comment) {
    text += std::string(key) + " = " + value_text(value);
    if (*comment != '\0') text += std::string("  # ") + comment;
    text += "\n";
  });
  text += "sets = [";
  for (std::size_t i = 0; i < manifest.sets.size(); ++i) text += (i > 0 ? ", " : "") + quoted(manifest.sets[i]);
  text += "]  # --set and its short forms, as given\n";
  for (const InputFile& input : manifest.inputs) {
    text += "\n[[input]]\npath = " + quoted(input.path) + "\nxxh3 = " + quoted(input.xxh3) + "\n";
  }
  return text;
}

/// The texts of a list: ["a", "b"].
std::vector<std::string> texts_in(const std::string& list) {
  std::vector<std::string> texts;
  for (std::size_t at = list.find('"'); at != std::string::npos; at = list.find('"', at)) {
    texts.push_back(unquoted(list.substr(at)));
    for (++at; at < list.size() && list[at] != '"'; ++at) at += list[at] == '\\' ? 1 : 0;
    ++at;
    if (list.compare(at, 1, "]") == 0) break;
  }
  return texts;
}

/// One line "key = value" outside the list of inputs.
void take_line(Manifest& manifest, const std::string& key, const std::string& value, const std::string& where) {
  bool is_read = true;
  if (key == "sets") manifest.sets = texts_in(value);
  visit_fields(manifest, [&](const char* name, auto& field, const char*) {
    if (key == name) is_read = take(field, value);
  });
  if (!is_read) throw world::InputError(where + ": '" + key + "' is '" + value + "'; allowed what the run wrote there");
}

}  // namespace

void write_manifest(const fs::path& folder, const Manifest& manifest) {
  write_whole(folder / manifest_name, manifest_text(manifest));
}

Manifest read_manifest(const fs::path& folder) {
  const fs::path file = folder / manifest_name;
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    throw world::InputError(folder.string() + ": not a run folder: it has no " + manifest_name);
  }
  Manifest manifest;
  for_each_key_line(read_whole(file), [&](int line, const std::string& key, const std::string& value) {
    if (key == "[[input]]") {
      manifest.inputs.emplace_back();
    } else if (!manifest.inputs.empty()) {
      (key == "path" ? manifest.inputs.back().path : manifest.inputs.back().xxh3) = unquoted(value);
    } else {
      take_line(manifest, key, value, file.string() + ":" + std::to_string(line));
    }
  });
  return manifest;
}

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return std::string(text.data(), length);
}

}  // namespace experiments
