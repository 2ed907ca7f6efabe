// Reads a command line with Boost.Program_options, verb by verb.
#include "experiments/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace experiments {
namespace {

namespace po = boost::program_options;
using world::InputError;

/// One option, wherever it is taken.
struct OptionInfo {
  std::string_view name;
  std::string_view value;     // "DIR"; empty for a switch
  std::string_view sentence;  // empty: not shown in help
};

constexpr OptionInfo option_infos[] = {
    {"out", "PATH", "the folder to write; must be new or empty"},
    {"set", "PATH=VALUE", "change one value of the scenario, such as migration.distance_weight=0.4; may be repeated"},
    {"table", "NAME=FILE", "lay a CSV file of your own over table NAME, such as labour=my.csv; may be repeated"},
    {"months", "N", "how many months to simulate; short for --set months=N"},
    {"scale", "A:P", "A agents for P people, such as 1:20; short for --set scale=A:P"},
    {"seed", "N", "the luck of the run; short for --set seed=N"},
    {"since", "YYYY-MM", "begin with the newest checkpoint before this month; with the start of the run if left out"},
    {"at", "YYYY-MM", "the last month that both runs share"},
    {"policy", "FILE", "add the policies of a scenario file or bundled scenario from then on; may be repeated"},
    {"checkpoint-every", "N", "save after every N months, 0 to 1200, 0 for never; 12 and at most once a minute if left out"},
    {"from-start", "", "begin anew even where results are written over that cannot be gone on from"},
    {"keep", "N", "how many checkpoints to keep, the newest, 1 to 1000; 3 if left out"},
    {"compress", "", "pack checkpoints with zstd: smaller, and slower to write"},
    {"threads", "N", "worker threads, 1 to 1024; as many as cores if left out; results do not depend on it"},
    {"ranks", "N", ""},
    {"rounds", "N", "most corrections against simulated years, 1 to 100; 5 if left out"},
    {"hold", "", "change nothing; only tell how well the values in force fit"},
    {"region", "CODE", "the region left, by its code, such as KZ-61"},
    {"serial", "N", "the citizen's serial, decimal or 0x and hexadecimal; a story prints those of the household"},
    {"pick", "K=V,...", "a move to pick: origin=CODE, destination=CODE, pivotal cause=NAME as in causes.csv"},
    {"from", "YYYY", "the first year; the first of the run if left out"},
    {"to", "YYYY", "the last year; the last of the run if left out"},
    {"seeds", "N", "how many pairs of runs, 1 to 1000, with the seeds from --seed on; 1 if left out"},
    {"relieve", "ISO", "the region whose relief is asked for; the country's capital (roles.csv) if left out"},
    {"lang", "kk|ru|en", "language of the text: Kazakh, Russian or English (English if left out)"},
    {"compare", "A B", "two runs of the same country and months: draws B less A"},
    {"ensemble", "DIR", "a folder of runs that differ by their luck or parameters: draws means and bands"},
    {"view", "NAME", "flows, net, population, pressure, causes, circle or lines; flows if left out"},
    {"count", "WHICH", "actual (where people live) or registered (what statistics show); actual if left out"},
    {"over", "N", "months summed up, 1 to 1200, that end with the one shown; 12 if left out"},
    {"streams", "N", "how many ribbons to draw, the largest, 0 to 10000; 60 if left out"},
    {"adaptive", "", "scales for this picture alone; else they are the same for all months of the run"},
    {"dots", "", "people as moving dots, as in a film, in place of ribbons; in a PNG of view flows"},
    {"theme", "light|dark", "light if left out; dark for style screen and slide of a film"},
    {"style", "NAME", "screen, slide (larger type), article (points, for print) or grey; screen if left out"},
    {"size", "WxH", "in pixels, such as 1920x1080 (the default)"},
    {"width-mm", "MM", "for print: the width in millimetres, 80 to 2000"},
    {"dpi", "N", "pixels an inch of a PNG with --width-mm, 50 to 1200; 300 if left out"},
    {"fps", "N", "frames a second of a film, 1 to 120; 30 if left out"},
    {"seconds", "N", "length of a film, 1 to 3600; 30 if left out"},
    {"quiet", "", "print nothing but errors"},
    {"resolved", "", "list every value with where it comes from"},
    {"markdown", "", "print as Markdown, as in docs/"},
};

const OptionInfo& info_of(std::string_view name) {
  return *std::find_if(std::begin(option_infos), std::end(option_infos),
                       [&](const OptionInfo& info) { return info.name == name; });
}

po::options_description description_of(const VerbInfo& verb) {
  po::options_description description;
  auto add = description.add_options();
  add("help,h", "");
  for (const std::string_view name : verb.options) {
    const std::string text(name);
    if (info_of(name).value.empty()) {
      add(text.c_str(), "");
    } else if (name == "compare") {
      add(text.c_str(), po::value<std::vector<std::string>>()->multitoken(), "");
    } else if (name == "set" || name == "table" || name == "policy") {
      add(text.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    } else {
      add(text.c_str(), po::value<std::string>(), "");
    }
  }
  add("place", po::value<std::vector<std::string>>()->composing(), "");
  return description;
}

std::string prefix_of(const VerbInfo& verb) { return std::string(verb.name) + ": "; }

[[noreturn]] void refuse_unknown(const VerbInfo& verb, const std::string& option) {
  std::vector<std::string> known{"--help"};
  for (const std::string_view name : verb.options) {
    if (!info_of(name).sentence.empty()) known.push_back("--" + std::string(name));
  }
  throw InputError(prefix_of(verb) + "unknown option '" + option + "'" + world::did_you_mean(option, known) +
                   " `qonys " + std::string(verb.name) + " --help` lists them");
}

po::variables_map parse_words(const VerbInfo& verb, const std::vector<std::string>& words) {
  const po::options_description description = description_of(verb);
  po::positional_options_description positional;
  positional.add("place", -1);
  // Boost's guessing would take --thr for --threads today and break tomorrow.
  const auto style = static_cast<po::command_line_style::style_t>(po::command_line_style::unix_style &
                                                                  ~po::command_line_style::allow_guessing);
  po::variables_map found;
  try {
    po::store(po::command_line_parser(words).options(description).positional(positional).style(style).run(), found);
  } catch (const po::unknown_option& error) {
    refuse_unknown(verb, error.get_option_name());
  } catch (const po::multiple_occurrences& error) {
    throw InputError(prefix_of(verb) + "'" + error.get_option_name() + "' is given twice; give it once");
  } catch (const po::error_with_option_name& error) {
    std::string option = error.get_option_name();
    option = option.substr(std::min(option.size(), option.find_first_not_of('-')));
    const auto known = std::find(verb.options.begin(), verb.options.end(), option);
    const std::string wanted = known == verb.options.end() ? "" : " " + std::string(info_of(*known).value);
    throw InputError(prefix_of(verb) + (wanted == " " ? "--" + option + " takes no value"
                                                      : "--" + option + " needs a value: --" + option + wanted));
  } catch (const po::error& error) {
    throw InputError(prefix_of(verb) + error.what());
  }
  return found;
}

int number_of(const VerbInfo& verb, const po::variables_map& found, const char* name, int highest, int otherwise,
              int lowest = 1) {
  if (found.count(name) == 0) return otherwise;
  const std::string text = found[name].as<std::string>();
  const auto value = world::parse_integer(text);
  if (!value || *value < lowest || *value > highest) {
    throw InputError(prefix_of(verb) + "--" + name + " is '" + text + "'; allowed a whole number from " +
                     std::to_string(lowest) + " to " + std::to_string(highest));
  }
  return static_cast<int>(*value);
}

/// "path=value" as a pair. Errors: no "=" in it.
std::pair<std::string, std::string> set_of(const VerbInfo& verb, const std::string& text) {
  const std::size_t sign = text.find('=');
  if (sign == std::string::npos || sign == 0) {
    throw InputError(prefix_of(verb) + "--set is '" + text +
                     "'; allowed PATH=VALUE, such as --set migration.distance_weight=0.4");
  }
  return {text.substr(0, sign), text.substr(sign + 1)};
}

/// "labour=my.csv" as the setting tables.labour, for every verb that takes settings.
void take_tables(Options& options, const VerbInfo& verb, const po::variables_map& found) {
  if (found.count("table") == 0) return;
  for (const std::string& text : found["table"].as<std::vector<std::string>>()) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == text.size()) {
      throw InputError(prefix_of(verb) + "--table is '" + text + "'; allowed NAME=FILE, such as --table labour=my.csv");
    }
    const std::string name = text.substr(0, sign);
    const std::string path = "tables." + (name.ends_with(".csv") ? name.substr(0, name.size() - 4) : name);
    for (const auto& [known, file] : options.sets) {
      if (known != path) continue;
      throw InputError(prefix_of(verb) + "table '" + name + "' is given twice, with " + file + " and with " +
                       text.substr(sign + 1) + "; put the rows into one file");
    }
    options.sets.emplace_back(path, text.substr(sign + 1));
  }
}

void take_sets(Options& options, const VerbInfo& verb, const po::variables_map& found) {
  if (found.count("set") != 0) {
    for (const std::string& text : found["set"].as<std::vector<std::string>>()) {
      options.sets.push_back(set_of(verb, text));
    }
    // `--set a=1 b=2`: what follows the first is a set too, and no scenario.
    std::vector<std::string> places;
    for (const std::string& place : options.places) {
      if (place.find('=') == std::string::npos) {
        places.push_back(place);
      } else {
        options.sets.push_back(set_of(verb, place));
      }
    }
    options.places = places;
  }
  for (const char* name : {"months", "scale", "seed"}) {
    if (found.count(name) != 0) options.sets.emplace_back(name, found[name].as<std::string>());
  }
}

void check_places(const Options& options, const VerbInfo& verb) {
  const auto n_wanted = verb.places.empty() ? 0 : 1 + std::count(verb.places.begin(), verb.places.end(), ' ');
  const auto n_found = static_cast<std::ptrdiff_t>(options.places.size());
  if (n_found < n_wanted && !verb.places.starts_with('[')) {
    throw InputError(prefix_of(verb) + std::string(verb.places) + (n_wanted == 1 ? " is" : " are") +
                     " missing; for example: " + std::string(verb.example));
  }
  if (n_found > n_wanted) {
    throw InputError(prefix_of(verb) + "'" + options.places[static_cast<std::size_t>(n_wanted)] +
                     "' is one word too many; for example: " + std::string(verb.example));
  }
}

/// The options of a picture, which its own program understands.
void take_picture(Options& options, const po::variables_map& found) {
  for (const char* name : {"ensemble", "view", "count", "over", "streams", "theme", "style", "size", "width-mm", "dpi", "fps",
                           "seconds", "from", "to", "at"}) {
    if (found.count(name) != 0) options.picture[name] = found[name].as<std::string>();
  }
  for (const char* name : {"adaptive", "dots"}) {
    if (found.count(name) != 0) options.picture[name] = "";
  }
  if (found.count("compare") != 0) options.compare = found["compare"].as<std::vector<std::string>>();
}

std::string left(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

}  // namespace

const VerbInfo& find_verb(const std::string& name) {
  std::vector<std::string> known;
  for (const VerbInfo& verb : verbs()) {
    if (verb.name == name) return verb;
    known.emplace_back(verb.name);
  }
  throw InputError("unknown verb '" + name + "'" + world::did_you_mean(name, known) +
                   " `qonys --help` lists them");
}

Options parse_options(int argc, const char* const* argv) {
  Options options;
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  options.words = words;
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    options.wants_help = true;
    if (words.size() > 1) options.verb = find_verb(words[1]).name;
    return options;
  }
  if (words[0] == "--version") {
    options.wants_version = true;
    return options;
  }
  const VerbInfo& verb = find_verb(words[0]);
  options.verb = words[0];
  if (verb.name == "view") {  // the window's program reads its own words
    options.wants_help = words.size() == 2 && (words[1] == "--help" || words[1] == "-h");
    return options;
  }
  words.erase(words.begin());
  const po::variables_map found = parse_words(verb, words);
  options.wants_help = found.count("help") != 0;
  if (options.wants_help) return options;

  if (found.count("place") != 0) options.places = found["place"].as<std::vector<std::string>>();
  if (found.count("out") != 0) options.out = found["out"].as<std::string>();
  take_tables(options, verb, found);
  take_sets(options, verb, found);
  check_places(options, verb);
  if (verb.name == "resume") options.months = number_of(verb, found, "months", 1200, 0);
  if (found.count("since") != 0) options.since = found["since"].as<std::string>();
  if (found.count("at") != 0) options.at = found["at"].as<std::string>();
  if (found.count("policy") != 0) options.policies = found["policy"].as<std::vector<std::string>>();
  if (found.count("checkpoint-every") != 0) options.checkpoint_every = number_of(verb, found, "checkpoint-every", 1200, 0, 0);
  if (found.count("keep") != 0) options.keep = number_of(verb, found, "keep", 1000, 3);
  if (found.count("compress") != 0) options.compress = true;
  options.threads = number_of(verb, found, "threads", 1024, 0);
  options.ranks = number_of(verb, found, "ranks", 1024, 1);
  options.rounds = number_of(verb, found, "rounds", 100, 0);
  options.seeds = number_of(verb, found, "seeds", 1000, 1);
  if (found.count("relieve") != 0) options.relieve = found["relieve"].as<std::string>();
  if (found.count("lang") != 0) {
    options.language = world::observers::parse_language(found["lang"].as<std::string>(), prefix_of(verb) + "--lang");
  }
  if (found.count("region") != 0) options.region = found["region"].as<std::string>();
  if (found.count("serial") != 0) options.serial = found["serial"].as<std::string>();
  if (found.count("pick") != 0) options.pick = found["pick"].as<std::string>();
  if (verb.name == "figure") {
    take_picture(options, found);
  } else {
    options.from = number_of(verb, found, "from", 9999, 0);
    options.to = number_of(verb, found, "to", 9999, 0);
  }
  options.from_start = found.count("from-start") != 0;
  options.quiet = found.count("quiet") != 0;
  options.resolved = found.count("resolved") != 0;
  options.markdown = found.count("markdown") != 0;
  options.hold = found.count("hold") != 0;
  return options;
}

std::string help_text(const VerbInfo& verb) {
  std::string text = "qonys " + std::string(verb.name);
  if (!verb.places.empty()) text += " " + std::string(verb.places);
  text += verb.options.empty() ? "\n\n" : " [options]\n\n";
  text += std::string(verb.sentence) + "\n";
  if (!verb.options.empty()) text += "\nOptions:\n";
  for (const std::string_view name : verb.options) {
    const OptionInfo& info = info_of(name);
    if (info.sentence.empty()) continue;
    const std::string value = info.value.empty() ? "" : " " + std::string(info.value);
    text += "  " + left("--" + std::string(name) + value, 20) + std::string(info.sentence) + "\n";
  }
  text += "\nExample: " + std::string(verb.example_says) + "\n  " + std::string(verb.example) + "\n";
  return text;
}

}  // namespace experiments
