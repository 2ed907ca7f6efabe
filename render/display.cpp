#include "render/display.hpp"

#include <GL/glx.h>
#include <X11/XKBlib.h>
#include <X11/Xlib.h>

#include <utility>

namespace viewer {
namespace {

/// What a key types in a group of the layout, without Shift.
KeySym typed_by(XkbDescPtr layout, int code, int group) {
  const int n_groups = XkbKeyNumGroups(layout, code);
  return n_groups > 0 ? XkbKeySymEntry(layout, code, 0, group < n_groups ? group : 0) : KeySym{NoSymbol};
}

}  // namespace

Display::Display() : connection_(XOpenDisplay(nullptr)) {
  if (connection_ == nullptr) return;
  auto* const display = static_cast<::Display*>(connection_);
  int error_base = 0, event_base = 0;
  has_gl_ = glXQueryExtension(display, &error_base, &event_base) != 0;
  width_ = DisplayWidth(display, DefaultScreen(display));
  height_ = DisplayHeight(display, DefaultScreen(display));
}

Display::~Display() {
  if (connection_ != nullptr) XCloseDisplay(static_cast<::Display*>(connection_));
}

char Display::place_typing(char32_t character) const {
  if (connection_ == nullptr) return 0;
  auto* const display = static_cast<::Display*>(connection_);
  XkbStateRec state{};
  // Asked of the server anew: somebody may have chosen another layout.
  XkbDescPtr layout = XkbGetMap(display, XkbKeyTypesMask | XkbKeySymsMask, XkbUseCoreKbd);
  if (layout == nullptr || XkbGetState(display, XkbUseCoreKbd, &state) != Success) return 0;
  char found = 0;
  // Codes that keyboards send, whatever is printed on them.
  for (const auto& [place, code] : {std::pair{'/', 61}, {'6', 15}, {'7', 16}}) {
    if (found == 0 && typed_by(layout, code, state.group) == static_cast<KeySym>(character)) found = place;
  }
  XkbFreeClientMap(layout, 0, True);
  return found;
}

}  // namespace viewer
