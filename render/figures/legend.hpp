// The legends of maps: classes with their edges, ribbons with worked widths.
#pragma once

#include <string>
#include <vector>

#include "render/figures/picture.hpp"
#include "render/figures/scales.hpp"
#include "render/figures/streams.hpp"

namespace figures {

/// What ribbons mean on this picture.
struct RibbonLegend {
  std::string title;
  WidthScale widths;
  Colour from, to;                        // of the worked ribbons
  Colour first, second;                   // of the dots before the words below
  std::string first_words, second_words;  // empty: no such row
  std::vector<double> worked;             // people, the largest first
  bool is_second_broken = false;          // the second kind is marked without colour too
};

/// Everything below the map's lower left corner.
struct Legend {
  std::string classes_title;
  ClassScale classes;
  bool is_signed = false;             // edges are written with their sign
  std::vector<RibbonLegend> ribbons;  // none or one
  std::vector<std::string> notes;
};

/// Draws the legend into the lower left corner of `box`, at most `width` wide.
void draw_legend(Drawing& drawing, const Legend& legend, const Box& box, double width, const Wishes& wishes,
                 const Look& look);

/// The box that `draw_legend` will cover.
[[nodiscard]] Box legend_box(const Legend& legend, const Box& box, double width, const Wishes& wishes,
                             const Look& look);

/// Three round numbers of people that show how wide ribbons grow.
[[nodiscard]] std::vector<double> worked_widths(double most_people);

}  // namespace figures
