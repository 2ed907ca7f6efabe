#include "render/tour_words.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <sstream>

namespace viewer {
namespace {

using world::observers::Count;
using world::observers::Language;
using world::observers::RegionSnapshot;
using world::observers::Snapshot;

/// A word and how many regions it takes. Those that take 0 or 1 mean the country without one.
struct Meaning {
  std::string_view word;
  int least, most;
};
constexpr Meaning meanings[] = {
    {"date", 0, 0},       {"year", 0, 0},         {"name", 1, 1},       {"people", 0, 1},
    {"registered", 0, 1}, {"unregistered", 0, 1}, {"growth", 0, 1},     {"share", 1, 1},
    {"net", 1, 1},        {"arrivals", 0, 1},     {"departures", 0, 1}, {"net_since", 1, 1},
    {"flow", 2, 2},       {"wage", 1, 1},         {"rent", 1, 1},       {"unemployment", 1, 1}};

std::vector<std::string> words_of(std::string_view inside) {
  std::istringstream stream{std::string(inside)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// Calls `word` for plain text and `hole` for what stands in braces.
template <typename Text, typename Hole>
void walk(std::string_view text, Text word, Hole hole) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    word(text.substr(0, open));
    if (open == std::string_view::npos) return;
    const std::size_t close = text.find('}', open);
    hole(text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1),
         close != std::string_view::npos);
    if (close == std::string_view::npos) return;
    text.remove_prefix(close + 1);
  }
}

bool is_known(const std::vector<std::string>& words) {
  if (words.empty()) return false;
  const int n = static_cast<int>(words.size()) - 1;
  return std::any_of(std::begin(meanings), std::end(meanings), [&](const Meaning& known) {
    return known.word == words[0] && n >= known.least && n <= known.most;
  });
}

int region_of(const Snapshot& month, const std::string& iso) {
  for (int r = 0; r < month.n_regions(); ++r) {
    if (month.regions[static_cast<std::size_t>(r)].iso == iso) return r;
  }
  return -1;
}

double people_in(const Snapshot& month, Count RegionSnapshot::*count, int region) {
  return people_of(month, region < 0 ? month.total(count) : month.regions[static_cast<std::size_t>(region)].*count);
}

/// In % since the start of the run.
double growth(const CaptionFacts& facts, int region) {
  const double before = facts.history.value(Measure::people, region, 0);
  const double now = people_in(facts.month, &RegionSnapshot::population_actual, region);
  return before > 0 ? 100 * (now / before - 1) : std::numeric_limits<double>::quiet_NaN();
}

/// Arrived less departed, all months up to the one shown.
double net_since(const CaptionFacts& facts, int region) {
  double sum = 0;
  for (int i = 1; i <= facts.index; ++i) {
    sum += facts.history.value(Measure::arrivals, region, i) - facts.history.value(Measure::departures, region, i);
  }
  return sum;
}

std::string number(const std::vector<std::string>& words, const CaptionFacts& facts, Language language) {
  const Snapshot& month = facts.month;
  const std::string& word = words[0];
  const int region = words.size() > 1 ? region_of(month, words[1]) : -1;
  const int other = words.size() > 2 ? region_of(month, words[2]) : -1;
  if ((words.size() > 1 && region < 0) || (words.size() > 2 && other < 0)) return "–";
  const auto count = [&](double value) { return count_text(value, language); };
  const auto percent = [&](double value) { return decimal_text(value, 1, language) + "\u00A0%"; };
  const auto streams = [&] { return facts.history.year_to(facts.index); };
  if (word == "date") return month_in_words(month.month, language);
  if (word == "year") return std::to_string(month.month / 12);
  if (word == "name") return name_in(month.regions[static_cast<std::size_t>(region)], language);
  if (word == "people") return count(people_in(month, &RegionSnapshot::population_actual, region));
  if (word == "registered") return count(people_in(month, &RegionSnapshot::population_registered, region));
  if (word == "unregistered") return count(people_in(month, &RegionSnapshot::unregistered, region));
  if (word == "growth") return signed_decimal_text(growth(facts, region), 1, language) + "\u00A0%";
  if (word == "share") {
    return percent(100 * people_in(month, &RegionSnapshot::population_actual, region) /
                   people_in(month, &RegionSnapshot::population_actual, -1));
  }
  if (word == "net") return signed_count_text(streams().into(region) - streams().out_of(region), language);
  if (word == "arrivals") return count(region < 0 ? streams().total() : streams().into(region));
  if (word == "departures") return count(region < 0 ? streams().total() : streams().out_of(region));
  if (word == "net_since") return signed_count_text(net_since(facts, region), language);
  if (word == "flow") return count(streams().between(region, other));
  const Info info = word == "wage" ? Info::wage : word == "rent" ? Info::rent : Info::unemployment;
  const std::string value = value_text(info, value_of(info, month, Flows{}, region), language);
  return info == Info::unemployment ? value + "\u00A0%" : value;
}

}  // namespace

std::string wrong_placeholder(std::string_view text) {
  std::string wrong;
  walk(
      text, [](std::string_view) {},
      [&](std::string_view inside, bool is_closed) {
        if (!wrong.empty() || (is_closed && is_known(words_of(inside)))) return;
        wrong = "'{" + std::string(inside) + (is_closed ? "}'" : "' without '}'") + "; allowed";
        for (const Meaning& known : meanings) {
          wrong += (known.word == "date" ? " {" : ", {") + std::string(known.word);
          for (int i = 0; i < known.most; ++i) wrong += i < known.least ? " ISO" : " [ISO]";
          wrong += "}";
        }
      });
  return wrong;
}

std::vector<std::string> regions_named(std::string_view text) {
  std::vector<std::string> regions;
  walk(
      text, [](std::string_view) {},
      [&](std::string_view inside, bool) {
        const std::vector<std::string> words = words_of(inside);
        if (words.size() > 1) regions.insert(regions.end(), words.begin() + 1, words.end());
      });
  return regions;
}

std::string filled(std::string_view text, const CaptionFacts& facts, Language language) {
  std::string all;
  walk(
      text, [&](std::string_view plain) { all += plain; },
      [&](std::string_view inside, bool) {
        const std::vector<std::string> words = words_of(inside);
        all += is_known(words) && facts.month.n_regions() > 0 ? number(words, facts, language) : "–";
      });
  return all;
}

}  // namespace viewer
