// Numbers are those of the decision; what is printed of a threshold is rounded
// up, so that it holds as printed.
#include "world/observers/story_reasons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "world/observers/causes.hpp"

namespace world::observers {
namespace {

constexpr int regions_shown = 4;
constexpr double tenfold = 10;

double in_util(agents::UtilUnits units) { return static_cast<double>(units) / agents::units_per_util; }

std::string cause_text(std::size_t cause, const Speech& say) {
  return say(static_cast<Phrase>(static_cast<std::size_t>(Phrase::cause_wage) + cause));
}

/// Whole tenths of a per cent, rounded up; what lies a rounding error above a tenth is that tenth.
double percent_up(double share) { return std::ceil(1000 * share - 1e-9) / 10; }

std::string valued(std::string name, double value, const Speech& say) {
  return name.append("\u00A0").append(say.signed_decimal(value, 2));
}

/// The best regions and staying, best first.
std::string options_text(const Choice& choice, const StoryWords& words) {
  std::vector<std::string> shown;
  bool shows_staying = false;
  for (const Option& option : choice.options) {
    const bool is_staying = option.region == choice.who.origin;
    const int places_left = regions_shown - static_cast<int>(shown.size()) - (shows_staying ? 0 : 1);
    if (!is_staying && places_left <= 0) continue;
    shows_staying |= is_staying;
    shown.push_back(is_staying ? words.say()(Phrase::story_staying)
                               : valued(words.place(option.region), option.value, words.say()));
  }
  return listed(shown, "; ");
}

/// "wages +0.61; …; personal taste +2.31", largest first; what rounds to nothing is left out.
std::string gains_text(const Choice& choice, const Speech& say) {
  std::array<agents::UtilUnits, n_gains> gains{};
  std::copy(choice.account.gain.begin(), choice.account.gain.end(), gains.begin());
  gains.back() = choice.account.taste;
  std::array<std::size_t, n_gains> order{};
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return gains[a] > gains[b]; });
  constexpr double least = 0.005;
  std::vector<std::string> parts;
  for (const std::size_t cause : order) {
    if (std::abs(in_util(gains[cause])) >= least)
      parts.push_back(valued(cause_text(cause, say), in_util(gains[cause]), say));
  }
  return listed(parts, "; ");
}

/// Whole per cents that add up to 100.
std::string taste_text(const Choice& choice, const StoryWords& words) {
  double named = 0, unexplained = 0;
  const double taste = std::max(0.0, in_util(choice.account.taste));
  for (std::size_t c = 0; c < agents::n_causes; ++c) {
    const auto cause = static_cast<agents::Cause>(c);
    const bool is_named = cause != agents::Cause::place && cause != agents::Cause::size;
    (is_named ? named : unexplained) += std::max(0.0, in_util(choice.account.gain[c]));
  }
  const double whole = taste + named + unexplained;
  const double taste_percent = std::round(100 * taste / whole),
               unexplained_percent = std::round(100 * unexplained / whole);
  const Speech& say = words.say();
  const int best = choice.best_without_taste;
  return say(
      Phrase::story_taste,
      {say.count(taste_percent), say.count(unexplained_percent), say.count(100 - taste_percent - unexplained_percent),
       best == choice.who.origin ? say(Phrase::story_without_taste_stays)
                                 : say(Phrase::story_without_taste_moves, {words.place(best)})});
}

std::string pivotal_text(const Choice& choice, const Speech& say) {
  std::vector<std::string> causes;
  for (std::size_t c = 0; c < agents::n_causes; ++c) {
    if (choice.account.is_pivotal(static_cast<int>(c))) causes.push_back(cause_text(c, say));
  }
  return causes.empty() ? say(Phrase::story_pivotal_none) : say(Phrase::story_pivotal, {listed(causes)});
}

std::string pay_text(const Choice& choice, const StoryWords& words) {
  const Speech& say = words.say();
  const auto factor = pay_factor(choice);
  if (!factor) return say(Phrase::story_kept_pay_never);
  const std::string here = words.place(choice.who.origin, Relation::in);
  if (*factor > tenfold) return say(Phrase::story_kept_pay_tenfold, {here});
  return say(Phrase::story_kept_pay, {here, say.decimal(percent_up(*factor - 1), 1)});
}

std::string rent_text(const Choice& choice, const StoryWords& words) {
  const Speech& say = words.say();
  const auto factor = rent_factor(choice);
  const std::string here = words.place(choice.who.origin, Relation::in);
  if (!factor) return say(Phrase::story_kept_rent_never, {here});
  if (*factor * tenfold < 1) return say(Phrase::story_kept_rent_tenth, {here});
  return say(Phrase::story_kept_rent, {here, say.decimal(percent_up(1 - *factor), 1)});
}

}  // namespace

std::string stay_line(const Choice& choice, const std::string& decider, const StoryWords& words) {
  const Speech& say = words.say();
  const auto factor = pay_factor(choice);
  std::string pay;
  if (factor && *factor > tenfold) pay = say(Phrase::story_stays_tenfold);
  else if (factor) pay = say(Phrase::story_stays_pay, {say.decimal(percent_up(*factor - 1), 1)});
  return say(Phrase::story_stays,
             {decider, words.place(choice.best_elsewhere), say.decimal(std::abs(choice.lead), 2), pay});
}

std::vector<std::string> move_lines(const Choice& choice, const std::string& decider, const StoryWords& words) {
  const Speech& say = words.say();
  return {say(Phrase::story_options, {decider, options_text(choice, words)}),
          say(Phrase::story_gain, {say.signed_decimal(choice.lead, 2), gains_text(choice, say)}),
          taste_text(choice, words), pivotal_text(choice, say),
          say(Phrase::story_kept, {pay_text(choice, words), rent_text(choice, words)})};
}

}  // namespace world::observers
