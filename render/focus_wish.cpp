#include "render/focus_wish.hpp"

#include "world/errors.hpp"

namespace viewer {
namespace {

using world::InputError;

int region_of(const char* option, const std::string& code, const world::observers::Snapshot& month) {
  std::string codes;
  for (int r = 0; r < month.n_regions(); ++r) {
    const std::string& iso = month.regions[static_cast<std::size_t>(r)].iso;
    if (iso == code) return r;
    codes += (codes.empty() ? "" : ", ") + iso;
  }
  throw InputError(std::string("--") + option + " is '" + code + "'; allowed: " + codes);
}

}  // namespace

figures::Focus focus_of(const FocusWish& wish, const world::observers::Snapshot& month) {
  figures::Focus focus;
  if (wish.region.empty()) {
    if (!wish.with.empty() || !wish.ways.empty())
      throw InputError(std::string(wish.with.empty() ? "--ways" : "--with") + " needs --region");
    return focus;
  }
  focus.region = region_of("region", wish.region, month);
  if (!wish.with.empty()) focus.partner = region_of("with", wish.with, month);
  if (focus.partner == focus.region)
    throw InputError("--with is '" + wish.with + "', as --region; give another region");
  if (wish.ways == "in") focus.ways = figures::Ways::in;
  if (wish.ways == "out") focus.ways = figures::Ways::out;
  if (!wish.ways.empty() && wish.ways != "in" && wish.ways != "out" && wish.ways != "both")
    throw InputError("--ways is '" + wish.ways + "'; allowed in, out or both");
  return focus;
}

}  // namespace viewer
