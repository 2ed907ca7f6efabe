// The bounds of the monthly sweep: for every status byte and age the largest
// threshold that a rule could come up with. A bound that is too low would make
// the sweep miss people; a test compares every rule with its bound.
#include <algorithm>

#include "agents/exact_math.hpp"
#include "agents/household.hpp"
#include "agents/signals.hpp"

namespace agents {

namespace {

// Maxima over regions, by age.
struct Maxima {
  std::array<std::array<Threshold, n_ages>, 2> death{}, birth{};
  std::array<Threshold, n_ages> couple{};
  Threshold separation = 0, emigrate = 0, drop_out = 0;
};

Maxima maxima_of(const Signals& signals) {
  Maxima largest;
  auto raise = [](Threshold& present, Threshold value) { present = std::max(present, value); };
  for (int region = 0; region < signals.n_regions; ++region) {
    const auto r = static_cast<std::size_t>(region);
    for (std::size_t age = 0; age < n_ages; ++age) {
      for (std::size_t k = 0; k < 2; ++k) {
        raise(largest.death[k][age], signals.demography.death[r][k][age]);
        raise(largest.birth[k][age], signals.demography.birth[r][k][age]);
      }
      raise(largest.couple[age], signals.demography.couple[r][age]);
    }
    for (const Threshold value : signals.work.separation[r]) raise(largest.separation, value);
    raise(largest.emigrate, signals.demography.emigrate[r]);
    for (const auto& of_level : signals.schooling.drop_out) {
      for (const Threshold value : of_level[r]) raise(largest.drop_out, value);
    }
  }
  return largest;
}

// The sum of two thresholds, certain at the most.
Threshold either(Threshold one, Threshold other) { return one < always && other < always ? one + other : always; }

Threshold leave_work_bound(const Signals& signals, const Maxima& largest, Labour state, std::size_t sex, int age) {
  const Threshold exit = signals.work.exit[sex][static_cast<std::size_t>(age)];
  const bool of_age = exit > 0 && exit >= signals.work.exit[sex][n_ages - 1];
  switch (state) {
    case Labour::outside: return of_age ? always : 0;
    case Labour::student: return largest.drop_out;
    case Labour::unemployed: return exit;
    case Labour::informal: return either(signals.work.informal_exit, exit);
    case Labour::employed_own:
    case Labour::employed_other: return either(largest.separation, exit);
    default: return 0;
  }
}

Threshold search_bound(const Signals& signals, Labour state) {
  switch (state) {
    case Labour::unemployed: return always;
    case Labour::informal: return signals.work.informal_search;
    case Labour::employed_other: return signals.work.mismatched_search;
    default: return 0;
  }
}

Threshold attention_bound(const Signals& all, std::uint8_t kind, Labour state, int age) {
  const MigrationSignals& signals = all.migration;
  const bool partnered = (kind & status::partnered) != 0;
  const auto& household = signals.attention_household;
  const double by_household = partnered ? std::max(household[2], household[3]) : std::max(household[0], household[1]);
  const double by_tenure = *std::max_element(signals.attention_tenure.begin(), signals.attention_tenure.end());
  const double hazard = signals.attention[static_cast<std::size_t>(age)] * by_household *
                        signals.attention_labour[static_cast<std::size_t>(state)] *
                        signals.attention_owner[(kind & status::owner) != 0] * by_tenure;
  // A hair more, for the rounding of another order of factors.
  const Threshold attention = threshold_of((1 - exact_exp(-hazard)) * (1 + 1e-9));
  return state == Labour::student && age >= adult_age ? std::max(attention, all.schooling.considers) : attention;
}

}  // namespace

void bound_risks(Signals& signals) {
  const Maxima largest = maxima_of(signals);
  RiskBounds bounds;
  // Where somebody is registered changes no bound of these: half the kinds are copies.
  for (int value = 0; value < status::unregistered; ++value) {
    const auto kind = static_cast<std::uint8_t>(value);
    const auto state = static_cast<Labour>(kind & status::labour_mask);
    if (state == Labour::empty) continue;
    const std::size_t sex = (kind & status::female) != 0;
    const bool partnered = (kind & status::partnered) != 0;
    const bool head = (kind & status::head) != 0;
    for (int age = 0; age < n_ages; ++age) {
      const auto a = static_cast<std::size_t>(age);
      auto raise = [&](Risk risk, Threshold threshold) {
        if (threshold == 0) return;
        bounds.raise(risk, kind, age, threshold);
        bounds.raise(risk, kind | status::unregistered, age, threshold);
      };
      raise(Risk::death, largest.death[sex][a]);
      if (sex == 1) {
        raise(Risk::birth, largest.birth[partnered][a]);
        if (!partnered) raise(Risk::couple, largest.couple[a]);
      }
      raise(Risk::leave_work, leave_work_bound(signals, largest, state, sex, age));
      raise(Risk::search, search_bound(signals, state));
      if (head) {
        raise(Risk::leave_home_or_consider, attention_bound(signals, kind, state, age));
        raise(Risk::emigrate, largest.emigrate);
      } else if (!partnered) {
        raise(Risk::leave_home_or_consider, signals.demography.leave_home[a]);
      }
    }
  }
  signals.bounds = bounds;
}

}  // namespace agents
