#include "render/session_shelf.hpp"

#include <algorithm>
#include <cstdio>
#include <system_error>
#include <utility>

#include "world/errors.hpp"
#include "world/numbers.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

constexpr const char* extension = ".qonys";
constexpr const char* unfinished_extension = ".unfinished";

std::uint64_t size_of(const fs::path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  return error ? 0 : size;
}

/// Which one leaves the smallest gap in its line when it is gone; never the newest of a line.
std::size_t least_missed(const std::vector<Shelf::Place>& places) {
  std::size_t best = 0;
  int smallest = -1;
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    if (places[i + 1].line != places[i].line) continue;
    const bool has_older = i > 0 && places[i - 1].line == places[i].line;
    const int gap = places[i + 1].month - (has_older ? places[i - 1].month : 0);
    if (smallest >= 0 && gap >= smallest) continue;
    smallest = gap;
    best = i;
  }
  return best;
}

}  // namespace

Shelf::Shelf(fs::path folder, std::uint64_t most_bytes, observers::ProgramName program)
    : folder_(std::move(folder)), most_bytes_(most_bytes), program_(std::move(program)) {}

std::string Shelf::keep(const world::World& world, int line, std::uint64_t scenario_xxh3, const world::Crew& crew) {
  if (folder_.empty()) return "";
  const std::string month = world::month_text(world.month);
  const fs::path file = folder_ / (std::to_string(line) + "_" + month + extension);
  fs::path unfinished = file;
  unfinished += unfinished_extension;
  std::error_code error;
  if (fs::exists(file, error)) return "";
  fs::create_directories(folder_, error);
  try {
    // The disk is not waited for: a damaged one is noticed, and nothing is lost with it.
    observers::write_checkpoint(unfinished, world, {}, program_, scenario_xxh3, observers::Codec::raw, crew);
    fs::rename(unfinished, file);
  } catch (const std::exception& failure) {
    fs::remove(unfinished, error);
    return "no checkpoint of " + month + ": " + failure.what();
  }
  prune();
  return "";
}

std::vector<Shelf::Place> Shelf::all() const {
  std::vector<Place> places;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    const std::string stem = entry.path().stem().string();
    const std::size_t bar = stem.find('_');
    if (entry.path().extension() != extension || bar == std::string::npos) continue;
    const auto line = world::parse_integer(stem.substr(0, bar));
    if (!line) continue;
    try {
      const agents::Month month = world::parse_month(stem.substr(bar + 1), "");
      places.push_back({.file = entry.path(), .line = static_cast<int>(*line), .month = month});
    } catch (const world::InputError&) {
      // Not ours.
    }
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return std::pair(a.line, a.month) < std::pair(b.line, b.month); });
  return places;
}

std::optional<Shelf::Place> Shelf::newest(agents::Month latest,
                                          const std::function<bool(int, agents::Month)>& is_wanted) const {
  std::optional<Place> best;
  for (const Place& place : all()) {
    const bool is_newer = !best || place.month > best->month;
    if (place.month <= latest && is_newer && is_wanted(place.line, place.month)) best = place;
  }
  return best;
}

/// What a process that was killed had begun to write: only one thread writes here, and it has just finished.
void Shelf::remove_unfinished() const {
  std::vector<fs::path> left;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    if (entry.path().extension() == unfinished_extension) left.push_back(entry.path());
  }
  for (const fs::path& file : left) fs::remove(file, ignored);
}

void Shelf::forget(const Place& place) {
  std::error_code ignored;
  fs::remove(place.file, ignored);
}

void Shelf::prune() const {
  remove_unfinished();
  std::vector<Place> places = all();
  std::uint64_t bytes = 0;
  for (const Place& place : places) bytes += size_of(place.file);
  while (bytes > most_bytes_ && places.size() > 1) {
    const std::size_t gone = least_missed(places);
    bytes -= std::min(bytes, size_of(places[gone].file));
    forget(places[gone]);
    places.erase(places.begin() + static_cast<std::ptrdiff_t>(gone));
  }
}

}  // namespace viewer
