// Which panels a frame has.
#include "render/scene.hpp"

namespace viewer {

namespace {

void waiting(Ui& ui, const Scene& scene) {
  const State& state = scene.state;
  ui.set_blocked(state.shows_help || state.shows_settings);
  waiting_screen(ui, scene);
  ui.set_blocked(false);
  if (state.shows_help) help_window(ui, scene);
  if (state.shows_settings) settings_window(ui, scene);
}

}  // namespace

void screen(Ui& ui, const Scene& scene) {
  if (!scene.month) return waiting(ui, scene);
  const State& state = scene.state;
  const bool has_window = state.shows_help || state.shows_settings || state.shows_search || state.shows_rivals ||
                          state.shows_export || state.headline >= 0;
  ui.set_blocked(has_window);
  map_overlay(ui, scene);
  compare_overlay(ui, scene);
  toast(ui, scene);
  if (state.is_kiosk) {
    kiosk_band(ui, scene);
  } else {
    top_bar(ui, scene);
    left_drawer(ui, scene);
    right_drawer(ui, scene);
    timeline(ui, scene);
  }
  ui.set_blocked(false);
  if (state.shows_help) help_window(ui, scene);
  if (state.shows_settings) settings_window(ui, scene);
  if (state.shows_search) search_window(ui, scene);
  if (state.shows_rivals) rivals_window(ui, scene);
  if (state.headline >= 0) headline_window(ui, scene);
  if (state.shows_export) export_window(ui, scene);
  kiosk_signs(ui, scene);
}

}  // namespace viewer
