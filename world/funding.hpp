// Who pays for policies, and how much of them: each month's cost is asked of the
// regions that share in it and of the national envelope, which pays class by
// class. What was paid, and only that, acts. Must not know what policies do.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "world/accounts.hpp"
#include "world/budget.hpp"

namespace world {

/// What one policy asks for this month.
struct Request {
  std::string policy;
  double priority = usual_priority;  // class: smaller is paid first
  double local_share = 0;            // of the cost, asked of the region
  int region = -1;                   // −1: none
  Kzt kzt = 0;
};

/// What there is for policies.
struct Purse {
  bool is_limited = false;   // false: no envelope is stated, all is paid
  Kzt national = 0;          // rest of the envelope
  std::vector<Kzt> local{};  // [region] what it may give this month
};

/// What one policy gets.
struct Payment {
  Kzt national = 0, local = 0;
  double share = 0;  // of the request, 0–1: the dose at which it acts
  [[nodiscard]] Kzt kzt() const { return national + local; }
};

/// Regions first: requests beyond what a region may give are cut in proportion.
/// Then the envelope, class by class; the first class it cannot pay shares what
/// is left in proportion, later ones get nothing. A policy is cut as a whole:
/// the region pays no more than its part of what the envelope pays. `purse` is
/// left with the rest. A request of nothing counts as paid while money is left.
[[nodiscard]] std::vector<Payment> ration(const std::vector<Request>& requests, Purse& purse);

/// The books of one policy.
struct Funding {
  std::string policy;
  Request asked{};                                    // of the month, re-made each month
  Payment paid{};                                     // of the month
  std::array<double, n_package_parts> paid_months{};  // sum of paid shares over the instalments of each part
  Kzt paid_in_all = 0;
};

/// The books of all policies, in the order of `visit_policies`.
struct FundingBook {
  std::vector<Funding> policies;

  [[nodiscard]] const Funding* find(const std::string& policy) const;
  /// Share of this month's cost that is paid; 0 for a policy that is not there.
  [[nodiscard]] double share(const std::string& policy) const;
  /// Share of its instalments up to now that were paid: `months` after the start, of `n` instalments in all. What
  /// is built stands to this share of the plan.
  [[nodiscard]] double built(const std::string& policy, int part, int months, int n) const;
  /// The same a month earlier.
  [[nodiscard]] double built_before(const std::string& policy, int part, int months, int n) const;
};

/// Share of a dormitory that was paid, and so stands when it is delivered.
[[nodiscard]] double built_share(const Dormitory& policy, const FundingBook& book);

/// Requests of the month from its cost lines, one for each policy of the scenario.
[[nodiscard]] std::vector<Request> requests_of(const Scenario& scenario, const Country& country,
                                               const std::vector<CostLine>& lines);

/// Pays the month and notes what was paid. Books of policies that are gone are dropped.
void fund(FundingBook& book, const Scenario& scenario, const std::vector<Request>& requests, Purse& purse,
          agents::Month month);

/// At the month's end, when all costs are known: pays what `final` asks at the share of the month. More than was
/// set aside is taken from what is left of the envelope, as far as it goes.
void settle(FundingBook& book, const std::vector<Request>& final, Purse& purse);

/// The cost lines as they were paid: whole tenge that sum to what each policy got.
[[nodiscard]] std::vector<CostLine> paid_lines(std::vector<CostLine> lines, const FundingBook& book);

/// The first month in which a policy of the scenario acts, or the last representable month.
[[nodiscard]] agents::Month first_policy_month(const Scenario& scenario);

}  // namespace world
