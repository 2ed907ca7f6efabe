// The columns of the panel: name, unit, sentence, and where in a RegionSnapshot
// the number is. Header, rows, `qonys columns` and docs/outputs.md follow.
#include "world/observers/panel.hpp"

#include <stdexcept>
#include <variant>

#include "world/observers/text.hpp"

namespace world::observers {
namespace {

using R = RegionSnapshot;

/// A real number and how many decimals it is written with.
struct Real {
  double R::* number;
  int decimals;
};

struct PanelColumn {
  const char* name;
  const char* unit;
  const char* sentence;
  std::variant<Count R::*, Real> number;
};

// In six parts, so that each can be read at a glance: people, work, places, infrastructure, knowledge, events.
constexpr PanelColumn people_columns[] = {
    {"population_registered_persons", "agents", "people registered in the region at the month's end",
     &R::population_registered},
    {"population_actual_persons", "agents", "people living in the region at the month's end", &R::population_actual},
    {"unregistered_persons", "agents", "people living in the region and registered in another one, or nowhere",
     &R::unregistered},
    {"population_observed_persons", "agents",
     "people whom the state sees living in the region: registered ones, and of the others the part that the register covers",
     &R::observed},
};
constexpr PanelColumn work_columns[] = {
    {"employed_persons", "agents",
     "people living in the region with formal or informal work, wherever they work (as labour force surveys count)",
     &R::employed},
    {"employees_persons", "agents", "people living in the region with a formal post, wherever it is", &R::employees},
    {"employees_by_workplace_persons", "agents", "formal posts filled in the region, wherever their holders live",
     &R::employees_by_workplace},
    {"commuters_out_persons", "agents", "people living in the region with a formal post in its hub region",
     &R::commuters_out},
    {"unemployed_persons", "agents", "people living in the region without work who look for it", &R::unemployed},
    {"informal_persons", "agents", "people living in the region with informal work or their own account",
     &R::informal},
    {"own_specialty_persons", "agents",
     "people living in the region with a formal post in their own specialty, a part of employees", &R::own_specialty},
    {"posts_count", "posts", "formal posts that employers of the region want filled", &R::posts},
    {"vacancies_count", "posts", "formal posts of the region without a holder", &R::vacancies},
    {"mean_wage_kzt", "KZT per month", "mean wage of the formal posts of the region, in prices of the base year",
     Real{&R::mean_wage_kzt, 2}},
};
constexpr PanelColumn place_columns[] = {
    {"rent_kzt_per_m2", "KZT per m2 and month", "rent of a dwelling, in prices of the base year",
     Real{&R::rent_kzt_per_m2, 2}},
    {"dwelling_stock_m2", "m2", "floor space of the dwellings of the region, at the scale of the world",
     Real{&R::dwelling_stock_m2, 1}},
    {"services_index", "1",
     "public spending per person living in the region, relative to the national mean at the start (= 1)",
     Real{&R::services_index, 4}},
    {"households_count", "households", "households living in the region", &R::households},
    {"owners_share", "0 to 1", "share of the households of the region that own their dwelling",
     Real{&R::owners_share, 4}},
};
constexpr PanelColumn infrastructure_columns[] = {
    {"served_persons", "agents",
     "people the region serves on a working day: residents and commuters and visitors who come, less commuters who leave",
     &R::served},
    {"heat_capacity_gcal_per_h", "Gcal/h", "capacity of district heating, real units whatever the scale",
     Real{&R::heat_capacity_gcal_per_h, 1}},
    {"heat_load_gcal_per_h", "Gcal/h", "heat load in the coldest five days of the month",
     Real{&R::heat_load_gcal_per_h, 1}},
    {"heat_deficit", "0 to 1", "share of that load beyond the capacity left by outages", Real{&R::heat_deficit, 4}},
    {"heat_quality", "0 to 1", "memory of a year of heat without deficits: 1 none, 0 always 10 % or more",
     Real{&R::heat_quality, 4}},
    {"heat_deficit_months_count", "months", "months of the last twelve with a heat deficit above 1 %",
     &R::heat_deficit_months},
    {"water_capacity_thousand_m3_per_day", "thousand m3 a day", "capacity of water supply, real units whatever the scale",
     Real{&R::water_capacity_thousand_m3_per_day, 1}},
    {"water_load_thousand_m3_per_day", "thousand m3 a day", "water demand", Real{&R::water_load_thousand_m3_per_day, 1}},
    {"water_deficit", "0 to 1", "share of that demand beyond the capacity left by outages", Real{&R::water_deficit, 4}},
    {"water_quality", "0 to 1", "as heat_quality, of water", Real{&R::water_quality, 4}},
    {"water_deficit_months_count", "months", "months of the last twelve with a water deficit above 1 %",
     &R::water_deficit_months},
    {"seats_per_pupil", "0 to 1", "school seats per child of 6 to 16 years, at most 1", Real{&R::seats_per_pupil, 4}},
    {"congestion", "ln", "logarithm of residents, commuters and visitors over what the roads hold, 0 while there is room",
     Real{&R::congestion, 4}},
};
constexpr PanelColumn knowledge_columns_of_panel[] = {
    {"ai_adoption_share", "0 to 1", "share of the work that is done with artificial intelligence",
     Real{&R::ai_adoption, 6}},
    {"productivity_index", "start = 1", "productivity of the posts of the region", Real{&R::productivity, 6}},
    {"conditions_index", "-1 to 1", "working conditions of the posts of the region, 0 at the start",
     Real{&R::conditions, 6}},
    {"knowledge_stock_kzt", "KZT", "what research has left (perpetual inventory), real units whatever the scale",
     Real{&R::knowledge_stock_kzt, 0}},
    {"patents_count", "per year", "patents of the calendar year so far, real units whatever the scale", &R::patents},
};
constexpr PanelColumn event_columns[] = {
    {"births_persons", "agents per month", "births to mothers living in the region", &R::births},
    {"births_registered_persons", "agents per month", "births to mothers registered in the region",
     &R::births_registered},
    {"deaths_persons", "agents per month", "deaths of people who lived in the region", &R::deaths},
    {"deaths_registered_persons", "agents per month", "deaths of people who were registered in the region",
     &R::deaths_registered},
    {"arrivals_interregional_registered_persons", "agents per month",
     "people whose registration came from another region (what official statistics count)", &R::arrivals_registered},
    {"departures_interregional_registered_persons", "agents per month",
     "people whose registration went to another region (what official statistics count)", &R::departures_registered},
    {"arrivals_interregional_actual_persons", "agents per month", "people who moved in from another region",
     &R::arrivals_actual},
    {"departures_interregional_actual_persons", "agents per month", "people who moved out to another region",
     &R::departures_actual},
    {"external_arrivals_actual_persons", "agents per month", "people who moved in from abroad",
     &R::external_arrivals_actual},
    {"external_departures_actual_persons", "agents per month", "people who left the region for abroad",
     &R::external_departures_actual},
    {"external_arrivals_registered_persons", "agents per month",
     "first registrations in the region: people who came from abroad, and their children",
     &R::external_arrivals_registered},
    {"external_departures_registered_persons", "agents per month",
     "people registered in the region who left for abroad", &R::external_departures_registered},
    {"marriages_count", "couples per month", "couples formed in the region", &R::marriages},
    {"heads_considering_count", "households per month", "households whose head considered a move",
     &R::heads_considering},
    {"households_moved_count", "households per month", "households that moved out to another region",
     &R::households_moved},
};

template <class See>
void visit_panel(See&& see) {
  for (const PanelColumn& column : people_columns) see(column);
  for (const PanelColumn& column : work_columns) see(column);
  for (const PanelColumn& column : place_columns) see(column);
  for (const PanelColumn& column : infrastructure_columns) see(column);
  for (const PanelColumn& column : knowledge_columns_of_panel) see(column);
  for (const PanelColumn& column : event_columns) see(column);
}

void append_number(std::string& text, const RegionSnapshot& region, const PanelColumn& column) {
  if (const auto* count = std::get_if<Count R::*>(&column.number)) {
    append_integer(text, region.**count);
  } else {
    const Real& real = std::get<Real>(column.number);
    append_fixed(text, region.*real.number, real.decimals);
  }
}

void read_number(const Rows& rows, std::size_t cell, RegionSnapshot& region, const PanelColumn& column) {
  if (const auto* count = std::get_if<Count R::*>(&column.number)) {
    region.**count = rows.integer(cell);
  } else {
    region.*std::get<Real>(column.number).number = rows.real(cell);
  }
}

}  // namespace

const FileColumns& panel_columns() {
  static const FileColumns declared = [] {
    FileColumns file{"panel.csv",
                     "One row for each month and region. The first block is the start: the month before the first one, "
                     "events 0.",
                     {{"month", "YYYY-MM", "the month at whose end the state was taken, and in which the events fell"},
                      {"region", "ISO 3166-2", "the region"}}};
    visit_panel([&](const PanelColumn& column) {
      file.columns.push_back({column.name, column.unit, column.sentence});
    });
    return file;
  }();
  return declared;
}

double panel_number(const RegionSnapshot& region, std::string_view name) {
  const PanelColumn* found = nullptr;
  visit_panel([&](const PanelColumn& column) {
    if (column.name == name) found = &column;
  });
  if (found == nullptr) throw std::logic_error("panel.csv has no column " + std::string(name));
  if (const auto* count = std::get_if<Count R::*>(&found->number)) return static_cast<double>(region.**count);
  return region.*std::get<Real>(found->number).number;
}

void append_panel_rows(std::string& text, const Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  for (const RegionSnapshot& region : snapshot.regions) {
    text += month;
    text += ',';
    text += region.iso;
    visit_panel([&](const PanelColumn& column) {
      text += ',';
      append_number(text, region, column);
    });
    text += '\n';
  }
}

bool read_panel(Rows& rows, Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  for (RegionSnapshot& region : snapshot.regions) {
    if (!rows.has_row()) return false;
    rows.require_cells_of(panel_columns());
    if (rows.cell(0) != month || rows.cell(1) != region.iso) {
      rows.refuse("the row is of " + std::string(rows.cell(0)) + " and " + std::string(rows.cell(1)) + "; allowed " +
                  month + " and " + region.iso + ", the next one: the file was changed");
    }
    std::size_t cell = 2;
    visit_panel([&](const PanelColumn& column) { read_number(rows, cell++, region, column); });
    rows.next();
  }
  return true;
}

}  // namespace world::observers
