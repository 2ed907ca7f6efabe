#include "experiments/guarded.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>

#include "world/errors.hpp"

namespace experiments {
namespace {

ExitCode complain(const std::string& line, ExitCode code) {
  std::cerr << "qonys: " << line << std::endl;
  return code;
}

/// A stream that whoever started us closed is opened on nothing: the next file opened would get its number, and
/// what we print would go into a table.
void fill_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) < 0) static_cast<void>(::open("/dev/null", O_RDWR));
  }
}

}  // namespace

ExitCode guarded(const std::function<ExitCode()>& act) {
  fill_closed_streams();
  try {
    const ExitCode code = act();
    std::cout.flush();
    if (!std::cout) return complain("cannot write to the standard output", ExitCode::bad_input);
    return code;
  } catch (const world::InputError& error) {
    return complain(error.what(), ExitCode::bad_input);
  } catch (const world::BrokenBooks& error) {
    return complain(std::string("the books do not add up: ") + error.what(), ExitCode::broken_books);
  } catch (const std::filesystem::filesystem_error& error) {
    return complain(error.path1().string() + ": " + error.code().message(), ExitCode::bad_input);
  } catch (const std::bad_alloc&) {
    return complain("not enough memory for a world of this size; try a smaller --scale, such as 1:20",
                    ExitCode::bad_input);
  } catch (const std::exception& error) {
    return complain(std::string("internal error, please report it: ") + error.what(), ExitCode::internal_error);
  }
}

}  // namespace experiments
