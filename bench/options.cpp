// Reads the command line with Boost.Program_options.
#include "bench/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <sstream>
#include <thread>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace bench {
namespace {

namespace po = boost::program_options;
using world::InputError;
using Words = std::vector<std::string>;

constexpr std::string_view only_when_named = "instructions";

po::options_description shown_options() {
  po::options_description description("Options");
  auto add = description.add_options();
  add("help,h", "this text");
  add("case", po::value<Words>()->composing(), "which case, several with commas; all but instructions if left out");
  add("scale", po::value<std::string>(), "A agents for P people as A:P; 1:1 if left out");
  add("threads", po::value<Words>()->composing(), "numbers of worker threads; 1,2 if left out");
  add("months", po::value<std::string>(), "months on the clock in each run; 12 if left out");
  add("repeats", po::value<std::string>(), "runs of each kind, taken in turns; 3 if left out");
  add("quick", "1:20, 3 months, 1 repeat, where nothing else is said");
  add("csv", po::value<std::string>(), "file for the results");
  add("append", "keep what --csv holds of the cases that are not measured now");
  add("machine", po::value<std::string>(), "the class of this machine in a few words, for the results");
  add("markdown", po::value<std::string>(), "measure nothing; print this file of results as tables");
  add("into", po::value<std::string>(), "with --markdown: put the tables between the marks of this page");
  return description;
}

/// "1,2" and "3" as {"1", "2", "3"}.
Words split(const Words& texts) {
  Words parts;
  for (const std::string& text : texts) {
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  }
  return parts;
}

po::variables_map parse_words(int argc, const char* const* argv) {
  po::options_description description = shown_options();
  description.add_options()("child", "");
  const auto style = static_cast<po::command_line_style::style_t>(po::command_line_style::unix_style &
                                                                  ~po::command_line_style::allow_guessing);
  po::variables_map found;
  try {
    const po::positional_options_description no_places;
    po::store(po::command_line_parser(argc, argv).options(description).positional(no_places).style(style).run(), found);
  } catch (const po::unknown_option& error) {
    Words known;
    for (const auto& option : description.options()) known.push_back("--" + option->long_name());
    throw InputError("unknown option '" + error.get_option_name() + "'" +
                     world::did_you_mean(error.get_option_name(), known) + " `qonys-bench --help` lists them");
  } catch (const po::error& error) {
    throw InputError(std::string(error.what()) + "; `qonys-bench --help` tells more");
  }
  return found;
}

int number_of(const std::string& name, const std::string& text, int highest) {
  const auto value = world::parse_integer(text);
  if (!value || *value < 1 || *value > highest) {
    throw InputError("--" + name + " is '" + text + "'; allowed a whole number from 1 to " + std::to_string(highest));
  }
  return static_cast<int>(*value);
}

void take_number(int& value, const po::variables_map& found, const char* name, int highest) {
  if (found.count(name) != 0) value = number_of(name, found[name].as<std::string>(), highest);
}

void take_text(std::string& value, const po::variables_map& found, const char* name) {
  if (found.count(name) != 0) value = found[name].as<std::string>();
}

Words cases_of(const Words& asked) {
  Words known;
  for (const CaseInfo& info : case_infos) known.emplace_back(info.name);
  for (const std::string& name : asked) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      throw InputError("unknown case '" + name + "'" + world::did_you_mean(name, known) +
                       " `qonys-bench --help` lists them");
    }
  }
  Words cases;
  for (const std::string& name : known) {
    const bool is_named = std::find(asked.begin(), asked.end(), name) != asked.end();
    if (is_named || (asked.empty() && name != only_when_named)) cases.push_back(name);
  }
  return cases;
}

void check(const Options& options) {
  if (options.machine.find_first_of(",\"\n") != std::string::npos) {
    throw InputError("--machine is '" + options.machine + "'; allowed a text without comma and quote");
  }
  if (!options.into.empty() && options.markdown.empty()) {
    throw InputError("--into is given without --markdown; it names the page that takes the tables");
  }
  if (options.append && options.csv.empty()) throw InputError("--append is given without --csv; it keeps rows of it");
}

}  // namespace

bool Options::asks_for(std::string_view name) const {
  return std::find(cases.begin(), cases.end(), name) != cases.end();
}

Options parse_options(int argc, const char* const* argv) {
  const po::variables_map found = parse_words(argc, argv);
  Options options;
  options.wants_help = found.count("help") != 0;
  if (found.count("quick") != 0) {
    options.scale = {1, 20};
    options.months = 3;
    options.repeats = 1;
  }
  if (found.count("scale") != 0) options.scale = world::parse_scale(found["scale"].as<std::string>(), "--scale");
  take_number(options.months, found, "months", 3000);
  take_number(options.repeats, found, "repeats", 1000);
  if (found.count("threads") != 0) {
    options.threads.clear();
    for (const std::string& text : split(found["threads"].as<Words>())) {
      options.threads.push_back(number_of("threads", text, 1024));
    }
  }
  std::sort(options.threads.begin(), options.threads.end());
  options.threads.erase(std::unique(options.threads.begin(), options.threads.end()), options.threads.end());
  options.cases = cases_of(found.count("case") != 0 ? split(found["case"].as<Words>()) : Words{});
  options.machine = std::to_string(std::thread::hardware_concurrency()) + " cores";
  take_text(options.machine, found, "machine");
  take_text(options.csv, found, "csv");
  take_text(options.markdown, found, "markdown");
  take_text(options.into, found, "into");
  options.append = found.count("append") != 0;
  options.is_child = found.count("child") != 0;
  check(options);
  return options;
}

std::string help_text() {
  std::ostringstream text;
  text << "qonys-bench [options]\n\n"
          "Measures the country of the bundled scenario kazakhstan; every result is checked against a second\n"
          "run on another number of threads. docs/performance.md tells how to read it.\n\nCases:\n";
  for (const CaseInfo& info : case_infos) {
    text << "  " << info.name << std::string(14 - info.name.size(), ' ') << info.sentence << "\n";
  }
  text << "\n"
       << shown_options()
       << "\nExamples:\n"
          "  qonys-bench --quick\n"
          "  qonys-bench --case month --scale 1:20 --threads 2\n"
          "  qonys-bench --markdown bench/results/reference.csv --into docs/performance.md\n\n"
          "Exit codes: 0 done, 1 two runs that must be equal differ, 2 bad input, 3 broken books.\n";
  return text.str();
}

}  // namespace bench
