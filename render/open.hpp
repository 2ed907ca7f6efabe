// Opens what the command line names.
#pragma once

#include <filesystem>
#include <memory>

#include "render/map.hpp"
#include "render/options.hpp"
#include "render/source.hpp"
#include "render/tour.hpp"

namespace viewer {

/// Errors: InputError.
[[nodiscard]] std::unique_ptr<Source> open_source(const Options& options);
[[nodiscard]] std::unique_ptr<Map> open_map(const Options& options, Source& source);

/// The tour asked for; without steps where none was and the bundled one does not fit. Errors: InputError, also for
/// regions and months that the source lacks.
[[nodiscard]] Tour open_tour(const Options& options, Source& source);
[[nodiscard]] std::filesystem::path bundled_tours();
/// Where sessions are kept; empty if nowhere.
[[nodiscard]] std::string session_place();

/// Errors: InputError.
[[nodiscard]] std::string save_as_png(const figures::Raster& picture, const std::string& file);

}  // namespace viewer
