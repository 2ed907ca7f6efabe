// Run folders as studies and maps; pictures as files.
#include <fstream>
#include <sstream>

#include "experiments/pictures/figure.hpp"
#include "world/errors.hpp"
#include "world/observers/file.hpp"
#include "world/observers/run_card.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

fs::path map_in(const fs::path& folder) { return folder / "inputs" / "country" / "regions.geojson"; }

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw world::InputError(file.string() +
                            ": cannot be read; a map needs the outlines of the regions (docs/adding_a_country.md)");
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

}  // namespace

figures::Study load_study(const fs::path& folder) {
  const observers::RunCard card = observers::read_run_card(folder);
  observers::History history = observers::read_history(card);
  if (history.months.empty())
    throw world::InputError(folder.string() + ": the run has no whole month yet; wait, or resume it");
  figures::Provenance from{.scenario = card.scenario,
                           .title_en = card.title,
                           .title_kk = card.title_kk,
                           .title_ru = card.title_ru,
                           .seed = std::to_string(card.seed),
                           .scale = card.scale,
                           .run_id = card.id,
                           .program = "Qonys " + card.version + " (" + card.sources + ")",
                           .date = card.started,
                           .first_month = card.start,
                           .sources_en = {},
                           .sources_kk = {},
                           .sources_ru = {}};
  if (from.title_en.empty()) from.title_en = card.scenario;
  std::error_code ignored;
  if (fs::exists(map_in(folder), ignored)) {
    figures::Credits credits = figures::credits_of(bytes_of(map_in(folder)));
    from.sources_en = std::move(credits.en), from.sources_kk = std::move(credits.kk),
    from.sources_ru = std::move(credits.ru);
  }
  figures::Study study(std::move(from));
  for (observers::Snapshot& month : history.months)
    study.append(std::make_shared<const observers::Snapshot>(std::move(month)));
  return study;
}

figures::Map load_map(const fs::path& folder, const figures::Study& study) {
  std::vector<std::string> iso;
  for (const auto& region : study.at(0).regions) iso.push_back(region.iso);
  return figures::Map::parse(bytes_of(map_in(folder)), map_in(folder).string(), iso);
}

void write_whole(const fs::path& file, const std::string& bytes) {
  const fs::path part = file.string() + ".part";
  try {
    observers::File out(part, observers::Access::create);
    out.write_at(0, std::as_bytes(std::span(bytes)));
    out.sync();
    out.close();
  } catch (...) {
    std::error_code ignored;
    fs::remove(part, ignored);
    throw;
  }
  observers::rename_durably(part, file);
}

}  // namespace experiments
