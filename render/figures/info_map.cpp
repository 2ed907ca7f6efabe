#include "render/figures/info_map.hpp"

#include <algorithm>

#include "render/figures/dots.hpp"
#include "render/figures/map_picture.hpp"
#include "render/figures/readings.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

ClassScale classes_of(const Study& study, const InfoWish& info, const Wishes& wishes, const Look& look) {
  std::vector<double> all;
  const int last = study.n_months() - 1;
  const int step = std::max(1, last / 60);  // more months would not change a round number
  for (int index = std::min(wishes.n_months, last); index <= last; index += step) {
    const std::vector<double> values = info.reading(study, index);
    all.insert(all.end(), values.begin(), values.end());
  }
  return info.is_signed ? around_zero(all, look) : of_even_steps(all, look);
}

}  // namespace

InfoMap draw_info_map(const Study& study, const Map& map, const InfoWish& info, const Wishes& wishes) {
  const Look look = look_of(wishes.theme, wishes.style);
  const Speech say(wishes.language);
  const Cast cast{Casting::one, {&study}};
  const Window window = study.window(wishes.index, wishes.n_months);
  MapContent content;
  content.fill = info.reading(study, wishes.index);
  content.classes = classes_of(study, info, wishes, look);
  content.classes_title = info.title;
  content.is_signed = info.is_signed;
  content.importance = people_of(study, wishes.index, wishes.counting);
  content.moved = moves_of(study, window, wishes.counting);
  const Most most = most_of_all_months(cast, wishes);
  const double pace = std::max(1, window.n_months()) / static_cast<double>(std::max(1, wishes.n_months));
  content.most_moved = most.pair * pace;
  content.most_through = most.region * pace;
  content.ribbons_title = say(Phrase::figure_ribbons);
  for (const double people : content.importance) content.values.push_back(short_count(people, wishes.language));
  return {draw_map(study, map, content, wishes), std::max(1.0, most.pair)};
}

double people_per_dot(const Study& study, const Wishes& wishes, int most_dots) {
  double moved = 1;
  for (int index = 1; index < study.n_months(); ++index) {
    moved = std::max(moved, study.moved_in_all(study.window(index, wishes.n_months), wishes.counting));
  }
  return choose_people_per_dot(moved, most_dots);
}

}  // namespace figures
