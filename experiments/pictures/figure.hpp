// A picture asked for on the command line: understood, drawn, written.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "experiments/exit_codes.hpp"
#include "experiments/options.hpp"
#include "render/figures/cast.hpp"
#include "render/figures/painter.hpp"
#include "render/figures/picture.hpp"
#include "render/figures/reasons.hpp"

namespace experiments {

enum class FileKind { png, svg, pdf, mp4 };

struct FigureRequest {
  figures::Casting casting = figures::Casting::one;
  std::vector<std::filesystem::path> runs;
  std::string at, from, to;  // months as given, or empty
  figures::Wishes wishes;    // without index and paper
  std::filesystem::path out;
  FileKind kind = FileKind::png;
  int width_px = 1920, height_px = 1080;
  double width_mm = 0;       // 0: sized in pixels
  double dots_per_inch = 0;  // 0: not stated
  bool has_dots = false;     // in a picture; a film has them anyway
  int frames_per_second = 30;
  double seconds = 30;
  bool is_quiet = false;
};

/// Errors: InputError, one line, for what is missing or wrong.
[[nodiscard]] FigureRequest figure_request(const Options& options);

/// Draws and writes the picture and its table. Errors: InputError.
[[nodiscard]] ExitCode draw_figure(const FigureRequest& request);

/// The runs of a request, and what draws any of their months.
struct Studio {
  std::vector<figures::Study> studies;
  figures::Cast cast;
  std::function<figures::Picture(const figures::Wishes&)> draw;
  double pixels = 1;  // a unit of the drawing
};

/// What a picture of these runs says of itself.
[[nodiscard]] figures::Imprint imprint_of(const figures::Picture& picture, const figures::Cast& cast);

/// Draws the months of `request` one after another and writes the film. Errors: InputError.
void draw_film(const FigureRequest& request, const Studio& studio);

/// One frame of the film of a month that never ends. `wishes` have the index.
[[nodiscard]] figures::Raster paint_dots(const Studio& studio, figures::Wishes wishes);

/// The index of the month asked for in all runs; `otherwise` if none is. Errors: InputError naming the option.
[[nodiscard]] int index_of(const Studio& studio, const std::string& asked, const char* option, int otherwise);

/// A run as pictures know it. Errors: InputError for what is no whole run folder.
[[nodiscard]] figures::Study load_study(const std::filesystem::path& folder);
/// Why people moved in a run, in people at scale 1:1. Errors: InputError for a run without causes.csv or a damaged one.
[[nodiscard]] figures::Reasons load_reasons(const std::filesystem::path& folder, const figures::Study& study);
/// The map in the inputs of a run. Errors: InputError.
[[nodiscard]] figures::Map load_map(const std::filesystem::path& folder, const figures::Study& study);

/// Writes `bytes` so that `file` is the old one or the whole new one. Errors: InputError.
void write_whole(const std::filesystem::path& file, const std::string& bytes);

}  // namespace experiments
