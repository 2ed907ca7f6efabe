// Writes draws to standard output as raw bits, in an order in which the model
// uses them, for a statistical battery to read. No target builds it; the
// commands and results are in docs/determinism.md, section "The generator".
//
//   chance_stream LAYOUT [SEED] | dieharder -a -g 200
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "agents/chance.hpp"
#include "agents/due.hpp"

namespace {

using agents::Chance;
using agents::Purpose;

constexpr agents::Month first_month = agents::month_of(2023, 1);
constexpr int n_months = 216;  // to December 2040
constexpr int n_purposes = 31;

// Collects words and writes them in large pieces; stops the program when nobody reads any more.
class Pipe {
 public:
  void put(std::uint64_t word) {
    words_.push_back(word);
    if (words_.size() < 65536) return;
    if (std::fwrite(words_.data(), sizeof(std::uint64_t), words_.size(), stdout) != words_.size()) std::exit(0);
    words_.clear();
  }

 private:
  std::vector<std::uint64_t> words_;
};

// One question put to all citizens in turn, serials 0, 1, 2, …
void serial_major(Pipe& pipe, std::uint64_t seed) {
  const std::uint64_t key = Chance{.seed = seed, .month = first_month}.key(Purpose::death);
  for (std::uint64_t serial = 0;; ++serial) pipe.put(agents::keyed_bits(key, serial));
}

// One question put to a citizen in each month of a run, then to the next citizen.
void month_major(Pipe& pipe, std::uint64_t seed) {
  std::vector<std::uint64_t> keys;
  for (int m = 0; m < n_months; ++m) keys.push_back(Chance{.seed = seed, .month = first_month + m}.key(Purpose::death));
  for (std::uint64_t serial = 0;; ++serial) {
    for (const std::uint64_t key : keys) pipe.put(agents::keyed_bits(key, serial));
  }
}

// The whole life of a citizen: every purpose in every month, then the next citizen.
void purpose_interleaved(Pipe& pipe, std::uint64_t seed) {
  std::vector<std::uint64_t> keys;
  for (int m = 0; m < n_months; ++m) {
    for (int purpose = 1; purpose <= n_purposes; ++purpose) {
      keys.push_back(Chance{.seed = seed, .month = first_month + m}.key(static_cast<Purpose>(purpose)));
    }
  }
  for (std::uint64_t serial = 0;; ++serial) {
    for (const std::uint64_t key : keys) pipe.put(agents::keyed_bits(key, serial));
  }
}

// The tastes of a chooser: the j-th draws of one purpose for 32 regions, then the next citizen.
void alternatives(Pipe& pipe, std::uint64_t seed) {
  const std::uint64_t key = Chance{.seed = seed, .month = first_month}.key(Purpose::alternative);
  for (std::uint64_t serial = 0;; ++serial) {
    for (std::uint64_t j = 0; j < 32; ++j) pipe.put(agents::keyed_bits(agents::nth_key(key, j), serial));
  }
}

// What the rules compare: coarse digit and 24 fine bits of six risks of a citizen, in 32 bits each.
void due_numbers(Pipe& pipe, std::uint64_t seed) {
  const Chance chance{.seed = seed, .month = first_month};
  const std::uint64_t sweep = chance.key(Purpose::sweep);
  std::vector<std::uint64_t> keys;
  for (int risk = 0; risk < 6; ++risk) keys.push_back(chance.key(agents::purpose_of(static_cast<agents::Risk>(risk))));
  for (std::uint64_t serial = 0;; ++serial) {
    const std::uint64_t digits = agents::keyed_bits(sweep, serial);
    auto number = [&](std::size_t risk) {
      const std::uint64_t coarse = (digits >> (9 * risk)) & 0xff;
      return (coarse << 24) | (agents::keyed_bits(keys[risk], serial) >> 40);
    };
    for (std::size_t risk = 0; risk < 6; risk += 2) pipe.put((number(risk + 1) << 32) | number(risk));
  }
}

}  // namespace

int main(int n_arguments, char** arguments) {
  const std::string_view layout = n_arguments > 1 ? arguments[1] : "";
  const std::uint64_t seed = n_arguments > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
  Pipe pipe;
  if (layout == "serial_major") serial_major(pipe, seed);
  if (layout == "month_major") month_major(pipe, seed);
  if (layout == "purpose_interleaved") purpose_interleaved(pipe, seed);
  if (layout == "alternatives") alternatives(pipe, seed);
  if (layout == "due_numbers") due_numbers(pipe, seed);
  std::fputs("usage: chance_stream serial_major|month_major|purpose_interleaved|alternatives|due_numbers [SEED]\n", stderr);
  return 2;
}
