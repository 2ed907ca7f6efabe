#include "experiments/companion.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "world/errors.hpp"

namespace experiments {

namespace fs = std::filesystem;

void become_companion(const std::string& program, std::vector<std::string> words, std::size_t first) {
  std::error_code ignored;
  const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  fs::path file = here / program;
  if (!fs::exists(file, ignored)) file = here.parent_path() / "render" / program;  // where it is built
  if (!fs::exists(file, ignored)) {
    throw world::InputError(
        (words.empty() ? program : words.front()) +
        ": this copy of the program cannot draw: " + (here / program).string() +
        " is missing; build all of it with `./bootstrap build`, or `cmake --build` with QONYS_VIEWER on");
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(first, words.size())));
  words.insert(words.begin(), file.string());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(file.c_str(), arguments.data());
  throw world::InputError(file.string() + " cannot be started: " + std::strerror(errno));
}

}  // namespace experiments
