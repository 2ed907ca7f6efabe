#include "world/lever_table.hpp"

#include <type_traits>

#include "world/numbers.hpp"

namespace world {
namespace {

std::string text_of(double value) { return number_text(value); }
std::string text_of(const std::string& value) { return value; }
std::string text_of(agents::Month) { return {}; }  // months are always stated

template <class Policy>
LeverInfo info_of() {
  LeverInfo info{.kind = Policy::kind, .facts = Policy::facts, .fields = {}};
  const Policy defaults;
  Policy::visit(defaults, [&](const auto& value, const PolicyField& field) {
    info.fields.push_back({field, field.is_required ? std::string() : text_of(value)});
  });
  return info;
}

}  // namespace

const std::vector<LeverInfo>& lever_table() {
  static const std::vector<LeverInfo> table = [] {
    std::vector<LeverInfo> levers;
    const Policies none;
    visit_policies(none,
                   [&](const auto& list) { levers.push_back(info_of<std::remove_cvref_t<decltype(list[0])>>()); });
    return levers;
  }();
  return table;
}

std::string allowed_text(const PolicyField& field) {
  switch (field.kind) {
    case FieldKind::text:
      return "a text";
    case FieldKind::region:
      return "a region's code";
    case FieldKind::sector:
      return "a sector";
    case FieldKind::sector_shares:
      return "sectors and shares that sum to 1";
    case FieldKind::system:
      return "heat, water, schools or roads";
    case FieldKind::centre:
      return "a town of growth_centres.csv";
    case FieldKind::anchor:
      return "an employer of anchors.csv";
    case FieldKind::study_field:
      return "a field of fields.csv";
    case FieldKind::month:
      return "YYYY-MM";
    case FieldKind::number:
      return number_text(field.low) + " to " + number_text(field.high);
  }
  return {};
}

}  // namespace world
