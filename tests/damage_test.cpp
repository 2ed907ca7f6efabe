// What a damaged checkpoint can do: nothing. Cut off at every 4 KiB, ten thousand
// bytes changed at random: each is refused or harmless, and none asks for much
// memory. A program of its own, because it counts every allocation.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <new>
#include <random>

#include <unistd.h>

#include "tests/world/worlds.hpp"
#include "world/errors.hpp"
#include "world/observers/checkpoint.hpp"

namespace {
std::atomic<std::int64_t> held{0}, most_held{0};

void* counted(std::size_t size, std::size_t alignment) {
  // The size stands before the memory that is handed out.
  const std::size_t room = std::max<std::size_t>(alignment, 16);
  auto* base = static_cast<char*>(std::aligned_alloc(room, (size + room + room - 1) / room * room));
  if (base == nullptr) throw std::bad_alloc();
  auto* given = base + room;
  *reinterpret_cast<std::size_t*>(given - 16) = size;
  *reinterpret_cast<std::size_t*>(given - 8) = room;
  const std::int64_t now = held += static_cast<std::int64_t>(size);
  std::int64_t most = most_held;
  while (now > most && !most_held.compare_exchange_weak(most, now)) {
  }
  return given;
}

void release(void* given) {
  if (given == nullptr) return;
  auto* at = static_cast<char*>(given);
  held -= static_cast<std::int64_t>(*reinterpret_cast<std::size_t*>(at - 16));
  std::free(at - *reinterpret_cast<std::size_t*>(at - 8));
}
}  // namespace

void* operator new(std::size_t size) { return counted(size, 16); }
void* operator new[](std::size_t size) { return counted(size, 16); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
// Those of the library call the ones above; those of the address sanitizer do not.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size, 16); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size, 16); }
void operator delete(void* given) noexcept { release(given); }
void operator delete[](void* given) noexcept { release(given); }
void operator delete(void* given, const std::nothrow_t&) noexcept { release(given); }
void operator delete[](void* given, const std::nothrow_t&) noexcept { release(given); }
void operator delete(void* given, std::size_t) noexcept { release(given); }
void operator delete[](void* given, std::size_t) noexcept { release(given); }
void operator delete(void* given, std::align_val_t) noexcept { release(given); }
void operator delete[](void* given, std::align_val_t) noexcept { release(given); }
void operator delete(void* given, std::size_t, std::align_val_t) noexcept { release(given); }
void operator delete[](void* given, std::size_t, std::align_val_t) noexcept { release(given); }

namespace world::observers {
namespace {

using namespace world::testing;
namespace fs = std::filesystem;

enum class End { refused, harmless };

/// A small checkpoint, and what loading it takes.
class Damage : public ::testing::TestWithParam<Codec> {
 protected:
  Damage() : setting_(tiny_scenario({{"synthesis.block_citizens", "256"}})), crew_(1) {
    World world = built(setting_, crew_);
    Recording recording;
    recording.summary.add(take_snapshot(world));
    for (int month = 0; month < 3; ++month) {
      advance(world, crew_);
      recording.summary.add(take_snapshot(world));
      recording.movers.add(world);
    }
    recording.files = {{"panel.csv", 10, 20}};
    file_ = fs::temp_directory_path() / ("qonys-damage-" + std::to_string(::getpid()));
    write_checkpoint(file_, world, recording, {"0", "test"}, 7, GetParam(), crew_);
    std::ifstream stream(file_, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(stream), {});
    state_hash_ = world.hash.state;
    honest_memory_ = memory_of([&] { EXPECT_EQ(load(), End::harmless); });
  }
  ~Damage() override { fs::remove(file_); }

  void write(const std::string& bytes) const { std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes; }

  /// Loads all of it. Harmless is only the very state that was saved.
  [[nodiscard]] End load() const {
    return ended([&] { return Checkpoint(file_); }, "qonys-damage");
  }
  /// The same of bytes in memory, which is faster.
  [[nodiscard]] End load(const std::string& bytes) const {
    return ended([&] { return Checkpoint(std::as_bytes(std::span(bytes)), false); }, "memory");
  }

  template <class Open>
  [[nodiscard]] End ended(Open&& open, const std::string& name) const {
    try {
      const Checkpoint checkpoint = open();
      const World world = checkpoint.load(setting_.scenario, setting_.country, crew_);
      static_cast<void>(checkpoint.recording());
      static_cast<void>(checkpoint.count_people(crew_));
      EXPECT_EQ(world.hash.state, state_hash_);
      return End::harmless;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find(name), std::string::npos) << error.what();
      EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
      return End::refused;
    }
  }

  template <class Act>
  static std::int64_t memory_of(Act&& act) {
    const std::int64_t before = held;
    most_held = before;
    act();
    return most_held - before;
  }

  Setting setting_;
  Crew crew_;
  fs::path file_;
  std::string bytes_;
  std::uint64_t state_hash_ = 0;
  std::int64_t honest_memory_ = 0;
};

TEST_P(Damage, ACheckpointCutOffAnywhereIsRefused) {
  int n = 0;
  std::int64_t worst = 0;
  auto cut_at = [&](std::size_t size) {
    write(bytes_.substr(0, size));
    worst = std::max(worst, memory_of([&] { EXPECT_EQ(load(), End::refused) << size; }));
    ++n;
  };
  for (std::size_t size = 0; size < bytes_.size(); size += 4096) cut_at(size);
  for (std::size_t size = 1; size < 200; ++size) cut_at(size);
  for (std::size_t size = bytes_.size() - 200; size < bytes_.size(); ++size) cut_at(size);
  EXPECT_LE(worst, 2 * honest_memory_);
  std::cout << n << " cuts of " << bytes_.size() << " bytes, all refused; at most " << worst
            << " bytes of memory, a whole one takes " << honest_memory_ << "\n";
}

TEST_P(Damage, TenThousandChangedBytesAreRefusedOrHarmless) {
  std::mt19937_64 luck(2026);
  int refused = 0, harmless = 0;
  std::int64_t worst = 0;
  for (int trial = 0; trial < 10000; ++trial) {
    std::string bytes = bytes_;
    // Half of them where sizes stand: at both ends.
    const std::size_t place = luck();
    const std::size_t at = trial % 4 == 0   ? place % 64
                           : trial % 4 == 1 ? bytes.size() - 1 - place % 2000
                                            : place % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 + luck() % 255));
    worst = std::max(worst, memory_of([&] { ++(load(bytes) == End::refused ? refused : harmless); }));
    if (HasFailure()) return;
  }
  EXPECT_EQ(refused + harmless, 10000);
  EXPECT_EQ(harmless, 0) << "every byte is under a checksum";
  EXPECT_LE(worst, 2 * honest_memory_);
  std::cout << refused << " refused, " << harmless << " harmless; at most " << worst
            << " bytes of memory, a whole one takes " << honest_memory_ << "\n";
}

// Checksums that were made to fit: what the parts say of themselves must not be believed either.
TEST_P(Damage, ChangedBytesThatPassEveryChecksumAskForNoMoreMemoryThanAWholeFile) {
  std::mt19937_64 luck(7);
  int refused = 0, loaded = 0;
  std::int64_t worst = 0;
  for (int trial = 0; trial < 10000; ++trial) {
    std::string bytes = bytes_;
    const std::size_t place = luck();
    const std::size_t at = trial % 2 == 0 ? bytes.size() - 1 - place % 2000 : place % bytes.size();
    bytes[at] = static_cast<char>(luck());
    worst = std::max(worst, memory_of([&] {
                       try {
                         const Checkpoint checkpoint(std::as_bytes(std::span(bytes)), true);
                         static_cast<void>(checkpoint.load(setting_.scenario, setting_.country, crew_));
                         static_cast<void>(checkpoint.recording());
                         ++loaded;
                       } catch (const InputError&) {
                         ++refused;
                       }
                     }));
  }
  EXPECT_LE(worst, 2 * honest_memory_);
  std::cout << refused << " refused, " << loaded << " loaded; at most " << worst
            << " bytes of memory, a whole one takes " << honest_memory_ << "\n";
}

const auto name_of = [](const auto& codec) { return codec.param == Codec::raw ? "raw" : "zstd"; };
INSTANTIATE_TEST_SUITE_P(Each, Damage, ::testing::Values(Codec::raw, Codec::zstd), name_of);

}  // namespace
}  // namespace world::observers
