// Header-only use of xxHash.
// gcc 12 warns about its own AVX-512 headers when they are inlined from here.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include "world/observers/fingerprint.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace world::observers {

std::uint64_t fingerprint(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

struct RunningFingerprint::State {
  XXH3_state_t hash;
};

RunningFingerprint::RunningFingerprint() : state_(std::make_unique<State>()) { XXH3_64bits_reset(&state_->hash); }
RunningFingerprint::~RunningFingerprint() = default;
void RunningFingerprint::add(std::string_view bytes) { XXH3_64bits_update(&state_->hash, bytes.data(), bytes.size()); }
std::uint64_t RunningFingerprint::value() const { return XXH3_64bits_digest(&state_->hash); }

}  // namespace world::observers

#pragma GCC diagnostic pop
