// What the views flows, net, population and pressure put on the map.
#include <algorithm>
#include <cmath>

#include "render/figures/map_picture.hpp"
#include "render/figures/readings.hpp"
#include "render/figures/svg.hpp"
#include "render/figures/views.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

/// Classes that hold for every month of the runs, or for the month shown alone.
std::vector<double> values_of_all_months(const Cast& cast, const Wishes& wishes,
                                         const std::function<std::vector<double>(const Study&, int)>& at) {
  std::vector<double> all;
  const int last = cast.n_months() - 1;
  const int step = std::max(1, last / 120);  // more months would not change a round number
  for (int index = wishes.is_adaptive ? wishes.index : std::min(wishes.n_months, last); index <= last; index += step) {
    const std::vector<double> values = combined(cast, [&](const Study& study) { return at(study, index); });
    all.insert(all.end(), values.begin(), values.end());
    if (wishes.is_adaptive) break;
  }
  return all;
}

/// The parts of a view that differ.
struct Parts {
  Phrase title, title_of_change, classes, classes_of_change;
  std::function<std::vector<double>(const Study&, int)> fill;
};

Parts parts_of(const Map& map, const Wishes& wishes) {
  const Counting counting = wishes.counting;
  const int n_months = wishes.n_months;
  const auto rates = [=](const Study& study, int index) {
    return net_rates(study, study.window(index, n_months), counting);
  };
  switch (wishes.view) {
    case View::population: {
      const Phrase title =
          counting == Counting::actual ? Phrase::figure_population : Phrase::figure_population_registered;
      return {title, Phrase::figure_population_change, Phrase::figure_density, Phrase::figure_people_change,
              [=, &map](const Study& study, int index) { return densities(study, index, counting, map); }};
    }
    case View::pressure:
      return {Phrase::figure_pressure, Phrase::figure_pressure_change, Phrase::figure_load, Phrase::figure_load_change,
              [=](const Study& study, int index) { return highest_loads(study, study.window(index, n_months)); }};
    case View::net:
      return {Phrase::figure_net, Phrase::figure_net_change, Phrase::figure_net_rate, Phrase::figure_net_rate_change,
              rates};
    default:
      return {Phrase::figure_flows, Phrase::figure_flows_change, Phrase::figure_net_rate,
              Phrase::figure_net_rate_change, rates};
  }
}

void set_fill(MapContent& content, const Cast& cast, const Parts& parts, const Wishes& wishes, const Look& look) {
  const auto at = [&](const Study& study, int index) { return parts.fill(study, index); };
  content.fill = combined(cast, [&](const Study& study) { return at(study, wishes.index); });
  content.is_signed = cast.is_difference() || wishes.view == View::flows || wishes.view == View::net;
  if (content.is_signed)
    content.is_uncertain = uncertain_signs(cast, [&](const Study& study) { return at(study, wishes.index); });
  if (wishes.view == View::population && cast.is_difference()) {  // per cent of A, not people per km²
    const auto percent = [&](int index) {
      std::vector<double> a = people_of(cast.first(), index, wishes.counting),
                          b = people_of(*cast.studies[1], index, wishes.counting);
      for (std::size_t r = 0; r < a.size(); ++r) a[r] = a[r] > 0 ? 100 * (b[r] - a[r]) / a[r] : 0;
      return a;
    };
    content.fill = percent(wishes.index);
    std::vector<double> all;
    for (int index = 1; index < cast.n_months(); ++index) {
      const std::vector<double> more = percent(index);
      all.insert(all.end(), more.begin(), more.end());
    }
    content.classes = around_zero(wishes.is_adaptive ? content.fill : all, look);
  } else if (wishes.view == View::pressure && !cast.is_difference()) {
    content.classes = with_edges({60, 70, 80, 90, 100}, look);
  } else {
    const std::vector<double> all = values_of_all_months(cast, wishes, at);
    content.classes = content.is_signed ? around_zero(all, look) : of_magnitudes(all, look);
  }
}

void set_values(MapContent& content, const Cast& cast, const Wishes& wishes) {
  const Speech say(wishes.language);
  const Window window = cast.first().window(wishes.index, wishes.n_months);
  const std::vector<double> people =
      combined(cast, [&](const Study& study) { return people_of(study, wishes.index, wishes.counting); });
  const std::vector<double> net =
      combined(cast, [&](const Study& study) { return nets(study, window, wishes.counting); });
  content.importance = people_of(cast.first(), wishes.index, wishes.counting);
  for (std::size_t r = 0; r < people.size(); ++r) {
    switch (wishes.view) {
      case View::population:
        content.values.push_back(cast.is_difference() ? short_signed_count(people[r], wishes.language)
                                                      : short_count(people[r], wishes.language));
        break;
      case View::pressure:
        content.values.push_back(
            (cast.is_difference() ? say.signed_decimal(content.fill[r], 1) : say.decimal(content.fill[r], 0)) + " %");
        break;
      default:
        // In a film the sums would flicker: there the cities show their people.
        content.values.push_back(wishes.is_film ? short_count(people[r], wishes.language)
                                                : short_signed_count(net[r], wishes.language));
    }
  }
}

/// A difference of per cent is in points: no sign of per cent behind it.
void mend_pressure_values(MapContent& content, const Cast& cast, const Wishes& wishes) {
  if (wishes.view != View::pressure || !cast.is_difference()) return;
  for (std::string& value : content.values) value.resize(value.size() - 2);
}

void set_streams(MapContent& content, const Cast& cast, const Wishes& wishes) {
  const Window window = cast.first().window(wishes.index, wishes.n_months);
  const Speech say(wishes.language);
  content.moved = combined(cast, [&](const Study& study) { return moves_of(study, window, wishes.counting); });
  content.ribbons_title = say(cast.is_difference() ? Phrase::figure_ribbons_change : Phrase::figure_ribbons);
  if (cast.is_difference()) {
    content.sign = content.moved;
    for (double& people : content.moved) people = std::abs(people);
  }
  const Most most =
      wishes.is_adaptive ? most_in(content.moved, cast.first().n_regions()) : most_of_all_months(cast, wishes);
  const double pace =
      wishes.is_adaptive ? 1 : std::max(1, window.n_months()) / static_cast<double>(std::max(1, wishes.n_months));
  content.most_moved = most.pair * pace;
  content.most_through = most.region * pace;
}

std::string subtitle_of(const Cast& cast, const Wishes& wishes) {
  const Study& study = cast.first();
  const Speech say(wishes.language);
  if (wishes.view == View::pressure) {
    return say(Phrase::figure_highest_of,
               {period_text(study, study.window(wishes.index, wishes.n_months), wishes.language)});
  }
  if (wishes.view == View::population) {
    return say(Phrase::figure_month_end,
               {world::observers::month_in_words(study.at(wishes.index).month, wishes.language)});
  }
  const Window window = study.window(wishes.index, wishes.n_months);
  std::string words = period_text(study, window, wishes.language) + " · " +
                      say(wishes.counting == Counting::actual ? Phrase::figure_actual : Phrase::figure_registered);
  if (cast.kind == Casting::one) {
    words += " · " + say(Phrase::figure_moved_in_all,
                         {world::observers::count_text(study.moved_in_all(window, wishes.counting), wishes.language)});
  }
  return words;
}

}  // namespace

Picture draw_map_view(const Cast& cast, const Map& map, const Wishes& wishes) {
  const Look look = look_of(wishes.theme, wishes.style);
  const Speech say(wishes.language);
  const Parts parts = parts_of(map, wishes);
  MapContent content;
  content.frame.title = say(cast.is_difference() ? parts.title_of_change : parts.title);
  content.frame.subtitle = subtitle_of(cast, wishes);
  content.frame.date = world::observers::month_in_words(cast.first().at(wishes.index).month, wishes.language);
  content.frame.footer = footer_of(cast, wishes.language);
  content.classes_title = say(cast.is_difference() ? parts.classes_of_change : parts.classes);
  set_fill(content, cast, parts, wishes, look);
  set_values(content, cast, wishes);
  mend_pressure_values(content, cast, wishes);
  if (wishes.view == View::flows) set_streams(content, cast, wishes);
  if (wishes.view == View::pressure && !cast.is_difference()) {
    for (int r = 0; r < map.n_regions(); ++r)
      content.gauges.push_back({shares_used(cast.first(), cast.first().window(wishes.index, wishes.n_months), r)});
    content.notes.push_back(say(Phrase::figure_gauges));
  }
  if (std::find(content.is_uncertain.begin(), content.is_uncertain.end(), true) != content.is_uncertain.end()) {
    content.notes.push_back(say(Phrase::figure_uncertain));
  }
  Picture picture = draw_map(cast.first(), map, content, wishes);
  picture.title = content.frame.title + ", " + content.frame.subtitle;
  picture.data = wishes.view == View::flows ? table_of_streams(cast, picture, content.sign, wishes)
                                            : table_of_regions(cast, content.fill, map, wishes);
  return picture;
}

}  // namespace figures
