#include "render/session_desk_fields.hpp"

#include <algorithm>
#include <cmath>

#include "world/numbers.hpp"

namespace viewer {
namespace {

using world::FieldKind;
using world::observers::Language;

constexpr const char* amounts[] = {"jobs",         "dwellings_m2", "heat_gcal_per_h", "water_thousand_m3_per_day",
                                   "school_seats", "road_persons"};
constexpr double share_step = 1e-4;

bool is_amount(const std::string& field) {
  return std::any_of(std::begin(amounts), std::end(amounts), [&](const char* name) { return field == name; });
}

bool is_share(const std::string& field) { return field.starts_with("share_"); }

double number_at(const PolicyText& policy, const std::string& field) {
  return world::parse_number(policy.at(field)).value_or(0);
}

LeverChoice choice_of(FieldKind kind, const std::string& code, const world::Country& country) {
  LeverChoice choice{.code = code, .names = {code, code, code}};
  if (kind == FieldKind::region && country.region_of(code) >= 0) {
    const world::Region& region = country.regions[static_cast<std::size_t>(country.region_of(code))];
    choice.names = {region.name_kk, region.name_ru, region.name_en};
  } else if (kind == FieldKind::centre) {
    const world::CentreFacts* const centre = country.centre_of(code);
    if (centre != nullptr) choice.names = {centre->name_kk, centre->name_ru, centre->name};
  } else {
    for (const Language language : world::observers::languages) {
      const std::string_view words = world::observers::lever_value_words(code, language);
      if (!words.empty()) choice.names[static_cast<std::size_t>(language)] = words;
    }
  }
  for (std::string& name : choice.names) {
    if (name.empty()) name = code;
  }
  return choice;
}

/// The share asked for, and the others in proportion to what they were.
Fields with_other_shares(const PolicyText& policy, const std::string& field, double share) {
  const auto steps = [](double value) { return std::llround(value / share_step); };
  double others = 0;
  long long left = steps(1) - steps(share);
  for (const auto& [name, value] : policy.fields) {
    if (is_share(name) && name != field) others += world::parse_number(value).value_or(0);
  }
  Fields fields{{field, field_text(static_cast<double>(steps(share)) * share_step)}};
  std::size_t largest = 0;
  std::vector<std::pair<std::string, long long>> given;
  for (const auto& [name, value] : policy.fields) {
    if (!is_share(name) || name == field) continue;
    const double was = world::parse_number(value).value_or(0);
    const double part = others > 0 ? was / others : given.empty() ? 1.0 : 0.0;
    given.emplace_back(name, std::llround(part * static_cast<double>(steps(1) - steps(share))));
    left -= given.back().second;
    if (given.back().second > given[largest].second) largest = given.size() - 1;
  }
  if (!given.empty()) given[largest].second += left;  // what rounding left over
  for (const auto& [name, n] : given) fields.emplace_back(name, field_text(static_cast<double>(n) / 1e4));
  fields[0].second = field_text(static_cast<double>(steps(share)) / 1e4);
  return fields;
}

}  // namespace

LeverField lever_field(const FieldInfo& info, const world::Country& country) {
  LeverField field{.name = info.name, .low = info.low, .high = info.high, .sentence = info.sentence, .choices = {}};
  const bool is_number = info.kind == FieldKind::number;
  field.is_whole = is_number && info.high - info.low > 3 && info.unit != "1";
  if (is_number) field.holds = Holds::number;
  if (info.kind == FieldKind::month) field.holds = Holds::month;
  if (is_number || info.kind == FieldKind::month || info.kind == FieldKind::sector_shares) return field;
  for (const std::string& code : choices_of(info, country))
    field.choices.push_back(choice_of(info.kind, code, country));
  if (!field.choices.empty()) field.holds = Holds::choice;
  return field;
}

double start_value(const FieldInfo& info) {
  const std::pair<const char*, double> usual[] = {{"jobs", 5000},
                                                  {"budget_bln_kzt", 100},
                                                  {"dwellings_m2", 100'000},
                                                  {"heat_gcal_per_h", 100},
                                                  {"water_thousand_m3_per_day", 20},
                                                  {"school_seats", 2000},
                                                  {"road_persons", 10'000},
                                                  {"size", 1000},
                                                  {"families", 1000},
                                                  {"kzt_per_household", 1'000'000},
                                                  {"coverage", 0.5}};
  for (const auto& [name, value] : usual) {
    if (info.name == name) return std::clamp(value, info.low, info.high);
  }
  return std::clamp(info.high <= 1 ? 0.5 : 100.0, info.low, info.high);
}

double slider_top(const FieldInfo& info, double usual) {
  if (info.high - info.low <= 3) return info.high;
  if (info.unit == "month") return std::min(info.high, 120.0);
  const double wanted = 4 * std::max(usual, info.low > 0 ? info.low : 0.0);
  if (!(wanted > 0)) return std::min(info.high, 4 * start_value(info));
  const double grain = std::pow(10, std::floor(std::log10(wanted)));
  return std::min(info.high, std::ceil(wanted / grain) * grain);
}

bool is_moot(const PolicyText& policy, const std::string& field, const world::Country& country) {
  if (policy.kind != world::GrowthCentre::kind) return false;
  if (field == "region") return country.centre_of(policy.at("centre")) != nullptr;
  const bool has_budget = number_at(policy, "budget_bln_kzt") > 0;
  return has_budget ? is_amount(field) : is_share(field);
}

Fields with_partners(const PolicyText& policy, const std::string& field, const std::string& value,
                     const world::Country& country) {
  const Fields alone{{field, value}};
  if (policy.kind != world::GrowthCentre::kind) return alone;
  const auto number = world::parse_number(value);
  if (field == "centre") {
    const world::CentreFacts* const centre = country.centre_of(value);
    if (centre == nullptr) return alone;
    return {{field, value}, {"region", country.regions[static_cast<std::size_t>(centre->region)].iso}};
  }
  if (is_share(field) && number && *number >= 0 && *number <= 1) return with_other_shares(policy, field, *number);
  Fields fields = alone;
  if (field == "budget_bln_kzt" && number && *number > 0) {
    for (const char* amount : amounts) fields.emplace_back(amount, "0");
  }
  if (is_amount(field) && number && *number > 0) fields.emplace_back("budget_bln_kzt", "0");
  return fields;
}

}  // namespace viewer
