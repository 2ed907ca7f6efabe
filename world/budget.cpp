#include "world/budget.hpp"

#include "agents/exact_math.hpp"

namespace world {

Budget start_budget(const Country& country, const std::vector<double>& people) {
  Budget budget{.per_resident = country.budget_per_resident_kzt, .start_people = people,
                .spending_ratio = people, .services = people};
  double total = 0, residents = 0;
  for (std::size_t r = 0; r < people.size(); ++r) {
    total += budget.per_resident[r] * people[r];
    residents += people[r];
  }
  const double reference = total / residents;
  for (std::size_t r = 0; r < people.size(); ++r) {
    budget.services[r] = agents::exact_log(budget.per_resident[r] / reference);
  }
  budget_responds(budget, people);
  return budget;
}

void budget_responds(Budget& budget, const std::vector<double>& people) {
  for (std::size_t r = 0; r < people.size(); ++r) {
    budget.spending_ratio[r] = budget.start_people[r] > 0 ? people[r] / budget.start_people[r] : 1;
  }
}

}  // namespace world
