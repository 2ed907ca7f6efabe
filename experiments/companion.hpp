// Programs beside this one, which need libraries that it does without.
#pragma once

#include <string>
#include <vector>

namespace experiments {

/// Becomes `program`, which lies beside this one or in the build folder of its part; it gets the `words` of the
/// command line from number `first` on. Errors: InputError if it is missing or cannot be started.
[[noreturn]] void become_companion(const std::string& program, std::vector<std::string> words, std::size_t first);

}  // namespace experiments
