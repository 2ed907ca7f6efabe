// The XXH3 hash of any bytes: of a scenario, of an input file. Called by those
// who write run folders and by those who check them.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace world::observers {

/// XXH3, 64 bits, of `bytes`.
[[nodiscard]] std::uint64_t fingerprint(std::string_view bytes);

/// The same of bytes that come piece by piece.
class RunningFingerprint {
 public:
  RunningFingerprint();
  ~RunningFingerprint();
  void add(std::string_view bytes);
  /// Of all bytes so far.
  [[nodiscard]] std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace world::observers
