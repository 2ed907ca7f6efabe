// Keeps counts and the best move so far, so memory does not grow with the run.
#include "world/observers/story_pick.hpp"

#include <algorithm>
#include <numeric>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/observers/story_words.hpp"

namespace world::observers {
namespace {

/// Of the hash that picks; no draw of the model uses it.
constexpr std::uint64_t pick_key = 0x73746f7279'2e2e2eULL;
constexpr agents::Month months_at_ends = 6;

int index_of(const std::string& value, const std::vector<std::string>& known, const std::string& what) {
  const auto found = std::find(known.begin(), known.end(), value);
  if (found != known.end()) return static_cast<int>(found - known.begin());
  throw InputError(what + " is '" + value + "'; there is no such one" + did_you_mean(value, known));
}

std::vector<std::string> codes_of(const Country& country) {
  std::vector<std::string> codes;
  for (const Region& region : country.regions) codes.push_back(region.iso);
  return codes;
}
std::vector<std::string> all_causes() { return {agents::cause_names.begin(), agents::cause_names.end()}; }

/// "KZ-71 (12), KZ-75 (3)": the most frequent, with their numbers.
std::string most_of(const std::vector<std::int64_t>& counts, const std::vector<std::string>& names) {
  constexpr std::size_t shown = 5;
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(shown, order.size()) && counts[order[i]] > 0; ++i) {
    parts.push_back(names[order[i]] + " (" + std::to_string(counts[order[i]]) + ")");
  }
  return parts.empty() ? "none" : listed(parts);
}

}  // namespace

std::string Pick::in_words(const Country& country, Language language) const {
  const StoryWords words(country, language);
  std::vector<std::string> parts;
  if (origin >= 0) parts.push_back(words.place(origin, Relation::from));
  if (destination >= 0) parts.push_back(words.place(destination, Relation::to));
  if (cause >= 0) {
    const auto phrase = static_cast<Phrase>(static_cast<int>(Phrase::cause_wage) + cause);
    parts.push_back(words.say()(Phrase::story_asked_pivotal, {words.say()(phrase)}));
  }
  return listed(parts);
}

Pick parse_pick(const std::string& text, const Country& country, const std::string& where) {
  static const std::vector<std::string> keys = {"origin", "destination", "cause"};
  Pick pick;
  int* const fields[] = {&pick.origin, &pick.destination, &pick.cause};
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(',', from), text.size());
    const std::string part = text.substr(from, end - from);
    from = end + 1;
    const std::size_t sign = part.find('=');
    if (sign == std::string::npos || sign + 1 == part.size()) {
      throw InputError(where + " is '" + text + "'; allowed KEY=VALUE,..., such as origin=" +
                       country.regions.front().iso + ",cause=wage, with the keys origin, destination and cause");
    }
    const std::string key = part.substr(0, sign), value = part.substr(sign + 1);
    int& field = *fields[index_of(key, keys, where + ": a key")];
    if (field >= 0) throw InputError(where + ": '" + key + "' is given twice; give it once");
    field = index_of(value, key == "cause" ? all_causes() : codes_of(country), where + ": " + key);
  }
  if (pick.origin >= 0 && pick.origin == pick.destination) {
    throw InputError(where + ": origin and destination are both " +
                     country.regions[static_cast<std::size_t>(pick.origin)].iso + "; a move is between two regions");
  }
  return pick;
}

void Picker::Best::offer(std::uint64_t serial_offered, agents::Month month_offered) {
  const std::uint64_t offered = agents::keyed_bits(pick_key, serial_offered);
  // Months come in order, so an equal hash, of the same head, is of a later move.
  if (n == 0 || offered < hash) *this = {.hash = offered, .serial = serial_offered, .month = month_offered, .n = n};
  ++n;
}

bool Picker::matches(const agents::MoverAccount& one) const {
  return (pick_.origin < 0 || pick_.origin == one.who.origin) &&
         (pick_.destination < 0 || pick_.destination == one.destination) &&
         (pick_.cause < 0 || one.is_pivotal(pick_.cause));
}

void Picker::see(const World& world) {
  const auto n_regions = static_cast<std::size_t>(world.country.n_regions());
  origins_.resize(n_regions);
  destinations_.resize(n_regions);
  causes_.resize(agents::n_causes);
  const bool is_inside = world.month >= first_ + months_at_ends && world.month <= last_ - months_at_ends;
  for (const Slot& slot : world.workspace->slots) {
    for (const agents::MoverAccount& one : slot.movers) {
      const bool from = pick_.origin < 0 || pick_.origin == one.who.origin;
      const bool to = pick_.destination < 0 || pick_.destination == one.destination;
      ++n_moves_;
      if (from) ++destinations_[one.destination];
      if (to) ++origins_[one.who.origin];
      if (from) ++n_from_origin_;
      if (from && to) {
        ++n_of_pair_;
        for (int c = 0; c < agents::n_causes; ++c) causes_[static_cast<std::size_t>(c)] += one.is_pivotal(c) ? 1 : 0;
      }
      if (matches(one)) (is_inside ? inside_ : near_ends_).offer(one.serial, world.month);
    }
  }
}

std::optional<PickedMove> Picker::picked() const {
  const Best& best = inside_.n > 0 ? inside_ : near_ends_;
  if (best.n == 0) return std::nullopt;
  return PickedMove{.serial = best.serial, .month = best.month, .n_candidates = best.n};
}

std::string Picker::nothing_found(const Country& country) const {
  const auto codes = codes_of(country);
  if (n_moves_ == 0) return "no household moved between regions in this run; run it longer or at a larger scale";
  if (n_of_pair_ > 0) {
    return "of " + std::to_string(n_of_pair_) + " such moves none had the cause " +
           agents::cause_names[static_cast<std::size_t>(pick_.cause)] +
           " as pivotal; pivotal were, with the number of households: " + most_of(causes_, all_causes());
  }
  if (n_from_origin_ > 0 && pick_.destination >= 0) {
    return "no household moved from " +
           (pick_.origin < 0 ? std::string("anywhere") : codes[static_cast<std::size_t>(pick_.origin)]) + " to " +
           codes[static_cast<std::size_t>(pick_.destination)] +
           "; destinations there were, with the number of households: " + most_of(destinations_, codes);
  }
  return "no household moved from " + codes[static_cast<std::size_t>(pick_.origin)] +
         "; origins there were, with the number of households: " + most_of(origins_, codes);
}

}  // namespace world::observers
