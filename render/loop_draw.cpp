// One frame of the window.
#include <algorithm>
#include <cmath>

#include "render/figures/moving_map.hpp"
#include "render/loop.hpp"

namespace viewer {

using figures::Point;

namespace {

constexpr std::size_t most_done = 64;
constexpr float click_slack = 5;  // pixels that a hand may tremble

std::uint32_t hex(figures::Colour colour) {
  return static_cast<std::uint32_t>(colour.red) << 16 | static_cast<std::uint32_t>(colour.green) << 8 | colour.blue;
}

void without_blending(const ImDrawList*, const ImDrawCmd*) { set_blending(false); }
void with_blending(const ImDrawList*, const ImDrawCmd*) { set_blending(true); }

}  // namespace

void Loop::lay_out_screen() {
  const auto scale = static_cast<float>(this->scale());
  if (built_scale_ != this->scale()) {
    fonts_.build(find_fonts(), this->scale());
    bridge_.renew_fonts();
    built_scale_ = this->scale();
  }
  const sf::Vector2u size = window_.getSize();
  const bool is_bare = !month_;  // nothing is there that drawers could tell of
  layout_ = lay_out(static_cast<float>(size.x), static_cast<float>(size.y), scale, state_.has_left && !is_bare,
                    state_.has_right && !is_bare, state_.is_kiosk);
  const figures::Box country = parts_.map.extent();
  const double shape = std::abs(country.right - country.left) / std::max(1e-9, std::abs(country.bottom - country.top));
  panes_ = panes_of(layout_.map, comparing(), state_.swipe, shape);
  const Rect map = comparing() == Compare::side_by_side ? room_in(panes_, shape, scale) : layout_.map;
  const double margin = 12 * this->scale();
  state_.camera.set_room(
      {static_cast<double>(map.x) + margin, static_cast<double>(map.y) + margin,
       std::max(static_cast<double>(map.right()) - margin, static_cast<double>(map.x) + margin + 1),
       std::max(static_cast<double>(map.bottom()) - margin, static_cast<double>(map.y) + margin + 1)});
}

Rect Loop::paper() const { return comparing() == Compare::side_by_side ? panes_.first : layout_.middle; }

Rect Loop::room() const { return comparing() == Compare::side_by_side ? panes_.first : layout_.map; }

Sight Loop::sight() const {
  switch (comparing()) {
    case Compare::side_by_side:
    case Compare::swipe:
      return Sight::pair;
    case Compare::difference:
      return Sight::difference;
    case Compare::one:
      break;
  }
  return company_.set().size() > 1 ? Sight::mean : Sight::one;
}

void Loop::draw(double seconds) {
  const double begun = steady_seconds();
  const std::vector<Input> inputs = inputs_.next_frame();
  take_keys(inputs);
  for (const Input& input : inputs) {
    if (input.kind == Input::Kind::resized) frames_wanted_ = 3;
  }
  tend_kiosk(seconds);
  lay_out_screen();
  kiosk_.aim(parts_.map, state_);
  take_source();
  advance(seconds);
  lay_out_screen();
  has_news_ = false;
  if (month_) ask_for_picture();
  take_picture();

  bridge_.feed(inputs);
  bridge_.begin_frame(begun - std::exchange(drawn_at_, begun));  // also what was rested: double clicks are timed by it
  clear_window(static_cast<int>(window_.getSize().x), static_cast<int>(window_.getSize().y),
               hex(theme_of(state_.settings.is_dark).ground));
  draw_map(seconds);
  if (month_) touch_map();
  Ui ui(theme_of(state_.settings.is_dark), fonts_, ring_, state_.settings.language, static_cast<float>(scale()));
  ring_.begin_frame(std::exchange(state_.focus_moves, 0), std::exchange(state_.wants_activation, false),
                    std::exchange(state_.wants_focus_end, false));
  screen(ui, scene_now());
  const bool moved_focus = ring_.end_frame();
  bridge_.draw();
  save_pictures();
  window_.display();

  ++n_frames_;
  if (n_frames_ == 1) first_frame_ms_ = (steady_seconds() - parts_.started) * 1000;
  if (month_ && first_month_ms_ == 0) first_month_ms_ = (steady_seconds() - parts_.started) * 1000;
  if (frames_wanted_ > 0) --frames_wanted_;
  if (moved_focus) frames_wanted_ = std::max(frames_wanted_, 1);
  if (month_) times_.add((steady_seconds() - begun) * 1000);
  remember(ui);
  for (const Command& command : ui.commands) obey(command, false);
  if (script_.frame_is_drawn()) write_state();
}

void Loop::draw_map(double seconds) {
  if (!picture_) return;
  const bool has_overlay = static_cast<bool>(parts_.overlay) && !state_.settings.reduced_motion;
  const bool moves = has_overlay && (state_.playback.is_playing() || state_.is_kiosk);  // else dots stand still
  if (must_compose_ || moves) {
    frame_ = picture_->ground;
    overlay_moves_ = has_overlay && parts_.overlay(frame_, *picture_, moves ? seconds : 0) && moves;
    figures::lay_over(frame_, picture_->labels);
    texture_.upload(frame_);
    if (must_compose_) second_texture_.upload(picture_->second);
    must_compose_ = false;
  }
  draw_pane(texture_, panes_.first, {0, 0});
  if (panes_.has_two() && picture_->job.sight == Sight::pair) draw_pane(second_texture_, panes_.second, panes_.shift);
}

void Loop::draw_pane(MapTexture& texture, Rect pane, ImVec2 shift) {
  // The picture was made for another view if the camera has moved on: it is shifted and stretched until the next comes.
  const MapJob& job = picture_->job;
  const auto corner = [&](double x, double y) {
    const Point on_map = to_map(job.view, job.middle, {x, y});
    const Point at = to_screen(state_.camera.view(), state_.camera.middle(), on_map);
    return ImVec2{static_cast<float>(at.x) + shift.x, static_cast<float>(at.y) + shift.y};
  };
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.PushClipRect(pane.a(), pane.b());  // what drawers hide is not drawn
  list.AddCallback(without_blending, nullptr);
  ImVec2 a = corner(0, 0), b = corner(job.width, job.height);
  texture.set_smooth(!(job.view == state_.camera.view()));
  if (job.view == state_.camera.view()) {
    a = {std::round(a.x), std::round(a.y)};
    b = {a.x + static_cast<float>(job.width), a.y + static_cast<float>(job.height)};
  }
  list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.name())), a, b);
  list.AddCallback(with_blending, nullptr);
  list.PopClipRect();
}

void Loop::touch_map() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_on_map = !io.WantCaptureMouse && io.MousePos.x >= layout_.map.x &&
                         io.MousePos.x < layout_.map.right() && io.MousePos.y >= layout_.map.y &&
                         io.MousePos.y < layout_.map.bottom();
  const ImVec2 mouse = panes_.on_first(io.MousePos);
  const Point on_map = to_map(state_.camera.view(), state_.camera.middle(),
                              {static_cast<double>(mouse.x), static_cast<double>(mouse.y)});
  if (shows_circle()) {
    hovered_ = -1;
    return;
  }
  hovered_ = is_on_map && !is_press_on_map_ ? parts_.map.region_at(on_map) : is_on_map ? hovered_ : -1;
  if (is_on_map && io.MouseWheel != 0) {
    obey({Action::zoom,
          std::pow(1.25, static_cast<double>(io.MouseWheel)),
          static_cast<double>(mouse.x),
          static_cast<double>(mouse.y),
          {}},
         true);
  }
  if (is_on_map && ImGui::IsMouseClicked(1)) turn_ways(parts_.map.region_at(on_map));
  const bool is_down = io.MouseDown[0] || io.MouseDown[2];
  if (is_on_map && (ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(2))) {
    is_press_on_map_ = true;
    was_dragged_ = false;
    pressed_at_ = io.MousePos;
    ring_.clear();
    if (ImGui::IsMouseDoubleClicked(0)) {
      obey({Action::fit, 0, 0, 0, {}}, true);
      was_dragged_ = true;  // its release is no click
    }
  }
  if (!is_press_on_map_ || ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(2)) return;
  const float away = std::hypot(io.MousePos.x - pressed_at_.x, io.MousePos.y - pressed_at_.y);
  if (is_down && (was_dragged_ || away > click_slack)) {
    if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)
      state_.camera.pan(static_cast<double>(io.MouseDelta.x), static_cast<double>(io.MouseDelta.y));
    was_dragged_ = true;
  }
  if (is_down) return;
  is_press_on_map_ = false;
  if (was_dragged_ || !ImGui::IsMouseReleased(0)) return;
  click_region(parts_.map.region_at(on_map), io.KeyShift);
}

void Loop::click_region(int region, bool is_with_shift) {
  if (is_with_shift && state_.pinned >= 0) {  // once more on the same region or pair: off
    const bool is_off = region < 0 || region == state_.pinned || region == state_.partner;
    obey({Action::set_pair, is_off ? -1.0 : region, 0, 0, {}}, true);
    return;
  }
  obey({region < 0 || region == state_.pinned ? Action::unpin : Action::pin, static_cast<double>(region), 0, 0, {}},
       true);
  if (state_.pinned >= 0) state_.tab = Tab::region;
}

void Loop::turn_ways(int region) {
  if (region < 0) return;
  ring_.clear();
  if (region != state_.pinned) obey({Action::pin, static_cast<double>(region), 0, 0, {}}, true);
  obey({Action::next_ways, 0, 0, 0, {}}, true);
}

Scene Loop::scene_now() const {
  Scene scene{.state = state_,
              .description = parts_.source.description(),
              .history = history_,
              .map = parts_.map,
              .layout = layout_,
              .status = parts_.source.status(state_.settings.language),
              .month = month_,
              .index = index_,
              .n_months = month_ ? std::max(company_.n_months(), index_ + 1) : 0,
              .is_live = company_.is_live(),
              .checkpoints = parts_.source.checkpoints(),
              .year = history_.year_to(index_),
              .hovered = hovered_,
              .painted_index = picture_ ? picture_->job.index : -1,
              .message = message_,
              .company = &company_,
              .rival = {},
              .panes = panes_,
              .scenarios = parts_.scenarios,
              .map_hash = 0,
              .levers = parts_.source.levers(),
              .obstacle = {},
              .kiosk = &kiosk_,
              .share_of_press = kiosk_.share_of_press(steady_seconds()),
              .is_recorded = parts_.source.is_fallback(),
              .exports = {export_places(), exporter_.is_busy(), exporter_.file(), export_message_, is_export_bad_}};
  if (company_.rival() != nullptr && rival_month_)
    scene.rival.emplace(company_.rival()->description(), company_.rival_history(), rival_month_,
                        company_.rival_history().year_to(index_));
  scene.grounds = &parts_.source.grounds();
  const int region = card_region(state_, hovered_);
  if (region >= 0 && region < month_->n_regions()) scene.push = parts_.source.push(index_, region);
  if (hovered_ >= 0) scene.hovered_push = hovered_ == region ? scene.push : parts_.source.push(index_, hovered_);
  if (scene.rival) {
    if (region >= 0 && region < month_->n_regions()) scene.rival->push = company_.rival()->push(index_, region);
    if (hovered_ >= 0) scene.rival->hovered = company_.rival()->push(index_, hovered_);
  }
  if (picture_ && picture_->job.sight == Sight::difference) scene.largest_difference = picture_->largest_fill;
  if (scene.levers != nullptr && state_.levers.is_shown)
    scene.obstacle = scene.levers->obstacle(index_, state_.settings.language);
  return scene;
}

void Loop::remember(Ui& ui) {
  const double now = steady_seconds();
  for (Asked& asked : unseen_) {
    asked.done.shown_frame = n_frames_ - 1;
    asked.done.milliseconds = (now - asked.at) * 1000;
    report_.last_done.push_back(std::move(asked.done));
    ++report_.n_done;
  }
  unseen_.clear();
  if (report_.last_done.size() > most_done) {
    report_.last_done.erase(report_.last_done.begin(),
                            report_.last_done.end() - static_cast<std::ptrdiff_t>(most_done));
  }
  report_.n_frames = n_frames_;
  report_.widgets = std::move(ui.widgets);
  report_.words = std::move(ui.words);
  report_.cut_words = std::move(ui.cut_words);
  report_.focus = ring_.current();
  report_.mouse_region = hovered_;
  report_.first_frame_ms = first_frame_ms_;
  report_.first_month_ms = first_month_ms_;
  report_.is_painting = painting_.is_busy() || painting_.has_picture();
}

}  // namespace viewer
