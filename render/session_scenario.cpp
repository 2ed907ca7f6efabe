#include "render/session_scenario.hpp"

#include <span>
#include <system_error>

#include "world/errors.hpp"
#include "world/observers/file.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/key_lines.hpp"
#include "world/observers/text.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

void make_folder(const fs::path& folder) {
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error) observers::refuse_file(folder, "write", error.value());
}

void write_durably(const fs::path& file, const std::string& text) {
  fs::path unfinished = file;
  unfinished += ".unfinished";
  try {
    observers::File opened(unfinished, observers::Access::create);
    opened.write_at(0, std::as_bytes(std::span(text)));
    opened.close();
    observers::rename_durably(unfinished, file);
  } catch (...) {
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    throw;
  }
}

void copy_own_table(const world::Overlay& own, const fs::path& file) {
  const std::string text = observers::text_of_file(own.file);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return write_durably(file, text);
  if (observers::text_of_file(file) == text) return;
  throw world::InputError(file.string() + ": another table of this name lies beside the scenario; save it elsewhere");
}

std::string commented(const std::string& note) {
  std::string text;
  for (std::size_t from = 0; from < note.size();) {
    const std::size_t end = std::min(note.find('\n', from), note.size());
    text += "# " + world::on_one_line(note.substr(from, end - from)) + "\n";
    from = end + 1;
  }
  return text;
}

}  // namespace

void write_scenario_file(const fs::path& file, const world::Scenario& scenario, const std::string& note) {
  const fs::path folder = fs::absolute(file).parent_path();
  make_folder(folder);
  if (!scenario.country.overlays.empty()) make_folder(folder / "tables");
  for (const world::Overlay& own : scenario.country.overlays) {
    copy_own_table(own, folder / "tables" / (own.table + ".csv"));
  }
  write_durably(file, commented(note) + world::resolved_toml(scenario, scenario.country.folder.string()));
}

}  // namespace viewer
