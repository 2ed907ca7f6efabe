// One citizen and one household as plain values, copied from the rows at a
// month's end, so that two month ends can be compared. Knows no events.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/block.hpp"
#include "world/world.hpp"

namespace world::observers {

/// A citizen at a month's end.
struct Person {
  std::uint64_t serial = 0;
  agents::Row row = 0;
  agents::Month born = 0;
  std::uint8_t status = 0, post = 0, skill = 0;  // bytes of the row
  std::uint8_t region = 0, registered = 0, home = 0;
  std::uint8_t works = agents::nowhere;  // region of the post; nowhere without one

  [[nodiscard]] agents::Labour labour() const {
    return static_cast<agents::Labour>(status & agents::status::labour_mask);
  }
  [[nodiscard]] bool is_female() const { return (status & agents::status::female) != 0; }
  [[nodiscard]] bool is_head() const { return (status & agents::status::head) != 0; }
  [[nodiscard]] bool is_partnered() const { return (status & agents::status::partnered) != 0; }
  [[nodiscard]] bool is_owner() const { return (status & agents::status::owner) != 0; }
  [[nodiscard]] bool is_enrolled() const {
    return labour() == agents::Labour::student && (post & agents::study::field_mask) != 0;
  }
  [[nodiscard]] bool studies_for_degree() const { return is_enrolled() && (skill & agents::skill::degree_student) != 0; }
  /// Came from another region to study.
  [[nodiscard]] bool studies_away() const { return is_enrolled() && (skill & agents::skill::away) != 0; }
  // The post byte of a student holds studies.
  [[nodiscard]] bool commutes() const {
    return labour() != agents::Labour::student && (post & agents::post::commutes) != 0;
  }
  [[nodiscard]] bool has_promise() const {
    return labour() != agents::Labour::student && (post & agents::post::promised) != 0;
  }
  [[nodiscard]] int skill_class() const { return skill & agents::skill::class_mask; }
  [[nodiscard]] int sector() const { return post & agents::post::sector_mask; }
  [[nodiscard]] int age(agents::Month now) const { return (now - born) / 12; }
};

/// What somebody is to the citizen whose story is told.
enum class Role : std::uint8_t { self, partner, head, partner_of_head, child, adult };

/// Somebody in an event.
struct Named {
  Role role = Role::self;
  Person person;
};

/// Members of one household: the citizen followed, the couple, then by age.
struct Household {
  std::vector<Person> members;

  [[nodiscard]] const Person& self() const { return members.front(); }
  [[nodiscard]] const Person& head() const;
  [[nodiscard]] const Person* find(std::uint64_t serial) const;
  [[nodiscard]] bool has(std::uint64_t serial) const { return find(serial) != nullptr; }
  /// `person` must be a member; `now` decides who is still a child.
  [[nodiscard]] Named named(const Person& person, agents::Month now) const;
};

[[nodiscard]] Person person_in(const agents::Block& block, agents::Row row, const std::vector<std::uint8_t>& hub);
/// The household of `row`. Cost: linear in its members.
[[nodiscard]] Household household_in(const agents::Block& block, agents::Row row, const std::vector<std::uint8_t>& hub);
/// Whether the row still holds this person.
[[nodiscard]] bool lives_in(const agents::Block& block, const Person& person);

}  // namespace world::observers
