#include "render/figures/painter.hpp"

#include <cairo-pdf.h>
#include <cairo.h>

#include <cmath>
#include <new>
#include <stdexcept>

#include "render/figures/fonts.hpp"

namespace figures {
namespace {

void set_source(cairo_t* cairo, Colour colour) {
  cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, colour.alpha / 255.0);
}

void set_source(cairo_t* cairo, const Paint& paint) {
  if (!paint.is_gradient) return set_source(cairo, paint.from);
  cairo_pattern_t* gradient = cairo_pattern_create_linear(paint.a.x, paint.a.y, paint.b.x, paint.b.y);
  const auto stop = [&](double at, Colour c) {
    cairo_pattern_add_color_stop_rgba(gradient, at, c.red / 255.0, c.green / 255.0, c.blue / 255.0, c.alpha / 255.0);
  };
  stop(0, paint.from);
  stop(1, paint.to);
  cairo_set_source(cairo, gradient);
  cairo_pattern_destroy(gradient);
}

void trace(cairo_t* cairo, const Path& path) {
  cairo_new_path(cairo);
  for (const Path::Step& step : path.steps()) {
    switch (step.kind) {
      case Path::Kind::move:
        cairo_move_to(cairo, step.a.x, step.a.y);
        break;
      case Path::Kind::line:
        cairo_line_to(cairo, step.a.x, step.a.y);
        break;
      case Path::Kind::curve:
        cairo_curve_to(cairo, step.a.x, step.a.y, step.b.x, step.b.y, step.c.x, step.c.y);
        break;
      case Path::Kind::close:
        cairo_close_path(cairo);
        break;
    }
  }
}

/// Draws elements one after another onto one context.
class Painter {
 public:
  explicit Painter(cairo_t* cairo) : cairo_(cairo) {
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo_, options);
    cairo_font_options_destroy(options);
  }

  void operator()(const Fill& fill) {
    trace(cairo_, fill.path);
    set_source(cairo_, fill.paint);
    cairo_fill(cairo_);
  }
  void operator()(const Stroke& stroke) {
    trace(cairo_, stroke.path);
    set_source(cairo_, stroke.colour);
    cairo_set_line_width(cairo_, stroke.width);
    cairo_set_dash(cairo_, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0);
    cairo_stroke(cairo_);
  }
  void operator()(const Text& text) {
    cairo_save(cairo_);
    cairo_set_font_face(cairo_, font_for(text.words, text.weight).face);
    cairo_set_font_size(cairo_, text.size);
    if (text.turn != 0) {
      cairo_translate(cairo_, text.at.x, text.at.y);
      cairo_rotate(cairo_, text.turn);
      cairo_translate(cairo_, -text.at.x, -text.at.y);
    }
    const Point start = text_start(text);
    if (text.halo_width > 0) {
      cairo_move_to(cairo_, start.x, start.y);
      cairo_text_path(cairo_, text.words.c_str());
      set_source(cairo_, text.halo);
      cairo_set_line_width(cairo_, 2 * text.halo_width);
      cairo_set_dash(cairo_, nullptr, 0, 0);
      cairo_stroke(cairo_);
    }
    cairo_move_to(cairo_, start.x, start.y);
    set_source(cairo_, text.colour);
    cairo_show_text(cairo_, text.words.c_str());
    cairo_restore(cairo_);
  }
  void operator()(const Clip& clip) {
    cairo_reset_clip(cairo_);
    if (clip.box.width() <= 0) return;
    cairo_rectangle(cairo_, clip.box.left, clip.box.top, clip.box.width(), clip.box.height());
    cairo_clip(cairo_);
  }

  void draw(const std::vector<Element>& elements) {
    for (const Element& element : elements) std::visit(*this, element);
    cairo_reset_clip(cairo_);
  }

 private:
  cairo_t* cairo_;
};

/// Throws for what went wrong, frees both.
void finish(cairo_t* cairo, cairo_surface_t* surface) {
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  const cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("Cairo: ") + cairo_status_to_string(status));
}

cairo_status_t append(void* text, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void paint_layer(Raster& raster, const Drawing& drawing, Layer layer, double scale, Point shift) {
  cairo_surface_t* surface =
      cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(raster.pixels.data()), CAIRO_FORMAT_ARGB32,
                                          raster.width, raster.height, raster.width * 4);
  cairo_t* cairo = cairo_create(surface);
  cairo_translate(cairo, shift.x, shift.y);
  cairo_scale(cairo, scale, scale);
  Painter(cairo).draw(drawing.elements(layer));
  finish(cairo, surface);
}

Raster paint(const Drawing& drawing, double scale) {
  Raster raster(static_cast<int>(std::lround(drawing.width() * scale)),
                static_cast<int>(std::lround(drawing.height() * scale)));
  paint_layer(raster, drawing, Layer::ground, scale);
  paint_layer(raster, drawing, Layer::labels, scale);
  return raster;
}

std::string pdf_of(const Drawing& drawing, double points, const Imprint& imprint) {
  std::string bytes;
  cairo_surface_t* surface =
      cairo_pdf_surface_create_for_stream(append, &bytes, drawing.width() * points, drawing.height() * points);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, imprint.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Qonys");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, imprint.source.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, imprint.date.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, imprint.date.c_str());
  cairo_t* cairo = cairo_create(surface);
  cairo_scale(cairo, points, points);
  Painter painter(cairo);
  painter.draw(drawing.elements(Layer::ground));
  painter.draw(drawing.elements(Layer::labels));
  cairo_show_page(cairo);
  finish(cairo, surface);
  return bytes;
}

}  // namespace figures
