// The view as text: what the screen shows for those who cannot see it, and for
// programs. The numbers are those of the month, exactly. Needs no display.
#pragma once

#include <string>

#include "render/focus_wish.hpp"
#include "render/history.hpp"

namespace viewer {

enum class DescribeAs : std::uint8_t { text, json, csv };

struct DescribeWish {
  DescribeAs as = DescribeAs::text;
  std::string at;  // "2030-06"; empty: the last month
  Info info = Info::net_rate;
  world::observers::Language language = world::observers::Language::en;
  int n_flows = 20;
  FocusWish focus = {};  // whose flows are told; empty: all
};

/// Waits for months that are still being simulated or read, up to the one asked for. Errors: InputError for a month
/// that the source will not have, and for a simulation that fails.
[[nodiscard]] std::string describe(Source& source, const DescribeWish& wish);

}  // namespace viewer
