// The parts of summary.md on heat, water, schools and roads, on policies, and on public money.
#include "agents/exact_math.hpp"
#include "world/observers/summary_places.hpp"

namespace world::observers {
namespace {

std::string cells(std::initializer_list<std::string> values) {
  std::string row = "|";
  for (const std::string& value : values) row += " " + value + " |";
  return row + "\n";
}

}  // namespace

std::string infrastructure_section(const Summary& summary, Language language) {
  const Speech say(language);
  const double people = summary.last().people_per_agent;
  std::string text = "\n## " + say(Phrase::places_heading) + "\n\n" + say(Phrase::places_note) + "\n\n";
  text += cells({say(Phrase::summary_region), say(Phrase::places_living), say(Phrase::places_registered),
                 say(Phrase::places_served), say(Phrase::places_heat_load), say(Phrase::places_heat_months),
                 say(Phrase::places_water_months), say(Phrase::places_seats), say(Phrase::places_roads)});
  text += "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";
  for (const RegionSnapshot& region : summary.last().regions) {
    const double capacity = region.heat_capacity_gcal_per_h;
    text += cells({name_in(region, language), say.count(people * static_cast<double>(region.population_actual)),
                   say.count(people * static_cast<double>(region.population_registered)),
                   say.count(people * static_cast<double>(region.served)),
                   say.count(capacity > 0 ? 100 * region.heat_load_gcal_per_h / capacity : 0),
                   say.count(static_cast<double>(region.heat_deficit_months)),
                   say.count(static_cast<double>(region.water_deficit_months)), say.count(100 * region.seats_per_pupil),
                   region.congestion > 0 ? say.count(100 * agents::exact_exp(region.congestion)) : "≤ 100"});
  }
  return text;
}

std::string policies_section(const Summary& summary, const RunLabel& label, Language language) {
  const Speech say(language);
  std::string text = "\n## " + say(Phrase::policies_heading) + "\n\n";
  if (summary.spending().empty()) return text + say(Phrase::policies_none) + "\n";
  text += cells({say(Phrase::policies_policy), say(Phrase::policies_centre), say(Phrase::summary_region),
                 say(Phrase::policies_spent), say(Phrase::policies_value), say(Phrase::policies_placeholder)});
  text += "|---|---|---|---:|---:|---:|\n";
  for (const PolicySpending& policy : summary.spending()) {
    std::string where = "–";
    for (const RegionSnapshot& region : summary.last().regions) {
      if (region.iso == policy.region) where = name_in(region, language);
    }
    text += cells({policy.policy, policy.centre.empty() ? "–" : policy.centre, where, say.decimal(policy.kzt / 1e9, 1),
                   say.decimal(policy.present_value_kzt / 1e9, 1),
                   say.count(policy.kzt > 0 ? 100 * policy.placeholder_kzt / policy.kzt : 0)});
  }
  return text + "\n" + say(Phrase::policies_note, {say.decimal(100 * label.discount_per_year, 0), std::to_string(label.value_year)}) + "\n";
}

std::string money_section(const Summary& summary, Language language) {
  const Speech say(language);
  std::string text = "\n## " + say(Phrase::money_heading) + "\n\n";
  text += cells({say(Phrase::money_year), say(Phrase::money_envelope), say(Phrase::money_asked), say(Phrase::money_paid),
                 say(Phrase::money_borrowed), say(Phrase::money_local), say(Phrase::money_rationed),
                 say(Phrase::money_per_resident), say(Phrase::money_held)});
  text += "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";
  const auto billions = [&](Count kzt) { return say.decimal(static_cast<double>(kzt) / 1e9, 1); };
  for (const MoneyYear& year : summary.money()) {
    const Count unpaid = year.asked - year.paid_by_nation - year.paid_by_regions;
    const double share = year.asked > 0 ? 100 * static_cast<double>(unpaid) / static_cast<double>(year.asked) : 0;
    const double per_resident = year.resident_months > 0 ? 12 * static_cast<double>(year.services) / year.resident_months : 0;
    text += cells({std::to_string(year.year), billions(year.envelope), billions(year.asked), billions(year.paid_by_nation),
                   billions(year.borrowed), billions(year.paid_by_regions), year.asked > 0 ? say.decimal(share, 1) : "–",
                   say.decimal(per_resident / 1e3, 1), billions(year.held)});
  }
  return text + "\n" + say(Phrase::money_note) + "\n";
}

}  // namespace world::observers
