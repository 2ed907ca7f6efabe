// Copies files and hashes them.
#include "experiments/inputs.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "experiments/output_file.hpp"
#include "world/calibration_file.hpp"
#include "world/errors.hpp"
#include "world/observers/country_files.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
using world::observers::country_files;

std::string hash_of(std::string_view bytes) { return world::observers::hash_text(world::observers::fingerprint(bytes)); }

class Writer {
 public:
  explicit Writer(const fs::path& run_folder) : run_folder_(run_folder) {}

  void write(const std::string& path, const std::string& bytes) {
    write_whole(run_folder_ / path, bytes);
    files_.push_back({.path = path, .xxh3 = hash_of(bytes)});
  }

  [[nodiscard]] std::vector<InputFile> files() const { return files_; }

 private:
  fs::path run_folder_;
  std::vector<InputFile> files_;
};

void write_country(Writer& writer, const fs::path& folder, const world::CountrySource& country) {
  fs::create_directories(folder / "inputs" / "country");
  for (const fs::path& file : country_files(country.folder)) {
    writer.write("inputs/country/" + file.filename().string(), read_whole(file));
  }
  if (!country.overlays.empty()) fs::create_directories(folder / "inputs" / "tables");
  for (const world::Overlay& own : country.overlays) {
    writer.write("inputs/tables/" + own.table + ".csv", read_whole(own.file));
  }
}

}  // namespace

std::vector<InputFile> table_hashes(const world::Country& country) {
  std::vector<InputFile> tables;
  for (const fs::path& file : country_files(country.folder)) {
    const std::string name = file.filename().string();
    if (file.extension() != ".csv" || name == world::calibration_file_name) continue;
    tables.push_back({.path = name, .xxh3 = hash_of(read_whole(file))});
  }
  for (const world::Overlay& own : country.overlays) {
    tables.push_back({.path = "tables/" + own.table + ".csv", .xxh3 = hash_of(read_whole(own.file))});
  }
  return tables;
}

fs::path scenario_in(const fs::path& run_folder) { return run_folder / "inputs" / "scenario.toml"; }

bool hold_the_same_tables(const fs::path& a, const fs::path& b) {
  const auto files_a = country_files(a);
  const auto files_b = country_files(b);
  return std::equal(files_a.begin(), files_a.end(), files_b.begin(), files_b.end(),
                    [](const fs::path& mine, const fs::path& theirs) {
                      return mine.filename() == theirs.filename() && read_whole(mine) == read_whole(theirs);
                    });
}

void write_compared_inputs(const fs::path& folder, const world::Scenario& a, const world::Scenario& b) {
  Writer writer(folder);
  write_country(writer, folder, a.country);
  writer.write("inputs/a.toml", world::resolved_toml(a, "country"));
  writer.write("inputs/b.toml", world::resolved_toml(b, "country"));
}

std::vector<InputFile> write_inputs(const fs::path& run_folder, const world::Scenario& scenario) {
  Writer writer(run_folder);
  fs::create_directories(run_folder / "inputs" / "original");
  write_country(writer, run_folder, scenario.country);
  // Numbered in the order they were applied: two files of a chain may share a name.
  int number = 0;
  for (const fs::path& file : scenario.files) {
    const std::string name = std::to_string(++number) + "_" + file.filename().string();
    writer.write("inputs/original/" + name, read_whole(file));
  }
  writer.write("inputs/scenario.toml", world::resolved_toml(scenario, "country"));
  return writer.files();
}

InputFile hashed_input(const fs::path& run_folder, const std::string& path) {
  return {.path = path, .xxh3 = world::observers::hash_text(fingerprint_of(run_folder / path))};
}

namespace {

/// A table that stands there unnamed would be read as well.
void refuse_unnamed(const fs::path& run_folder, const Manifest& manifest) {
  for (const char* folder : {"inputs/country", "inputs/tables"}) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(run_folder / folder, error)) {
      if (entry.path().extension() != ".csv") continue;   // nothing else is read by its name
      const std::string path = std::string(folder) + "/" + entry.path().filename().string();
      const bool is_named = std::any_of(manifest.inputs.begin(), manifest.inputs.end(),
                                        [&](const InputFile& input) { return input.path == path; });
      if (!is_named) {
        throw world::InputError(entry.path().string() + ": not an input of the run: the manifest does not name it; take it away");
      }
    }
  }
}

}  // namespace

void verify_inputs(const fs::path& run_folder, const Manifest& manifest) {
  refuse_unnamed(run_folder, manifest);
  for (const InputFile& input : manifest.inputs) {
    if (input.path == branch_start) continue;   // large, and verified by its own checksums when it is used
    const fs::path file = run_folder / input.path;
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
      throw world::InputError(file.string() + ": missing; the manifest names it as an input of the run");
    }
    const std::string hash = hashed_input(run_folder, input.path).xxh3;
    if (hash != input.xxh3) {
      throw world::InputError(file.string() + ": hash " + hash + ", but the manifest says " + input.xxh3 +
                              "; it was changed after the run. To run it as it is now: qonys run " +
                              scenario_in(run_folder).string() + " --out NEW");
    }
  }
}

}  // namespace experiments
