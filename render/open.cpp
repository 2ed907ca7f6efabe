#include "render/open.hpp"

#include "world/errors.hpp"

namespace viewer {

using world::observers::Phrase;

std::unique_ptr<Source> open_source(const Options& options) {
  if (options.place.empty()) throw world::InputError(std::string(text(Phrase::view_nothing_named, options.language)));
  throw world::InputError(text(Phrase::view_cannot_open, options.language, {options.place}));
}

std::unique_ptr<Map> open_map(const Options& options, const Source&) {
  throw world::InputError(text(Phrase::view_cannot_open, options.language, {options.place}));
}

}  // namespace viewer
