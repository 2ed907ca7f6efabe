#include "agents/block.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "agents/expects.hpp"

namespace agents {

namespace {
constexpr std::size_t alignment = 64;
int rounded_up(int rows) { return (rows + 63) / 64 * 64; }
}  // namespace

void Block::Release::operator()(std::byte* memory) const { ::operator delete(memory, std::align_val_t{alignment}); }

Block::Block(int capacity) { lay_out(std::min(rounded_up(std::max(capacity, 64)), max_rows)); }

// One piece of memory for all columns, widest first, so that a block is a few
// contiguous runs for the cache and for a checkpoint.
void Block::lay_out(int capacity) {
  const auto rows = static_cast<std::size_t>(capacity);
  auto* fresh = static_cast<std::byte*>(::operator new(rows * bytes_per_citizen, std::align_val_t{alignment}));
  std::unique_ptr<std::byte, Release> memory(fresh);
  std::size_t offset = 0;
  visit_columns(*this, [&]<class T>(const char*, T*& pointer) {
    auto* target = reinterpret_cast<T*>(fresh + offset);
    if (n_rows_ > 0 && pointer != nullptr) std::memcpy(target, pointer, static_cast<std::size_t>(n_rows_) * sizeof(T));
    pointer = target;
    offset += rows * sizeof(T);
  });
  memory_ = std::move(memory);
  capacity_ = capacity;
}

Row Block::add_row() {
  Row row;
  if (first_free_ != no_row) {
    row = first_free_;
    first_free_ = moved[row];
    --n_free_;
  } else {
    if (n_rows_ == capacity_) {
      expects(capacity_ < max_rows, "a block holds at most 65,472 rows: a smaller synthesis.block_citizens leaves room to grow");
      lay_out(std::min(rounded_up(capacity_ + capacity_ / 8), max_rows));
    }
    row = static_cast<Row>(n_rows_++);
  }
  serial[row] = 0;
  born[row] = 0;
  moved[row] = 0;
  next[row] = row;
  status[row] = 0;
  post[row] = 0;
  skill[row] = 0;
  region[row] = 0;
  registered[row] = 0;
  home[row] = 0;
  return row;
}

Block Block::of_rows(int n_rows) {
  expects(n_rows >= 0 && n_rows <= max_rows, "a block has 0 to 65,472 rows");
  // Room to grow by the same step as `add_row`.
  Block block(n_rows + n_rows / 8);
  block.n_rows_ = n_rows;
  return block;
}

bool Block::adopt_free_rows(Row first_free) {
  int n_empty = 0, n_listed = 0;
  for (int row = 0; row < n_rows_; ++row) n_empty += is_empty(static_cast<Row>(row)) ? 1 : 0;
  for (Row row = first_free; row != no_row; row = moved[row]) {
    // A list longer than the rows it is of goes in a circle.
    if (row >= n_rows_ || !is_empty(row) || ++n_listed > n_empty) return false;
  }
  if (n_listed != n_empty) return false;
  n_free_ = n_empty;
  first_free_ = first_free;
  return true;
}

void Block::free_row(Row row) {
  expects(next[row] == row, "a row is freed only after it left its household");
  serial[row] = 0;
  born[row] = 0;
  moved[row] = first_free_;  // the free list runs through this column
  status[row] = static_cast<std::uint8_t>(Labour::empty);
  post[row] = 0;
  skill[row] = 0;
  region[row] = 0;
  registered[row] = 0;
  home[row] = 0;
  first_free_ = row;
  ++n_free_;
}

}  // namespace agents
