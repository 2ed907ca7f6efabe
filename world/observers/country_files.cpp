#include "world/observers/country_files.hpp"

#include <algorithm>
#include <string_view>

#include "world/observers/fingerprint.hpp"
#include "world/observers/key_lines.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extensions[] = {".csv", ".geojson", ".md", ".txt"};

std::string hash_line(const std::string& path, const fs::path& file) {
  return path + " " + hash_text(fingerprint(text_of_file(file))) + "\n";
}

}  // namespace

std::vector<fs::path> country_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    const bool is_ours = std::find(std::begin(extensions), std::end(extensions), extension) != std::end(extensions);
    if (entry.is_regular_file() && is_ours) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string table_hashes_text(const CountrySource& source) {
  std::string text;
  for (const fs::path& file : country_files(source.folder)) {
    text += hash_line("inputs/country/" + file.filename().string(), file);
  }
  for (const Overlay& own : source.overlays) text += hash_line("inputs/tables/" + own.table + ".csv", own.file);
  return text;
}

}  // namespace world::observers
