#include "render/figures/particles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>

#include "render/figures/dots.hpp"

namespace figures {
namespace {

constexpr int largest_side = 32768;
constexpr int slots_per_piece = 512;
constexpr int longest_step = 4;
constexpr int most_sub_steps = 16;
constexpr double sub_step_length = 0.9;  // px; longer ones show as beads
constexpr double most_pixels_per_frame = 500;
constexpr double light_unit = 1024;  // sum of light on the path of one dot just drawn

/// A good mixing of 32 bits (every bit of the input changes every bit of the output half of the time).
constexpr std::uint32_t mixed(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x21F0AAADU;
  x ^= x >> 15;
  x *= 0x735A2D97U;
  x ^= x >> 15;
  return x;
}

bool is_above_0(double x) { return std::isfinite(x) && x > 0; }

void check(int width, int height, const ParticleStyle& style) {
  if (width < 1 || height < 1 || width > largest_side || height > largest_side) {
    throw std::invalid_argument("size of the particle layer");
  }
  const bool makes_sense = is_above_0(style.people_per_dot) && is_above_0(style.frames_per_second) &&
                           is_above_0(style.speed) && is_above_0(style.trail) && is_above_0(style.ease) &&
                           is_above_0(style.people_per_pixel) && style.narrowest >= 0 &&
                           style.narrowest <= style.widest && is_above_0(style.widest) &&
                           style.speed / style.frames_per_second <= most_pixels_per_frame;
  if (!makes_sense) throw std::invalid_argument("style of the particle layer");
}

/// e^(−x) from a series: std::exp differs between C libraries.
double exp_of_minus(double x) {
  const double piece = x / 1024;
  double power = 1 - piece * (1 - piece / 2 * (1 - piece / 3));
  for (int i = 0; i < 10; ++i) power *= power;
  return power;
}

/// What the dots of one stream share in one frame.
struct Course {
  const float* x;  // of the track
  const float* y;
  std::uint32_t key;
  std::uint32_t gone;     // share of the curve that every dot has gone, of 2^32
  float steps_per_pixel;  // of the track
  float eases;            // stretches of easing that the curve is long
  float half_width;
  float sub_step;  // 1/256 px
  float deposit;   // light of a dot at each sub-step and for each frame of its life
};

/// Sparks by column, so that the loop over them is vectorised.
struct Places {
  std::array<std::int32_t, slots_per_piece> x, y;
  std::array<std::int16_t, slots_per_piece> dx, dy;
  std::array<std::uint16_t, slots_per_piece> from_light, to_light;
};

/// A number from 0 to below 1 with 24 bits, which a float holds exactly.
inline float share_of(std::uint32_t draw) {
  return static_cast<float>(static_cast<std::int32_t>(draw >> 8)) * (1.0F / 16777216.0F);
}

/// Where the dots of slots first … first + n − 1 are: a draw for each, moved on by the way gone. All of it is
/// arithmetic that is exact or rounded alike everywhere.
void place_dots(const Course& course, std::uint32_t first, int n, const std::uint8_t* __restrict life,
                Places& __restrict places) {
  const Course c = course;
  const float* const __restrict xs = c.x;
  const float* const __restrict ys = c.y;
  for (int i = 0; i < n; ++i) {
    const std::uint32_t draw = mixed(c.key + (first + static_cast<std::uint32_t>(i)) * 0x9E3779B9U);
    const std::uint32_t other = mixed(draw ^ c.key);
    const float t = share_of(draw + c.gone);
    const float along = t * Track::n_steps;
    const std::int32_t index = static_cast<std::int32_t>(along);
    const float within = along - static_cast<float>(index);
    const float x0 = xs[index], y0 = ys[index], x1 = xs[index + 1], y1 = ys[index + 1];
    const float step_x = x1 - x0, step_y = y1 - y0;
    const float ahead_x = step_x * c.steps_per_pixel, ahead_y = step_y * c.steps_per_pixel;  // a pixel along the curve
    // Two halves of the draw make a hill: dense in the middle, nothing at the rim. Streams are slimmer at their ends.
    const std::int32_t hill = static_cast<std::int32_t>((other & 0xFFFF) + (other >> 16)) - 65535;
    const float aside = static_cast<float>(hill) * (1.0F / 65536.0F) * c.half_width * (0.3F + 2.8F * t * (1.0F - t));
    const float from_end = t < 0.5F ? t : 1.0F - t;
    const float in = from_end * c.eases;
    const float e = in < 1.0F ? in : 1.0F;
    // Some dots are brighter than others, on average 1: a crowd of equal ones would be a plain ribbon.
    const float u = share_of(other * 0x9E3779B9U);
    const float light = c.deposit * (0.5F + 2.0F * u * u * u) * e * e * (3.0F - 2.0F * e) * static_cast<float>(life[i]);
    const float to = light * t;
    const std::size_t k = static_cast<std::size_t>(i);
    places.x[k] = static_cast<std::int32_t>((x0 + step_x * within - ahead_y * aside) * 256.0F) - 128;
    places.y[k] = static_cast<std::int32_t>((y0 + step_y * within + ahead_x * aside) * 256.0F) - 128;
    places.dx[k] = static_cast<std::int16_t>(static_cast<std::int32_t>(ahead_x * c.sub_step));
    places.dy[k] = static_cast<std::int16_t>(static_cast<std::int32_t>(ahead_y * c.sub_step));
    places.from_light[k] = static_cast<std::uint16_t>(static_cast<std::int32_t>(light - to));
    places.to_light[k] = static_cast<std::uint16_t>(static_cast<std::int32_t>(to));
  }
}

}  // namespace

ParticleStyle scaled(ParticleStyle style, double factor) {
  for (double* length : {&style.speed, &style.ease, &style.narrowest, &style.widest}) *length *= factor;
  style.people_per_pixel /= factor;
  style.dot = std::clamp(style.dot * factor, 1.0, 2.0);
  return style;
}

/// What the dots of one frame share.
struct Particles::Step {
  std::int64_t frame;
  double pixels_per_frame;
  int n_sub_steps;
  float sub_step;  // 1/256 px
  float deposit;   // light of a dot at each sub-step
};

Particles::Particles(int width, int height, const ParticleStyle& style, int n_threads)
    : style_((check(width, height, style), style)), tone_(style.colours, style.exposure, style.range, light_unit),
      brush_(style.dot), workers_(n_threads), afterglow_(width, height), sparks_(width, height, workers_.count()) {}

int Particles::warm_up_frames() const {
  return std::max(30, static_cast<int>(std::ceil(7 * style_.trail * style_.frames_per_second)));
}

void Particles::start(const std::function<std::vector<Stream>(std::int64_t)>& streams_at, std::int64_t frame) {
  clear();
  const std::int64_t first = frame - warm_up_frames() + 1;
  // Before anything is drawn: which dots are new or fading when it is.
  for (std::int64_t past = first - life_frames; past < first; ++past) {
    update_flows(streams_at(past), 1);
    is_empty_ = false;
  }
  for (std::int64_t past = first; past <= frame; ++past) {
    frame_ = past - 1;
    advance(streams_at(past), past);
  }
}

void Particles::start(const std::vector<Stream>& streams, std::int64_t frame) {
  start([&](std::int64_t) { return streams; }, frame);
}

void Particles::advance(const std::vector<Stream>& streams, std::int64_t frame) {
  const std::int64_t gone = is_empty_ ? 1 : frame - frame_;
  const int elapsed = static_cast<int>(std::clamp<std::int64_t>(gone, 1, longest_step));
  update_flows(streams, elapsed);
  list_pieces();

  Step step{};
  step.frame = frame;
  step.pixels_per_frame = style_.speed / style_.frames_per_second;
  const double way = step.pixels_per_frame * elapsed;
  step.n_sub_steps = static_cast<int>(std::clamp(std::ceil(way / sub_step_length), 1.0, double{most_sub_steps}));
  step.sub_step = static_cast<float>(way / step.n_sub_steps * 256);
  // A dot leaves the same light on each pixel of its way, however fast it is and however many frames there are.
  step.deposit = static_cast<float>(std::min(light_unit * std::max(way, 0.5) / step.n_sub_steps, 65535.0));
  sparks_.clear();
  workers_.share(static_cast<int>(pieces_.size()),
                 [&](int piece, int worker) { run(pieces_[static_cast<std::size_t>(piece)], step, worker); });

  const double keep = exp_of_minus(elapsed / (style_.frames_per_second * style_.trail));
  afterglow_.advance(static_cast<std::uint16_t>(std::min(keep * 65536, 65535.0)), step.n_sub_steps, brush_, sparks_,
                     workers_);
  frame_ = frame;
  is_empty_ = false;
}

void Particles::update_flows(const std::vector<Stream>& streams, int elapsed) {
  std::vector<double> people(streams.size());
  std::transform(streams.begin(), streams.end(), people.begin(), [](const Stream& stream) { return stream.people; });
  dots_ = apportion(people, style_.people_per_dot);
  for (auto& [ends, flow] : flows_) flow.n = -1;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const Stream& stream = streams[i];
    Flow& flow = flows_[{stream.origin, stream.destination}];
    if (flow.is_new) {
      flow.key =
          mixed(mixed(static_cast<std::uint32_t>(stream.origin) + 1) ^ static_cast<std::uint32_t>(stream.destination));
    } else if (flow.n >= 0) {
      throw std::invalid_argument("two streams have the same origin and destination");
    }
    if (!flow.track.is_along(stream.start, stream.bend, stream.end))
      flow.track = {stream.start, stream.bend, stream.end};
    const double width = std::clamp(stream.people / style_.people_per_pixel, style_.narrowest, style_.widest);
    flow.half_width = static_cast<float>(width / 2);
    flow.n = dots_[i];
    // What is there at the beginning has always been there.
    if (flow.is_new && is_empty_) flow.life.assign(static_cast<std::size_t>(flow.n), std::uint8_t{life_frames});
    flow.is_new = false;
  }
  for (auto place = flows_.begin(); place != flows_.end();) {
    Flow& flow = place->second;
    const std::size_t n = static_cast<std::size_t>(std::max(flow.n, 0));
    const bool is_settled =
        flow.life.size() == n && (n == 0 || flow.life.back() == life_frames);  // older ones are older
    if (flow.life.size() < n) flow.life.resize(n);
    for (std::size_t slot = 0; !is_settled && slot < flow.life.size(); ++slot) {
      const int life = flow.life[slot] + (slot < n ? elapsed : -elapsed);
      flow.life[slot] = static_cast<std::uint8_t>(std::clamp(life, 0, life_frames));
    }
    while (!flow.life.empty() && flow.life.back() == 0) flow.life.pop_back();
    place = flow.n < 0 && flow.life.empty() ? flows_.erase(place) : std::next(place);
  }
}

void Particles::list_pieces() {
  pieces_.clear();
  for (const auto& [ends, flow] : flows_) {
    const int n = static_cast<int>(flow.life.size());
    for (int first = 0; first < n; first += slots_per_piece) {
      pieces_.push_back({&flow, first, std::min(first + slots_per_piece, n)});
    }
  }
}

void Particles::run(const Piece& piece, const Step& step, int worker) {
  const Flow& flow = *piece.flow;
  const double length = flow.track.length();
  if (length < 1) return;
  // The way gone as a share of the curve, in 64 bits that wrap round at its end: nothing adds up from frame to frame.
  const double share = std::min(step.pixels_per_frame / length, 0.5);
  const std::uint64_t pace = static_cast<std::uint64_t>(share * 18446744073709551616.0);
  const Course course{.x = flow.track.x(),
                      .y = flow.track.y(),
                      .key = flow.key,
                      .gone = static_cast<std::uint32_t>((pace * static_cast<std::uint64_t>(step.frame)) >> 32),
                      .steps_per_pixel = static_cast<float>(Track::n_steps / length),
                      .eases = static_cast<float>(length / std::min(style_.ease, length / 3)),
                      .half_width = flow.half_width,
                      .sub_step = step.sub_step,
                      .deposit = step.deposit / life_frames};
  Places places;
  const int n = piece.last - piece.first;
  place_dots(course, static_cast<std::uint32_t>(piece.first), n, flow.life.data() + piece.first, places);
  for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
    sparks_.add({.x = places.x[i],
                 .y = places.y[i],
                 .dx = places.dx[i],
                 .dy = places.dy[i],
                 .from_light = places.from_light[i],
                 .to_light = places.to_light[i]},
                step.n_sub_steps, worker);
  }
}

void Particles::compose(Raster& picture) {
  if (picture.width != afterglow_.width() || picture.height != afterglow_.height()) {
    throw std::invalid_argument("the picture has another size than the particle layer");
  }
  workers_.share(afterglow_.n_tile_rows(), [&](int tile_row, int /*worker*/) {
    const int top = tile_row * Afterglow::tile_height;
    const int bottom = std::min(top + Afterglow::tile_height, picture.height);
    for (int column = 0; column < afterglow_.n_tile_columns(); ++column) {
      const int first = Afterglow::first_pixel(column);
      const int left = std::max(first, 0);
      const int n = std::min(first + Afterglow::tile_width, picture.width) - left;
      if (n <= 0 || !afterglow_.is_lit(tile_row, column)) continue;
      for (int y = top; y < bottom; ++y) tone_.lay(afterglow_.pairs(left, y), picture.row(y) + left, n);
    }
  });
}

void Particles::clear() {
  afterglow_.clear();
  flows_.clear();
  dots_.clear();
  is_empty_ = true;
}

void Particles::set_colours(const TrailColours& colours) {
  style_.colours = colours;
  tone_ = Tone(colours, style_.exposure, style_.range, light_unit);
}

int Particles::n_dots() const { return std::accumulate(dots_.begin(), dots_.end(), 0); }

}  // namespace figures
