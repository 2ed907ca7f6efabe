#include "agents/registration.hpp"

#include "agents/flags.hpp"
#include "agents/household.hpp"

namespace agents {

bool never_registers(std::uint64_t head_serial, std::uint64_t seed, Threshold never) {
  return fires(keyed_bits(chance_key(seed, 0, Purpose::never_register), head_serial), never);
}

namespace {

void consider_registering(Block& block, Tally& tally, Row row, const RegistrationSignals& signals,
                          const Chance& chance) {
  // Every member asks the head's draw, so the household registers together.
  const std::uint64_t head = block.serial[head_of(block, row)];
  if (!chance.happens(Purpose::register_here, head, signals.hazard)) return;
  if (never_registers(head, chance.seed, signals.never)) return;
  const std::uint8_t old = block.registered[row];
  const std::uint8_t here = block.region[row];
  if (old == nowhere)
    ++tally.arrivals_abroad_registered[here];
  else
    ++tally.registrations[old][here];
  block.registered[row] = here;
  block.set(row, status::unregistered, false);
}

}  // namespace

void citizens_register(Block& block, Tally& tally, const RegistrationSignals& signals, const Chance& chance) {
  static_assert(status::unregistered == 0x80);
  for_each_with_top_bit(block.status, block.n_rows(),
                        [&](Row row) { consider_registering(block, tally, row, signals, chance); });
}

}  // namespace agents
