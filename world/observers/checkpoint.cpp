#include "world/observers/checkpoint.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "agents/block_check.hpp"
#include "world/build.hpp"
#include "world/errors.hpp"
#include "world/observers/checkpoint_archive.hpp"
#include "world/observers/checkpoint_state.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/text.hpp"
#include "world/phases.hpp"

namespace world::observers {
namespace {

/// Chunks before those of the blocks.
constexpr std::size_t places_chunk = 0, recording_chunk = 1, first_block_chunk = 2;

template <class Io, class Head>
void see_head(Io& io, Head& head) {
  auto& [format, program, sources, scenario, scenario_xxh3, start, month, seed, scale_agents, scale_people, regions,
         n_sectors, citizens, state_hash, column_hashes, codec] = head;
  (void)format;  // in the preamble
  for (auto* text : {&program, &sources, &scenario}) io.text(*text);
  for (auto* number : {&scenario_xxh3, &seed, &state_hash}) io.number(*number);
  for (auto* month_number : {&start, &month}) io.number(*month_number);
  for (auto* number : {&scale_agents, &scale_people, &n_sectors}) io.number(*number);
  io.each(regions, [&](auto& iso) { io.text(iso); });
  io.number(citizens);
  io.list(column_hashes);
  auto codec_number = static_cast<std::uint8_t>(codec);
  io.number(codec_number);
  if constexpr (Io::is_reader) {
    if (codec_number > static_cast<std::uint8_t>(Codec::zstd)) throw ArchiveFault("its codec is unknown");
    codec = static_cast<Codec>(codec_number);
  }
}

template <class Io, class Chunks, class FirstFree>
void see_chunks(Io& io, Chunks& chunks, FirstFree& first_free) {
  io.each(chunks, [&](auto& chunk) {
    for (auto* number : {&chunk.stored, &chunk.plain, &chunk.xxh3}) io.number(*number);
  });
  io.list(first_free);
}

CheckpointHead head_of(const World& world, const ProgramName& program, std::uint64_t scenario_xxh3, Codec codec) {
  CheckpointHead head;
  head.program = program.version;
  head.sources = program.sources;
  head.scenario = world.scenario.name;
  head.scenario_xxh3 = scenario_xxh3;
  head.start = world.scenario.start;
  head.month = world.month;
  head.seed = world.scenario.seed;
  head.scale_agents = world.scenario.scale.agents;
  head.scale_people = world.scenario.scale.people;
  for (const Region& region : world.country.regions) head.regions.push_back(region.iso);
  head.n_sectors = world.country.n_sectors();
  head.citizens = world.n_citizens();
  head.state_hash = world.hash.state;
  head.column_hashes = world.hash.columns;
  head.codec = codec;
  return head;
}

void append_columns(Bytes& bytes, const agents::Block& block) {
  const auto rows = static_cast<std::size_t>(block.n_rows());
  bytes.reserve(rows * agents::bytes_per_citizen);
  agents::Block::visit_columns(block, [&](const char*, const auto* column) {
    const auto part = std::as_bytes(std::span(column, rows));
    bytes.insert(bytes.end(), part.begin(), part.end());
  });
}

/// The world without its citizens and without the numbers of its places.
World bare_world(const Scenario& scenario, const Country& country, agents::Month month) {
  World world;
  world.scenario = scenario;
  world.country = country;
  world.month = month;
  prepare(world);
  return world;
}

/// Keeps the first complaint of several workers: that of the lowest block, so that the message does not
/// depend on who was first.
class FirstFault {
 public:
  void note(int block, const std::string& what) {
    const std::lock_guard lock(mutex_);
    if (block_ >= 0 && block_ <= block) return;
    block_ = block;
    what_ = what;
  }
  void rethrow() const {
    if (block_ >= 0) throw InputError(what_);
  }

 private:
  std::mutex mutex_;
  int block_ = -1;
  std::string what_;
};

void verify_hash(const World& loaded, const CheckpointHead& head, const ChunkReader& file) {
  const auto& names = column_names();
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (c >= head.column_hashes.size() || c >= loaded.hash.columns.size()) break;
    if (head.column_hashes[c] == loaded.hash.columns[c]) continue;
    throw InputError(file.name() + ": the state that was loaded differs in '" + names[c] +
                     "' from the one that was saved" + "; it was written by program " + head.program + " (" +
                     head.sources + "): use that one");
  }
  if (head.state_hash != loaded.hash.state) {
    throw InputError(file.name() + ": the state that was loaded has hash " + hash_text(loaded.hash.state) +
                     ", saved was " + hash_text(head.state_hash) + "; it was written by program " + head.program +
                     " (" + head.sources + "): use that one");
  }
}

}  // namespace

CheckpointSize write_checkpoint(const std::filesystem::path& file, const World& world, const Recording& recording,
                                const ProgramName& program, std::uint64_t scenario_xxh3, Codec codec,
                                const Crew& crew) {
  try {
    ChunkWriter writer(file, codec);
    const Bytes places = bytes_of_places(world), recorded = bytes_of_recording(recording);
    writer.append(1, crew, [&](int, Bytes& bytes) { bytes = places; });
    writer.append(1, crew, [&](int, Bytes& bytes) { bytes = recorded; });
    writer.append(world.n_blocks(), crew,
                  [&](int b, Bytes& bytes) { append_columns(bytes, world.blocks[static_cast<std::size_t>(b)]); });
    const CheckpointHead head = head_of(world, program, scenario_xxh3, codec);
    std::vector<agents::Row> first_free;
    for (const agents::Block& block : world.blocks) first_free.push_back(block.first_free());
    Writer io;
    see_head(io, head);
    see_chunks(io, writer.chunks(), first_free);
    writer.finish(io.bytes());
    CheckpointSize size{.stored = writer.bytes()};
    for (const ChunkInfo& chunk : writer.chunks()) size.plain += chunk.plain;
    return size;
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    throw;
  }
}

Checkpoint::Checkpoint(const std::filesystem::path& file) : file_(file) { read_head(); }
Checkpoint::Checkpoint(std::span<const std::byte> bytes, bool is_trusted)
    : file_(bytes, is_trusted), is_trusted_(is_trusted) {
  read_head();
}

void Checkpoint::read_head() {
  head_.format = file_.format();
  std::vector<ChunkInfo> chunks;
  try {
    Reader io(file_.head());
    see_head(io, head_);
    see_chunks(io, chunks, first_free_);
    io.expect_end();
  } catch (const cereal::Exception& fault) {
    file_.refuse(fault.what());
  }
  if (chunks.size() != first_block_chunk + first_free_.size()) file_.refuse("it lists other blocks than it holds");
  if (head_.regions.size() > agents::max_regions || head_.n_sectors < 0 || head_.n_sectors > agents::max_sectors) {
    file_.refuse("it has more regions or sectors than there can be");
  }
  if (head_.scale_agents < 1 || head_.scale_people < 1)
    file_.refuse("its scale is " + std::to_string(head_.scale_agents) + ":" + std::to_string(head_.scale_people));
  for (std::size_t c = first_block_chunk; c < chunks.size(); ++c) {
    const std::uint64_t plain = chunks[c].plain;
    if (plain % agents::bytes_per_citizen != 0 || plain / agents::bytes_per_citizen > agents::max_rows) {
      file_.refuse("block " + std::to_string(c - first_block_chunk) + " has " + std::to_string(plain) + " bytes");
    }
  }
  file_.take(std::move(chunks), head_.codec);
}

CheckpointSize Checkpoint::size() const {
  CheckpointSize size{.stored = file_.bytes()};
  for (std::size_t c = 0; c < file_.n_chunks(); ++c) size.plain += file_.chunk(c).plain;
  return size;
}

agents::Block Checkpoint::read_block(int b, Bytes& buffer) const {
  const std::size_t chunk = first_block_chunk + static_cast<std::size_t>(b);
  file_.read(chunk, buffer);
  const std::size_t rows = buffer.size() / agents::bytes_per_citizen;
  agents::Block block = agents::Block::of_rows(static_cast<int>(rows));
  const std::byte* from = buffer.data();
  agents::Block::visit_columns(block, [&](const char*, auto* column) {
    if (rows > 0) std::memcpy(column, from, rows * sizeof *column);
    from += rows * sizeof *column;
  });
  if (!block.adopt_free_rows(first_free_[static_cast<std::size_t>(b)])) {
    file_.refuse("block " + std::to_string(b) + ": its list of free rows is broken");
  }
  return block;
}

World Checkpoint::load(const Scenario& scenario, const Country& country, const Crew& crew) const {
  bool fits = head_.regions.size() == country.regions.size() && head_.n_sectors == country.n_sectors() &&
              head_.scale_agents == scenario.scale.agents && head_.scale_people == scenario.scale.people &&
              head_.start == scenario.start;
  for (std::size_t r = 0; fits && r < head_.regions.size(); ++r) fits = head_.regions[r] == country.regions[r].iso;
  if (!fits) throw InputError(file_.name() + ": of another country, scale or start than " + scenario.file.string());

  World world = bare_world(scenario, country, head_.month);
  Bytes buffer;
  file_.read(places_chunk, buffer);
  try {
    read_places(buffer, world);
  } catch (const cereal::Exception& fault) {
    file_.refuse(fault.what());
  }
  world.blocks.resize(first_free_.size());
  const agents::BlockLimits limits{
      .n_regions = country.n_regions(), .n_sectors = country.n_sectors(), .now = head_.month, .hub = world.hub};
  std::vector<Bytes> buffers(static_cast<std::size_t>(crew.n_slots()));
  FirstFault fault;
  crew.for_each_block(world.n_blocks(), [&](int b, int slot) {
    try {
      agents::Block block = read_block(b, buffers[static_cast<std::size_t>(slot)]);
      if (const char* wrong = agents::fault_of(block, limits))
        file_.refuse("block " + std::to_string(b) + " holds " + wrong);
      world.blocks[static_cast<std::size_t>(b)] = std::move(block);
    } catch (const InputError& error) {
      fault.note(b, error.what());
    }
  });
  fault.rethrow();
  clear_workspace(world, crew);
  in_blocks(world, crew, agents::Chance{}, [](BlockWork& block) { state_is_hashed(block); });
  hashes_are_merged(world);
  if (!is_trusted_) verify_hash(world, head_, file_);
  return world;
}

Recording Checkpoint::recording() const {
  Bytes buffer;
  file_.read(recording_chunk, buffer);
  Recording recording;
  try {
    read_recording(buffer, recording);
  } catch (const cereal::Exception& fault) {
    file_.refuse(fault.what());
  }
  return recording;
}

std::vector<std::int64_t> Checkpoint::count_people(const Crew& crew) const {
  Bytes buffer;
  for (const std::size_t chunk : {places_chunk, recording_chunk}) file_.read(chunk, buffer);
  const std::size_t n = head_.regions.size();
  std::vector<std::vector<std::int64_t>> people(static_cast<std::size_t>(crew.n_slots()), std::vector<std::int64_t>(n));
  std::vector<Bytes> buffers(people.size());
  FirstFault fault;
  crew.for_each_block(n_blocks(), [&](int b, int slot) {
    try {
      const agents::Block block = read_block(b, buffers[static_cast<std::size_t>(slot)]);
      for (int row = 0; row < block.n_rows(); ++row) {
        if (block.is_empty(static_cast<agents::Row>(row))) continue;
        const std::size_t region = block.region[row];
        if (region >= n) file_.refuse("block " + std::to_string(b) + " holds a region that does not exist");
        ++people[static_cast<std::size_t>(slot)][region];
      }
    } catch (const InputError& error) {
      fault.note(b, error.what());
    }
  });
  fault.rethrow();
  for (std::size_t slot = 1; slot < people.size(); ++slot) {
    for (std::size_t r = 0; r < n; ++r) people[0][r] += people[slot][r];
  }
  return people[0];
}

std::uint64_t scenario_hash(const Scenario& scenario, const std::string& table_hashes) {
  Scenario endless = scenario;
  endless.n_months = 0;  // a longer run begins like a shorter one
  return fingerprint(resolved_toml(endless, "country") + table_hashes);
}

}  // namespace world::observers
