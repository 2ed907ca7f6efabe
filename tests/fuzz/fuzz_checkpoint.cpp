// Bytes as a checkpoint of the tiny country whose checksums were made to fit: it is
// refused by an InputError, or a world whose rows are sound comes out. A file that
// does not begin like a checkpoint is one of its parts, named by its first letter:
// h for the head, r for the recording, anything else for the places.
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

#include "tests/fuzz/fuzz_country.hpp"
#include "world/build.hpp"
#include "world/country.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/observers/checkpoint_archive.hpp"
#include "world/observers/checkpoint_state.hpp"
#include "world/scenario.hpp"

namespace {

using namespace world::observers;

/// The tiny country, read once.
struct Tiny {
  world::Scenario scenario =
      world::load_scenario(std::filesystem::path(QONYS_TEST_ASSETS) / "scenarios" / "tiny.toml", {{"scale", "1:50"}});
  world::Country country = world::load_country(scenario.country);
};

void open_whole(std::span<const std::byte> bytes, const Tiny& tiny, const world::Crew& crew, bool is_trusted) {
  (void)fuzz::is_accepted([&] {
    const Checkpoint checkpoint(bytes, is_trusted);
    (void)checkpoint.count_people(crew);
    (void)checkpoint.recording();
    (void)checkpoint.load(tiny.scenario, tiny.country, crew);
  });
}

/// The head alone, behind first bytes that fit it; it can list no chunk that is there.
void open_head(std::span<const std::byte> head, const Tiny& tiny, const world::Crew& crew) {
  const std::uint64_t head_at = 56, head_bytes = head.size(), file_bytes = head_at + head_bytes;
  Bytes file(head_at);
  std::memcpy(file.data(), "QONYS\r\n\x1a\x01", 9);
  std::memcpy(file.data() + 16, &file_bytes, 8);
  std::memcpy(file.data() + 24, &head_at, 8);
  std::memcpy(file.data() + 32, &head_bytes, 8);
  file.insert(file.end(), head.begin(), head.end());
  open_whole(file, tiny, crew, true);
}

template <class Read>
void read_part(Read&& read) {
  try {
    read();
  } catch (const ArchiveFault&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Tiny tiny;
  static const world::Crew crew(1);
  if (size == 0) return 0;
  const auto bytes = std::as_bytes(std::span(data, size));
  if (size >= 5 && std::memcmp(data, "QONYS", 5) == 0) {
    open_whole(bytes, tiny, crew, true);
    open_whole(bytes, tiny, crew, false);
  } else if (data[0] == 'h') {
    open_head(bytes.subspan(1), tiny, crew);
  } else if (data[0] == 'r') {
    Recording recording;
    read_part([&] { read_recording(bytes.subspan(1), recording); });
  } else {
    world::World world;
    world.scenario = tiny.scenario;
    world.country = tiny.country;
    world::prepare(world);
    read_part([&] { read_places(bytes.subspan(1), world); });
  }
  return 0;
}
