#include "render/display.hpp"

#include <GL/glx.h>
#include <X11/Xlib.h>

namespace viewer {

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

}  // namespace viewer
