// The rehearsal before people come: every check of what a kiosk needs, as a
// table. Within a minute, without a network.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/frame_times.hpp"
#include "render/window.hpp"

namespace viewer {

struct Check {
  enum class Outcome : std::uint8_t { good, bad, skipped };
  world::observers::Phrase name;
  Outcome outcome = Outcome::good;
  std::string detail = {};
};

/// The letters of every phrase, name and caption.
[[nodiscard]] Check check_fonts(const Tour& tour, const world::observers::Snapshot& month,
                                world::observers::Language language);
/// Every panel, laid out without a display in three languages at two sizes.
[[nodiscard]] Check check_languages(const Parts& parts, int width, int height, world::observers::Language language);
[[nodiscard]] Check check_disk(const std::vector<std::string>& folders, world::observers::Language language);

/// All of them, as a table. True if none is bad. `open` opens the tour or throws InputError.
[[nodiscard]] bool rehearse(const Options& options, Parts parts, const std::vector<std::string>& folders,
                            const std::function<Tour()>& open, std::string& table);

}  // namespace viewer
