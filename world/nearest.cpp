// Levenshtein distance with two rows of the usual table.
#include "world/nearest.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace world {

int edit_distance(std::string_view a, std::string_view b) {
  // Names are short. The work grows with the product of the lengths, and one word may be a whole file.
  constexpr std::size_t longest = 200;
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  std::vector<int> above(b.size() + 1);
  std::iota(above.begin(), above.end(), 0);
  std::vector<int> current(b.size() + 1);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, above[j] + 1, current[j - 1] + 1});
    }
    std::swap(above, current);
  }
  return above[b.size()];
}

std::string nearest(std::string_view name, const std::vector<std::string>& known) {
  std::string best;
  int fewest = std::numeric_limits<int>::max();
  for (const std::string& candidate : known) {
    const int edits = edit_distance(name, candidate);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  const std::string best = nearest(name, known);
  return best.empty() ? std::string() : "; did you mean '" + best + "'?";
}

}  // namespace world
