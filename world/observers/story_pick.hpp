// `--pick`: which move of a run is told when no serial is given. Reads what was
// asked for, then looks at every month's movers and keeps one that matches.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "world/country.hpp"
#include "world/observers/causes.hpp"
#include "world/observers/phrases.hpp"
#include "world/world.hpp"

namespace world::observers {

/// What a move must be; −1 for anything.
struct Pick {
  int origin = -1, destination = -1;
  int cause = -1;  // pivotal

  /// "from Turkistan Region, to Astana, pivotal: wages".
  [[nodiscard]] std::string in_words(const Country& country, Language language) const;
};

/// Reads "origin=KZ-61,destination=KZ-71,cause=wage", each key at most once, one at least.
/// Errors: InputError that begins with `where` and names the nearest key, region or cause.
[[nodiscard]] Pick parse_pick(const std::string& text, const Country& country, const std::string& where);

/// One move of a run.
struct PickedMove {
  std::uint64_t serial = 0;  // of the head
  agents::Month month = 0;
  std::int64_t n_candidates = 0;  // it was picked among
};

/// Looks at the movers of every month of a run.
class Picker {
 public:
  /// `first` … `last` are the months to be simulated. Moves within half a year of
  /// either end are taken only if there are no others: a story needs a before and an after.
  Picker(const Pick& pick, agents::Month first, agents::Month last) : pick_(pick), first_(first), last_(last) {}

  /// Call after each month. Cost: one pass over its movers.
  void see(const World& world);

  /// The matching move whose head has the smallest keyed hash of its serial; of one head's, the first.
  [[nodiscard]] std::optional<PickedMove> picked() const;

  /// Why there is none, in one line: what moves there are instead.
  [[nodiscard]] std::string nothing_found(const Country& country) const;

 private:
  struct Best {
    std::uint64_t hash = 0, serial = 0;
    agents::Month month = 0;
    std::int64_t n = 0;
    void offer(std::uint64_t serial_offered, agents::Month month_offered);
  };
  [[nodiscard]] bool matches(const agents::MoverAccount& one) const;

  Pick pick_;
  agents::Month first_, last_;
  Best inside_, near_ends_;
  std::int64_t n_moves_ = 0, n_from_origin_ = 0, n_of_pair_ = 0;  // households
  std::vector<std::int64_t> origins_, destinations_;  // [region] that agree with all that was asked but this
  std::vector<std::int64_t> causes_;                  // [cause] pivotal, of moves between the regions asked for
};

}  // namespace world::observers
