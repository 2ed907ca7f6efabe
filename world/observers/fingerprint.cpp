// Header-only use of xxHash.
#include "world/observers/fingerprint.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace world::observers {

std::uint64_t fingerprint(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace world::observers
