// Golden pictures: small pictures that somebody looked at, and how far one may
// be from them. QONYS_RENEW_GOLDEN=1 writes them anew, to be looked at.
#pragma once

#include <string>

#include "render/figures/raster.hpp"

namespace tests {

/// Fails the running test if `picture` differs from tests/golden/NAME.png by more than the design allows: root mean
/// square 0.005 of a channel's range, and half a per cent of pixels by more than 16 of 255.
void compare_with_golden(const figures::Raster& picture, const std::string& name);

/// The picture in a binary PPM or a PNG file. Throws std::runtime_error if it cannot be read.
[[nodiscard]] figures::Raster read_picture(const std::string& file);

/// Means of `n` × `n` pixels; what is left over at the right and the bottom is dropped.
[[nodiscard]] figures::Raster made_smaller(const figures::Raster& picture, int n);

}  // namespace tests
