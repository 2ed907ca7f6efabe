// Totals over regions, the hashes of the state, and the seconds of the phases.
#include "world/observers/months.hpp"

#include "world/month.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

using R = RegionSnapshot;

struct Total {
  const char* name;
  const char* unit;
  const char* sentence;
  Count R::* count;
};

constexpr Total totals[] = {
    {"population_actual_persons", "agents", "people living in the country at the month's end", &R::population_actual},
    {"population_registered_persons", "agents", "people registered in a region at the month's end",
     &R::population_registered},
    {"unregistered_persons", "agents", "people registered in another region than they live in, or nowhere",
     &R::unregistered},
    {"births_persons", "agents per month", "births", &R::births},
    {"deaths_persons", "agents per month", "deaths", &R::deaths},
    {"moves_actual_persons", "agents per month", "people who moved from one region to another", &R::arrivals_actual},
    {"moves_registered_persons", "agents per month", "people whose registration went from one region to another",
     &R::arrivals_registered},
    {"external_arrivals_persons", "agents per month", "people who came from abroad", &R::external_arrivals_actual},
    {"external_departures_persons", "agents per month", "people who left for abroad", &R::external_departures_actual},
    {"employed_persons", "agents", "people with formal or informal work", &R::employed},
    {"employees_persons", "agents", "people with a formal post", &R::employees},
    {"unemployed_persons", "agents", "people without work who look for it", &R::unemployed},
    {"informal_persons", "agents", "people with informal work or their own account", &R::informal},
    {"own_specialty_persons", "agents", "people with a formal post in their own specialty", &R::own_specialty},
    {"students_persons", "agents", "students past school", &R::students},
    {"retired_persons", "agents", "people in retirement", &R::retired},
    {"posts_count", "posts", "formal posts that employers want filled", &R::posts},
    {"vacancies_count", "posts", "formal posts without a holder", &R::vacancies},
    {"households_count", "households", "households", &R::households},
    {"marriages_count", "couples per month", "couples formed", &R::marriages},
    {"heads_considering_count", "households per month", "households whose head considered a move",
     &R::heads_considering},
    {"households_moved_count", "households per month", "households that moved to another region",
     &R::households_moved},
};

}  // namespace

const FileColumns& months_columns() {
  static const FileColumns declared = [] {
    FileColumns file{"months.csv",
                     "One row for each month, with totals over all regions. The first row is the start.",
                     {{"month", "YYYY-MM", "the month"},
                      {"state_hash", "16 hex digits", "XXH3 of the whole state at the month's end; equal hashes, equal worlds"}}};
    for (const Total& total : totals) file.columns.push_back({total.name, total.unit, total.sentence});
    return file;
  }();
  return declared;
}

void append_months_row(std::string& text, const Snapshot& snapshot) {
  text += month_name(snapshot);
  text += ',';
  text += hash_text(snapshot.state_hash);
  for (const Total& total : totals) {
    text += ',';
    append_integer(text, snapshot.total(total.count));
  }
  text += '\n';
}

void read_month(const Rows& rows, Snapshot& snapshot) {
  rows.require_cells_of(months_columns());
  snapshot.month = rows.month(0);
  snapshot.state_hash = rows.hash(1);
}

const FileColumns& hashes_columns() {
  static const FileColumns declared{
      "hashes.csv",
      "One row for each month and column of the state; `qonys diff` reads it to say where two runs part.",
      {{"month", "YYYY-MM", "the month"},
       {"column", "name", "a column of the citizens, or a place"},
       {"hash", "16 hex digits", "XXH3 of that column over all blocks at the month's end"}}};
  return declared;
}

void append_hashes_rows(std::string& text, const Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  const auto& names = column_names();
  for (std::size_t i = 0; i < snapshot.column_hashes.size() && i < names.size(); ++i) {
    text += month + ',' + names[i] + ',' + hash_text(snapshot.column_hashes[i]) + '\n';
  }
}

bool read_hashes(Rows& rows, Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  for (const std::string& name : column_names()) {
    if (!rows.has_row()) return false;
    rows.require_cells_of(hashes_columns());
    if (rows.cell(0) != month || rows.cell(1) != name) {
      rows.refuse("the row is of " + std::string(rows.cell(0)) + " and " + std::string(rows.cell(1)) + "; allowed " +
                  month + " and " + name + "; the file was changed, or is of another version of the program");
    }
    snapshot.column_hashes.push_back(rows.hash(2));
    rows.next();
  }
  return true;
}

const FileColumns& timings_columns() {
  static const FileColumns declared = [] {
    FileColumns file{"timings.csv",
                     "One row for each month simulated. Clock times: these differ from run to run. A phase that runs block by block "
                     "counts the seconds of all workers together, divided by their number.",
                     {{"month", "YYYY-MM", "the month"},
                      {"seconds", "s", "seconds of the month by the clock, without writing files"}}};
    for (const PhaseInfo& phase : phase_infos()) {
      file.columns.push_back({std::string(phase.name), "s", "seconds of this phase; see `qonys schedule`"});
    }
    return file;
  }();
  return declared;
}

void append_timings_row(std::string& text, const Snapshot& snapshot, double seconds, std::span<const double> phases) {
  constexpr int microseconds = 6;
  text += month_name(snapshot);
  text += ',';
  append_fixed(text, seconds, microseconds);
  for (const double phase : phases) {
    text += ',';
    append_fixed(text, phase, microseconds);
  }
  text += '\n';
}

}  // namespace world::observers
