// Checkpoints of a session: worlds of its lines put aside on the disk, so that
// a branch need not begin at the start. Bounded in bytes; all of it can be lost
// without harm, since months can be simulated again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "world/observers/checkpoint.hpp"
#include "world/world.hpp"

namespace viewer {

class Shelf {
 public:
  /// Empty `folder`: nothing is kept.
  Shelf(std::filesystem::path folder, std::uint64_t most_bytes, world::observers::ProgramName program);

  /// Puts `world` of a line aside with the hash of the line's scenario, and deletes others, those nearest to their
  /// neighbours first, while there are more than the bytes allowed. A sentence if it could not be kept (no room), else
  /// empty.
  [[nodiscard]] std::string keep(const world::World& world, int line, std::uint64_t scenario_xxh3,
                                 const world::Crew& crew);

  struct Place {
    std::filesystem::path file;
    int line = 0;
    agents::Month month = 0;
  };
  /// The newest one up to `latest` whose state is that of a line asked for. Others may have deleted it since.
  [[nodiscard]] std::optional<Place> newest(agents::Month latest,
                                            const std::function<bool(int line, agents::Month month)>& is_wanted) const;
  /// All that are there now, by line and month.
  [[nodiscard]] std::vector<Place> all() const;
  /// Deletes one that cannot be used.
  static void forget(const Place& place);

 private:
  void prune() const;
  void remove_unfinished() const;

  std::filesystem::path folder_;
  std::uint64_t most_bytes_;
  world::observers::ProgramName program_;
};

}  // namespace viewer
