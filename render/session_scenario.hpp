// A session's scenario as a file that `qonys run` takes, with nothing left to
// look up: every setting is stated, tables of the user's own lie beside it.
#pragma once

#include <filesystem>

#include "world/scenario.hpp"

namespace viewer {

/// Writes `scenario` to `file`, whole or not at all, with its country named by an absolute path, and tables laid over
/// it as tables/NAME.csv beside the file. The file loads to the same scenario. `note` becomes a comment on top.
/// Errors: InputError for no room, no right, or another table of that name beside the file.
void write_scenario_file(const std::filesystem::path& file, const world::Scenario& scenario, const std::string& note);

}  // namespace viewer
