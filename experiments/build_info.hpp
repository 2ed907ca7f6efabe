// Which program this is: version, sources, compiler, flags. The generated
// header behind it changes with every commit, so only one file includes that.
#pragma once

#include <string>

namespace experiments {

struct BuildInfo {
  std::string version;   // "0.1.0"
  std::string sources;   // the commit, "-dirty" at its end if the sources were changed
  std::string compiler;
  std::string flags;
};

[[nodiscard]] BuildInfo build_info();

/// What `qonys --version` prints.
[[nodiscard]] std::string version_text();

}  // namespace experiments
