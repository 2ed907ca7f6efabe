// The command line of qonys-view. Boost stays in the .cpp file.
#pragma once

#include <string>

#include "render/focus_wish.hpp"
#include "world/observers/phrases.hpp"

namespace viewer {

struct Options {
  std::string place;     // a scenario, a run folder, a checkpoint; may be empty
  std::string compare;   // the same, for B; may be empty
  std::string ensemble;  // a folder of run folders; may be empty
  std::string session;   // folder that a session is kept in or found again
  world::observers::Language language = world::observers::Language::en;
  bool is_dark = true;
  int width = 0, height = 0;  // 0: as the desktop allows
  int frames_a_second = 30;
  double ui_scale = 1;
  bool reduced_motion = false;
  bool is_full_screen = false;
  std::string pictures = ".";  // folder for F12
  std::string script;          // a file of commands; "-": the standard input
  std::string state_file;      // written at the end, and when a script says `state`
  int bench_frames = 0;        // 0: no benchmark
  int bench_seconds = 0;       // the same, of what the processors do while nobody touches the window
  bool is_kiosk = false;
  std::string tour;       // a file or a name; empty: the one about Astana, where it fits
  int idle_seconds = 60;  // after which the tour goes on
  bool is_rehearsal = false;
  std::string describe;   // "text", "json", "csv"; empty: the window is opened
  std::string at, view;   // what is described
  FocusWish focus;        // the region or pair that is looked at
  std::string recording;  // a run folder to fall back to
  bool wants_help = false;
};

/// Errors: InputError, one line, for an unknown option or a value out of range. The language is that of the
/// environment (LANG) unless given.
[[nodiscard]] Options parse_options(int argc, const char* const* argv);
[[nodiscard]] std::string help_text();

}  // namespace viewer
