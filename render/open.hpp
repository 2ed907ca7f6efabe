// Opens what the command line names.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "render/map.hpp"
#include "render/options.hpp"
#include "render/source.hpp"
#include "render/tour.hpp"

namespace viewer {

/// What can be known at once is checked; the first month of a simulation comes later. Errors: InputError.
[[nodiscard]] std::unique_ptr<Source> open_source(const Options& options);
/// B, or a run of a set: nothing of it is kept.
[[nodiscard]] std::unique_ptr<Source> open_beside(const std::string& what);
/// Names of the bundled scenarios, in order.
[[nodiscard]] std::vector<std::string> scenario_names();
/// The run folders in a folder, in order. Errors: InputError where there is none.
[[nodiscard]] std::vector<std::string> runs_in(const std::string& folder);
[[nodiscard]] std::unique_ptr<Map> open_map(const Options& options, const Source& source);

/// The tour asked for; without steps where none was and the bundled one does not fit. Errors: InputError, also for
/// regions and months that the source lacks.
[[nodiscard]] Tour open_tour(const Options& options, const Source& source);
[[nodiscard]] std::filesystem::path bundled_tours();
/// Where sessions are kept; empty if nowhere.
[[nodiscard]] std::string session_place();

/// Errors: InputError.
[[nodiscard]] std::string save_as_png(const figures::Raster& picture, const std::string& file);

}  // namespace viewer
