// People on the move as dots that run along their streams and leave fading
// trails: the layer between the map and its labels. Without a graphics card, the
// same bits in the window, in pictures and in films.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "render/figures/afterglow.hpp"
#include "render/figures/raster.hpp"
#include "render/figures/stream.hpp"
#include "render/figures/tone.hpp"
#include "render/figures/track.hpp"
#include "render/figures/workers.hpp"

namespace figures {

/// How dots look and move. Lengths in pixels.
struct ParticleStyle {
  double people_per_dot = 100;    // keep it the same for a whole run: a number that the legend tells
  double frames_per_second = 30;  // what a frame's number means in time
  double speed = 90;              // px/s, of every dot; scale it with the curves when the camera zooms, and dots stay
  double dot = 1.4;               // radius of a dot, 1 … 2: 1 is the finest, 2 for pictures of 4K
  double trail = 0.15;            // s until a trail has faded to 1/e
  double exposure = 6;            // how much of a lone dot is seen
  double range = 16;              // dots one upon another that are the strongest light
  double ease = 28;               // at each end of a curve dots grow from nothing and vanish over this length
  double people_per_pixel = 250;  // width of the stream in which dots run: linear in people, between …
  double narrowest = 3, widest = 22;
  TrailColours colours = trail_colours_on_dark();
};

/// The same look on a picture `factor` times as large (or as small): 2 for 3840 × 2160 from a style for 1920 × 1080.
[[nodiscard]] ParticleStyle scaled(ParticleStyle style, double factor);

/// What is drawn of frame k: the dots of k, whose places are a pure function of the streams and of k, and the trails
/// they left in the frames before. `start` gives them a past of fixed length, so its picture is a pure function of
/// (streams_at, k): the same bits whatever was shown before, with any number of threads, on any processor. So is what
/// follows from the same start. Between a frame started at and the same frame played to from an earlier start only the
/// light differs that is older than the warm-up: at most 1/1000 of what it was, one level of 255.
class Particles {
 public:
  static constexpr int life_frames = 15;

  /// Errors: std::invalid_argument for a size below 1 or above 32,768, or a style that makes no sense.
  Particles(int width, int height, const ParticleStyle& style, int n_threads);

  /// Frames that `start` lets pass: 30, more if trails are longer than usual. A trail keeps 1/1000 of its light.
  [[nodiscard]] int warm_up_frames() const;
  /// Forgets all trails and dots, then lets the warm-up pass, up to and including `frame`. `streams_at` gives the
  /// streams of any frame, also of those before 0, back to `frame` − `warm_up_frames()` − `life_frames` + 1.
  void start(const std::function<std::vector<Stream>(std::int64_t frame)>& streams_at, std::int64_t frame);
  /// The same with streams that never change.
  void start(const std::vector<Stream>& streams, std::int64_t frame);
  /// Goes on to `frame`, usually the next one. Up to four frames are one long step; later frames are shown as if the
  /// time between had not been. An earlier frame is only shown too. Curves in pixels, each (origin, destination) once.
  /// When a stream has more or fewer dots than before, the other dots go on undisturbed; new ones grow and old ones
  /// fade in `life_frames`. Errors: std::invalid_argument.
  void advance(const std::vector<Stream>& streams, std::int64_t frame);
  /// Lays light (or ink) over a picture of the layer's size; an empty picture becomes the layer itself, premultiplied.
  /// Errors: std::invalid_argument.
  void compose(Raster& picture);
  /// Forgets all trails and dots.
  void clear();
  /// New colours for the same light: a change of theme.
  void set_colours(const TrailColours& colours);

  /// Dots of each stream of the last frame, in its order, without those that fade: times people per dot they are the
  /// people shown.
  [[nodiscard]] const std::vector<int>& dots() const { return dots_; }
  [[nodiscard]] int n_dots() const;
  [[nodiscard]] const ParticleStyle& style() const { return style_; }

 private:
  /// A stream as it is kept from frame to frame.
  struct Flow {
    Track track;
    std::uint32_t key = 0;  // of its dots' draws
    float half_width = 0;
    int n = 0;  // dots wanted
    bool is_new = true;
    std::vector<std::uint8_t> life;  // [slot]: 1 … life_frames
  };
  /// Slots of one flow: a piece of work.
  struct Piece {
    const Flow* flow;
    int first, last;
  };
  struct Step;  // what all dots of a frame share

  void update_flows(const std::vector<Stream>& streams, int elapsed);
  void list_pieces();
  void run(const Piece& piece, const Step& step, int worker);

  ParticleStyle style_;
  Tone tone_;
  Brush brush_;
  Workers workers_;
  Afterglow afterglow_;
  SparkBands sparks_;
  std::map<std::pair<int, int>, Flow> flows_;
  std::vector<Piece> pieces_;
  std::vector<int> dots_;
  std::int64_t frame_ = 0;
  bool is_empty_ = true;  // nothing shown since the last `clear`
};

}  // namespace figures
