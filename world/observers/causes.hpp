// causes.csv: why people moved, year by year, by origin, destination, type and
// cause, with the taste and the unexplained pull of places beside every row.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "agents/causes.hpp"
#include "world/observers/column.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& causes_columns();

/// The taste is a thirteenth source of gain, written after the causes.
inline constexpr int n_gains = agents::n_causes + 1;
inline constexpr const char* taste_name = "taste";
/// Children placed with a couple of another region: they moved and decided nothing.
inline constexpr const char* guardian_name = "guardian";
/// Leavers of school who moved to study: they chose a place of study, not a region.
inline constexpr const char* study_name = "study";
/// Age band and schooling of rows that are of no type.
inline constexpr const char* any_type = "any";

/// Sums over the movers of some months: of one calendar year, to write rows; of a whole run, to tell why.
class CauseSums {
 public:
  /// One cell: movers of one type from one region to another. Counts are agents.
  struct Cell {
    Count households = 0, people = 0;
    std::array<agents::UtilUnits, n_gains> gain{}, positive_gain{};
    std::array<agents::UtilUnits, agents::n_causes> push{};
    std::array<Count, agents::n_causes> pivotal{}, sole_pivotal{};
  };
  static constexpr int n_types = agents::n_age_bands * agents::n_levels;

  /// Adds the movers of the month that is over.
  void add(const World& world);
  void clear();
  [[nodiscard]] bool is_empty() const { return n_months_ == 0; }
  /// Whether the last month added was a December.
  [[nodiscard]] bool is_year_over() const { return is_year_over_; }

  /// Of the first and the last month added.
  [[nodiscard]] int first_year() const { return first_year_; }
  [[nodiscard]] int last_year() const { return year_; }
  [[nodiscard]] int n_regions() const { return static_cast<int>(iso_.size()); }
  [[nodiscard]] const Cell& cell(int origin, int destination, int type) const {
    return cells_[pair_of(static_cast<std::size_t>(origin), static_cast<std::size_t>(destination)) * n_types +
                  static_cast<std::size_t>(type)];
  }
  /// Who moved to study.
  [[nodiscard]] Count studied(int origin, int destination) const {
    return to_study_[pair_of(static_cast<std::size_t>(origin), static_cast<std::size_t>(destination))];
  }
  /// Children placed in another region.
  [[nodiscard]] Count placed(int origin, int destination) const {
    return not_decided_[pair_of(static_cast<std::size_t>(origin), static_cast<std::size_t>(destination))];
  }

  /// One row for each origin, destination, type and cause with movers, and one
  /// for each pair with placed children or students who moved, in this order. All months must be of one year.
  void append_rows(std::string& text) const;

  /// Calls see(…) with every field, for checkpoints. `Self` is CauseSums or const CauseSums.
  template <class Self, class See>
  static auto visit_state(Self& self, See&& see) {
    return see(self.n_months_, self.first_year_, self.year_, self.is_year_over_, self.iso_, self.cells_, self.not_decided_,
               self.to_study_);
  }

 private:
  void add_mover(const agents::MoverAccount& one);
  [[nodiscard]] std::size_t pair_of(std::size_t origin, std::size_t destination) const {
    return origin * iso_.size() + destination;
  }
  void append_cell(std::string& text, const std::string& pair, std::size_t type, const Cell& cell) const;

  int n_months_ = 0;
  int first_year_ = 0, year_ = 0;
  bool is_year_over_ = false;
  std::vector<std::string> iso_;
  std::vector<Cell> cells_;            // [origin × destination × type]
  std::vector<Count> not_decided_;     // [origin × destination] people who moved without a decision of their household
  std::vector<Count> to_study_;        // [origin × destination] people who moved to study
};

}  // namespace world::observers
