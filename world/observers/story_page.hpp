// The page of `qonys story`, for a terminal of 100 columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "world/country.hpp"
#include "world/observers/phrases.hpp"
#include "world/observers/story.hpp"

namespace world::observers {

/// What the page says of the run besides the story.
struct StoryLabel {
  std::string scenario, scale, seed;
  double people_per_agent = 1;
  int first_month = 0, last_month = 0;  // simulated
  std::string picked{};                 // a whole sentence, or empty
  std::uint64_t state_hash = 0;         // at the end of the replay
};

/// A person nobody is, whose months are told: label, household at the start, dated
/// events and decisions, household at the end. `story` must have found its citizen.
[[nodiscard]] std::string story_page(const Story& story, const Country& country, const StoryLabel& label,
                                     Language language);

/// One event without its date, in one line or more. For tests, and for the page.
[[nodiscard]] std::vector<std::string> event_lines(const Event& event, const Country& country, Language language);

}  // namespace world::observers
