#include "render/grounds.hpp"

#include <algorithm>
#include <numeric>

namespace viewer {

using world::observers::Phrase;
using world::observers::Speech;

Phrase phrase_of(InputKind input) {
  return static_cast<Phrase>(static_cast<int>(Phrase::ground_people) + static_cast<int>(input));
}

Phrase phrase_of(Footing footing) {
  return static_cast<Phrase>(static_cast<int>(Phrase::footing_sourced) + static_cast<int>(footing));
}

std::string footing_text(const Ground& ground, const Speech& say) {
  constexpr double least = 0.0005, whole = 0.9995;
  std::array<int, n_footings> order{};
  std::iota(order.begin(), order.end(), 0);
  const auto share = [&](int footing) { return ground.share[static_cast<std::size_t>(footing)]; };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return share(a) > share(b); });
  std::string text;
  for (const int footing : order) {
    if (share(footing) < least) break;
    text.append(text.empty() ? "" : "; ").append(say.decimal(100 * share(footing), share(footing) < whole ? 1 : 0));
    text.append("\u00A0% ").append(say(phrase_of(static_cast<Footing>(footing))));
  }
  return text;
}

const char* code_of(InputKind input) {
  constexpr const char* codes[n_inputs] = {"people", "births",    "deaths", "abroad",
                                           "moves",  "marriages", "choice", "registration"};
  return codes[static_cast<int>(input)];
}

const char* code_of(Footing footing) {
  constexpr const char* codes[n_footings] = {"sourced",  "derived", "anchored", "recalled", "mixed",   "estimated",
                                             "invented", "own",     "fitted",   "assumed",  "unstated"};
  return codes[static_cast<int>(footing)];
}

}  // namespace viewer
