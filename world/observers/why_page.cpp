// The page of `qonys why`. Sentences list causes after a colon, numbers follow
// in two tables of at most 100 characters.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "world/country.hpp"
#include "world/observers/leavers.hpp"
#include "world/observers/text.hpp"
#include "world/observers/why.hpp"

namespace world::observers {
namespace {

constexpr int page_width = 100;
constexpr std::size_t named_in_sentence = 3;
constexpr int destinations_shown = 8;

std::string wrapped(const std::string& text) { return observers::wrapped(text, page_width); }

/// Numbers of `n` items, those with the largest `value` first; equal ones in their order.
template <class Value>
std::vector<std::size_t> by_size(std::size_t n, const Value& value) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
  return order;
}

class Page {
 public:
  Page(const Leaving& leaving, const std::vector<Region>& regions, const WhyLabel& label, Language language)
      : leaving_(leaving), out_(leaving.out), regions_(regions), label_(label), say_(language) {}

  [[nodiscard]] std::string text() const {
    std::string page = say_(Phrase::why_title, {here(Relation::from)}) + '\n';
    page += wrapped(say_(Phrase::why_period, {say_.month(label_.first_month), say_.month(label_.last_month),
                                              label_.scenario, label_.scale, label_.seed}));
    if (label_.people_per_agent != 1) {
      page += say_(Phrase::summary_agents, {say_.count(label_.people_per_agent)}) + '\n';
    }
    page += '\n';
    const std::vector<std::string> told = sentences();
    if (out_.households <= 0) return page + wrapped(told.front());
    for (std::size_t i = 0; i < told.size(); ++i) page += wrapped(std::to_string(i + 1) + ". " + told[i]);
    page += '\n' + say_(Phrase::why_numbers) + "\n\n" + who() + '\n' + destinations() + '\n' + causes();
    page += wrapped(say_(Phrase::why_note)) + '\n';
    page += say_(Phrase::why_counter) + "\n\n" + wrapped(counter()) + '\n';
    return page + wrapped(say_(Phrase::projection_warning));
  }

  [[nodiscard]] std::vector<std::string> sentences() const {
    if (out_.households <= 0) return {say_(Phrase::why_nobody, {here(Relation::from)})};
    return {push_sentence(), destination_sentence(), taste_sentence()};
  }

 private:
  [[nodiscard]] std::string here(Relation relation) const {
    return say_.place(regions_[static_cast<std::size_t>(leaving_.region)], relation);
  }
  [[nodiscard]] std::string cause(std::size_t c) const {
    return say_(static_cast<Phrase>(static_cast<std::size_t>(Phrase::cause_wage) + c));
  }
  [[nodiscard]] std::string people(double agents) const { return say_.count(agents * label_.people_per_agent); }
  [[nodiscard]] std::string percent(double share, int decimals = 0) const {
    return say_.decimal(100 * share, decimals);
  }
  /// "28 %", not to be parted.
  [[nodiscard]] std::string whole_percent(double share) const { return percent(share).append("\u00A0%"); }
  static std::string with_brackets(std::string text, const std::string& number) {
    return text.append(" (").append(number).append(")");
  }
  static std::string listed(const std::vector<std::string>& items) {
    std::string list;
    for (const std::string& item : items) list.append(list.empty() ? "" : ", ").append(item);
    return list;
  }
  static bool is_unexplained(std::size_t c) {
    return c == static_cast<std::size_t>(agents::Cause::place) || c == static_cast<std::size_t>(agents::Cause::size);
  }

  /// "wages (0.21), chance of a job (0.07)": the strongest pushes that the model names.
  [[nodiscard]] std::string push_sentence() const {
    std::array<double, agents::n_causes> push{};
    for (std::size_t c = 0; c < push.size(); ++c) push[c] = out_.causes[c].push;
    const MainPush pushes = main_push(push, out_.households);
    std::vector<std::string> named;
    for (const auto& one : pushes.named)
      named.push_back(with_brackets(cause(static_cast<std::size_t>(one.cause)), say_.decimal(one.push, 2)));
    if (named.empty()) return say_(Phrase::why_push_none, {here(Relation::from)});
    return say_(Phrase::why_push,
                {here(Relation::from), listed(named),
                 pushes.of_place > 0 ? say_(Phrase::why_push_place, {say_.decimal(pushes.of_place, 2)}) : ""});
  }

  /// The causes most often pivotal in a stream, with shares of households.
  [[nodiscard]] std::string pivotal_list(const Stream& stream) const {
    std::vector<std::string> named;
    for (const std::size_t c : by_size(agents::n_causes, [&](std::size_t i) { return stream.causes[i].pivotal; })) {
      if (stream.causes[c].pivotal <= 0 || named.size() == named_in_sentence) break;
      named.push_back(with_brackets(cause(c), whole_percent(stream.causes[c].pivotal / stream.households)));
    }
    return listed(named);
  }

  [[nodiscard]] std::vector<std::size_t> destinations_by_people() const {
    auto order = by_size(out_.people_of.size(), [&](std::size_t r) { return out_.people_of[r]; });
    while (!order.empty() && out_.people_of[order.back()] <= 0) order.pop_back();
    return order;
  }

  [[nodiscard]] std::string destination_sentence() const {
    const auto order = destinations_by_people();
    std::vector<std::string> named;
    for (std::size_t i = 0; i < std::min(order.size(), named_in_sentence); ++i) {
      named.push_back(
          with_brackets(say_.place(regions_[order[i]]), whole_percent(out_.people_of[order[i]] / all_people(out_))));
    }
    const std::string pivotal = pivotal_list(out_);
    if (pivotal.empty()) return say_(Phrase::why_destinations_only, {listed(named)});
    return say_(Phrase::why_destinations, {listed(named), pivotal});
  }

  /// Whole percents that add up to 100.
  [[nodiscard]] std::string taste_sentence() const {
    const double taste = std::round(100 * out_.taste_share());
    const double unexplained = std::round(100 * out_.unexplained_share());
    return say_(Phrase::why_taste, {say_.count(taste), say_.count(unexplained), say_.count(100 - taste - unexplained),
                                    out_.taste_share() > 0.5 ? say_(Phrase::why_more_than_half) : ""});
  }

  [[nodiscard]] std::string who() const {
    return wrapped(say_(Phrase::why_who, {people(out_.households), people(out_.people), people(out_.placed),
                                          people(out_.studied)}));
  }

  static double all_people(const Stream& stream) { return stream.people + stream.placed + stream.studied; }

  [[nodiscard]] static std::string row(const std::string& name, std::initializer_list<std::string> cells) {
    constexpr int name_width = 40, cell_width = 12;
    std::string line = left_aligned(name, name_width);
    for (const std::string& cell : cells) line += right_aligned(cell, cell_width);
    line.resize(line.find_last_not_of(' ') + 1);
    return line + '\n';
  }

  [[nodiscard]] std::string destinations() const {
    const double all = all_people(out_);
    std::string table = row(say_(Phrase::why_destination),
                            {say_(Phrase::why_people), say_(Phrase::why_share), say_(Phrase::why_came_back)});
    auto add = [&](const std::string& name, double went, double came) {
      table += row(name, {people(went), percent(went / all, 1), people(came)});
    };
    const auto order = destinations_by_people();
    double others_went = 0, others_came = all_people(leaving_.in);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const double went = out_.people_of[order[i]], came = leaving_.in.people_of[order[i]];
      if (i >= destinations_shown) {
        others_went += went;
        continue;
      }
      others_came -= came;
      add(say_.place(regions_[order[i]]), went, came);
    }
    if (others_went > 0 || others_came > 0) add(say_(Phrase::why_other_places), others_went, others_came);
    add(say_(Phrase::why_all_places), all, all_people(leaving_.in));
    return table;
  }

  [[nodiscard]] std::string causes() const {
    std::string table =
        row(say_(Phrase::why_cause), {say_(Phrase::why_gain), say_(Phrase::why_share), say_(Phrase::why_pivotal),
                                      say_(Phrase::why_sole), say_(Phrase::why_push_column)});
    for (std::size_t c = 0; c < n_gains; ++c) {
      const CauseSum& sum = out_.causes[c];
      const bool is_taste = c == agents::n_causes;
      const bool pushes = !is_taste && agents::has_push(static_cast<agents::Cause>(c));
      auto of_households = [&](double n) { return is_taste ? std::string() : percent(n / out_.households, 1); };
      table += row(cause(c) + (is_unexplained(c) ? " *" : ""),
                   {say_.signed_decimal(sum.gain / out_.households, 2), percent(out_.share(static_cast<int>(c)), 1),
                    of_households(sum.pivotal), of_households(sum.sole_pivotal),
                    pushes ? say_.signed_decimal(sum.push / out_.households, 2) : std::string()});
    }
    return table + say_(Phrase::why_unexplained_note) + '\n';
  }

  [[nodiscard]] std::string counter() const {
    using agents::Cause;
    switch (counter_of(leaving_)) {
      case Counter::few:
        return say_(Phrase::why_counter_few, {say_.count(out_.households)});
      case Counter::came:
        return say_(Phrase::why_counter_came,
                    {here(Relation::to), people(leaving_.in.people), people(out_.people),
                     say_.count(100 * leaving_.in.people / out_.people), pivotal_list(leaving_.in)});
      case Counter::place:
        return say_(Phrase::why_counter_place,
                    {percent(out_.causes[static_cast<std::size_t>(Cause::place)].pivotal / out_.households)});
      case Counter::income:
        break;
    }
    const double income = out_.share(static_cast<int>(Cause::wage)) + out_.share(static_cast<int>(Cause::job_chance)) +
                          out_.share(static_cast<int>(Cause::own_specialty));
    return say_(Phrase::why_counter_income, {say_.decimal(label_.income_weight, 1), percent(income)});
  }

  const Leaving& leaving_;
  const Stream& out_;
  const std::vector<Region>& regions_;
  const WhyLabel& label_;
  Speech say_;
};

}  // namespace

std::vector<std::string> why_sentences(const Leaving& leaving, const std::vector<Region>& regions, Language language) {
  const WhyLabel unused;
  return Page(leaving, regions, unused, language).sentences();
}

std::string why_page(const Leaving& leaving, const std::vector<Region>& regions, const WhyLabel& label,
                     Language language) {
  return Page(leaving, regions, label, language).text();
}

}  // namespace world::observers
