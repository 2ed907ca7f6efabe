// A checkpoint as a file: chunks of bytes, each with its size and checksum, a
// head that lists them, and a preamble that says where the head is. Knows bytes
// only; what they mean is in checkpoint.hpp. docs/reliability.md has the layout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "agents/parallel.hpp"
#include "world/observers/file.hpp"

namespace world::observers {

using Bytes = std::vector<std::byte>;

/// The layout that this program writes.
inline constexpr std::uint32_t checkpoint_format = 4;

enum class Codec : std::uint8_t { raw = 0, zstd = 1 };

/// One chunk as the head lists it.
struct ChunkInfo {
  std::uint64_t stored = 0;  // bytes in the file
  std::uint64_t plain = 0;   // bytes it means
  std::uint64_t xxh3 = 0;    // of the stored bytes
};

/// Writes a checkpoint under a name of its own. Not whole before `finish`.
class ChunkWriter {
 public:
  /// Errors: InputError, here and in every call.
  ChunkWriter(const std::filesystem::path& path, Codec codec);

  /// Appends chunks 0 … n−1 in order; `fill` puts the plain bytes of a chunk into an empty buffer, and is
  /// called by the workers of `crew`, for each chunk once.
  void append(int n, const agents::Crew& crew, const std::function<void(int, Bytes&)>& fill);
  /// Writes head and preamble, and closes the file.
  void finish(std::span<const std::byte> head);

  [[nodiscard]] const std::vector<ChunkInfo>& chunks() const { return chunks_; }
  [[nodiscard]] std::uint64_t bytes() const { return end_; }

 private:
  File file_;
  Codec codec_;
  std::uint64_t end_;
  std::vector<ChunkInfo> chunks_;
};

/// Reads one. Sizes are held against the file before anything is allocated.
class ChunkReader {
 public:
  /// Reads preamble and head, and verifies them. Errors: InputError for a file that is none of ours, of a newer
  /// format, cut off, or damaged.
  explicit ChunkReader(const std::filesystem::path& path);
  /// The same of bytes in memory, for tests; `is_trusted` looks at no checksum of a chunk.
  ChunkReader(std::span<const std::byte> bytes, bool is_trusted);

  [[nodiscard]] std::span<const std::byte> head() const { return head_; }
  /// Takes up the list of chunks that the head holds. Errors: InputError if they do not fill the file exactly.
  void take(std::vector<ChunkInfo> chunks, Codec codec);
  /// Puts the plain bytes of a chunk into `plain`. May be called by several threads. Errors: InputError.
  void read(std::size_t chunk, Bytes& plain) const;

  [[nodiscard]] std::size_t n_chunks() const { return chunks_.size(); }
  [[nodiscard]] const ChunkInfo& chunk(std::size_t i) const { return chunks_[i]; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
  [[nodiscard]] std::uint32_t format() const { return format_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Refuses the file: "NAME: damaged checkpoint: WHAT; …".
  [[noreturn]] void refuse(const std::string& what) const;

 private:
  void read_preamble_and_head();
  void fetch(std::uint64_t offset, std::span<std::byte> bytes) const;

  std::string name_;
  std::unique_ptr<File> file_;  // or:
  std::span<const std::byte> memory_;
  bool is_trusted_ = false;
  std::uint64_t bytes_ = 0, head_at_ = 0;
  std::uint32_t format_ = 0;
  Codec codec_ = Codec::raw;
  Bytes head_;
  std::vector<ChunkInfo> chunks_;
  std::vector<std::uint64_t> offsets_;
};

}  // namespace world::observers
