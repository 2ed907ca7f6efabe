// Public money by region: what comes in, what the republic gives and takes, and
// what is left for services. Accounts are whole tenge of the real country,
// whatever the world's scale, and balance every month. Must not know posts,
// dwellings, policies or citizens: only sums of money, and how many people live
// somewhere and are believed to.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "world/budget_parameters.hpp"
#include "world/country.hpp"

namespace world {

using Kzt = std::int64_t;  // whole tenge at prices of the base year

/// The lines of every account: opening + incomes − expenses = closing.
enum class AccountLine : int {
  opening,
  wage_revenue,
  housing_revenue,
  other_revenue,
  transfers_in,
  envelope,
  borrowed,
  transfers_out,
  services,
  policies,
  closing,
};
inline constexpr int n_account_lines = 11;
struct AccountLineInfo {
  const char* name;
  int sign;  // +1 comes in, −1 goes out, 0 is a balance
  const char* sentence;
};
[[nodiscard]] const std::array<AccountLineInfo, n_account_lines>& account_line_infos();

/// What revenue is taken from, [region].
struct RevenueBase {
  std::vector<double> wage_bill;      // of the formal posts of the region, KZT a month
  std::vector<double> housing_value;  // of all dwellings, KZT
  std::vector<double> value_added;    // stand-in: all wages and informal incomes, KZT a month
};

/// How the republic shares out its transfers.
struct TransferRule {
  double follows = 0;  // share that goes by observed people; 0: as at the start (om)
  double equal_share =
      1;           // of that: by people and cost alone; the rest by a region's own transfer per head at the start
  double cap = 1;  // a region loses at most this part of its transfers in a year
};

struct Budget {
  // Fixed when the world is built.
  std::vector<double> per_resident;                    // [region] KZT a year and actual resident at the start
  std::vector<double> start_people;                    // [region] actual residents at the start
  std::vector<double> start_observed;                  // [region] observed residents at the start
  double reference = 0;                                // KZT a year and actual resident, nation at the start
  std::vector<double> wage_rate, housing_rate;         // [region] of wage bill and housing value a month
  std::vector<double> start_other, start_value_added;  // [region] KZT a month
  std::vector<double> withdrawal_rate;                 // [region] of own revenue
  std::vector<Kzt> start_transfers, start_services;    // [region] KZT a month
  double start_national_revenue = 0;                   // of the republic, what is there for transfers, KZT a month
  double pool_share = 1;                               // of the republic's incomes that is given as transfers

  // State.
  Grid<Kzt> accounts;                  // [regions, the nation, policies × line] of the month
  Grid<Kzt> transfers_history;         // [calendar month × region] of the last twelve
  Grid<Kzt> services_history;          // the same of spending on services
  std::vector<Kzt> held;               // [region] transfers of the month over what the rule alone would give
  Kzt requested = 0;                   // asked for by policies this month
  Kzt borrowed = 0;                    // since the start
  std::vector<double> observed;        // [region] people the state sees
  std::vector<double> spending_ratio;  // [region] spending on services over its start
  std::vector<double> services;        // [region] S_r = ln(spending per actual resident / national mean at the start)

  [[nodiscard]] int n_regions() const { return accounts.rows() - 2; }
  [[nodiscard]] int nation() const { return accounts.rows() - 2; }
  [[nodiscard]] int policies() const { return accounts.rows() - 1; }
  [[nodiscard]] Kzt line(int account, AccountLine line) const { return accounts(account, static_cast<int>(line)); }
};

/// What the month brings to the accounts besides revenue.
struct MonthOfMoney {
  const std::vector<double>& people;    // [region] actual residents
  const std::vector<double>& observed;  // [region] whom the state sees
  TransferRule rule;
  std::vector<Kzt> local_policies{};  // [region] paid for policies by the region
  Kzt national_policies = 0;          // paid from the envelope, or borrowed
  Kzt envelope = 0;                   // what it receives this month
  bool may_borrow = false;            // no envelope is stated
  Kzt requested = 0;
};

/// `people` and `observed` [region] are actual residents and those whom the
/// state believes there are at the start. Spending is that of budgets.csv per
/// actual resident; own revenue is what transfers and withdrawals leave open.
[[nodiscard]] Budget start_budget(const Country& country, const BudgetParameters& parameters, const RevenueBase& base,
                                  const std::vector<double>& people, const std::vector<double>& observed);

/// Books the month: revenue, transfers, policies, services; then what services are worth.
void budget_responds(Budget& budget, const BudgetParameters& parameters, const RevenueBase& base,
                     const MonthOfMoney& money, agents::Month month);

/// Transfers of the month, [region], that sum to `pool`. `held` receives what bounds added or took.
[[nodiscard]] std::vector<Kzt> transfers_of(const Budget& budget, const BudgetParameters& parameters, Kzt pool,
                                            const TransferRule& rule, const std::vector<double>& observed,
                                            int calendar_month, std::vector<Kzt>& held);

/// What a year's envelope gives in a calendar month: twelve of them are the year to the tenge.
[[nodiscard]] Kzt envelope_of_month(const BudgetParameters& parameters, int calendar_month);

}  // namespace world
