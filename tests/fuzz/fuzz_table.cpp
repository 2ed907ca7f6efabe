// Bytes as a table: the first byte says which, and whether it stands in the
// folder of the tiny country or is laid over the table there as the user's own.
#include <cstdint>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_country.hpp"
#include "world/calibration_file.hpp"
#include "world/country.hpp"
#include "world/table_keys.hpp"

namespace {

using fuzz::Folder;
namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
  std::string content(fs::file_size(file), '\0');
  std::FILE* const stream = std::fopen(file.c_str(), "rb");
  if (stream == nullptr || std::fread(content.data(), 1, content.size(), stream) != content.size()) std::abort();
  std::fclose(stream);
  return content;
}

/// Everything that reads a table of the folder.
void load(const world::CountrySource& source) {
  const world::Country country = world::load_country(source);
  for (const world::OwnTable& own : country.own_tables) (void)own.unread();
  (void)world::calibrated_settings(source.folder);
  (void)world::calibration_records(source.folder);
}

void lay_over(const Folder& folder, const std::string& table, std::string_view text) {
  const fs::path file = folder.root() / "own.csv";
  fuzz::write_file(file, text);
  const world::CountrySource source{.folder = folder.country(),
                                    .overlays = {{.table = table, .file = file, .where = "--table"}}};
  (void)fuzz::is_accepted([&] { load(source); });
}

void put_in_place(const Folder& folder, const std::string& table, std::string_view text) {
  const fs::path file = folder.country() / (table + ".csv");
  const std::string before = content_of(file);
  fuzz::write_file(file, text);
  (void)fuzz::is_accepted([&] { load({.folder = folder.country(), .overlays = {}}); });
  fuzz::write_file(file, before);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  static const std::vector<std::string> tables = world::table_names();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  // 0–27: laid over a table of the list; 28–55: in its place; and round again.
  const std::size_t n = tables.size() + 1;
  const std::size_t choice = static_cast<std::size_t>(data[0]) % (2 * n);
  const std::size_t which = choice % n;
  const bool is_calibration = which == tables.size();  // which nothing is laid over
  const std::string table = is_calibration ? "calibration" : tables[which];
  if (choice < n && !is_calibration) {
    lay_over(folder, table, text);
  } else {
    put_in_place(folder, table, text);
  }
  return 0;
}
