// Copies rows into values.
#include "world/observers/story_people.hpp"

#include <algorithm>
#include <tuple>

#include "agents/household.hpp"

namespace world::observers {

const Person& Household::head() const {
  const auto found = std::find_if(members.begin(), members.end(), [](const Person& one) { return one.is_head(); });
  return found != members.end() ? *found : members.front();
}

const Person* Household::find(std::uint64_t serial) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const Person& one) { return one.serial == serial; });
  return found != members.end() ? &*found : nullptr;
}

Named Household::named(const Person& person, agents::Month now) const {
  const auto role = [&] {
    if (person.serial == self().serial) return Role::self;
    // Only the head and its partner are a couple, so two who are marked are each other's.
    if (person.is_partnered() && self().is_partnered()) return Role::partner;
    if (person.is_head()) return Role::head;
    if (person.is_partnered()) return Role::partner_of_head;
    return person.age(now) < agents::adult_age ? Role::child : Role::adult;
  };
  return {.role = role(), .person = person};
}

Person person_in(const agents::Block& block, agents::Row row, const std::vector<std::uint8_t>& hub) {
  Person person{.serial = block.serial[row],
                .row = row,
                .born = block.born[row],
                .status = block.status[row],
                .post = block.post[row],
                .skill = block.skill[row],
                .region = block.region[row],
                .registered = block.registered[row],
                .home = block.home[row]};
  if (agents::is_employed(person.labour())) person.works = person.commutes() ? hub[person.region] : person.region;
  return person;
}

Household household_in(const agents::Block& block, agents::Row row, const std::vector<std::uint8_t>& hub) {
  Household household;
  agents::for_each_member(block, row,
                          [&](agents::Row member) { household.members.push_back(person_in(block, member, hub)); });
  const auto order = [](const Person& one) {
    const int rank = one.is_head() ? 0 : one.is_partnered() ? 1 : 2;
    return std::tuple(rank, one.born, one.serial);
  };
  std::sort(household.members.begin() + 1, household.members.end(),
            [&](const Person& a, const Person& b) { return order(a) < order(b); });
  return household;
}

bool lives_in(const agents::Block& block, const Person& person) {
  return person.row < block.n_rows() && !block.is_empty(person.row) && block.serial[person.row] == person.serial;
}

}  // namespace world::observers
