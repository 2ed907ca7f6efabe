#include "render/source.hpp"

#include <chrono>
#include <thread>

#include "world/errors.hpp"

namespace viewer {

void await_first_month(Source& source) {
  while (!source.month(0)) {
    source.poll();
    if (source.has_failed()) {
      if (const std::exception_ptr why = source.failure()) std::rethrow_exception(why);
      throw world::InputError(source.status(world::observers::Language::en).words);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

}  // namespace viewer
