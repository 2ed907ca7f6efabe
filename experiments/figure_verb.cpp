// `qonys figure`: hands over to the program qonys-figure beside this one. What
// draws needs libraries of fonts and X that a node of a cluster has no use for.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include "experiments/verbs.hpp"
#include "world/errors.hpp"

namespace experiments {

namespace fs = std::filesystem;

ExitCode figure_verb(const Options& options) {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path() / "qonys-figure";
  if (!fs::exists(program, ignored)) {
    throw world::InputError("figure: this copy of the program cannot draw: " + program.string() +
                            " is missing; build with -DQONYS_VIEWER=ON");
  }
  std::vector<std::string> words = options.words;
  words.insert(words.begin(), program.string());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(program.c_str(), arguments.data());
  throw world::InputError("figure: " + program.string() + " cannot be started: " + std::strerror(errno));
}

}  // namespace experiments
