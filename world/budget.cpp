#include "world/budget.hpp"

#include "agents/exact_math.hpp"

namespace world {

Budget start_budget(const Country& country, const std::vector<double>& people, const std::vector<double>& observed) {
  Budget budget{.per_resident = country.budget_per_resident_kzt, .start_people = people, .start_observed = observed,
                .spending_ratio = people, .services = people};
  double total = 0, residents = 0;
  for (std::size_t r = 0; r < people.size(); ++r) {
    total += budget.per_resident[r] * people[r];
    residents += people[r];
  }
  budget.reference = total / residents;
  budget_responds(budget, people, observed);
  return budget;
}

void budget_responds(Budget& budget, const std::vector<double>& people, const std::vector<double>& observed) {
  for (std::size_t r = 0; r < people.size(); ++r) {
    budget.spending_ratio[r] = budget.start_observed[r] > 0 ? observed[r] / budget.start_observed[r] : 1;
    const double residents = budget.start_people[r] > 0 ? people[r] / budget.start_people[r] : 1;
    const double thinned = residents > 0 ? budget.spending_ratio[r] / residents : 1;
    budget.services[r] = agents::exact_log(budget.per_resident[r] * thinned / budget.reference);
  }
}

}  // namespace world
