#include "render/options.hpp"

#include <boost/program_options.hpp>
#include <charconv>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <vector>

#include "render/tour.hpp"
#include "world/errors.hpp"

namespace viewer {
namespace {

namespace po = boost::program_options;
using world::InputError;
using world::observers::Language;

po::options_description description() {
  po::options_description all("Options", 100);
  const auto text = [] { return po::value<std::string>(); };
  all.add_options()("help", "this text")("lang", text()->value_name("kk|ru|en"),
                                         "language; that of the environment (LANG) if left out")(
      "theme", text()->value_name("dark|light"), "dark if left out")("size", text()->value_name("WxH"),
                                                                     "size of the window, such as 1280x720")(
      "full-screen", "cover the whole screen")("ui-scale", text()->value_name("PERCENT"),
                                               "size of letters and buttons, 100 to 200")(
      "reduced-motion", "no particles, no gliding")("fps", text()->value_name("N"),
                                                    "most frames a second, 5 to 144; 30 if left out")(
      "pictures", text()->value_name("DIR"), "where F12 puts pictures; the current folder if left out")(
      "compare", text()->value_name("SCENARIO|RUN|CHECKPOINT"), "a second one, B, to compare with the first")(
      "ensemble", text()->value_name("DIR"), "folder of runs of one scenario: bands in charts, their mean on the map")(
      "session", text()->value_name("DIR"),
      "keep the session in this folder; without SCENARIO: go on with the one that is there")(
      "script", text()->value_name("FILE"), "commands, one a line; - reads the standard input")(
      "dump-state", text()->value_name("FILE"), "write what is shown as JSON, at the end and when a script says so")(
      "bench-frames", text()->value_name("N"), "draw N frames, print their times as JSON, end")(
      "bench-seconds", text()->value_name("N"),
      "from the first month on let N seconds pass, print what share of the processors' time window and simulation "
      "took as JSON, end")("kiosk", "give a tour that loops, until a key or a click; Esc pressed for 1.5 s ends it")(
      "tour", text()->value_name("NAME|FILE"), "the tour of the kiosk; astana if left out")(
      "idle", text()->value_name("SECONDS"), "without a touch, after which the tour goes on; 60 if left out")(
      "recording", text()->value_name("RUN"), "a run folder that the kiosk shows when its simulation fails")(
      "rehearse", "check letters, languages, disk, tour, speed and display within a minute, print a table, end")(
      "describe", text()->value_name("text|json|csv")->implicit_value("text"),
      "print what the screen would show, end; needs no display")("at", text()->value_name("YYYY-MM"),
                                                                 "the month that is described; the last if left out")(
      "region", text()->value_name("CODE"), "look at the streams of a region, such as KZ-75")(
      "with", text()->value_name("CODE"), "only those between it and this one")(
      "ways", text()->value_name("in|out|both"), "only those that come to the region, or leave it")(
      "view", text()->value_name("NAME"),
      "what colours the map: net_rate, arrivals, departures, people, unregistered, "
      "wage, rent or unemployment");
  return all;
}

std::string plain(const po::error& error) {
  std::string message = error.what();
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    message = "unknown option '" + unknown->get_option_name() + "'";
  }
  return message + "; `qonys-view --help` lists them";
}

int number_of(const po::variables_map& found, const char* name, int least, int most, int otherwise) {
  if (found.count(name) == 0) return otherwise;
  const auto& text = found[name].as<std::string>();
  int value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || value < least || value > most) {
    throw InputError(std::string("--") + name + " is '" + text + "'; allowed whole numbers from " +
                     std::to_string(least) + " to " + std::to_string(most));
  }
  return value;
}

void take_size(const std::string& text, Options& options) {
  const std::size_t cross = text.find('x');
  const auto read = [&](std::size_t from, std::size_t to, int& into) {
    const char* const end = text.data() + to;
    const auto result = std::from_chars(text.data() + from, end, into);
    return result.ec == std::errc{} && result.ptr == end && into >= 200 && into <= 16384;
  };
  if (cross == std::string::npos || !read(0, cross, options.width) || !read(cross + 1, text.size(), options.height)) {
    throw InputError("--size is '" + text + "'; allowed WIDTHxHEIGHT from 200x200 to 16384x16384, such as 1280x720");
  }
}

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == 0) continue;
    const std::string_view text = value;
    return text.starts_with("kk") ? Language::kk : text.starts_with("ru") ? Language::ru : Language::en;
  }
  return Language::en;
}

po::variables_map parse_words(int argc, const char* const* argv) {
  po::options_description all = description();
  all.add_options()("place", po::value<std::vector<std::string>>());
  po::positional_options_description places;
  places.add("place", -1);
  po::variables_map found;
  try {
    const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(argc, argv).options(all).positional(places).style(style).run(), found);
  } catch (const po::error& error) {
    throw InputError(plain(error));
  }
  return found;
}

}  // namespace

Options parse_options(int argc, const char* const* argv) {
  const po::variables_map found = parse_words(argc, argv);
  Options options;
  options.language = language_of_environment();
  const auto text_of = [&](const char* name, std::string& into) {
    if (found.count(name) != 0) into = found[name].as<std::string>();
  };
  options.wants_help = found.count("help") != 0;
  if (found.count("place") != 0) {
    const auto& places = found["place"].as<std::vector<std::string>>();
    if (places.size() > 1) throw InputError("'" + places[1] + "' is one word too many; `qonys-view --help` tells more");
    options.place = places.front();
  }
  if (found.count("lang") != 0)
    options.language = world::observers::parse_language(found["lang"].as<std::string>(), "--lang");
  std::string theme = "dark";
  text_of("theme", theme);
  if (theme != "dark" && theme != "light") throw InputError("--theme is '" + theme + "'; allowed dark or light");
  options.is_dark = theme == "dark";
  if (found.count("size") != 0) take_size(found["size"].as<std::string>(), options);
  options.is_full_screen = found.count("full-screen") != 0;
  options.ui_scale = number_of(found, "ui-scale", 100, 200, 100) / 100.0;
  options.reduced_motion = found.count("reduced-motion") != 0;
  options.frames_a_second = number_of(found, "fps", 5, 144, 30);
  options.bench_frames = number_of(found, "bench-frames", 1, 1'000'000, 0);
  options.bench_seconds = number_of(found, "bench-seconds", 1, 86'400, 0);
  text_of("compare", options.compare);
  text_of("ensemble", options.ensemble);
  options.is_kiosk = found.count("kiosk") != 0;
  options.idle_seconds = number_of(found, "idle", 1, 86'400, 60);
  options.is_rehearsal = found.count("rehearse") != 0;
  text_of("describe", options.describe);
  if (found.count("describe") != 0 && options.describe != "text" && options.describe != "json" &&
      options.describe != "csv")
    throw InputError("--describe is '" + options.describe + "'; allowed text, json or csv");
  text_of("at", options.at);
  text_of("view", options.view);
  text_of("region", options.focus.region);
  text_of("with", options.focus.with);
  text_of("ways", options.focus.ways);
  if (!options.view.empty() && parse_info(options.view) < 0)
    throw InputError("--view is '" + options.view + "'; allowed " + info_names());
  text_of("tour", options.tour);
  text_of("recording", options.recording);
  text_of("pictures", options.pictures);
  text_of("session", options.session);
  text_of("script", options.script);
  text_of("dump-state", options.state_file);
  return options;
}

std::string help_text() {
  std::ostringstream text;
  text << "qonys-view SCENARIO|RUN|CHECKPOINT [options]\n\nShows months on the map: of a run that is over, or of one "
          "that is simulated "
          "while it is watched.\n\n"
       << description();
  return text.str();
}

}  // namespace viewer
