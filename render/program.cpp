#include "render/program.hpp"

#include <csignal>
#include <exception>
#include <iostream>
#include <string>

#include "world/errors.hpp"

namespace viewer {
namespace {

constexpr int bad_input = 2, internal_error = 70;

int complain(const std::string& line, int code) {
  std::cerr << "qonys-view: " << line << std::endl;
  return code;
}

}  // namespace

int guarded(int argc, const char* const* argv, const std::function<void(const Options&)>& act) {
  // A full disk or a reader that is gone is told by the write that fails, not by a signal.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const Options options = parse_options(argc, argv);
    if (options.wants_help) {
      std::cout << help_text() << std::flush;
      return 0;
    }
    act(options);
    return 0;
  } catch (const world::InputError& error) {
    return complain(error.what(), bad_input);
  } catch (const std::bad_alloc&) {
    return complain("not enough memory", bad_input);
  } catch (const std::exception& error) {
    return complain(std::string("internal error, please report it: ") + error.what(), internal_error);
  }
}

}  // namespace viewer
