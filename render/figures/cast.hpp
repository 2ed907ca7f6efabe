// The runs that one picture is about: one, two to compare, or a set with bands.
#pragma once

#include <functional>
#include <vector>

#include "render/figures/study.hpp"

namespace figures {

enum class Casting : std::uint8_t { one, two, many };

/// Studies of the same country, months and regions; the first one gives dates and names. Two: A, then B, then perhaps
/// other runs of A, which tell how sure a difference is.
struct Cast {
  Casting kind = Casting::one;
  std::vector<const Study*> studies;

  [[nodiscard]] const Study& first() const { return *studies.front(); }
  [[nodiscard]] bool is_difference() const { return kind == Casting::two; }
  /// Months that all of them hold, the start included.
  [[nodiscard]] int n_months() const;
};

/// A number for each region (or pair), of one run.
using Reading = std::function<std::vector<double>(const Study&)>;

/// The number of one run, B less A, or the mean over the set; [as `reading` gives].
[[nodiscard]] std::vector<double> combined(const Cast& cast, const Reading& reading);

/// In a set: is the sign other than the mean's in at least a twentieth of the runs? Of two with more runs of A behind
/// them: is that of B less any of those other than that of B less A? Empty otherwise.
[[nodiscard]] std::vector<bool> uncertain_signs(const Cast& cast, const Reading& reading);

}  // namespace figures
