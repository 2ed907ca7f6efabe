// Small dense tables with two or three named axes. Used for everything that is
// indexed by region, sector, age and the like; never for citizens.
#pragma once

#include <cstddef>
#include <vector>

namespace agents {

/// A table [rows × columns], row-major, filled with T{}.
template <class T>
class Grid {
 public:
  Grid() = default;
  Grid(int rows, int columns, T value = T{})
      : rows_(rows), columns_(columns),
        cells_(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns), value) {}

  [[nodiscard]] T& operator()(int row, int column) { return cells_[index(row, column)]; }
  [[nodiscard]] const T& operator()(int row, int column) const { return cells_[index(row, column)]; }
  [[nodiscard]] T* row(int r) { return cells_.data() + index(r, 0); }
  [[nodiscard]] const T* row(int r) const { return cells_.data() + index(r, 0); }
  [[nodiscard]] int rows() const { return rows_; }
  [[nodiscard]] int columns() const { return columns_; }
  [[nodiscard]] std::vector<T>& cells() { return cells_; }
  [[nodiscard]] const std::vector<T>& cells() const { return cells_; }
  friend bool operator==(const Grid&, const Grid&) = default;

 private:
  [[nodiscard]] std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  int rows_ = 0;
  int columns_ = 0;
  std::vector<T> cells_;
};

/// A table [layers × rows × columns], row-major, filled with T{}.
template <class T>
class Cube {
 public:
  Cube() = default;
  Cube(int layers, int rows, int columns, T value = T{})
      : rows_(rows), flat_(layers * rows, columns, value) {}

  [[nodiscard]] T& operator()(int layer, int row, int column) { return flat_(layer * rows_ + row, column); }
  [[nodiscard]] const T& operator()(int layer, int row, int column) const {
    return flat_(layer * rows_ + row, column);
  }
  [[nodiscard]] int layers() const { return rows_ == 0 ? 0 : flat_.rows() / rows_; }
  [[nodiscard]] int rows() const { return rows_; }
  [[nodiscard]] int columns() const { return flat_.columns(); }
  [[nodiscard]] std::vector<T>& cells() { return flat_.cells(); }
  [[nodiscard]] const std::vector<T>& cells() const { return flat_.cells(); }
  friend bool operator==(const Cube&, const Cube&) = default;

 private:
  int rows_ = 0;
  Grid<T> flat_;
};

}  // namespace agents
