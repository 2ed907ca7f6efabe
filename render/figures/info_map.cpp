#include "render/figures/info_map.hpp"

#include <algorithm>
#include <cmath>

#include "render/figures/dots.hpp"
#include "render/figures/map_picture.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

std::vector<double> reading_of(const Cast& cast, const InfoWish& info, int index) {
  return combined(cast, [&](const Study& study) { return info.reading(study, index); });
}

void set_fill(MapContent& content, const Cast& cast, const InfoScales& scales, const InfoWish& info,
              const Wishes& wishes) {
  const Look look = look_of(wishes.theme, wishes.style);
  content.fill = reading_of(cast, info, wishes.index);
  content.is_signed = info.is_signed || cast.is_difference();
  content.classes = content.is_signed ? around_zero(scales.values, look) : of_even_steps(scales.values, look);
  content.classes_title = info.title;
  if (!content.is_signed) return;
  content.is_uncertain = uncertain_signs(cast, [&](const Study& study) { return info.reading(study, wishes.index); });
  if (std::find(content.is_uncertain.begin(), content.is_uncertain.end(), true) != content.is_uncertain.end()) {
    content.notes.push_back(Speech(wishes.language)(Phrase::figure_uncertain));
  }
}

void set_streams(MapContent& content, const Cast& cast, const InfoScales& scales, const Wishes& wishes) {
  const Window window = cast.first().window(wishes.index, wishes.n_months);
  const double pace = std::max(1, window.n_months()) / static_cast<double>(std::max(1, wishes.n_months));
  content.moved = combined(cast, [&](const Study& study) { return moves_of(study, window, wishes.counting); });
  content.most_moved = scales.most.pair * pace;
  content.most_through = scales.most.region * pace;
  content.ribbons_title =
      Speech(wishes.language)(cast.is_difference() ? Phrase::figure_ribbons_change : Phrase::figure_ribbons);
  if (!cast.is_difference()) return;
  content.sign = content.moved;
  for (double& people : content.moved) people = std::abs(people);
}

}  // namespace

InfoScales scales_of(const std::vector<Cast>& casts, const InfoWish& info, const Wishes& wishes) {
  InfoScales scales;
  for (const Cast& cast : casts) {
    const int last = cast.n_months() - 1;
    const int step = std::max(1, last / 60);  // more months would not change a round number
    for (int index = std::min(wishes.n_months, last); index <= last; index += step) {
      const std::vector<double> values = reading_of(cast, info, index);
      scales.values.insert(scales.values.end(), values.begin(), values.end());
    }
    const Most most = most_of_all_months(cast, wishes);
    scales.most = {std::max(scales.most.pair, most.pair), std::max(scales.most.region, most.region)};
  }
  return scales;
}

InfoMap draw_info_map(const Cast& cast, const InfoScales& scales, const Map& map, const InfoWish& info,
                      const Wishes& wishes) {
  const Study& study = cast.first();
  MapContent content;
  set_fill(content, cast, scales, info, wishes);
  set_streams(content, cast, scales, wishes);
  content.importance = people_of(study, wishes.index, wishes.counting);
  const std::vector<double> people =
      combined(cast, [&](const Study& of) { return people_of(of, wishes.index, wishes.counting); });
  for (const double n : people) {
    content.values.push_back(cast.is_difference() ? short_signed_count(n, wishes.language)
                                                  : short_count(n, wishes.language));
  }
  InfoMap drawn{draw_map(study, map, content, wishes), std::max(1.0, scales.most.pair), 0};
  for (const double value : content.fill) drawn.largest_fill = std::max(drawn.largest_fill, std::abs(value));
  return drawn;
}

double people_per_dot(const Study& study, const Wishes& wishes, int most_dots) {
  double moved = 1;
  for (int index = 1; index < study.n_months(); ++index) {
    moved = std::max(moved, study.moved_in_all(study.window(index, wishes.n_months), wishes.counting));
  }
  return choose_people_per_dot(moved, most_dots);
}

}  // namespace figures
