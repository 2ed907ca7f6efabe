// One function for each verb of the program. Each returns the exit code, prints
// to the standard output, and throws InputError for what the user can mend.
#pragma once

#include "experiments/exit_codes.hpp"
#include "experiments/options.hpp"

namespace experiments {

[[nodiscard]] ExitCode run_verb(const Options& options);
[[nodiscard]] ExitCode resume_verb(const Options& options);
[[nodiscard]] ExitCode branch_verb(const Options& options);
[[nodiscard]] ExitCode inspect_verb(const Options& options);
[[nodiscard]] ExitCode rerun_verb(const Options& options);
[[nodiscard]] ExitCode diff_verb(const Options& options);
[[nodiscard]] ExitCode compare_verb(const Options& options);
[[nodiscard]] ExitCode check_verb(const Options& options);
[[nodiscard]] ExitCode list_verb(const Options& options);
[[nodiscard]] ExitCode schedule_verb(const Options& options);
[[nodiscard]] ExitCode parameters_verb(const Options& options);
[[nodiscard]] ExitCode levers_verb(const Options& options);
[[nodiscard]] ExitCode columns_verb(const Options& options);
[[nodiscard]] ExitCode causes_verb(const Options& options);
[[nodiscard]] ExitCode why_verb(const Options& options);
[[nodiscard]] ExitCode story_verb(const Options& options);
[[nodiscard]] ExitCode figure_verb(const Options& options);
[[nodiscard]] ExitCode view_verb(const Options& options);
[[nodiscard]] ExitCode calibrate_verb(const Options& options);

}  // namespace experiments
