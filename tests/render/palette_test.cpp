// Colours stay apart for people who see two of three primaries, and text can be
// read. Simulation: Viénot, Brettel and Mollon (1999) for protan and deutan,
// Brettel (1997) reduced to one plane for tritan; difference: CIEDE2000 (Sharma
// 2005), checked against pairs of that paper.
#include "render/figures/palette.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace {

using figures::Colour;
using figures::Look;
using figures::Style;
using figures::Theme;
using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

Three product(const Matrix& m, const Three& v) {
  Three result{};
  for (std::size_t i = 0; i < 3; ++i) result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return result;
}

Three linear(Colour c) {
  const auto part = [](std::uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return {part(c.red), part(c.green), part(c.blue)};
}

Three lab(const Three& rgb) {
  const Matrix to_xyz = {
      {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
  const Three xyz = product(to_xyz, rgb);
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double ciede2000(const Three& p, const Three& q) {
  constexpr double degree = std::numbers::pi / 180;
  const double c_mean = (std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2;
  const double g = 0.5 * (1 - std::sqrt(std::pow(c_mean, 7) / (std::pow(c_mean, 7) + std::pow(25.0, 7))));
  const auto hue = [](double a, double b) {
    if (a == 0 && b == 0) return 0.0;
    const double h = std::atan2(b, a) / degree;
    return h < 0 ? h + 360 : h;
  };
  const double a1 = (1 + g) * p[1], a2 = (1 + g) * q[1];
  const double c1 = std::hypot(a1, p[2]), c2 = std::hypot(a2, q[2]), h1 = hue(a1, p[2]), h2 = hue(a2, q[2]);
  double dh = h2 - h1;
  if (c1 * c2 == 0) dh = 0;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  const double dl = q[0] - p[0], dc = c2 - c1, big_h = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * degree);
  const double l = (p[0] + q[0]) / 2, c = (c1 + c2) / 2;
  double h = h1 + h2;
  if (c1 * c2 != 0) h = std::abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
  const double t = 1 - 0.17 * std::cos((h - 30) * degree) + 0.24 * std::cos(2 * h * degree) +
                   0.32 * std::cos((3 * h + 6) * degree) - 0.20 * std::cos((4 * h - 63) * degree);
  const double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50)), sc = 1 + 0.045 * c,
               sh = 1 + 0.015 * c * t;
  const double rc = 2 * std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
  const double rt = -std::sin(60 * std::exp(-std::pow((h - 275) / 25, 2)) * degree) * rc;
  const double x = dl / sl, y = dc / sc, z = big_h / sh;
  return std::sqrt(x * x + y * y + z * z + rt * y * z);
}

/// Linear RGB as seen by: 0 everybody, 1 protan, 2 deutan, 3 tritan.
Three seen(const Three& rgb, int vision) {
  const Matrix to_lms = {{{17.8824, 43.5161, 4.11935}, {3.45565, 27.1554, 3.86714}, {0.0299566, 0.184309, 1.46709}}};
  const Matrix to_rgb = {{{0.0809444479, -0.130504409, 0.116721066},
                          {-0.0102485335, 0.0540193266, -0.113614708},
                          {-0.000365296938, -0.00412161469, 0.693511405}}};
  Three lms = product(to_lms, rgb);
  if (vision == 1) lms[0] = 2.02344 * lms[1] - 2.52581 * lms[2];
  if (vision == 2) lms[1] = 0.494207 * lms[0] + 1.24827 * lms[2];
  if (vision == 3) lms[2] = -0.395913 * lms[0] + 0.801109 * lms[1];
  Three result = vision == 0 ? rgb : product(to_rgb, lms);
  for (double& part : result) part = std::clamp(part, 0.0, 1.0);
  return result;
}

double difference(Colour a, Colour b, int vision) {
  return ciede2000(lab(seen(linear(a), vision)), lab(seen(linear(b), vision)));
}

double least_difference(Colour a, Colour b) {
  double least = 1e9;
  for (int vision = 0; vision < 4; ++vision) least = std::min(least, difference(a, b, vision));
  return least;
}

std::vector<Look> looks() {
  std::vector<Look> all;
  for (const Theme theme : {Theme::light, Theme::dark}) {
    for (const Style style : {Style::screen, Style::slide, Style::article, Style::grey})
      all.push_back(look_of(theme, style));
  }
  return all;
}

TEST(Palette, TheDifferenceOfColoursIsThatOfSharmasPaper) {
  EXPECT_NEAR(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 1e-4);
  EXPECT_NEAR(ciede2000({50, 2.5, 0}, {73, 25, -18}), 27.1492, 1e-4);
  EXPECT_NEAR(ciede2000({22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}), 2.0373, 1e-4);
  EXPECT_NEAR(ciede2000({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}), 0.9082, 1e-4);
}

TEST(Palette, OriginAndDestinationGainAndLossStayApartInAllVisions) {
  for (const Look& look : looks()) {
    EXPECT_GE(least_difference(look.out, look.in), look.is_grey ? 10 : 25) << look.is_dark << look.is_grey;
    EXPECT_GE(least_difference(look.gain, look.loss), look.is_grey ? 10 : 20) << look.is_dark << look.is_grey;
  }
}

TEST(Palette, NeighbouringClassesStayApartInAllVisions) {
  for (const Look& look : looks()) {
    for (const std::vector<Colour>& scale : {sequential(7, look), diverging(7, look)}) {
      for (std::size_t i = 0; i + 1 < scale.size(); ++i)
        EXPECT_GE(least_difference(scale[i], scale[i + 1]), look.is_grey ? 3.5 : 6) << i;
    }
    const std::vector<Colour> scale = diverging(7, look);
    EXPECT_GE(least_difference(scale.front(), scale.back()), 25);
  }
}

TEST(Palette, ScenariosStayApartInAllVisions) {
  for (const Look& look : looks()) {
    for (int a = 0; a < 3; ++a) {
      for (int b = 0; b < a; ++b)
        EXPECT_GE(least_difference(scenario_colour(a, look), scenario_colour(b, look)), 10)
            << a << b << look.is_dark << look.is_grey;
      EXPECT_EQ(figures::scenario_dashes(a).empty(), a == 0) << "dashes tell them apart without colour";
    }
  }
}

TEST(Palette, CausesStayApartInAStackByColourOrByLines) {
  for (const Look& look : looks()) {
    for (int a = 0; a < 13; ++a) {
      for (int b = a + 1; b < 13; ++b) {
        if (figures::cause_hatch(a) != figures::cause_hatch(b)) continue;
        if (b >= 10 && a < 3) continue;  // never beside each other: what is named lies between
        EXPECT_GE(least_difference(cause_colour(a, look), cause_colour(b, look)), look.is_grey ? 7 : 10)
            << a << ' ' << b << ' ' << look.is_dark << look.is_grey;
      }
    }
  }
}

TEST(Palette, TextCanBeReadInBothThemes) {
  for (const Look& look : looks()) {
    for (const Colour ground : {look.ground, look.card, look.land}) {
      EXPECT_GE(contrast(look.text, ground), 7);
      EXPECT_GE(contrast(look.muted, ground), 4.5);
    }
    for (const std::vector<Colour>& scale : {sequential(7, look), diverging(7, look)}) {
      for (const Colour colour : scale) EXPECT_GE(contrast(figures::ink_on(colour), colour), 4.5);
    }
  }
}

TEST(Palette, ContrastIsThatOfTheWebGuidelines) {
  EXPECT_NEAR(figures::contrast(figures::rgb(0xFFFFFF), figures::rgb(0x000000)), 21, 1e-9);
  EXPECT_NEAR(figures::contrast(figures::rgb(0x777777), figures::rgb(0xFFFFFF)), 4.48, 0.01);
}

}  // namespace
