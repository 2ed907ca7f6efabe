// The loop of the window between frames.
#include "render/loop.hpp"

#include <SFML/System/Err.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>

#include "render/display.hpp"
#include "world/errors.hpp"

namespace viewer {

using world::InputError;
using world::observers::Phrase;

namespace {

constexpr double message_seconds = 6;
constexpr int months_a_frame = 24;  // read into the history

sf::VideoMode mode_of(const Options& options, const Display& display) {
  if (options.is_full_screen) return sf::VideoMode::getDesktopMode();
  if (options.width > 0) return {static_cast<unsigned>(options.width), static_cast<unsigned>(options.height)};
  return {static_cast<unsigned>(std::min(1600, display.width())),
          static_cast<unsigned>(std::min(900, display.height()))};
}

sf::String title_of(const Options& options) {
  const std::string title = "Qonys" + (options.place.empty() ? "" : " – " + options.place);
  return sf::String::fromUtf8(title.begin(), title.end());
}

}  // namespace

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void show(const Options& options, const Parts& parts) {
  sf::err().rdbuf(nullptr);  // it tells users of what they cannot change
  const Display display;
  if (!display.is_there() || !display.has_gl()) {
    const Phrase phrase = display.is_there() ? Phrase::view_no_gl : Phrase::view_no_display;
    throw InputError(std::string(text(phrase, options.language)));
  }
  Loop(options, parts, display).run();
}

Loop::Loop(const Options& options, const Parts& parts, const Display& display)
    : options_(options), parts_(parts), company_(parts.source, parts.open), script_(options.script),
      reader_([&display](char32_t character) { return display.place_typing(character); }),
      window_(mode_of(options, display), title_of(options),
              options.is_full_screen ? sf::Style::Fullscreen : sf::Style::Default, sf::ContextSettings(0, 0, 0, 2, 1)),
      bridge_(window_), painting_([&map = parts.map](const MapJob& job) { return map.paint(job); }) {
  if (!options.is_full_screen) {
    const auto size = window_.getSize();
    window_.setPosition({std::max(0, (display.width() - static_cast<int>(size.x)) / 2),
                         std::max(0, (display.height() - static_cast<int>(size.y)) / 2)});
  }
  state_.settings = {.language = options.language,
                     .is_dark = options.is_dark,
                     .ui_scale = options.ui_scale,
                     .reduced_motion = options.reduced_motion};
  state_.camera.set_reduced_motion(options.reduced_motion);
  state_.camera.set_extent(parts.map.extent());
  report_.times = &times_;
  if (parts.open && !options.compare.empty()) company_.open_rival(options.compare);
  rival_place_ = options.compare;
  state_.exporting.folder = options.pictures;
  if (parts.open) company_.open_set(parts.set);
  state_.is_kiosk = options.is_kiosk;
  if (!options.view.empty()) state_.info = static_cast<Info>(parse_info(options.view));
}

void Loop::run() {
  const double interval = 1.0 / options_.frames_a_second;
  resumed_ = parts_.source.first_shown();
  take_source();
  if (month_) {
    const figures::Focus focus = focus_of(options_.focus, *month_);
    state_.pinned = focus.region;
    state_.partner = focus.partner;
    state_.ways = focus.ways;
  }
  prepare_kiosk();
  double next = steady_seconds();
  last_frame_ = drawn_at_ = next;
  while (!is_over()) {
    take_events();
    take_source();
    follow_export();
    for (const Command& command : script_.due()) obey(command, true);
    if (auto complaint = script_.take_complaint(); !complaint.empty())
      std::cerr << "qonys-view: " << complaint << std::endl;
    const double now = steady_seconds();
    tend_kiosk(0);
    if (!must_draw()) {
      last_frame_ = now;  // nothing moved meanwhile
      rest(now + 0.010);
      continue;
    }
    if (now < next) {
      rest(next);
      continue;
    }
    next = std::max(next + interval, now);
    draw(std::min(now - last_frame_, 0.25));
    last_frame_ = now;
    begin_bench();
  }
  if (!options_.state_file.empty()) write_state();
  if (parts_.times != nullptr) *parts_.times = times_;
  tell_bench();
  tell_failure();
}

bool Loop::is_over() const {
  if (state_.wants_quit) return true;
  const bool is_bench = options_.bench_frames > 0 || options_.bench_seconds > 0;
  if (is_bench && !month_ && parts_.source.has_failed()) return true;  // nobody is there to read it
  if (options_.bench_frames > 0 && times_.n() >= options_.bench_frames) return true;
  return bench_begun_ && steady_seconds() - bench_begun_->wall >= options_.bench_seconds;
}

void Loop::rest(double until) {
  const double left = until - steady_seconds();
  if (left > 0) script_.rest(std::max(1, static_cast<int>(std::lround(left * 1000))));
}

void Loop::take_events() {
  sf::Event event{};
  while (window_.pollEvent(event)) {
    const auto input = reader_.read(event);
    if (input && !kiosk_.take(*input, steady_seconds())) inputs_.push(*input);
  }
  if (!inputs_.is_empty()) frames_wanted_ = 3;
}

bool Loop::is_field_opening() {
  constexpr int frames_until_it_types = 6;  // Dear ImGui gives a field the keys some frames after it was asked to
  const bool has_field = state_.shows_search || state_.shows_rivals;
  if (has_field && !had_field_) field_since_ = n_frames_;
  had_field_ = has_field;
  return has_field && n_frames_ - field_since_ < frames_until_it_types;
}

void Loop::take_keys(const std::vector<Input>& inputs) {
  for (const Input& input : inputs) {
    if (input.kind == Input::Kind::closed) state_.wants_quit = true;
    const bool is_key = input.kind == Input::Kind::key || input.kind == Input::Kind::text;
    if (!is_key || input.stroke.key == Key::none) continue;
    const bool is_typing = bridge_.wants_keys() || is_field_opening();
    const bool is_free = input.stroke.key == Key::escape || input.stroke.key == Key::tab ||
                         (input.stroke.key >= Key::f1 && input.stroke.key <= Key::f12);
    if (is_typing && !is_free) continue;
    const bool is_sideways = input.stroke.key == Key::left || input.stroke.key == Key::right;
    if (is_sideways && ring_.is_on_slider() && !input.stroke.shift && !input.stroke.control) {
      ring_.add_notches(input.stroke.key == Key::right ? 1 : -1);
      continue;
    }
    const auto command = command_of(input.stroke);
    if (command && command->action == Action::quit && kiosk_.mode() != Kiosk::Mode::off) continue;  // visitors stay
    if (command && (!input.is_repeat || info_of(command->action).repeats)) obey(*command, true);
  }
}

Facts Loop::facts() const {
  return {.n_regions = month_ ? month_->n_regions() : 0,
          .checkpoints = parts_.source.checkpoints(),
          .has_rival = company_.rival() != nullptr || company_.is_opening(),
          .first_month = month_ ? month_->month - index_ : 0};
}

void Loop::obey(const Command& command, bool is_seen_at_once) {
  Asked asked{.done = {.line = to_line(command), .asked_frame = n_frames_, .shown_frame = 0, .milliseconds = 0},
              .at = steady_seconds()};
  if (!is_seen_at_once) {  // a panel asked in the frame that is just drawn; the next one shows it
    --asked.done.asked_frame;
    asked.at = last_frame_;
  }
  const int before = state_.playback.month();
  if (command.action == Action::close) message_.clear();  // read, and out of the way
  if (command.action == Action::compare_with && parts_.open) {
    state_.shows_rivals = false;
    company_.open_rival(command.text);
    rival_place_ = command.text;
  } else if (take_export(command)) {
    // done, or under way
  } else if (!apply(command, facts(), state_)) {
    if (!month_) return say(std::string(text(Phrase::view_cannot, state_.settings.language)));
    take_source();  // what is done from the month shown is done from the one asked for last
    if (!parts_.source.take(command)) say(std::string(text(Phrase::view_cannot, state_.settings.language)));
    if (std::string notice = parts_.source.take_notice(state_.settings.language); !notice.empty())
      say(std::move(notice));
  }
  if (state_.playback.month() != before || state_.playback.is_playing()) resumed_ = 0;
  unseen_.push_back(std::move(asked));
  frames_wanted_ = std::max(frames_wanted_, 2);
}

void Loop::say(std::string message) {
  message_ = std::move(message);
  message_until_ = steady_seconds() + message_seconds;
}

void Loop::take_source() {
  if (parts_.source.poll()) has_news_ = true;
  take_company();
  state_.playback.set_months(company_.n_months(), company_.is_live());
  if (parts_.map.follow(parts_.source) && are_scales_due()) must_paint_ = true;
  if (history_.read(parts_.source, months_a_frame)) has_news_ = true;
  if (resumed_ > 0 && resumed_ < parts_.source.n_months()) state_.playback.go_to(std::exchange(resumed_, 0));
  const int wanted = state_.playback.month();
  if (month_ && wanted == index_ && generation_ == parts_.source.generation() &&
      company_generation_ == company_.generation())
    return;
  Source* const rival = company_.rival();
  Month month = parts_.source.month(wanted), other = rival != nullptr ? rival->month(wanted) : nullptr;
  if (!month || (rival != nullptr && !other)) return;  // it comes with a later poll: never two months at once
  month_ = std::move(month);
  rival_month_ = std::move(other);
  company_generation_ = company_.generation();
  index_ = wanted;
  if (resumed_ == 0) parts_.source.show(index_);
  generation_ = parts_.source.generation();
  frames_wanted_ = std::max(frames_wanted_, 1);
}

void Loop::take_company() {
  const bool had_rival = company_.rival() != nullptr;
  if (company_.poll(months_a_frame)) has_news_ = true;
  if (const std::string complaint = company_.take_complaint(); !complaint.empty()) {
    say(std::string(text(Phrase::view_not_opened, state_.settings.language)) + " " + complaint);
    frames_wanted_ = std::max(frames_wanted_, 1);
  }
  if (parts_.map.follow_beside(company_.rival(), company_.set())) must_paint_ = true;
  if (company_.rival() == nullptr) {
    if (!company_.is_opening()) state_.compare = Compare::one;
  } else if (!had_rival) {
    if (state_.compare == Compare::one) state_.compare = Compare::side_by_side;
    state_.tab = Tab::compare;
    constexpr double roomy = 1500;  // two maps want the width
    if (window_.getSize().x < roomy * state_.settings.ui_scale) state_.has_left = false;
  }
}

bool Loop::must_draw() const {
  if (has_news_ && steady_seconds() - drawn_at_ >= patience()) return true;
  const bool has_message = !message_.empty() && steady_seconds() > message_until_;
  return frames_wanted_ > 0 || kiosk_.mode() == Kiosk::Mode::touring || kiosk_.share_of_press(steady_seconds()) > 0 ||
         !inputs_.is_empty() || script_.is_waiting() || options_.bench_frames > 0 || has_message ||
         state_.camera.is_moving() || (state_.playback.is_playing() && !state_.playback.is_waiting()) ||
         painting_.has_picture() || overlay_moves_ || bridge_.wants_keys();
}

double Loop::patience() const {
  if (!month_) return 0.2;
  const bool is_watched = state_.playback.is_playing() || state_.is_kiosk || !parts_.source.is_live();
  return is_watched ? 0 : 1.5;
}

bool Loop::are_scales_due() {
  constexpr int months_a_scale = 12;      // a picture costs a live simulation as much as half a month of the country
  constexpr double seconds_a_scale = 10;  // while nobody plays
  const int n = parts_.source.n_months();
  const double now = steady_seconds();
  const bool is_early = n - scaled_months_ < months_a_scale || (patience() > 0 && now - scaled_at_ < seconds_a_scale);
  if (parts_.source.is_live() && n >= scaled_months_ && is_early) return false;
  scaled_months_ = n;
  scaled_at_ = now;
  return true;
}

void Loop::advance(double seconds) {
  state_.camera.advance(seconds);
  if (state_.playback.advance(seconds)) take_source();
  if (!message_.empty() && steady_seconds() > message_until_) message_.clear();
}

void Loop::ask_for_picture() {
  MapJob job;
  job.view = state_.camera.target();
  const Rect paper = this->paper(), room = this->room();
  job.middle = {state_.camera.middle().x - static_cast<double>(paper.x),
                state_.camera.middle().y - static_cast<double>(paper.y)};
  job.width = static_cast<int>(paper.w);
  job.height = static_cast<int>(paper.h);
  job.index = index_;
  job.month = month_;
  job.rival = rival_month_;
  job.sight = sight();
  job.is_circle = shows_circle();
  const auto units = static_cast<float>(1 / scale());
  const bool is_roomy = room.w * units > 400 && room.h * units > 280;  // else they would lie on the map
  job.has_legend = is_roomy && comparing() != Compare::side_by_side;
  job.has_inset = is_roomy && (comparing() != Compare::side_by_side || room.w * units > 640);
  job.info = static_cast<int>(state_.info);
  job.top_flows = state_.top_flows;
  job.focus = state_.focus();
  job.language = state_.settings.language;
  job.is_dark = state_.settings.is_dark;
  const bool is_still = job.sight == Sight::pair || job.sight == Sight::difference;  // ribbons compare better
  job.has_dots = static_cast<bool>(parts_.overlay) && !state_.settings.reduced_motion && !is_still;
  const double left = static_cast<double>(room.x - paper.x), top = static_cast<double>(room.y - paper.y);
  const double margin = 16 * scale();
  // Nothing lies below but the badge; of two maps beside each other it lies on the first, the legend on the second.
  const bool is_bare = state_.is_kiosk || (panes_.shift.x > 0 && !job.has_inset);
  job.free = {left + margin, top + margin, left + static_cast<double>(room.w) - margin,
              top + static_cast<double>(room.h) - margin - (is_bare ? 0 : 50 * scale())};
  if (job.is_circle) job.free.top += 74 * scale();  // below the title
  job.ui_scale = scale();
  if (job.width < 1 || job.height < 1) return;
  const auto is_same = [](const MapJob& a, const MapJob& b) {
    return a.view == b.view && a.middle.x == b.middle.x && a.middle.y == b.middle.y && a.width == b.width &&
           a.height == b.height && a.month == b.month && a.info == b.info && a.top_flows == b.top_flows &&
           a.focus == b.focus && a.has_dots == b.has_dots && a.free.left == b.free.left &&
           a.free.right == b.free.right && a.language == b.language && a.is_dark == b.is_dark &&
           a.ui_scale == b.ui_scale && a.rival == b.rival && a.sight == b.sight && a.is_circle == b.is_circle &&
           a.has_legend == b.has_legend && a.has_inset == b.has_inset;
  };
  if (asked_ && is_same(*asked_, job) && (!must_paint_ || painting_.is_busy())) return;
  must_paint_ = false;
  job.number = asked_ ? asked_->number + 1 : 1;
  asked_ = job;
  painting_.ask(std::move(job));
}

void Loop::take_picture() {
  if (auto picture = painting_.take()) {
    picture_ = std::move(picture);
    must_compose_ = true;
    frames_wanted_ = std::max(frames_wanted_, 1);
  }
}

}  // namespace viewer
