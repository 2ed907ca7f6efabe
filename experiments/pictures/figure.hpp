// A picture asked for on the command line: understood, drawn, written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/exit_codes.hpp"
#include "experiments/options.hpp"
#include "render/figures/cast.hpp"
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
  int frames_per_second = 30;
  double seconds = 30;
  bool is_quiet = false;
};

/// Errors: InputError, one line, for what is missing or wrong.
[[nodiscard]] FigureRequest figure_request(const Options& options);

/// Draws and writes the picture and its table. Errors: InputError.
[[nodiscard]] ExitCode draw_figure(const FigureRequest& request);

/// A run as pictures know it. Errors: InputError for what is no whole run folder.
[[nodiscard]] figures::Study load_study(const std::filesystem::path& folder);
/// Why people moved in a run, in people at scale 1:1. Errors: InputError for a run without causes.csv or a damaged one.
[[nodiscard]] figures::Reasons load_reasons(const std::filesystem::path& folder, const figures::Study& study);
/// The map in the inputs of a run. Errors: InputError.
[[nodiscard]] figures::Map load_map(const std::filesystem::path& folder, const figures::Study& study);

/// Writes `bytes` so that `file` is the old one or the whole new one. Errors: InputError.
void write_whole(const std::filesystem::path& file, const std::string& bytes);

}  // namespace experiments
