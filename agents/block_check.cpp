#include "agents/block_check.hpp"

#include <cstddef>
#include <vector>

namespace agents {

namespace {

// Counts instead of early returns, so that the loops become vectors.
template <class IsWrong>
bool any_row(const Block& block, IsWrong&& is_wrong) {
  int n_wrong = 0;
  for (int row = 0; row < block.n_rows(); ++row) n_wrong += is_wrong(static_cast<std::size_t>(row)) ? 1 : 0;
  return n_wrong > 0;
}

const char* fault_of_bytes(const Block& block, const BlockLimits& limits) {
  const int n = limits.n_regions, n_rows = block.n_rows();
  if (any_row(block, [&](std::size_t row) { return block.region[row] >= n; })) return "a region that does not exist";
  if (any_row(block, [&](std::size_t row) { return block.registered[row] >= n && block.registered[row] != nowhere; })) {
    return "a registration in a region that does not exist";
  }
  if (any_row(block, [&](std::size_t row) { return block.home[row] >= n && block.home[row] != nowhere; })) {
    return "a home region that does not exist";
  }
  if (any_row(block, [&](std::size_t row) { return block.next[row] >= n_rows; }))
    return "a household that leads nowhere";
  if (any_row(block, [&](std::size_t row) { return (block.skill[row] & skill::class_mask) >= n_skills; })) {
    return "a skill class that does not exist";
  }
  const auto is_student = [&](std::size_t row) {
    return (block.status[row] & status::labour_mask) == static_cast<std::uint8_t>(Labour::student);
  };
  if (any_row(block, [&](std::size_t row) {
        return !is_student(row) && (block.post[row] & post::sector_mask) >= limits.n_sectors;
      })) {
    return "a post in a sector that does not exist";
  }
  if (any_row(block, [&](std::size_t row) {
        const std::uint8_t elsewhere = is_student(row) ? study::in_hub : post::commutes;
        return (block.post[row] & elsewhere) != 0 && limits.hub[block.region[row]] == nowhere;
      })) {
    return "a commuter of a region without a hub";
  }
  if (any_row(block, [&](std::size_t row) {
        const bool lives = (block.status[row] & status::labour_mask) != static_cast<std::uint8_t>(Labour::empty);
        const Month age = limits.now - block.born[row];
        return lives && (age < 0 || age >= n_ages * 12);
      })) {
    return "an age out of range";
  }
  return nullptr;
}

const char* fault_of_ring(const Block& block, Row first, std::vector<std::uint8_t>& is_seen) {
  int n_heads = 0;
  Row row = first;
  do {
    if (is_seen[row] != 0 || block.is_empty(row)) return "a household that is no ring";
    is_seen[row] = 1;
    n_heads += block.has(row, status::head) ? 1 : 0;
    if (block.region[row] != block.region[first]) return "a household that lives in two regions";
    row = block.next[row];
  } while (row != first);
  return n_heads == 1 ? nullptr : "a household without one head";
}

}  // namespace

const char* fault_of(const Block& block, const BlockLimits& limits) {
  if (const char* fault = fault_of_bytes(block, limits)) return fault;
  std::vector<std::uint8_t> is_seen(static_cast<std::size_t>(block.n_rows()));
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<Row>(i);
    if (is_seen[row] != 0) continue;
    if (block.is_empty(row)) {
      if (block.next[row] != row) return "a free row in a household";
      continue;
    }
    if (const char* fault = fault_of_ring(block, row, is_seen)) return fault;
  }
  return nullptr;
}

}  // namespace agents
