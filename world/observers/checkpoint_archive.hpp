// The structured part of a checkpoint in the bytes of cereal's portable binary
// archive. What is read comes from a file that may lie: the input archive works
// on bytes in memory and never takes, nor makes room for, more than are left.
// Only the checkpoint_*.cpp files include this.
#pragma once

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>

#include <cstring>
#include <span>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include "agents/expects.hpp"
#include "agents/grid.hpp"
#include "world/observers/checkpoint_file.hpp"

namespace world::observers {

/// What the bytes say cannot be; `what` completes the sentence "damaged checkpoint: …".
struct ArchiveFault : cereal::Exception {
  using Exception::Exception;
};

/// Reads what cereal::PortableBinaryOutputArchive wrote on a little-endian machine.
class GuardedInput : public cereal::InputArchive<GuardedInput, cereal::AllowEmptyClassElision> {
 public:
  explicit GuardedInput(std::span<const std::byte> bytes) : InputArchive(this), left_(bytes) {
    std::uint8_t is_little_endian = 0;
    (*this)(is_little_endian);
    if (is_little_endian != 1) throw ArchiveFault("its numbers are not little-endian");
  }

  void loadBinary(void* data, std::size_t size) {
    if (size > left_.size()) throw ArchiveFault("a part of it ends too early");
    if (size > 0) std::memcpy(data, left_.data(), size);
    left_ = left_.subspan(size);
  }
  [[nodiscard]] std::size_t n_left() const { return left_.size(); }

 private:
  std::span<const std::byte> left_;
};

template <class T>
requires std::is_arithmetic_v<T>
void CEREAL_LOAD_FUNCTION_NAME(GuardedInput& archive, T& value) { archive.loadBinary(&value, sizeof value); }
template <class T>
void CEREAL_SERIALIZE_FUNCTION_NAME(GuardedInput& archive, cereal::SizeTag<T>& tag) {
  archive(tag.size);
  if (tag.size > archive.n_left()) throw ArchiveFault("a list is longer than the file");
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(GuardedInput& archive, cereal::BinaryData<T>& data) {
  archive.loadBinary(data.data, static_cast<std::size_t>(data.size));
}

/// Writes fields one after the other. `Reader` has the same calls, so that one function lists the fields of a struct.
class Writer {
 public:
  static constexpr bool is_reader = false;
  Writer() : archive_(stream_, cereal::PortableBinaryOutputArchive::Options::LittleEndian()) {}

  template <class T>
  requires std::is_arithmetic_v<T>
  void number(const T& value) { archive_(value); }
  void text(const std::string& value) { archive_(value); }
  template <class T>
  void list(const std::vector<T>& values) {
    static_assert(std::is_arithmetic_v<T>);
    archive_(cereal::make_size_tag(static_cast<cereal::size_type>(values.size())));
    archive_(cereal::binary_data(values.data(), values.size() * sizeof(T)));
  }
  /// A list of known length.
  template <class T>
  void row(const std::vector<T>& values, int size) {
    agents::expects(static_cast<int>(values.size()) == size,
                    "a list of the state has another length than the checkpoint expects");
    list(values);
  }
  template <class T>
  void table(const agents::Grid<T>& grid, int rows, int columns) {
    agents::expects(grid.rows() == rows && grid.columns() == columns,
                    "a table of the state has another shape than the checkpoint expects");
    list(grid.cells());
  }
  template <class T>
  void cube(const agents::Cube<T>& cube, int layers, int rows, int columns) {
    agents::expects(cube.layers() == layers && cube.rows() == rows && cube.columns() == columns,
                    "a table of the state has another shape than the checkpoint expects");
    list(cube.cells());
  }
  /// Words in place.
  template <class T>
  void words(std::span<T> values) {
    archive_(cereal::binary_data(values.data(), values.size_bytes()));
  }
  /// A list of structs, each written by `see`.
  template <class T, class See>
  void each(const std::vector<T>& items, See&& see) {
    archive_(cereal::make_size_tag(static_cast<cereal::size_type>(items.size())));
    for (const T& item : items) see(item);
  }

  [[nodiscard]] Bytes bytes() const {
    const std::string text = stream_.str();
    const auto all = std::as_bytes(std::span(text));
    return {all.begin(), all.end()};
  }

 private:
  std::ostringstream stream_;
  cereal::PortableBinaryOutputArchive archive_;
};

class Reader {
 public:
  static constexpr bool is_reader = true;
  explicit Reader(std::span<const std::byte> bytes) : archive_(bytes) {}

  template <class T>
  requires std::is_arithmetic_v<T>
  void number(T& value) { archive_(value); }
  void text(std::string& value) { archive_(value); }
  template <class T>
  void list(std::vector<T>& values) {
    cereal::size_type size = 0;
    archive_(cereal::make_size_tag(size));
    if (size > archive_.n_left() / sizeof(T)) throw ArchiveFault("a list is longer than the file");
    values.resize(size);
    archive_(cereal::binary_data(values.data(), values.size() * sizeof(T)));
  }
  template <class T>
  void row(std::vector<T>& values, int size) {
    list(values);
    if (values.size() != static_cast<std::size_t>(size)) refuse_shape();
  }
  template <class T>
  void table(agents::Grid<T>& grid, int rows, int columns) {
    grid = agents::Grid<T>(rows, columns);
    cells(grid.cells());
  }
  template <class T>
  void cube(agents::Cube<T>& cube, int layers, int rows, int columns) {
    cube = agents::Cube<T>(layers, rows, columns);
    cells(cube.cells());
  }
  template <class T>
  void words(std::span<T> values) {
    archive_(cereal::binary_data(values.data(), values.size_bytes()));
  }
  template <class T, class See>
  void each(std::vector<T>& items, See&& see) {
    cereal::size_type size = 0;
    archive_(cereal::make_size_tag(size));
    items.clear();
    // One by one: a false size runs out of bytes before it runs out of memory.
    for (cereal::size_type i = 0; i < size; ++i) see(items.emplace_back());
  }
  /// Errors: ArchiveFault if bytes are left over.
  void expect_end() const {
    if (archive_.n_left() != 0) throw ArchiveFault("a part of it is too long");
  }

 private:
  [[noreturn]] static void refuse_shape() {
    throw ArchiveFault("its tables have other shapes than this country and these parameters give");
  }
  template <class T>
  void cells(std::vector<T>& expected) {
    std::vector<T> found;
    list(found);
    if (found.size() != expected.size()) refuse_shape();
    expected = std::move(found);
  }

  GuardedInput archive_;
};

}  // namespace world::observers

CEREAL_REGISTER_ARCHIVE(world::observers::GuardedInput)
