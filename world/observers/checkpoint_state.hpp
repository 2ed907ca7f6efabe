// Which numbers of the places and of the recording go into a checkpoint, field by
// field, once for writing and reading. Called by checkpoint.cpp.
#pragma once

#include "world/observers/checkpoint.hpp"

namespace world::observers {

[[nodiscard]] Bytes bytes_of_places(const World& world);
/// Fills the places of `world`, whose scenario and country are set. Errors: ArchiveFault.
void read_places(std::span<const std::byte> bytes, World& world);

[[nodiscard]] Bytes bytes_of_recording(const Recording& recording);
/// Errors: ArchiveFault.
void read_recording(std::span<const std::byte> bytes, Recording& recording);

}  // namespace world::observers
