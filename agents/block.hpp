// A block: some sixteen thousand citizens as a few narrow columns, and the
// households that live in it. The unit of a task, of a checkpoint chunk and of
// what a rank owns. Knows nothing of places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "agents/types.hpp"

namespace agents {

// The status byte: labour state and five truths. It is at the same time the
// row index of the monthly sweep's table, so one load gives a citizen's risks.
namespace status {
inline constexpr std::uint8_t labour_mask = 0x07;
inline constexpr std::uint8_t female = 0x08;
inline constexpr std::uint8_t head = 0x10;
inline constexpr std::uint8_t partnered = 0x20;
inline constexpr std::uint8_t owner = 0x40;
inline constexpr std::uint8_t unregistered = 0x80;  // registered elsewhere than where the citizen lives
}  // namespace status

// The post byte: sector, and where the post is.
namespace post {
inline constexpr std::uint8_t sector_mask = 0x0f;
inline constexpr std::uint8_t commutes = 0x10;   // the post is in the hub of the citizen's region
inline constexpr std::uint8_t promised = 0x20;   // moved with a post in hand: first in the next settlement
}  // namespace post

// The skill byte: the skill class attained; above it, of a student how the
// citizen studies, of anybody else a bond to the enterprise that trained them.
namespace skill {
inline constexpr std::uint8_t class_mask = 0x0f;
inline constexpr std::uint8_t degree_student = 0x10;  // a student: for a degree; else in a college or at school
inline constexpr std::uint8_t dual = 0x20;            // a student: trained in part by a partner enterprise
inline constexpr std::uint8_t in_dormitory = 0x40;    // a student: has a bed
inline constexpr std::uint8_t away = 0x80;            // a student: came from another region to study
inline constexpr std::uint8_t bonded = 0x20;          // no student: bound to the partner enterprise …
inline constexpr int bond_end_shift = 6;              // … until June of this year, modulo 4
}  // namespace skill

// The post byte of a student, who has no post: what is studied, and until when.
namespace study {
inline constexpr std::uint8_t field_mask = 0x07;      // 0: at school
inline constexpr int end_shift = 3;                   // June of this year, modulo 8
inline constexpr std::uint8_t end_mask = 0x38;
inline constexpr std::uint8_t in_hub = 0x40;          // lives in a hinterland and studies in its hub
}  // namespace study

/// Bytes of one citizen over all columns.
inline constexpr std::size_t bytes_per_citizen = 8 + 3 * 2 + 6 * 1;
static_assert(bytes_per_citizen <= 24, "a new column argues for its bytes");

inline constexpr Row no_row = 0xffff;
inline constexpr int max_rows = 0xffc0;  // a whole number of cache lines of bytes

/// Columns of up to `capacity` rows; rows 0 … n_rows−1 are in use or on the
/// free list (labour state `empty`, alone in their ring, all else cleared but
/// `moved`, through which the list runs). A household is a ring over `next`, with
/// exactly one head. Moves leave rows in place; births take free rows first.
class Block {
 public:
  Block() = default;
  explicit Block(int capacity);

  std::uint64_t* serial = nullptr;     // identity for the draws, never changes
  std::uint16_t* born = nullptr;       // Month of birth
  std::uint16_t* moved = nullptr;      // Month of the last interregional move
  Row* next = nullptr;                 // the next member of the household
  std::uint8_t* status = nullptr;
  std::uint8_t* post = nullptr;
  std::uint8_t* skill = nullptr;
  std::uint8_t* region = nullptr;      // lives here
  std::uint8_t* registered = nullptr;  // registered here; `nowhere` for none
  std::uint8_t* home = nullptr;        // region of origin; `nowhere` for abroad

  [[nodiscard]] int n_rows() const { return n_rows_; }
  [[nodiscard]] int capacity() const { return capacity_; }
  [[nodiscard]] int n_citizens() const { return n_rows_ - n_free_; }

  /// A row for a new citizen, cleared and alone in its ring. Grows the columns
  /// when full, which invalidates column pointers held by the caller.
  [[nodiscard]] Row add_row();
  /// Gives the row of somebody who is gone back. The row must be out of its ring.
  void free_row(Row row);

  /// Calls see(name, pointer) for every column, widest first. `Self` is Block or const Block.
  template <class Self, class See>
  static void visit_columns(Self& self, See&& see) {
    see("serial", self.serial);
    see("born", self.born);
    see("moved", self.moved);
    see("next", self.next);
    see("status", self.status);
    see("post", self.post);
    see("skill", self.skill);
    see("region", self.region);
    see("registered", self.registered);
    see("home", self.home);
  }

  /// A block with `n_rows` rows in use, 0 to `max_rows`, as a checkpoint holds them: the caller fills every
  /// column and then calls `adopt_free_rows`.
  [[nodiscard]] static Block of_rows(int n_rows);
  /// Takes up the list of free rows that begins at `first_free`. False, and the block is unusable, if the list
  /// is not made of just the rows in which nobody lives.
  [[nodiscard]] bool adopt_free_rows(Row first_free);

  [[nodiscard]] Labour labour(Row row) const { return static_cast<Labour>(status[row] & status::labour_mask); }
  void set_labour(Row row, Labour state) {
    status[row] = static_cast<std::uint8_t>((status[row] & ~status::labour_mask) | static_cast<std::uint8_t>(state));
  }
  [[nodiscard]] bool has(Row row, std::uint8_t flag) const { return (status[row] & flag) != 0; }
  void set(Row row, std::uint8_t flag, bool value) {
    status[row] = static_cast<std::uint8_t>(value ? status[row] | flag : status[row] & ~flag);
  }
  [[nodiscard]] bool is_empty(Row row) const { return labour(row) == Labour::empty; }
  [[nodiscard]] int age_months(Row row, Month now) const { return now - born[row]; }
  [[nodiscard]] int age(Row row, Month now) const { return (now - born[row]) / 12; }
  [[nodiscard]] int skill_class(Row row) const { return skill[row] & skill::class_mask; }
  [[nodiscard]] int sector(Row row) const { return post[row] & post::sector_mask; }
  [[nodiscard]] bool is_student(Row row) const { return labour(row) == Labour::student; }
  /// In a college or university.
  [[nodiscard]] bool is_enrolled(Row row) const { return is_student(row) && (post[row] & study::field_mask) != 0; }
  /// Of a student: the skill class that the studies lead to; 0 at school.
  [[nodiscard]] int study_class(Row row) const {
    const int field = post[row] & study::field_mask;
    return field == 0 ? 0 : skill_of((skill[row] & skill::degree_student) != 0 ? 2 : 1, field);
  }
  /// Of a student: do the studies end in June of `year`?
  [[nodiscard]] bool study_ends_in(Row row, int year) const {
    return (post[row] & study::end_mask) >> study::end_shift == (year & 7);
  }
  [[nodiscard]] bool is_bonded(Row row) const { return !is_student(row) && (skill[row] & skill::bonded) != 0; }
  /// Of anybody but a student: no bond any more.
  void release_bond(Row row) { skill[row] &= skill::class_mask; }
  /// Sets the `unregistered` truth from the two region columns.
  void refresh_registration(Row row) { set(row, status::unregistered, region[row] != registered[row]); }

  /// Bytes held by the columns.
  [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(capacity_) * bytes_per_citizen; }
  [[nodiscard]] Row first_free() const { return first_free_; }

 private:
  void lay_out(int capacity);

  struct Release {
    void operator()(std::byte* memory) const;
  };
  std::unique_ptr<std::byte, Release> memory_;
  int n_rows_ = 0;
  int capacity_ = 0;
  int n_free_ = 0;
  Row first_free_ = no_row;
};

}  // namespace agents
