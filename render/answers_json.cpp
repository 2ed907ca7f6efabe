#include "render/answers_json.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace viewer {

using nlohmann::ordered_json;
using world::observers::Speech;

namespace {

/// "2025-06".
std::string month_code(int month) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d", month / 12, month % 12 + 1);
  return text.data();
}

ordered_json number_or_null(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(); }

}  // namespace

ordered_json push_json(const PushReport& report, const world::observers::RegionSnapshot& region, const Speech& say) {
  ordered_json all = {
      {"region", region.iso}, {"news", code_of(report.news)}, {"sentence", push_sentence(report, region, say)}};
  if (report.news != PushNews::told) return all;
  all["first_month"] = month_code(report.first_month);
  all["last_month"] = month_code(report.last_month);
  all["deciding_households"] = report.households;  // simulated
  all["main_push"] = push_cause_code(report);
  all["push_util_per_household"] = report.push;
  all["push_of_place_util_per_household"] = report.push_of_place;
  all["taste_share"] = report.taste;
  all["pull_of_places_share"] = report.pull;
  return all;
}

ordered_json headline_json(const HeadlineKind& kind, const HeadlineFacts& facts, const Grounds& grounds,
                           const Speech& say) {
  ordered_json all = {{"headline", kind.code},
                      {"name", say(kind.says)},
                      {"value", kind.value(facts.month, facts.year)},
                      {"meaning", say(kind.meaning)},
                      {"terms", ordered_json::array()},
                      {"note", kind.note(facts, say)},
                      {"change", change_text(kind, facts, say)},
                      {"inputs", ordered_json::array()}};
  for (const Term& term : kind.terms(facts, say)) {
    all["terms"].push_back(
        {{"says", term.says}, {"sign", term.is_taken_off ? "-" : "+"}, {"value", number_or_null(term.value)}});
  }
  for (const Ground& ground : grounds_of(kind, grounds)) {
    ordered_json input = {{"input", code_of(ground.input)}, {"file", ground.file}, {"shares", ordered_json::object()}};
    for (int f = 0; f < n_footings; ++f) {
      const double share = ground.share[static_cast<std::size_t>(f)];
      if (share > 0) input["shares"][code_of(static_cast<Footing>(f))] = share;
    }
    all["inputs"].push_back(std::move(input));
  }
  return all;
}

}  // namespace viewer
