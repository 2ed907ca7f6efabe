// Opens what the command line names.
#pragma once

#include <memory>

#include "render/map.hpp"
#include "render/options.hpp"
#include "render/source.hpp"

namespace viewer {

/// Errors: InputError.
[[nodiscard]] std::unique_ptr<Source> open_source(const Options& options);
[[nodiscard]] std::unique_ptr<Map> open_map(const Options& options, Source& source);

/// Errors: InputError.
[[nodiscard]] std::string save_as_png(const figures::Raster& picture, const std::string& file);

}  // namespace viewer
