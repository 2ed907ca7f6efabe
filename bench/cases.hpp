// The named cases: what each measures, as results.
#pragma once

#include <filesystem>
#include <functional>

#include "bench/options.hpp"
#include "bench/results.hpp"

namespace bench {

/// Takes a result as soon as it is known.
using Take = std::function<void(const Result&)>;

/// Runs the cases of `options` on the country of `scenario`, those that need a
/// fresh process first. Errors: RunsDiffer, InputError, BrokenBooks.
void run_cases(const Options& options, const std::filesystem::path& scenario, const Take& take);

}  // namespace bench
