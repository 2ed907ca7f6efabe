#include "render/push.hpp"

#include <array>
#include <cmath>

namespace viewer {

using world::observers::Phrase;
using world::observers::Relation;
using world::observers::Speech;

namespace {

constexpr double few_households = 100;  // as `qonys why` has it

/// In the order of the phrases from `cause_wage` on, as causes.csv has them.
constexpr std::array<const char*, 13> cause_codes = {
    "wage",       "job_chance", "own_specialty", "prestige", "housing", "services", "heat_and_water",
    "congestion", "home",       "network",       "distance", "size",    "place"};

std::string cause_words(int cause, const Speech& say) {
  return say(static_cast<Phrase>(static_cast<int>(Phrase::cause_wage) + cause));
}

std::string whole(int number, const Speech& say) { return say.count(number); }

std::string told_sentence(const PushReport& report, const std::string& from, const Speech& say) {
  const std::string period = push_period(report, say);
  if (report.households <= 0) return say(Phrase::push_nobody, {from, period});
  const std::string all = whole(report.unexplained_percent(), say), taste = whole(report.taste_percent(), say),
                    pull = whole(report.pull_percent(), say);
  std::string words;
  if (report.cause < 0) {
    words = say(Phrase::push_sentence_none, {from, period, all, taste, pull});
  } else {
    words = say(Phrase::push_sentence,
                {from, period, cause_words(report.cause, say), say.decimal(report.push, 2),
                 report.push_of_place > 0 ? say(Phrase::why_push_place, {say.decimal(report.push_of_place, 2)}) : "",
                 all, taste, pull});
  }
  if (report.households < few_households) words += " " + say(Phrase::push_few, {say.count(report.households)});
  return words;
}

}  // namespace

int PushReport::taste_percent() const { return static_cast<int>(std::lround(100 * taste)); }
int PushReport::pull_percent() const { return static_cast<int>(std::lround(100 * pull)); }

std::string push_cause_code(const PushReport& report) {
  return report.cause < 0 ? "" : cause_codes[static_cast<std::size_t>(report.cause)];
}

const char* code_of(PushNews news) {
  constexpr const char* codes[] = {"untold", "reading", "no-file", "damaged", "not-known", "told"};
  return codes[static_cast<int>(news)];
}

std::string push_period(const PushReport& report, const Speech& say) {
  const bool is_year = report.first_month % 12 == 0 && report.last_month == report.first_month + 11;
  if (is_year) return std::to_string(report.first_month / 12);
  if (report.first_month == report.last_month) return say.month(report.first_month);
  return say(Phrase::push_months, {say.month(report.first_month), say.month(report.last_month)});
}

std::string push_sentence(const PushReport& report, const world::observers::RegionSnapshot& region, const Speech& say) {
  switch (report.news) {
    case PushNews::untold:
      return "";
    case PushNews::reading:
      return say(Phrase::push_reading);
    case PushNews::no_file:
      return say(Phrase::push_no_file);
    case PushNews::damaged:
      return say(Phrase::push_damaged, {report.error});
    case PushNews::not_known:
      return say(Phrase::push_not_known);
    case PushNews::told:
      break;
  }
  const std::string& name = name_in(region, say.language());
  return told_sentence(report, place_text(name, Relation::from, say.language()), say);
}

std::vector<PushLine> push_lines(const PushReport& report, const Speech& say) {
  if (report.news == PushNews::reading) return {{say(Phrase::push_reading), ""}};
  if (report.news != PushNews::told || report.households <= 0) return {};
  const std::string push = report.cause < 0 ? say(Phrase::push_none)
                                            : cause_words(report.cause, say) + " (" + say.decimal(report.push, 2) + ")";
  return {
      {say(Phrase::push_label, {push_period(report, say)}), push},
      {say(Phrase::push_unexplained_label),
       say(Phrase::push_unexplained_parts, {whole(report.unexplained_percent(), say),
                                            whole(report.taste_percent(), say), whole(report.pull_percent(), say)})}};
}

}  // namespace viewer
