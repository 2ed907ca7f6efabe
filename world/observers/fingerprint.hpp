// The XXH3 hash of any bytes: of a scenario, of an input file. Called by those
// who write run folders and by those who check them.
#pragma once

#include <cstdint>
#include <string_view>

namespace world::observers {

/// XXH3, 64 bits, of `bytes`.
[[nodiscard]] std::uint64_t fingerprint(std::string_view bytes);

}  // namespace world::observers
