// Run folders as studies and maps; pictures as files.
#include <fstream>
#include <sstream>

#include "experiments/pictures/figure.hpp"
#include "world/errors.hpp"
#include "world/observers/file.hpp"
#include "world/observers/leavers.hpp"
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

figures::Reasons load_reasons(const fs::path& folder, const figures::Study& study) {
  static_assert(figures::n_gains == observers::n_gains);
  std::vector<std::string> iso;
  for (const auto& region : study.at(0).regions) iso.push_back(region.iso);
  const fs::path file = folder / observers::causes_columns().file;
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    throw world::InputError(file.string() +
                            ": missing; the run was made by a program without causes: repeat it with `qonys rerun`");
  }
  figures::Reasons reasons;
  for (const observers::YearOfLeavers& year : observers::read_leavers(file, iso)) {
    figures::YearOfGain& gains = reasons.emplace_back(figures::YearOfGain{.year = year.year, .regions = {}});
    for (const observers::Leavers& leavers : year.regions) {
      gains.regions.push_back(
          {.people = leavers.people * study.at(0).people_per_agent, .positive_gain = leavers.positive_gain});
    }
  }
  return reasons;
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
