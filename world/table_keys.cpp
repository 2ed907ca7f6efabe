// The list of tables, in the order in which they are read.
#include "world/table_keys.hpp"

namespace world {

const std::vector<TableInfo>& table_infos() {
  static const std::vector<TableInfo> infos{
      {"regions", {"iso"}},
      {"roles", {"iso", "role"}, NewRows::added},
      {"fields", {"field"}},
      {"sectors", {"sector"}},
      {"age_sex", {"iso", "date", "sex", "age_from_years"}},
      {"vital", {"iso", "year"}},
      {"vital_schedules", {"schedule", "year", "sex", "age_from_years"}},
      {"marital", {"row_type", "iso", "region_group", "year", "sex", "age_group_years"}},
      {"households", {"iso", "date"}},
      {"birthplace", {"residence_iso", "birthplace_iso"}},
      {"education", {"iso"}},
      {"labour", {"iso", "year", "boundary"}},
      {"employment_by_sector", {"iso", "year", "sector"}},
      {"migration_od", {"origin_iso", "destination_iso", "year"}},
      {"migration_net", {"iso", "year"}},
      {"distances", {"origin_iso", "destination_iso"}},
      {"housing", {"iso", "year"}},
      {"tenure", {"iso", "year"}},
      {"budgets", {"iso"}},
      {"withdrawals", {"iso"}, NewRows::added},
      {"infrastructure", {"iso", "year"}},
      {"capacity_projects", {"iso", "system", "project"}, NewRows::added},
      {"growth_centres", {"centre_en"}, NewRows::added},
      {"anchors", {"anchor", "iso", "sector"}, NewRows::added},
      {"unit_costs", {"part", "iso"}, NewRows::added},
      {"cost_benchmarks", {"item"}, NewRows::added},
      {"hub_pairs", {"hinterland_iso", "hub_iso"}, NewRows::added},
      {"kin_pairs", {"iso_a", "iso_b"}, NewRows::added},
      {"drivers", {"year"}, NewRows::added},
  };
  return infos;
}

const TableInfo* table_info(std::string_view name) {
  if (name.ends_with(".csv")) name.remove_suffix(4);
  for (const TableInfo& info : table_infos()) {
    if (info.name == name) return &info;
  }
  return nullptr;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const TableInfo& info : table_infos()) names.emplace_back(info.name);
  return names;
}

}  // namespace world
