// One decision about moving in words: what was weighed, why it turned out so,
// and what would have turned it. Called by the page of a story.
#pragma once

#include <string>
#include <vector>

#include "world/observers/story_choice.hpp"
#include "world/observers/story_words.hpp"

namespace world::observers {

/// A consideration that ended in staying: the best other region, and what was missing.
[[nodiscard]] std::string stay_line(const Choice& choice, const std::string& decider, const StoryWords& words);

/// A move: the best regions, the gain by cause, taste and unexplained share, pivotal causes, what would have kept.
[[nodiscard]] std::vector<std::string> move_lines(const Choice& choice, const std::string& decider,
                                                  const StoryWords& words);

}  // namespace world::observers
