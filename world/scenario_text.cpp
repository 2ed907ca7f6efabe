// Scales, months and whole scenarios as text, and the check of a scenario
// against its country.
#include <charconv>
#include <type_traits>

#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"
#include "world/scenario.hpp"

namespace world {
namespace {

constexpr int most_agents = 100;
constexpr int most_people = 1000000;
constexpr agents::Month first_month = agents::month_of(2000, 1);
constexpr agents::Month last_month = agents::month_of(2200, 12);   // a run of 1200 months can be named to its end

/// A text in TOML's quotes.
std::string toml_text(const std::string& text) {
  constexpr const char* hex = "0123456789ABCDEF";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += std::string("\\u00") + hex[byte / 16] + hex[byte % 16];
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string toml_value(double value) { return number_text(value); }
std::string toml_value(const std::string& value) { return toml_text(value); }
std::string toml_value(agents::Month value) { return toml_text(month_text(value)); }

bool is_digits(const std::string& text, std::size_t from, std::size_t count) {
  return text.find_first_not_of("0123456789", from) >= from + count;
}

}  // namespace

Scale parse_scale(const std::string& text, const std::string& where) {
  const std::size_t colon = text.find(':');
  const auto agents = parse_integer(text.substr(0, colon));
  const auto people = colon == std::string::npos ? std::nullopt : parse_integer(text.substr(colon + 1));
  if (!agents || !people || *agents < 1 || *agents > most_agents || *people < 1 || *people > most_people) {
    throw InputError(
        where + " is '" + text +
        "'; allowed A:B in whole numbers, A from 1 to 100 agents for B from 1 to 1000000 people, such as 1:20");
  }
  return Scale{.agents = static_cast<int>(*agents), .people = static_cast<int>(*people)};
}

agents::Month parse_month(const std::string& text, const std::string& where) {
  const bool has_form = text.size() == 7 && text[4] == '-' && is_digits(text, 0, 4) && is_digits(text, 5, 2);
  const int year = has_form ? static_cast<int>(parse_integer(text.substr(0, 4)).value_or(0)) : 0;
  const int calendar_month = has_form ? static_cast<int>(parse_integer(text.substr(5)).value_or(0)) : 0;
  const agents::Month month = agents::month_of(year, calendar_month);
  if (calendar_month < 1 || calendar_month > 12 || month < first_month || month > last_month) {
    throw InputError(where + " is '" + text + "'; allowed " + month_text(first_month) + " to " +
                     month_text(last_month) + ", written YYYY-MM");
  }
  return month;
}

std::string month_text(agents::Month month) {
  const std::string calendar_month = std::to_string(agents::calendar_month_of(month));
  return std::to_string(agents::year_of(month)) + (calendar_month.size() < 2 ? "-0" : "-") + calendar_month;
}

std::string resolved_toml(const Scenario& scenario, const std::string& country_folder) {
  std::string toml = "name = " + toml_text(scenario.name) + "\n";
  if (!scenario.title.empty()) toml += "title = " + toml_text(scenario.title) + "\n";
  if (!scenario.title_kk.empty()) toml += "title_kk = " + toml_text(scenario.title_kk) + "\n";
  if (!scenario.title_ru.empty()) toml += "title_ru = " + toml_text(scenario.title_ru) + "\n";
  toml += "country = " + toml_text(country_folder) + "\n";
  toml += "start = " + toml_text(month_text(scenario.start)) + "\n";
  toml += "months = " + std::to_string(scenario.n_months) + "\n";
  toml += "seed = " + std::to_string(scenario.seed) + "\n";
  toml += "scale = \"" + std::to_string(scenario.scale.agents) + ":" + std::to_string(scenario.scale.people) + "\"\n";
  toml += std::string("use_drivers = ") + (scenario.use_drivers ? "true" : "false") + "\n";
  if (!scenario.country.overlays.empty()) toml += "\n[tables]\n";
  for (const Overlay& overlay : scenario.country.overlays) {
    toml += overlay.table + " = " + toml_text("tables/" + overlay.table + ".csv") + "\n";
  }
  std::string open_group;
  visit_parameters(scenario.parameters, [&](const std::string& group, double value, const agents::ParameterInfo& info) {
    if (group != open_group) toml += "\n[" + group + "]\n";
    open_group = group;
    toml += std::string(info.name) + " = " + number_text(value) + "\n";
  });
  visit_policies(scenario.policies, [&](const auto& list) {
    for (const auto& policy : list) {
      using Policy = std::remove_cvref_t<decltype(policy)>;
      toml += std::string("\n[[") + Policy::kind + "]]\n";
      Policy::visit(policy, [&](const auto& value, const PolicyField& field) {
        toml += std::string(field.name) + " = " + toml_value(value) + "\n";
      });
    }
  });
  return toml;
}

std::string stated_at(const Scenario& scenario, const std::string& path) {
  for (const Origin& origin : scenario.origins) {
    if (origin.path != path) continue;
    return (origin.origin == "default" ? scenario.file.string() : origin.origin) + ": '" + path + "' is '" +
           origin.value + "'";
  }
  return scenario.file.string() + ": '" + path + "'";
}

void check_against(const Scenario& scenario, const Country& country) {
  const agents::Month base = agents::month_of(country.base_year + 1, 1);
  if (scenario.start < base) {
    throw InputError(stated_at(scenario, "start") + "; allowed " + month_text(base) +
                     " or later, the date of the tables in " + country.folder.string());
  }
  check_policies(scenario, country);
}

}  // namespace world
