// Do the policies of a scenario fit its country, its dates, and each other?
#include <algorithm>
#include <cmath>
#include <type_traits>

#include "world/anchors.hpp"
#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"
#include "world/scenario.hpp"

namespace world {
namespace {

std::vector<std::string> names_of(const std::vector<Region>& regions) {
  std::vector<std::string> names;
  for (const Region& region : regions) names.push_back(region.iso);
  return names;
}
std::vector<std::string> names_of(const std::vector<Sector>& sectors) {
  std::vector<std::string> names;
  for (const Sector& sector : sectors) names.push_back(sector.name);
  return names;
}
std::vector<std::string> names_of(const std::vector<CentreFacts>& centres) {
  std::vector<std::string> names;
  for (const CentreFacts& centre : centres) names.push_back(centre.name);
  return names;
}

void check_field(double, const PolicyField&, const Scenario&, const Country&, const std::string&) {}

void check_field(agents::Month month, const PolicyField&, const Scenario& scenario, const Country&,
                 const std::string& path) {
  if (month >= scenario.start) return;
  throw InputError(stated_at(scenario, path) + "; allowed " + month_text(scenario.start) +
                   " or later, the start of the scenario");
}

void check_field(const std::string& value, const PolicyField& field, const Scenario& scenario, const Country& country,
                 const std::string& path) {
  const auto refuse = [&](const std::string& what, const std::vector<std::string>& known) {
    throw InputError(stated_at(scenario, path) + "; allowed are " + what + did_you_mean(value, known));
  };
  if (field.kind == FieldKind::region && country.region_of(value) < 0) {
    refuse("the regions of the country", names_of(country.regions));
  }
  if (field.kind == FieldKind::sector && country.sector_of(value) < 0) {
    refuse("the sectors of the country", names_of(country.sectors));
  }
  if (field.kind == FieldKind::study_field && country.field_of(value) <= 0) {
    refuse("the fields of fields.csv", country.field_names);
  }
  if (field.kind == FieldKind::system && system_of(value) < 0) {
    refuse("heat, water, schools and roads", {"heat", "water", "schools", "roads"});
  }
  // A country without a list of centres takes any name.
  if (field.kind == FieldKind::centre && !country.centres.empty() && country.centre_of(value) == nullptr) {
    refuse("the centres of growth_centres.csv", names_of(country.centres));
  }
  if (field.kind == FieldKind::anchor && rows_of_anchor(country, value).empty()) {
    refuse("the anchor employers of anchors.csv", names_of_anchors(country));
  }
  if (field.kind == FieldKind::sector_shares) (void)sector_shares(value, country, stated_at(scenario, path));
}

void check_parts(const GrowthCentre& package, const Scenario& scenario, const Country& country,
                 const std::string& prefix) {
  const CentreFacts* facts = country.centre_of(package.centre);
  if (facts != nullptr && facts->region != country.region_of(package.region)) {
    throw InputError(stated_at(scenario, prefix + "region") + "; allowed '" +
                     country.regions[static_cast<std::size_t>(facts->region)].iso + "', where growth_centres.csv has " +
                     package.centre);
  }
  const double amounts = package.jobs + package.dwellings_m2 + package.heat_gcal_per_h +
                         package.water_thousand_m3_per_day + package.school_seats + package.road_persons;
  if (package.budget_bln_kzt > 0 && amounts > 0) {
    throw InputError(stated_at(scenario, prefix + "budget_bln_kzt") +
                     ", and amounts are stated too; allowed a budget or amounts, not both: delete one");
  }
  const double shares = package.share_jobs + package.share_dwellings + package.share_heat + package.share_water +
                        package.share_schools + package.share_roads;
  if (package.budget_bln_kzt > 0 && std::abs(shares - 1) > 1e-9) {
    throw InputError(stated_at(scenario, prefix + "budget_bln_kzt") + ", and its shares sum to " + number_text(shares) +
                     "; allowed 1: correct the keys share_...");
  }
}
void check_parts(const Dormitory& dormitory, const Scenario& scenario, const Country&, const std::string& prefix) {
  if (dormitory.delivered > dormitory.start) return;
  throw InputError(stated_at(scenario, prefix + "delivered") + "; allowed a month after 'start', " +
                   month_text(dormitory.start));
}
void check_parts(const CapacityPolicy& project, const Scenario& scenario, const Country&, const std::string& prefix) {
  if (project.delivered > project.start) return;
  throw InputError(stated_at(scenario, prefix + "delivered") + "; allowed a month after 'start', " +
                   month_text(project.start));
}
void check_parts(const CommuterService& service, const Scenario& scenario, const Country& country,
                 const std::string& prefix) {
  std::vector<std::string> hinterlands;
  for (const HubPair& pair : country.hub_pairs) {
    hinterlands.push_back(country.regions[static_cast<std::size_t>(pair.hinterland)].iso);
    if (hinterlands.back() == service.region) return;
  }
  std::string allowed;
  for (const std::string& iso : hinterlands) allowed += (allowed.empty() ? "" : ", ") + iso;
  throw InputError(stated_at(scenario, prefix + "region") + "; allowed are the hinterlands of hub_pairs.csv: " +
                   (allowed.empty() ? "there are none" : allowed));
}
template <class Policy>
void check_parts(const Policy&, const Scenario&, const Country&, const std::string&) {}

}  // namespace

std::vector<double> sector_shares(const std::string& text, const Country& country, const std::string& where) {
  std::vector<double> shares(country.sectors.size(), 0);
  double sum = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    std::string part = text.substr(from, comma - from);
    from = comma + 1;
    while (!part.empty() && part.front() == ' ') part.erase(0, 1);
    while (!part.empty() && part.back() == ' ') part.pop_back();
    const std::size_t colon = part.find(':');
    const std::string name = part.substr(0, colon);
    const int sector = country.sector_of(name);
    if (sector < 0) {
      throw InputError(where + "; '" + name + "' is no sector" + did_you_mean(name, names_of(country.sectors)));
    }
    const auto share = colon == std::string::npos ? std::nullopt : parse_number(part.substr(colon + 1));
    if (!share || *share < 0 || *share > 1) {
      throw InputError(where + "; '" + part + "': allowed a sector, a colon and a share from 0 to 1");
    }
    shares[static_cast<std::size_t>(sector)] += *share;
    sum += *share;
  }
  if (std::abs(sum - 1) > 1e-9) throw InputError(where + "; the shares sum to " + number_text(sum) + "; allowed 1");
  return shares;
}

void check_policies(const Scenario& scenario, const Country& country) {
  visit_policies(scenario.policies, [&](const auto& list) {
    using Policy = std::remove_cvref_t<decltype(list[0])>;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string prefix = std::string(Policy::kind) + "[" + std::to_string(i) + "].";
      Policy::visit(list[i], [&](const auto& value, const PolicyField& field) {
        check_field(value, field, scenario, country, prefix + field.name);
      });
      check_parts(list[i], scenario, country, prefix);
    }
  });
  if (scenario.policies.registration_coverage.size() > 1) {
    throw InputError(stated_at(scenario, "registration_coverage[1].name") +
                     ", a second register of residents; allowed one: delete the other");
  }
  if (scenario.policies.money_follows_citizens.size() > 1) {
    throw InputError(stated_at(scenario, "money_follows_citizens[1].name") +
                     ", a second rule for transfers; allowed one: delete the other");
  }
}

}  // namespace world
