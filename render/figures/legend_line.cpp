#include "render/figures/legend_line.hpp"

#include <algorithm>

#include "render/figures/fonts.hpp"

namespace figures {
namespace {

using Sample = LegendItem::Sample;

double sample_width(Sample sample, const Look& look) {
  return sample == Sample::none ? 0 : sample == Sample::box ? 1.1 * look.small : 2.4 * look.small;
}

void draw_sample(Drawing& drawing, const LegendItem& item, const Box& box, const Look& look) {
  if (item.sample == Sample::line) {
    const Point middle = box.centre();
    drawing.stroke(Path().move_to({box.left, middle.y}).line_to({box.right, middle.y}), item.colour, 1.8 * look.stroke,
                   item.dashes);
    return;
  }
  if (item.sample == Sample::none) return;
  drawing.fill(Path().rectangle(box), item.colour);
  if (item.sample != Sample::box) return;
  hatch_box(drawing, box, item.hatch, look.ground, look);
  drawing.stroke(Path().rectangle(box), look.edge, 0.5 * look.stroke);
}

}  // namespace

Box draw_legend_lines(Drawing& drawing, const std::vector<LegendItem>& items, const Box& box, const Look& look) {
  const double size = look.small, line = 1.5 * size, between = 1.4 * size;
  double x = box.left, y = box.top;
  drawing.set_layer(Layer::labels);
  for (const LegendItem& item : items) {
    const double sample = sample_width(item.sample, look), gap = sample > 0 ? 0.45 * size : 0;
    const auto words = broken(item.words, size, Weight::regular, box.width() - sample - gap);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const double width = sample + gap + text_width(words[i], size);
      if ((i > 0 || x + width > box.right + 1e-6) && x > box.left) x = box.left, y += line;
      const double middle = y + line / 2;
      if (i == 0) draw_sample(drawing, item, {x, middle - 0.4 * size, x + sample, middle + 0.4 * size}, look);
      drawing.text({.at = {x + sample + gap, middle + 0.36 * size},
                    .words = words[i],
                    .size = size,
                    .colour = item.sample == Sample::none ? look.muted : look.text});
      x += width + between;
    }
  }
  return {box.left, box.top, box.right, y + line};
}

void hatch_box(Drawing& drawing, const Box& box, int kind, Colour colour, const Look& look) {
  if (kind == 0 || box.width() <= 0) return;
  const double step = 0.36 * look.small, h = box.height();
  Path lines;
  if (kind == 3) {
    for (double y = box.top + step; y < box.bottom; y += step) lines.move_to({box.left, y}).line_to({box.right, y});
  } else {
    for (double x = box.left - h; x < box.right; x += 1.4 * step) {
      lines.move_to({x, kind == 1 ? box.bottom : box.top}).line_to({x + h, kind == 1 ? box.top : box.bottom});
    }
  }
  drawing.add(Clip{box});
  drawing.stroke(lines, colour, 0.9 * look.stroke);
  drawing.add(Clip{});
}

}  // namespace figures
