// The kiosk inside the loop: its tour, its clock, the mouse.
#include "render/loop.hpp"

namespace viewer {

void Loop::prepare_kiosk() {
  kiosk_.set_idle(options_.idle_seconds);
  Tour tour = parts_.tour;
  if (tour.steps.empty()) {
    Words title;
    for (const auto language : world::observers::languages) {
      title.in[static_cast<std::size_t>(language)] = parts_.source.description().title_in(language);
    }
    const int first = parts_.source.description().first_month;
    tour = plain_tour(first, first + std::max(parts_.source.description().n_months_planned, parts_.source.n_months()),
                      title);
  }
  kiosk_.set_tour(std::move(tour));
}

void Loop::tend_kiosk(double seconds) {
  if (!month_) return;
  const KioskFacts facts{*month_, index_, parts_.source.n_months(), parts_.source.is_live()};
  const Kiosk::Mode before = kiosk_.mode();
  const LeverDesk* const desk = parts_.source.levers();
  if (!kiosk_.advance(seconds, steady_seconds(), facts, state_)) return;
  const bool is_touring = kiosk_.mode() == Kiosk::Mode::touring;
  if (before != Kiosk::Mode::visited && desk != nullptr) tour_line_ = desk->current_line();
  if (before == Kiosk::Mode::visited && is_touring) return_to_tour_line();
  window_.setMouseCursorVisible(!is_touring);
  Input mouse;  // hidden, it points at nothing
  const sf::Vector2i at = sf::Mouse::getPosition(window_);
  mouse.x = is_touring ? -1000 : static_cast<float>(at.x);
  mouse.y = is_touring ? -1000 : static_cast<float>(at.y);
  inputs_.push(mouse);
  ring_.clear();
  frames_wanted_ = 3;
}

void Loop::return_to_tour_line() {
  const LeverDesk* const desk = parts_.source.levers();
  if (desk == nullptr || (desk->current_line() == tour_line_ && !desk->has_edits())) return;
  parts_.source.take({Action::select_line, static_cast<double>(tour_line_), 0, 0, {}});
  static_cast<void>(parts_.source.take_notice(state_.settings.language));
  take_source();  // as many months as that line has
  kiosk_.restart();
}

double Loop::scale() const {
  if (!state_.is_kiosk) return state_.settings.ui_scale;
  const sf::Vector2u size = window_.getSize();
  return kiosk_scale(state_.settings.ui_scale, size.x, size.y);
}

}  // namespace viewer
