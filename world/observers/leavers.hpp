// Why people left every region, year by year: what the pictures and the cards of
// regions need of causes.csv, for all regions in one pass; the same of one month
// of a world. One region in full is read in why.hpp.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "world/observers/causes.hpp"

namespace world::observers {

/// Everybody who moved out of one region in some months. Counts are agents.
struct Leavers {
  double people = 0;                            // placed children included
  double households = 0;                        // that decided
  std::array<double, n_gains> positive_gain{};  // util, in the order of agents::Cause, then the taste
  std::array<double, agents::n_causes> push{};  // util, in the order of agents::Cause

  Leavers& operator+=(const Leavers& more);
  /// Of positive gain, 0–1; 0 if nothing was gained.
  [[nodiscard]] double share(int gain) const;
  [[nodiscard]] double taste_share() const { return share(n_gains - 1); }
  /// Of the place constant and the size of the destination.
  [[nodiscard]] double unexplained_share() const;
};

struct YearOfLeavers {
  int year = 0;
  std::vector<Leavers> regions;  // in the order of `iso`
};

/// The years of `file`, rising; those in which nobody moved are left out. `iso` are all regions of the run.
/// Errors: ReadError for a file that is missing, InputError with file:line for one of another version or damaged.
/// Cost: 0.3 s for 18 years of 20 regions (40 MB).
[[nodiscard]] std::vector<YearOfLeavers> read_leavers(const std::filesystem::path& file,
                                                      const std::vector<std::string>& iso);

/// Who left every region in the month of `world` that is over, in the order of its regions; the same sums as above,
/// before they are rounded for the file.
[[nodiscard]] std::vector<Leavers> leavers_of(const World& world);

/// The causes that push people out, strongest first, and the place constant where it is stronger than all of them.
struct MainPush {
  struct Named {
    int cause = 0;    // of agents::Cause
    double push = 0;  // util per deciding household
  };
  std::vector<Named> named;  // at most three that the model names
  double of_place = 0;       // util per deciding household; 0: not stronger
};
/// `push` summed over `households`, in the order of agents::Cause. Pushes that would be shown as 0.00 are left out.
[[nodiscard]] MainPush main_push(const std::array<double, agents::n_causes>& push, double households);

}  // namespace world::observers
