#include "world/observers/checkpoint_file.hpp"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string_view>

#include "world/errors.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

static_assert(std::endian::native == std::endian::little, "columns go to the file as they lie in memory");

// Line ends of every kind, so that a transfer in text mode is noticed.
constexpr std::array<char, 8> magic{'Q', 'O', 'N', 'Y', 'S', '\r', '\n', '\x1a'};

/// The first bytes of every format, now and later.
struct Preamble {
  std::array<char, 8> magic{};
  std::uint32_t format = 0;
  std::uint32_t unused = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t head_at = 0;
  std::uint64_t head_bytes = 0;
  std::uint64_t head_xxh3 = 0;
  std::uint64_t preamble_xxh3 = 0;  // of all before it
};
static_assert(sizeof(Preamble) == 56);

// A chunk cannot promise more than real ones ever hold, so that a small file cannot ask for much memory.
constexpr std::uint64_t most_expansion = 256, free_expansion = 4096;
constexpr int zstd_level = 1;
constexpr int chunks_in_a_batch = 64;

std::uint64_t xxh3_of(std::span<const std::byte> bytes) {
  return fingerprint({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::span<const std::byte> bytes_of(const Preamble& preamble) { return std::as_bytes(std::span(&preamble, 1)); }
std::uint64_t xxh3_of(const Preamble& preamble) {
  return xxh3_of(bytes_of(preamble).first(sizeof(Preamble) - sizeof(std::uint64_t)));
}

Bytes compressed(const Bytes& plain) {
  Bytes packed(ZSTD_compressBound(plain.size()));
  const std::size_t size = ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), zstd_level);
  if (ZSTD_isError(size) != 0) throw std::logic_error(std::string("zstd: ") + ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

}  // namespace

ChunkWriter::ChunkWriter(const std::filesystem::path& path, Codec codec)
    : file_(path, Access::create), codec_(codec), end_(sizeof(Preamble)) {}

void ChunkWriter::append(int n, const agents::Crew& crew, const std::function<void(int, Bytes&)>& fill) {
  std::vector<Bytes> batch(static_cast<std::size_t>(std::min(n, chunks_in_a_batch)));
  std::vector<ChunkInfo> infos(batch.size());
  std::vector<std::uint64_t> offsets(batch.size());
  for (int first = 0; first < n; first += chunks_in_a_batch) {
    const int size = std::min(chunks_in_a_batch, n - first);
    crew.for_each_block(size, [&](int i, int) {
      const auto at = static_cast<std::size_t>(i);
      batch[at].clear();
      fill(first + i, batch[at]);
      infos[at].plain = batch[at].size();
      if (codec_ == Codec::zstd) batch[at] = compressed(batch[at]);
      infos[at].stored = batch[at].size();
      infos[at].xxh3 = xxh3_of(batch[at]);
    });
    for (int i = 0; i < size; ++i) {
      const auto at = static_cast<std::size_t>(i);
      offsets[at] = end_;
      end_ += infos[at].stored;
      chunks_.push_back(infos[at]);
    }
    crew.for_each_block(size, [&](int i, int) {
      file_.write_at(offsets[static_cast<std::size_t>(i)], batch[static_cast<std::size_t>(i)]);
    });
  }
}

void ChunkWriter::finish(std::span<const std::byte> head) {
  Preamble preamble{.magic = magic,
                    .format = checkpoint_format,
                    .file_bytes = end_ + head.size(),
                    .head_at = end_,
                    .head_bytes = head.size(),
                    .head_xxh3 = xxh3_of(head)};
  preamble.preamble_xxh3 = xxh3_of(preamble);
  file_.write_at(end_, head);
  file_.write_at(0, bytes_of(preamble));
  end_ += head.size();
  file_.close();
}

ChunkReader::ChunkReader(const std::filesystem::path& path)
    : name_(path.string()), file_(std::make_unique<File>(path, Access::read)), bytes_(file_->size()) {
  read_preamble_and_head();
}

ChunkReader::ChunkReader(std::span<const std::byte> bytes, bool is_trusted)
    : name_("memory"), memory_(bytes), is_trusted_(is_trusted), bytes_(bytes.size()) {
  read_preamble_and_head();
}

void ChunkReader::refuse(const std::string& what) const {
  throw InputError(name_ + ": damaged checkpoint: " + what + "; nothing was loaded from it, use another one");
}

void ChunkReader::fetch(std::uint64_t offset, std::span<std::byte> bytes) const {
  if (file_)
    file_->read_at(offset, bytes);
  else if (!bytes.empty())
    std::memcpy(bytes.data(), memory_.data() + offset, bytes.size());
}

void ChunkReader::read_preamble_and_head() {
  Preamble preamble;
  const std::uint64_t known = std::min<std::uint64_t>(bytes_, sizeof preamble);
  fetch(0, std::as_writable_bytes(std::span(&preamble, 1)).first(known));
  if (known < magic.size() || preamble.magic != magic) throw InputError(name_ + ": not a checkpoint of Qonys");
  if (known < sizeof preamble) refuse("it ends within its first " + std::to_string(sizeof preamble) + " bytes");
  if (!is_trusted_ && preamble.preamble_xxh3 != xxh3_of(preamble)) refuse("its first bytes do not fit their checksum");
  format_ = preamble.format;
  if (format_ != checkpoint_format) {
    throw InputError(name_ + ": checkpoint of format " + std::to_string(format_) + "; this program reads format " +
                     std::to_string(checkpoint_format) +
                     (format_ > checkpoint_format ? ": use a newer program" : ": use the program that wrote it"));
  }
  if (preamble.file_bytes != bytes_) {
    refuse("it has " + std::to_string(bytes_) + " bytes, of " + std::to_string(preamble.file_bytes) +
           " that were written");
  }
  head_at_ = preamble.head_at;
  if (head_at_ < sizeof preamble || head_at_ > bytes_ || preamble.head_bytes != bytes_ - head_at_) {
    refuse("its head is not where it should be");
  }
  head_.resize(preamble.head_bytes);
  fetch(head_at_, head_);
  if (!is_trusted_ && xxh3_of(head_) != preamble.head_xxh3) refuse("its head does not fit its checksum");
}

void ChunkReader::take(std::vector<ChunkInfo> chunks, Codec codec) {
  chunks_ = std::move(chunks);
  codec_ = codec;
  std::uint64_t at = sizeof(Preamble);
  for (const ChunkInfo& chunk : chunks_) {
    offsets_.push_back(at);
    const bool fits = chunk.stored <= head_at_ - at &&
                      (codec == Codec::raw ? chunk.plain == chunk.stored
                                           : chunk.plain <= chunk.stored * most_expansion + free_expansion);
    if (!fits) refuse("the sizes of its chunks contradict that of the file");
    at += chunk.stored;
  }
  if (at != head_at_) refuse("the sizes of its chunks contradict that of the file");
}

void ChunkReader::read(std::size_t chunk, Bytes& plain) const {
  const ChunkInfo& info = chunks_[chunk];
  Bytes packed;
  Bytes& stored = codec_ == Codec::raw ? plain : packed;
  stored.resize(info.stored);
  fetch(offsets_[chunk], stored);
  const std::uint64_t found = xxh3_of(stored);
  if (!is_trusted_ && found != info.xxh3) {
    refuse("chunk " + std::to_string(chunk + 1) + " of " + std::to_string(chunks_.size()) + " has checksum " +
           hash_text(found) + ", the head says " + hash_text(info.xxh3));
  }
  if (codec_ == Codec::raw) return;
  plain.resize(info.plain);
  const std::size_t size = ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size());
  if (ZSTD_isError(size) != 0 || size != info.plain)
    refuse("chunk " + std::to_string(chunk + 1) + " cannot be unpacked");
}

}  // namespace world::observers
