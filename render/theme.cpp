#include "render/theme.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {

using figures::Colour;
using figures::rgb;

namespace {

constexpr Theme dark = {
    .is_dark = true,
    .ground = rgb(0x0D111C),
    .panel = rgb(0x131927),
    .card = rgb(0x1A2133),
    .control = rgb(0x222B40),
    .control_hover = rgb(0x2C3750),
    .line = rgb(0x2A3347),
    .text = rgb(0xEDF1F8),
    .muted = rgb(0xA3AFC4),
    .accent = rgb(0xFFB23E),
    .primary = rgb(0xFFB23E),
    .on_primary = rgb(0x1B1405),
    .origin = rgb(0x5EC9FF),
    .destination = rgb(0xFFB23E),
    .good = rgb(0x6FD3A8),
    .warning = rgb(0xFF9B7A),
    .scenario_a = rgb(0x56B4E9),
    .scenario_b = rgb(0xE69F00),
    .scenario_c = rgb(0x2FBF92),
};

constexpr Theme light = {
    .is_dark = false,
    .ground = rgb(0xE9EDF4),
    .panel = rgb(0xFFFFFF),
    .card = rgb(0xF5F7FB),
    .control = rgb(0xE8ECF4),
    .control_hover = rgb(0xDCE2EE),
    .line = rgb(0xD3DAE6),
    .text = rgb(0x121A2A),
    .muted = rgb(0x4C5870),
    .accent = rgb(0x9A5A00),
    .primary = rgb(0xFFB23E),
    .on_primary = rgb(0x1B1405),
    .origin = rgb(0x0A5F96),
    .destination = rgb(0x9A5A00),
    .good = rgb(0x0B6B49),
    .warning = rgb(0xA33A12),
    .scenario_a = rgb(0x0A5F96),
    .scenario_b = rgb(0x9A5A00),
    .scenario_c = rgb(0x0B6B49),
};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

}  // namespace

const Theme& theme_of(bool is_dark) { return is_dark ? dark : light; }

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour a, Colour b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace viewer
