#include "render/session_grounds.hpp"

#include <map>
#include <string_view>
#include <type_traits>

#include "world/calibration_file.hpp"
#include "world/country_basis.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"

namespace viewer {
namespace {

using world::FiguresOfTable;

Footing footing_of(const std::string& word) {
  static const std::map<std::string, Footing> words = {
      {"sourced", Footing::sourced},     {"derived", Footing::derived},   {"anchored", Footing::anchored},
      {"recalled", Footing::recalled},   {"mixed", Footing::mixed},       {"brief", Footing::sourced},
      {"estimated", Footing::estimated}, {"invented", Footing::invented}, {world::own_basis, Footing::own}};
  const auto found = words.find(word);
  return found == words.end() ? Footing::unstated : found->second;
}

/// Of the evidence tags of docs/parameters.md: V read, K known, D derived, T from the twin, P project choice.
Footing footing_of_tag(std::string_view source) {
  switch (source.empty() ? ' ' : source.front()) {
    case 'V':
      return Footing::sourced;
    case 'K':
      return Footing::recalled;
    case 'D':
    case 'T':
      return Footing::derived;
    case 'P':
      return Footing::assumed;
    default:
      return Footing::unstated;
  }
}

Ground normed(Ground ground) {
  double whole = 0;
  for (const double share : ground.share) whole += share;
  if (whole <= 0) return ground;
  for (double& share : ground.share) share /= whole;
  return ground;
}

Ground ground_of_table(const world::Country& country, InputKind input, const FiguresOfTable& figures) {
  Ground ground{.input = input, .file = std::string(figures.table) + ".csv", .share = {}};
  for (const auto& [word, weight] : world::basis_of(country, figures)) {
    ground.share[static_cast<std::size_t>(footing_of(word))] += weight;
  }
  return normed(ground);
}

Ground ground_of_parameters(const Base& base, InputKind input, std::string_view group) {
  Ground ground{.input = input, .file = std::string(group) + ".*", .share = {}};
  std::map<std::string, double> fitted;
  for (const world::Setting& setting : world::calibrated_settings(base.country.folder)) {
    if (const auto value = world::parse_number(setting.value)) fitted[setting.path] = *value;
  }
  world::visit_parameters(base.scenario.parameters,
                          [&](const char* name, const auto& value, const agents::ParameterInfo& info) {
                            if (group != name) return;
                            const auto known = fitted.find(std::string(name) + "." + info.name);
                            bool is_fitted = false;
                            if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
                              is_fitted = known != fitted.end() && known->second == static_cast<double>(value);
                            const Footing footing = is_fitted ? Footing::fitted : footing_of_tag(info.source);
                            ground.share[static_cast<std::size_t>(footing)] += 1;
                          });
  return normed(ground);
}

}  // namespace

Grounds grounds_of(const Base& base) {
  const std::pair<InputKind, FiguresOfTable> tables[] = {
      {InputKind::people, {"age_sex", {"population_persons"}, "basis"}},
      {InputKind::births, {"vital", {"births_persons"}, "basis_cbr", true}},
      {InputKind::deaths, {"vital", {"deaths_persons"}, "basis_cdr", true}},
      {InputKind::abroad,
       {"migration_net", {"external_arrivals_persons", "external_departures_persons"}, "basis_external", true}},
      {InputKind::moves, {"migration_od", {"moves_persons"}, "basis", true}},
      {InputKind::marriages, {"marital", {"marriages_count"}, "basis_marriages"}}};
  Grounds grounds;
  const auto add = [&](const auto& make) {
    try {
      grounds.push_back(make());
    } catch (const world::InputError&) {
      // A table that was moved or changed after the country was read: nothing is said of it.
    }
  };
  for (const auto& [input, figures] : tables) add([&] { return ground_of_table(base.country, input, figures); });
  add([&] { return ground_of_parameters(base, InputKind::choice, "migration"); });
  add([&] { return ground_of_parameters(base, InputKind::registration, "registration"); });
  return grounds;
}

}  // namespace viewer
