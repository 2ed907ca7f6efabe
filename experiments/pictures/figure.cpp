// `qonys figure`: reads runs, draws one picture, writes it with its table.
#include "experiments/pictures/figure.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

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

/// The index of a month in all runs; the last common one if none is asked for.
int index_of(const std::vector<figures::Study>& studies, const std::string& asked, const char* option) {
  int n = studies.front().n_months();
  for (const figures::Study& study : studies) n = std::min(n, study.n_months());
  if (asked.empty()) return n - 1;
  const int month = world::parse_month(asked, std::string("figure: --") + option);
  const int index = studies.front().index_of(month);
  if (index >= 0 && index < n) return index;
  throw InputError("figure: --" + std::string(option) + " is '" + asked + "'; the months that can be shown are " +
                   world::month_text(studies.front().at(0).month) + " to " +
                   world::month_text(studies.front().at(n - 1).month));
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
    const double width = is_print ? points : request.wishes.style == Style::slide ? 960 : 1280;
    const double shape = request.wishes.view == figures::View::circle ? 1.0 : is_flat ? 0.8 : is_print ? 0.68 : 0.5625;
    scale.paper.width = width;
    scale.paper.height = std::round(width * shape);
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
  return png_of(
      paint(picture.drawing, scale.pixels),
      {{"Title", imprint.title}, {"Source", imprint.source}, {"Creation Time", imprint.date}, {"Software", "Qonys"}},
      request.dots_per_inch);
}

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

figures::Picture draw_view(const figures::Cast& cast, const FigureRequest& request, const figures::Wishes& wishes) {
  switch (wishes.view) {
    case figures::View::circle:
      return draw_circle_view(cast, wishes);
    case figures::View::lines:
      return draw_lines_view(cast, wishes);
    case figures::View::causes: {
      std::vector<figures::Reasons> reasons;
      for (std::size_t i = 0; i < cast.studies.size(); ++i)
        reasons.push_back(load_reasons(request.runs[i], *cast.studies[i]));
      return draw_causes_view(cast, reasons, wishes);
    }
    default:
      break;
  }
  return draw_map_view(cast, load_map(request.runs.front(), cast.first()), wishes);
}

}  // namespace

ExitCode draw_figure(const FigureRequest& asked) {
  FigureRequest request = asked;
  if (request.casting == figures::Casting::many) request.runs = runs_in(asked.runs.front());
  std::vector<figures::Study> studies;
  for (const fs::path& run : request.runs) studies.push_back(load_study(run));
  refuse_unlike(studies, request.runs);
  figures::Cast cast{request.casting, {}};
  for (const figures::Study& study : studies) cast.studies.push_back(&study);
  const Scale scale = scale_of(request);
  request.wishes.index = index_of(studies, request.at, "at");
  request.wishes.paper = scale.paper;
  const figures::Picture picture = draw_view(cast, request, request.wishes);
  write_whole(request.out, file_bytes(request, picture, scale, imprint_of(picture, cast)));
  fs::path table = request.out;
  table.replace_extension(".data.csv");
  write_whole(table, picture.data.csv());
  if (!request.is_quiet) std::cout << picture.title << "\n" << request.out.string() << ", " << table.string() << "\n";
  return ExitCode::ok;
}

}  // namespace experiments
