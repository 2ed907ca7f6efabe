// What a checkpoint costs: seconds in which the run stands still, what the disk
// then takes behind its back, and the way back to a world that can go on.
#pragma once

#include <filesystem>

#include "bench/cases.hpp"
#include "bench/study.hpp"
#include "world/country.hpp"

namespace bench {

/// Saves and loads the world of `scenario` after its first month, `plan.repeats` times on each number of threads.
/// A loaded world must have the hash of the saved one. Files go to the temporary folder.
/// Errors: RunsDiffer, InputError.
void checkpoint_case(const world::Scenario& scenario, const world::Country& country, const Plan& plan,
                     const Take& take);

}  // namespace bench
