// What is shown, as JSON: for tests, and for whoever wants to know what a
// recorded screen said.
#pragma once

#include <string>
#include <vector>

#include "render/frame_times.hpp"
#include "render/processor.hpp"
#include "render/scene.hpp"

namespace viewer {

/// An action and the frames in which it was asked for and in which it was first seen.
struct Done {
  std::string line;
  int asked_frame = 0, shown_frame = 0;
  double milliseconds = 0;  // between the two
};

struct Report {
  int n_frames = 0;
  int n_done = 0;
  std::vector<Done> last_done;  // the newest last
  std::vector<Widget> widgets;
  std::vector<std::string> words, cut_words;
  std::string focus;
  int mouse_region = -1;
  const FrameTimes* times = nullptr;
  double first_frame_ms = 0, first_month_ms = 0;  // since the program began; 0: not yet
  double cpu_ms_a_frame = 0;                      // of all threads
  bool is_painting = false;
};

/// One line.
[[nodiscard]] std::string state_json(const Scene& scene, const Report& report);
[[nodiscard]] std::string bench_json(const Report& report, int width, int height);
/// Of a time in which `n_months` came and `report.n_frames` were drawn.
[[nodiscard]] std::string bench_seconds_json(const Report& report, const ProcessorShare& share, int n_months);

}  // namespace viewer
