// The inside of the window: what lives from its opening to its closing.
#pragma once

#include <SFML/Window.hpp>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/canvas.hpp"
#include "render/company.hpp"
#include "render/display.hpp"
#include "render/exporter.hpp"
#include "render/imgui_bridge.hpp"
#include "render/kiosk.hpp"
#include "render/painting.hpp"
#include "render/scene.hpp"
#include "render/script.hpp"
#include "render/state_json.hpp"
#include "render/window.hpp"

namespace viewer {

class Loop {
 public:
  Loop(const Options& options, const Parts& parts, const Display& display);
  void run();

 private:
  // Before a frame (loop.cpp).
  void take_events();
  void take_keys(const std::vector<Input>& inputs);
  /// A window with a text field was just opened: letters are meant for it.
  [[nodiscard]] bool is_field_opening();
  void take_source();
  /// Enough months are new, or the last has come: colours and widths are to be fitted to them.
  [[nodiscard]] bool are_scales_due();
  void take_company();
  void advance(double seconds);
  [[nodiscard]] bool shows_circle() const { return viewer::shows_circle(state_, layout_); }
  void ask_for_picture();
  void take_picture();
  [[nodiscard]] bool must_draw() const;
  /// What a source tells while nobody plays waits for so many seconds: it is the simulation that needs the processor.
  [[nodiscard]] double patience() const;
  [[nodiscard]] bool is_over() const;
  void rest(double until);

  // What is told of it (loop_report.cpp).
  void save_pictures();
  void write_state();
  void begin_bench();
  void tell_bench() const;
  /// Errors: what the source failed with, where it has shown nothing.
  void tell_failure() const;

  // A frame (loop_draw.cpp).
  void draw(double seconds);
  void lay_out_screen();
  void draw_map(double seconds);
  void touch_map();
  void click_region(int region, bool is_with_shift);
  /// A right click: streams of the region in, out, both.
  void turn_ways(int region);
  [[nodiscard]] Scene scene_now() const;
  void remember(Ui& ui);

  // The kiosk (loop_kiosk.cpp).
  void prepare_kiosk();
  void tend_kiosk(double seconds);
  /// The line of events that the tour is given on, without what visitors did to its levers.
  void return_to_tour_line();
  [[nodiscard]] double scale() const;

  // Exports (loop_export.cpp).
  [[nodiscard]] ExportPlaces export_places() const;
  bool take_export(const Command& command);
  void follow_export();
  void tell_export(std::string words, bool is_bad);

  void obey(const Command& command, bool is_seen_at_once);
  void say(std::string message);
  /// One map as long as B is not there.
  [[nodiscard]] Compare comparing() const {
    return shown_compare(state_.compare, rival_month_ != nullptr, shows_circle());
  }
  [[nodiscard]] Sight sight() const;
  /// The part of the window that a picture of the map is made for, and what of it no drawer covers.
  [[nodiscard]] Rect paper() const;
  [[nodiscard]] Rect room() const;
  void draw_pane(MapTexture& texture, Rect pane, ImVec2 shift);
  [[nodiscard]] Facts facts() const;

  const Options& options_;
  const Parts& parts_;
  State state_;
  History history_;
  Company company_;
  UiFonts fonts_;
  FocusRing ring_;
  Script script_;
  InputQueue inputs_;
  EventReader reader_;
  sf::Window window_;
  ImguiBridge bridge_;
  MapTexture texture_, second_texture_;
  Painting painting_;

  Kiosk kiosk_;
  Layout layout_;
  Panes panes_;
  Exporter exporter_;
  std::string export_message_;
  bool is_export_bad_ = false;
  std::string rival_place_;
  Month month_, rival_month_;
  int index_ = 0;
  int generation_ = -1, company_generation_ = 0;
  int resumed_ = 0;  // month where an earlier session was left, until it is there or another is asked for
  std::optional<MapPicture> picture_;
  std::optional<MapJob> asked_;
  figures::Raster frame_;
  int scaled_months_ = 0;    // known when the scales were last made
  double scaled_at_ = 0;     // when that was
  bool must_paint_ = false;  // more months are known: scales may have changed
  bool must_compose_ = false, overlay_moves_ = false;
  bool has_news_ = false;  // months or a status that no frame has shown
  int tour_line_ = 0;      // of the levers: where visitors found the screen
  double built_scale_ = 0;

  int hovered_ = -1;
  ImVec2 pressed_at_{0, 0};
  bool is_press_on_map_ = false, was_dragged_ = false;

  bool had_field_ = false;
  int field_since_ = 0;  // frame
  int n_frames_ = 0, frames_wanted_ = 3;
  double last_frame_ = 0, drawn_at_ = 0, first_frame_ms_ = 0, first_month_ms_ = 0, message_until_ = 0;
  std::optional<ProcessorTime> bench_begun_;
  int bench_months_ = 0, bench_frames_ = 0;  // when it began
  std::string message_;
  FrameTimes times_;
  Report report_;
  struct Asked {
    Done done;
    double at;
  };
  std::vector<Asked> unseen_;  // carried out, not yet drawn
};

}  // namespace viewer
