// The only file that includes the generated version header.
#include "experiments/build_info.hpp"

#include "experiments/version.hpp"

namespace experiments {

BuildInfo build_info() {
  return {.version = std::string(version_number),
          .sources = std::string(version_commit),
          .compiler = std::string(version_compiler),
          .flags = std::string(version_flags)};
}

std::string version_text() {
  const BuildInfo info = build_info();
  return "qonys " + info.version + " (" + info.sources + ")\ncompiler " + info.compiler + "\nflags    " + info.flags +
         "\n";
}

}  // namespace experiments
