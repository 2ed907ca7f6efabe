// Month by month through six tables side by side. months.csv is written last,
// so a month that it has is whole in the others, unless somebody cut them off.
#include "world/observers/history.hpp"

#include <utility>

#include "world/observers/costs.hpp"
#include "world/observers/flows.hpp"
#include "world/observers/money.hpp"
#include "world/observers/months.hpp"
#include "world/observers/panel.hpp"
#include "world/scenario.hpp"

namespace world::observers {
namespace {

/// "runs/a/panel.csv:12: ends within 2030-01; …".
std::string cut_sentence(const Rows& rows, const Snapshot& snapshot) {
  return rows.place() + ": the file ends within " + month_name(snapshot) + "; what is shown ends before";
}

/// Do the moves of the month add up to what the panel has of every region?
bool moves_add_up(const Snapshot& snapshot) {
  const int n = snapshot.n_regions();
  for (int region = 0; region < n; ++region) {
    Count arrived = 0, departed = 0, registered = 0, left = 0;
    for (int other = 0; other < n; ++other) {
      arrived += snapshot.moved(other, region);
      departed += snapshot.moved(region, other);
      registered += snapshot.reregistered(other, region);
      left += snapshot.reregistered(region, other);
    }
    const RegionSnapshot& shown = snapshot.regions[static_cast<std::size_t>(region)];
    const bool is_same = arrived == shown.arrivals_actual && departed == shown.departures_actual &&
                         registered == shown.arrivals_registered && left == shown.departures_registered;
    if (!is_same) return false;
  }
  return true;
}

}  // namespace

struct HistoryReader::Tables {
  Rows months;  // first: what is written later than it was read is left for the next call
  Rows panel, flows, costs, accounts, hashes;

  Tables(const std::filesystem::path& folder, const Marks& marks)
      : months(folder / months_columns().file, marks.months), panel(folder / panel_columns().file, marks.panel),
        flows(folder / flows_columns().file, marks.flows), costs(folder / costs_columns().file, marks.costs),
        accounts(folder / accounts_columns().file, marks.accounts),
        hashes(folder / hashes_columns().file, marks.hashes) {}

  void take_headers() {
    months.take_header(months_columns());
    panel.take_header(panel_columns());
    flows.take_header(flows_columns());
    costs.take_header(costs_columns());
    accounts.take_header(accounts_columns());
    hashes.take_header(hashes_columns());
  }
  [[nodiscard]] Marks marks() const {
    return {.panel = panel.mark(),
            .flows = flows.mark(),
            .costs = costs.mark(),
            .accounts = accounts.mark(),
            .months = months.mark(),
            .hashes = hashes.mark()};
  }
};

HistoryReader::HistoryReader(std::filesystem::path folder, std::vector<RegionName> regions, double people_per_agent)
    : folder_(std::move(folder)), regions_(std::move(regions)), people_per_agent_(people_per_agent) {}

/// False if one of the tables ends before the month does.
bool HistoryReader::take_month(Tables& tables, Snapshot& snapshot, std::string& cut) const {
  for (const RegionName& region : regions_) {
    RegionSnapshot& shown = snapshot.regions.emplace_back();
    shown.iso = region.iso;
    shown.name = region.name;
    shown.name_kk = region.name_kk;
    shown.name_ru = region.name_ru;
  }
  if (!read_panel(tables.panel, snapshot)) return cut = cut_sentence(tables.panel, snapshot), false;
  read_flows(tables.flows, snapshot);
  if (!moves_add_up(snapshot)) {
    if (!tables.flows.has_row()) return cut = cut_sentence(tables.flows, snapshot), false;
    tables.flows.refuse("the moves of " + month_name(snapshot) + " before this line do not add up to those of the " +
                        panel_columns().file + "; one of the files was changed");
  }
  read_costs(tables.costs, snapshot);
  if (!read_accounts(tables.accounts, snapshot)) return cut = cut_sentence(tables.accounts, snapshot), false;
  if (!read_hashes(tables.hashes, snapshot)) return cut = cut_sentence(tables.hashes, snapshot), false;
  return true;
}

History HistoryReader::read_more() {
  Tables tables(folder_, marks_);
  History history;
  agents::Month month = next_month_;
  if (marks_.months.bytes == 0) {
    if (!tables.months.has_row()) return history;  // a run that has written nothing yet
    tables.take_headers();
  }
  Marks marks = tables.marks();
  while (tables.months.has_row()) {
    Snapshot snapshot;
    snapshot.people_per_agent = people_per_agent_;
    read_month(tables.months, snapshot);
    snapshot.is_start = month < 0;
    if (snapshot.is_start) month = snapshot.month;
    if (snapshot.month != month) {
      tables.months.refuse("the month is '" + month_name(snapshot) + "'; allowed " + month_text(month) +
                           ", the next one: the file was changed");
    }
    if (!take_month(tables, snapshot, history.cut)) break;
    history.months.push_back(std::move(snapshot));
    ++month;
    tables.months.next();
    marks = tables.marks();
  }
  if (history.cut.empty() && (tables.months.has_rest() || tables.panel.has_rest())) {
    const Rows& rows = tables.panel.has_rest() ? tables.panel : tables.months;
    history.cut = rows.place() + ": what follows is no whole month; what is shown ends before";
  }
  marks_ = marks;
  next_month_ = month;
  return history;
}

History read_history(const std::filesystem::path& folder, const std::vector<RegionName>& regions,
                     double people_per_agent) {
  HistoryReader reader(folder, regions, people_per_agent);
  return reader.read_more();
}

}  // namespace world::observers
