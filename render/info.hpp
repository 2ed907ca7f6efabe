// The questions that colour the map, one key each, and the numbers of the top
// bar: what is computed from a month for the screen, without any drawing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "world/observers/phrases.hpp"
#include "world/observers/snapshot.hpp"

namespace viewer {

enum class Info : std::uint8_t { net_rate, arrivals, departures, people, unregistered, wage, rent, unemployment };
inline constexpr int n_infos = 8;

/// Name of a question, and the unit of its numbers.
[[nodiscard]] world::observers::Phrase phrase_of(Info info);
[[nodiscard]] world::observers::Phrase unit_of(Info info);

/// People moved between regions in a span of months, [origin × destination], real people.
struct Flows {
  int n_regions = 0;
  int n_months = 0;
  std::vector<double> people;
  [[nodiscard]] double between(int origin, int destination) const {
    return people[static_cast<std::size_t>(origin) * static_cast<std::size_t>(n_regions) +
                  static_cast<std::size_t>(destination)];
  }
  [[nodiscard]] double into(int region) const;
  [[nodiscard]] double out_of(int region) const;
  [[nodiscard]] double total() const;
};

/// Answer of a region: people in thousands a year where it is a stream, shares in %. `year` holds the months
/// up to the one shown.
[[nodiscard]] double value_of(Info info, const world::observers::Snapshot& month, const Flows& year, int region);
[[nodiscard]] std::string value_text(Info info, double value, world::observers::Language language);

/// Real people.
[[nodiscard]] double people_of(const world::observers::Snapshot& month, world::observers::Count agents);

}  // namespace viewer
