// An invented country for the window to show: real borders and names, made-up
// people who grow and move by simple formulas. Tests alone use it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "render/map.hpp"
#include "render/source.hpp"

namespace tests {

/// `n_months` months are there at once; with `is_live` 24 of them, and one more every tenth of a second.
[[nodiscard]] std::unique_ptr<viewer::Source> synthetic_source(int n_months, bool is_live);
/// Months arrive up to the thirtieth; then `poll` throws, as a disk that is full makes it.
[[nodiscard]] std::unique_ptr<viewer::Source> failing_source(int n_months);
/// The same months with more that draws people to Karaganda, to compare with.
[[nodiscard]] std::unique_ptr<viewer::Source> rival_source(int n_months);
/// Borders from the assets, drawn flat; colours by what is asked.
[[nodiscard]] std::unique_ptr<viewer::Map> synthetic_map(const std::string& assets);

}  // namespace tests
