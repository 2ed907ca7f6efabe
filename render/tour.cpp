#include "render/tour.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "render/tour_words.hpp"
#include "world/errors.hpp"

namespace viewer {
namespace {

using nlohmann::json;
using world::InputError;
using world::observers::Language;

constexpr std::string_view names_of_infos[] = {"net_rate",     "arrivals", "departures", "people",
                                               "unregistered", "wage",     "rent",       "unemployment"};
static_assert(std::size(names_of_infos) == n_infos);
constexpr std::size_t most_found = 60;  // characters of a wrong value that a message shows

/// Where in the file a value stands, for messages.
struct Place {
  std::string file;
  int step = 0;  // 0: outside of the steps
  [[nodiscard]] std::string text() const { return file + (step > 0 ? ": step " + std::to_string(step) : ""); }
  [[noreturn]] void refuse(const std::string& key, const json& found, const std::string& allowed) const {
    std::string value = found.dump(-1, ' ', false, json::error_handler_t::replace);
    if (value.size() > most_found) value = value.substr(0, most_found) + "...";
    throw InputError(text() + ": " + key + " is " + value + "; allowed " + allowed);
  }
  void check_keys(const json& object, std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, value] : object.items()) {
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      std::string all;
      for (const std::string_view allowed : keys) all += (all.empty() ? "" : ", ") + std::string(allowed);
      throw InputError(text() + ": '" + key + "' is no key; allowed " + all);
    }
  }
  [[nodiscard]] const json& wanted(const json& object, const char* key) const {
    const auto found = object.find(key);
    if (found == object.end()) throw InputError(text() + ": '" + std::string(key) + "' is missing");
    return *found;
  }
};

Words read_words(const Place& place, const json& object, const char* key, bool has_placeholders) {
  const json& found = place.wanted(object, key);
  const std::string allowed = "an object with the texts kk, ru and en";
  if (!found.is_object()) place.refuse(key, found, allowed);
  place.check_keys(found, {"kk", "ru", "en"});
  Words words;
  for (const Language language : world::observers::languages) {
    const std::string code(code_of(language));
    const std::string path = std::string(key) + "." + code;
    const json& text = place.wanted(found, code.c_str());
    if (!text.is_string() || text.get_ref<const std::string&>().empty()) place.refuse(path, text, "a text");
    words.in[static_cast<std::size_t>(language)] = text.get<std::string>();
    const std::string wrong = has_placeholders ? wrong_placeholder(text.get<std::string>()) : "";
    if (!wrong.empty()) throw InputError(place.text() + ": " + path + " has " + wrong);
  }
  return words;
}

std::vector<std::string> read_regions(const Place& place, const json& list, const char* key) {
  const std::string allowed = "a list of regions such as [\"KZ-71\"]";
  if (!list.is_array()) place.refuse(key, list, allowed);
  std::vector<std::string> regions;
  for (const json& region : list) {
    if (!region.is_string()) place.refuse(key, region, allowed);
    regions.push_back(region.get<std::string>());
  }
  return regions;
}

double read_number(const Place& place, const json& step, const char* key, double otherwise, double least, double most) {
  const auto found = step.find(key);
  if (found == step.end()) return otherwise;
  const bool is_right = found->is_number() && found->get<double>() >= least && found->get<double>() <= most;
  std::ostringstream allowed;
  allowed << "numbers from " << least << " to " << most;
  if (!is_right) place.refuse(key, *found, allowed.str());
  return found->get<double>();
}

void read_camera(const Place& place, const json& camera, TourStep& step) {
  const std::string allowed = "\"fit\", {\"regions\": [\"KZ-71\"]} or {\"box\": [left, top, right, bottom]} in shares";
  if (camera == "fit") return;
  if (!camera.is_object() || camera.size() != 1) place.refuse("camera", camera, allowed);
  place.check_keys(camera, {"regions", "box"});
  if (camera.contains("regions")) {
    step.around = read_regions(place, camera["regions"], "camera.regions");
    if (step.around.empty()) place.refuse("camera.regions", camera["regions"], "at least one region");
    return;
  }
  const json& box = camera["box"];
  const bool is_list = box.is_array() && box.size() == 4 && std::all_of(box.begin(), box.end(), [](const json& x) {
                         return x.is_number() && x.get<double>() >= 0 && x.get<double>() <= 1;
                       });
  const std::string shares = "[left, top, right, bottom], shares from 0 to 1, left < right and top < bottom";
  if (!is_list || !(box[0] < box[2]) || !(box[1] < box[3])) place.refuse("camera.box", box, shares);
  step.box = figures::Box{box[0], box[1], box[2], box[3]};
}

int read_month(const Place& place, const json& months, std::size_t i) {
  const json& text = months[i];
  const int month = text.is_string() ? parse_month(text.get<std::string>()) : -1;
  if (month < 0) place.refuse("months", months, "two months such as [\"2023-01\", \"2030-12\"], the earlier first");
  return month;
}

TourStep read_step(const Place& place, const json& object) {
  if (!object.is_object()) place.refuse("the step", object, "an object");
  place.check_keys(object, {"camera", "months", "speed", "seconds", "view", "highlight", "caption"});
  TourStep step;
  read_camera(place, place.wanted(object, "camera"), step);
  const json& months = place.wanted(object, "months");
  if (!months.is_array() || months.size() != 2)
    place.refuse("months", months, "two months such as [\"2023-01\", \"2030-12\"], the earlier first");
  step.first = read_month(place, months, 0);
  step.last = read_month(place, months, 1);
  if (step.first > step.last) place.refuse("months", months, "two months, the earlier first");
  step.speed = read_number(place, object, "speed", 6, 0.1, 100);
  step.seconds = read_number(place, object, "seconds", 10, 1, 600);
  const json& view = place.wanted(object, "view");
  const int info = view.is_string() ? parse_info(view.get<std::string>()) : -1;
  if (info < 0) place.refuse("view", view, info_names());
  step.info = static_cast<Info>(info);
  if (object.contains("highlight")) step.highlighted = read_regions(place, object["highlight"], "highlight");
  step.caption = read_words(place, object, "caption", true);
  return step;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::string month_text(int month) {
  const std::string of_year = std::to_string(month % 12 + 1);
  return std::to_string(month / 12) + (of_year.size() < 2 ? "-0" : "-") + of_year;
}

}  // namespace

int parse_info(std::string_view name) {
  const auto* const found = std::find(std::begin(names_of_infos), std::end(names_of_infos), name);
  return found == std::end(names_of_infos) ? -1 : static_cast<int>(found - std::begin(names_of_infos));
}

std::string info_names() {
  std::string all;
  for (const std::string_view name : names_of_infos) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

int parse_month(std::string_view text) {
  int year = 0, month = 0;
  if (text.size() != 7 || text[4] != '-') return -1;
  const auto a = std::from_chars(text.data(), text.data() + 4, year);
  const auto b = std::from_chars(text.data() + 5, text.data() + 7, month);
  const bool is_read = a.ec == std::errc{} && a.ptr == text.data() + 4 && b.ec == std::errc{} &&
                       b.ptr == text.data() + 7 && year > 0 && month >= 1 && month <= 12;
  return is_read ? year * 12 + month - 1 : -1;
}

Tour parse_tour(const std::string& text, const std::string& file) {
  const Place place{file};
  const json all = json::parse(text, nullptr, false);
  if (all.is_discarded()) throw InputError(file + ": this is not JSON; a tour is an object with title and steps");
  if (!all.is_object()) place.refuse("the tour", all, "an object with title and steps");
  place.check_keys(all, {"title", "steps"});
  Tour tour{.file = file, .title = read_words(place, all, "title", false), .steps = {}};
  const json& steps = place.wanted(all, "steps");
  if (!steps.is_array() || steps.empty()) place.refuse("steps", steps, "a list of at least one step");
  for (const json& step : steps) {
    tour.steps.push_back(read_step({file, static_cast<int>(tour.steps.size()) + 1}, step));
  }
  return tour;
}

Tour read_tour(const std::string& name_or_file, const std::filesystem::path& bundled) {
  const bool is_name = name_or_file.find_first_of("./") == std::string::npos;
  const std::filesystem::path file = is_name ? bundled / (name_or_file + ".json") : std::filesystem::path(name_or_file);
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  if (stream) bytes << stream.rdbuf();
  if (!stream) throw InputError(file.string() + ": this tour cannot be read");
  return parse_tour(bytes.str(), is_name ? file.filename().string() : file.string());
}

Tour plain_tour(int first, int last, const Words& title) {
  TourStep step;
  step.first = first;
  step.last = last;
  step.seconds = 20;
  step.caption = title;
  return {.file = {}, .title = title, .steps = {step}};
}

std::vector<std::string> complaints(const Tour& tour, const std::vector<std::string>& iso, int first, int last) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < tour.steps.size(); ++i) {
    const TourStep& step = tour.steps[i];
    const std::string where = Place{tour.file, static_cast<int>(i) + 1}.text() + ": ";
    std::vector<std::string> regions = step.around;
    regions.insert(regions.end(), step.highlighted.begin(), step.highlighted.end());
    for (const std::string& text : step.caption.in) {
      for (const std::string& region : regions_named(text)) regions.push_back(region);
    }
    std::sort(regions.begin(), regions.end());
    regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
    for (const std::string& region : regions) {
      if (!has(iso, region)) lines.push_back(where + "the run has no region " + region);
    }
    if (step.first < first || step.last > last) {
      lines.push_back(where + "months " + month_text(step.first) + " to " + month_text(step.last) + "; the run has " +
                      month_text(first) + " to " + month_text(last));
    }
  }
  return lines;
}

}  // namespace viewer
