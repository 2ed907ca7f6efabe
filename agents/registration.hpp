// Registering where one lives. Official migration statistics count these
// events, not the moves themselves. Reads RegistrationSignals.
#pragma once

#include "agents/block.hpp"
#include "agents/chance.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"

namespace agents {

/// Households whose members are registered elsewhere register together, unless
/// the head never does. Cost: one pass over the status column.
void citizens_register(Block& block, Tally& tally, const RegistrationSignals& signals, const Chance& chance);

/// Whether this head never registers: a lasting trait, the same in every month.
[[nodiscard]] bool never_registers(std::uint64_t head_serial, std::uint64_t seed, Threshold never);

}  // namespace agents
