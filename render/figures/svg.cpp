#include "render/figures/svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "render/figures/font_subset.hpp"
#include "render/figures/fonts.hpp"

namespace figures {
namespace {

std::string escaped(std::string_view words) {
  std::string text;
  for (const char letter : words) {
    switch (letter) {
      case '&':
        text += "&amp;";
        break;
      case '<':
        text += "&lt;";
        break;
      case '>':
        text += "&gt;";
        break;
      case '"':
        text += "&quot;";
        break;
      default:
        text += letter;
    }
  }
  return text;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) {
      return i + k < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[i + k])} : 0U;
    };
    const std::uint32_t three = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (std::size_t k = 0; k < 4; ++k) {
      text += i + k > bytes.size() ? '=' : digits[three >> (18 - 6 * k) & 0x3F];
    }
  }
  return text;
}

std::string colour_text(Colour colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
    text += digits[part >> 4];
    text += digits[part & 15];
  }
  return text;
}

/// ` fill="#123456" fill-opacity="0.5"`
std::string colour_attributes(const std::string& what, const std::string& opacity, Colour colour) {
  std::string text = ' ' + what + "=\"" + colour_text(colour) + '"';
  if (colour.alpha != 255) text += ' ' + opacity + "=\"" + short_number(colour.alpha / 255.0) + '"';
  return text;
}
std::string fill_attributes(Colour colour) { return colour_attributes("fill", "fill-opacity", colour); }
std::string stroke_attributes(Colour colour) { return colour_attributes("stroke", "stroke-opacity", colour); }
std::string stop_attributes(Colour colour) { return colour_attributes("stop-color", "stop-opacity", colour); }

std::string pair_text(Point point) { return short_number(point.x) + ' ' + short_number(point.y); }

std::string path_text(const Path& path) {
  std::string text;
  for (const Path::Step& step : path.steps()) {
    switch (step.kind) {
      case Path::Kind::move:
        text += 'M' + pair_text(step.a);
        break;
      case Path::Kind::line:
        text += 'L' + pair_text(step.a);
        break;
      case Path::Kind::curve:
        text += 'C' + pair_text(step.a) + ' ' + pair_text(step.b) + ' ' + pair_text(step.c);
        break;
      case Path::Kind::close:
        text += 'Z';
        break;
    }
  }
  return text;
}

/// Writes elements one after another, and remembers what has to be defined before them.
class SvgWriter {
 public:
  void operator()(const Fill& fill) {
    std::string paint;
    if (fill.paint.is_gradient) {
      paint = " fill=\"url(#" + gradient(fill.paint) + ")\"";
    } else {
      paint = fill_attributes(fill.paint.from);
    }
    body_ += "<path d=\"" + path_text(fill.path) + "\"" + paint + "/>\n";
  }
  void operator()(const Stroke& stroke) {
    body_ += "<path d=\"" + path_text(stroke.path) + "\" fill=\"none\"" + stroke_attributes(stroke.colour) +
             " stroke-width=\"" + short_number(stroke.width) + '"';
    if (!stroke.dashes.empty()) {
      body_ += " stroke-dasharray=\"";
      for (const double dash : stroke.dashes) body_ += short_number(dash) + ' ';
      body_.back() = '"';
    }
    body_ += "/>\n";
  }
  void operator()(const Text& text) {
    const Font& font = font_for(text.words, text.weight);
    for (const char32_t point : code_points(text.words)) used_[&font].insert(point);
    std::string turn;
    if (text.turn != 0) {
      turn =
          " transform=\"rotate(" + short_number(text.turn * 180 / std::numbers::pi) + ' ' + pair_text(text.at) + ")\"";
    }
    if (text.halo_width > 0) {  // outlines: not every program knows a stroke behind its fill
      body_ += "<path d=\"" + path_text(text_outline(text)) + "\" fill=\"none\"" + stroke_attributes(text.halo) +
               " stroke-width=\"" + short_number(2 * text.halo_width) + '"' + turn + "/>\n";
    }
    constexpr std::array anchors = {"start", "middle", "end"};
    body_ += "<text x=\"" + short_number(text.at.x) + "\" y=\"" + short_number(text.at.y) + "\" font-family=\"" +
             font.family + (font.family == "Inter" ? ", 'DejaVu Sans', sans-serif" : ", sans-serif") +
             "\" font-size=\"" + short_number(text.size) + '"';
    if (text.weight == Weight::bold) body_ += " font-weight=\"600\"";
    if (text.anchor != Anchor::start)
      body_ += std::string(" text-anchor=\"") + anchors[static_cast<std::size_t>(text.anchor)] + '"';
    body_ += fill_attributes(text.colour) + turn + '>' + escaped(text.words) + "</text>\n";
  }
  void operator()(const Clip& clip) {
    end_clip();
    if (clip.box.width() <= 0) return;
    const std::string id = "c" + std::to_string(++n_clips_);
    definitions_ += "<clipPath id=\"" + id + "\"><rect x=\"" + short_number(clip.box.left) + "\" y=\"" +
                    short_number(clip.box.top) + "\" width=\"" + short_number(clip.box.width()) + "\" height=\"" +
                    short_number(clip.box.height()) + "\"/></clipPath>\n";
    body_ += "<g clip-path=\"url(#" + id + ")\">\n";
    is_clipped_ = true;
  }

  void write(const std::vector<Element>& elements) {
    for (const Element& element : elements) std::visit(*this, element);
    end_clip();
  }

  /// Fonts and definitions.
  [[nodiscard]] std::string head() const {
    std::string style =
        "<style>\ntext{font-kerning:none;white-space:pre}\npath{stroke-linejoin:round;stroke-linecap:round;fill-rule:"
        "evenodd}\n";
    for (const Weight weight : {Weight::regular, Weight::bold}) {  // in a fixed order
      for (const Font& font : fonts_of(weight)) {
        const auto found = used_.find(&font);
        if (found == used_.end()) continue;
        style += "@font-face{font-family:\"" + font.family +
                 "\";font-weight:" + (weight == Weight::bold ? "600" : "400") + ";src:url(data:font/otf;base64," +
                 base64(font_subset(font.file, {found->second.begin(), found->second.end()})) + ")}\n";
      }
    }
    return "<defs>\n" + style + "</style>\n" + definitions_ + "</defs>\n";
  }
  [[nodiscard]] const std::string& body() const { return body_; }

 private:
  std::string gradient(const Paint& paint) {
    const std::string id = "g" + std::to_string(++n_gradients_);
    definitions_ += "<linearGradient id=\"" + id + "\" gradientUnits=\"userSpaceOnUse\" x1=\"" +
                    short_number(paint.a.x) + "\" y1=\"" + short_number(paint.a.y) + "\" x2=\"" +
                    short_number(paint.b.x) + "\" y2=\"" + short_number(paint.b.y) + "\"><stop offset=\"0\"" +
                    stop_attributes(paint.from) + "/><stop offset=\"1\"" + stop_attributes(paint.to) +
                    "/></linearGradient>\n";
    return id;
  }
  void end_clip() {
    if (is_clipped_) body_ += "</g>\n";
    is_clipped_ = false;
  }

  std::string definitions_, body_;
  std::map<const Font*, std::set<char32_t>> used_;
  int n_gradients_ = 0, n_clips_ = 0;
  bool is_clipped_ = false;
};

}  // namespace

std::string short_number(double value) {
  const auto thousandths = static_cast<long long>(std::llround(value * 1000));
  std::string text = std::to_string(std::abs(thousandths) / 1000);
  if (const long long rest = std::abs(thousandths) % 1000; rest != 0) {
    std::string digits = std::to_string(1000 + rest).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    text += '.' + digits;
  }
  return thousandths < 0 ? '-' + text : text;
}

std::string svg_of(const Drawing& drawing, const std::string& width, const std::string& height,
                   const Imprint& imprint) {
  SvgWriter writer;
  writer.write(drawing.elements(Layer::ground));
  writer.write(drawing.elements(Layer::labels));
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width +
         "\" height=\"" + height + "\" viewBox=\"0 0 " + short_number(drawing.width()) + ' ' +
         short_number(drawing.height()) + "\" role=\"img\">\n<title>" + escaped(imprint.title) + "</title>\n<desc>" +
         escaped(imprint.source) + ' ' + escaped(imprint.date) + "</desc>\n" + writer.head() + writer.body() +
         "</svg>\n";
}

}  // namespace figures
