// A session as the window sees it.
#pragma once

#include <filesystem>
#include <memory>

#include "render/session.hpp"
#include "render/source.hpp"

namespace viewer {

/// Opens what is named, or, if nothing is, the session of `ways.folder` as it was left; the window's thread alone may
/// use it. Scenario, tables and the log are checked here; a population is built and a state loaded afterwards, in the
/// thread of the simulation: there may be no month yet. Errors: InputError.
[[nodiscard]] std::unique_ptr<Source> open_session(const std::string& what, const SessionWays& ways);
/// The file of outlines of the country that is shown.
[[nodiscard]] std::filesystem::path outlines_of(const Source& source);

}  // namespace viewer
