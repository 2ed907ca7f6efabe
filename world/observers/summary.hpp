// The heart of a run in a page: how many people live where, who moved where, how
// wages, rents and unemployment answered. Fed one snapshot a month; written as
// summary.md in three languages and as the table that `qonys run` prints at its end.
#pragma once

#include <string>
#include <vector>

#include "world/observers/phrases.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

/// What the summary says of the run besides its numbers.
struct RunLabel {
  std::string scenario;      // "kazakhstan"
  std::string title;         // one sentence, English
  std::string title_kk, title_ru;  // empty: the English one stands in
  std::string scale;         // "1:20"
  std::string seed;
  int months_asked = 0;
  double discount_per_year = 0;  // of the accounts
  int value_year = 0;            // of present values
  std::string sources;       // file that says where the tables come from; empty if there is none
};

/// What one policy cost over all months, KZT at scale 1:1.
struct PolicySpending {
  std::string policy, centre;
  std::string region;            // ISO code, empty for the nation
  double kzt = 0;
  double present_value_kzt = 0;
  double placeholder_kzt = 0;    // the part of `kzt` whose unit cost is an estimate or a placeholder
};

/// Public money of one calendar year, whole KZT of the real country.
struct MoneyYear {
  std::int32_t year = 0;
  Count envelope = 0, asked = 0, paid_by_nation = 0, paid_by_regions = 0, borrowed = 0;
  Count services = 0;            // spent by regions on services
  Count held = 0;                // transfers withheld from regions so that no other loses too much
  double resident_months = 0;    // real people living in the country, summed over months
};

/// The first and the last state, and the flows between them.
class Summary {
 public:
  /// Takes the next month; the first call must be the start.
  void add(const Snapshot& snapshot);

  [[nodiscard]] const Snapshot& first() const { return first_; }
  [[nodiscard]] const Snapshot& last() const { return last_; }
  [[nodiscard]] int n_months() const { return n_months_; }
  /// [origin × destination] over all months.
  [[nodiscard]] const std::vector<Count>& moves() const { return moves_; }
  [[nodiscard]] const std::vector<Count>& registrations() const { return registrations_; }
  /// [policy] in the order in which they began to spend.
  [[nodiscard]] const std::vector<PolicySpending>& spending() const { return spending_; }
  /// [calendar year] public money, years with at least one month.
  [[nodiscard]] const std::vector<MoneyYear>& money() const { return money_; }
  /// Sum over months and regions of an event.
  [[nodiscard]] Count events(Count RegionSnapshot::* event) const;
  /// Arrivals less departures of a region over all months, from `flows` as above.
  [[nodiscard]] Count net(const std::vector<Count>& flows, int region) const;

  /// Calls see(…) with every field, for checkpoints. `Self` is Summary or const Summary.
  template <class Self, class See>
  static auto visit_state(Self& self, See&& see) {
    return see(self.first_, self.last_, self.sums_, self.moves_, self.registrations_, self.spending_, self.money_,
               self.n_months_);
  }

 private:
  Snapshot first_, last_;
  std::vector<RegionSnapshot> sums_;  // [region] events only
  std::vector<Count> moves_, registrations_;
  std::vector<PolicySpending> spending_;
  std::vector<MoneyYear> money_;
  int n_months_ = 0;
};

/// Aligned text of at most 100 columns for a terminal. Counts are people: agents
/// times people per agent.
[[nodiscard]] std::string summary_table(const Summary& summary, const RunLabel& label);

/// The whole of summary.md, summary.kk.md or summary.ru.md.
[[nodiscard]] std::string summary_markdown(const Summary& summary, const RunLabel& label, Language language);
/// The name of that file: English has no code in it.
[[nodiscard]] std::string summary_file_name(Language language);

}  // namespace world::observers
