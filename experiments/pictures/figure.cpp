// `qonys figure`: reads runs, draws one picture, writes it with its table.
#include "experiments/pictures/figure.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>

#include "render/figures/painter.hpp"
#include "render/figures/png_file.hpp"
#include "render/figures/svg.hpp"
#include "render/figures/views.hpp"
#include "world/errors.hpp"
#include "world/scenario.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
using world::InputError;

constexpr double points_per_mm = 72 / 25.4;

/// Every run folder in a folder, by name.
std::vector<fs::path> runs_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> runs;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (fs::is_regular_file(entry.path() / "manifest.toml", error)) runs.push_back(entry.path());
  }
  std::sort(runs.begin(), runs.end());
  if (runs.size() < 2) {
    throw InputError("figure: --ensemble: " + folder.string() + " holds " + std::to_string(runs.size()) +
                     " run folders; allowed a folder with two or more");
  }
  return runs;
}

void refuse_unlike(const std::vector<figures::Study>& studies, const std::vector<fs::path>& runs) {
  const auto& a = studies.front();
  for (std::size_t i = 1; i < studies.size(); ++i) {
    const auto& b = studies[i];
    const std::string both = "figure: " + runs[0].string() + " and " + runs[i].string();
    if (a.n_regions() != b.n_regions()) throw InputError(both + " have other regions; give runs of one country");
    for (int r = 0; r < a.n_regions(); ++r) {
      if (a.at(0).regions[static_cast<std::size_t>(r)].iso != b.at(0).regions[static_cast<std::size_t>(r)].iso) {
        throw InputError(both + " have other regions; give runs of one country");
      }
    }
    if (a.at(0).month != b.at(0).month) throw InputError(both + " begin in other months; give runs with one start");
  }
}

/// The paper in units of the drawing, and how many pixels or points one unit is.
struct Scale {
  figures::Paper paper;
  double pixels = 1, points = 1;
};

Scale scale_of(const FigureRequest& request) {
  using figures::Style;
  const bool is_print = request.wishes.style == Style::article || request.wishes.style == Style::grey;
  const bool is_flat = request.wishes.view == figures::View::causes || request.wishes.view == figures::View::lines;
  Scale scale;
  if (request.width_mm > 0) {
    const double points = request.width_mm * points_per_mm;
    // Narrower than this, type of its usual size would hide the map: everything shrinks together.
    const double width = is_print                               ? std::max(points, 110 * points_per_mm)
                         : request.wishes.style == Style::slide ? 960
                                                                : 1280;
    const bool has_ribbons = request.wishes.view == figures::View::flows;
    scale.paper.width = width;
    // In print the map has the whole width; title, legend and sources, whose type does not shrink, are added to its
    // height.
    scale.paper.height = request.wishes.view == figures::View::circle ? width
                         : is_flat                                    ? 0.8 * width
                         : is_print ? std::round(0.56 * width + (has_ribbons ? 130 : 95))
                                    : 0.5625 * width;
    scale.points = points / width;
    scale.pixels = scale.points / 72 * request.dots_per_inch;
    return scale;
  }
  const double base_width = is_print ? 160 * points_per_mm : request.wishes.style == Style::slide ? 960 : 1280;
  const double base_height = is_print ? 90 * points_per_mm : request.wishes.style == Style::slide ? 540 : 720;
  scale.pixels = std::min(request.width_px / base_width, request.height_px / base_height);
  scale.paper.width = request.width_px / scale.pixels;
  scale.paper.height = request.height_px / scale.pixels;
  scale.points = 0.75 * scale.pixels;  // of 96 pixels an inch
  return scale;
}

std::string png_bytes(const FigureRequest& request, const figures::Raster& raster, const figures::Imprint& imprint) {
  return png_of(
      raster,
      {{"Title", imprint.title}, {"Source", imprint.source}, {"Creation Time", imprint.date}, {"Software", "Qonys"}},
      request.dots_per_inch);
}

std::string file_bytes(const FigureRequest& request, const figures::Picture& picture, const Scale& scale,
                       const figures::Imprint& imprint) {
  if (request.kind == FileKind::pdf) return pdf_of(picture.drawing, scale.points, imprint);
  if (request.kind == FileKind::svg) {
    const bool is_mm = request.width_mm > 0;
    const double width = is_mm ? request.width_mm : request.width_px;
    const double height =
        is_mm ? request.width_mm * picture.drawing.height() / picture.drawing.width() : request.height_px;
    const std::string unit = is_mm ? "mm" : "px";
    return svg_of(picture.drawing, figures::short_number(width) + unit, figures::short_number(height) + unit, imprint);
  }
  return png_bytes(request, paint(picture.drawing, scale.pixels), imprint);
}

}  // namespace

figures::Imprint imprint_of(const figures::Picture& picture, const figures::Cast& cast) {
  figures::Imprint imprint{.title = picture.title, .source = {}, .date = cast.first().from().date};
  for (const figures::Study* study : cast.studies) {
    const figures::Provenance& from = study->from();
    imprint.source += (imprint.source.empty() ? "" : "; ") + from.program + ", scenario " + from.scenario + ", seed " +
                      from.seed + ", scale " + from.scale + ", run " + from.run_id;
    if (imprint.source.size() > 400) break;
  }
  return imprint;
}

namespace {

/// What draws the view asked for; maps and tables are read once, and only for views that need them.
std::function<figures::Picture(const figures::Wishes&)> drawer_of(const FigureRequest& request,
                                                                  const figures::Cast& cast) {
  switch (request.wishes.view) {
    case figures::View::circle:
      return [cast](const figures::Wishes& wishes) { return draw_circle_view(cast, wishes); };
    case figures::View::lines:
      return [cast](const figures::Wishes& wishes) { return draw_lines_view(cast, wishes); };
    case figures::View::causes: {
      std::vector<figures::Reasons> reasons;
      for (std::size_t i = 0; i < cast.studies.size(); ++i) {
        reasons.push_back(load_reasons(request.runs[i], *cast.studies[i]));
      }
      return [cast, reasons](const figures::Wishes& wishes) { return draw_causes_view(cast, reasons, wishes); };
    }
    default:
      break;
  }
  const auto map = std::make_shared<const figures::Map>(load_map(request.runs.front(), cast.first()));
  return [cast, map](const figures::Wishes& wishes) { return draw_map_view(cast, *map, wishes); };
}

}  // namespace

int index_of(const Studio& studio, const std::string& asked, const char* option, int otherwise) {
  if (asked.empty()) return otherwise;
  const figures::Study& first = studio.cast.first();
  const int n = studio.cast.n_months();
  const int index = first.index_of(world::parse_month(asked, std::string("figure: --") + option));
  if (index >= 0 && index < n) return index;
  throw InputError("figure: --" + std::string(option) + " is '" + asked + "'; the months that can be shown are " +
                   world::month_text(first.at(0).month) + " to " + world::month_text(first.at(n - 1).month));
}

ExitCode draw_figure(const FigureRequest& asked) {
  FigureRequest request = asked;
  if (request.casting == figures::Casting::many) request.runs = runs_in(asked.runs.front());
  Studio studio;
  for (const fs::path& run : request.runs) studio.studies.push_back(load_study(run));
  refuse_unlike(studio.studies, request.runs);
  studio.cast.kind = request.casting;
  for (const figures::Study& study : studio.studies) studio.cast.studies.push_back(&study);
  studio.draw = drawer_of(request, studio.cast);
  const Scale scale = scale_of(request);
  studio.pixels = scale.pixels;
  request.wishes.paper = scale.paper;
  if (request.kind == FileKind::mp4) {
    draw_film(request, studio);
    return ExitCode::ok;
  }
  request.wishes.index = index_of(studio, request.at, "at", studio.cast.n_months() - 1);
  const figures::Picture picture = studio.draw(request.wishes);
  const figures::Imprint imprint = imprint_of(picture, studio.cast);
  if (request.has_dots) {
    write_whole(request.out, png_bytes(request, paint_dots(studio, request.wishes), imprint));
  } else {
    write_whole(request.out, file_bytes(request, picture, scale, imprint));
  }
  fs::path table = request.out;
  table.replace_extension(".data.csv");
  write_whole(table, picture.data.csv());
  if (!request.is_quiet) std::cout << picture.title << "\n" << request.out.string() << ", " << table.string() << "\n";
  return ExitCode::ok;
}

}  // namespace experiments
