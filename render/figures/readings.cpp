#include "render/figures/readings.hpp"

#include <algorithm>
#include <cmath>

#include "render/figures/page.hpp"
#include "render/figures/svg.hpp"

namespace figures {
namespace {

using world::observers::Phrase;
using world::observers::RegionSnapshot;

std::vector<double> by_region(const Study& study, const std::function<double(int)>& number) {
  std::vector<double> numbers;
  for (int r = 0; r < study.n_regions(); ++r) numbers.push_back(number(r));
  return numbers;
}

const RegionSnapshot& place_of(const Study& study, int index, int region) {
  return study.at(index).regions[static_cast<std::size_t>(region)];
}

double ratio(double load, double capacity) { return capacity > 0 ? load / capacity : 0; }

std::string exact(double value) { return short_number(value); }

}  // namespace

std::string month_code(int month) {
  const std::string two = std::to_string(101 + month % 12).substr(1);
  return std::to_string(month / 12) + '-' + two;
}

std::vector<double> people_of(const Study& study, int index, Counting counting) {
  return by_region(study, [&](int r) { return study.people(index, r, counting); });
}

std::vector<double> nets(const Study& study, Window window, Counting counting) {
  return by_region(study, [&](int r) { return study.net(window, r, counting); });
}

std::vector<double> net_rates(const Study& study, Window window, Counting counting) {
  return by_region(study, [&](int r) { return study.net_rate(window, r, counting); });
}

std::vector<double> densities(const Study& study, int index, Counting counting, const Map& map) {
  return by_region(study,
                   [&](int r) { return study.people(index, r, counting) / std::max(1.0, map.shape(r).area_km2); });
}

std::vector<double> highest_loads(const Study& study, Window window) {
  return by_region(study, [&](int r) {
    const std::vector<double> used = shares_used(study, window, r);
    return 100 * std::max(used[0], used[1]);
  });
}

std::vector<double> moves_of(const Study& study, Window window, Counting counting) {
  std::vector<double> moves;
  for (int o = 0; o < study.n_regions(); ++o) {
    for (int d = 0; d < study.n_regions(); ++d) moves.push_back(study.moved(window, o, d, counting));
  }
  return moves;
}

std::vector<double> shares_used(const Study& study, Window window, int region) {
  std::vector<double> worst(4, 0);
  for (int index = std::min(window.first, window.last); index <= window.last; ++index) {
    const RegionSnapshot& place = place_of(study, index, region);
    const double used[] = {ratio(place.heat_load_gcal_per_h, place.heat_capacity_gcal_per_h),
                           ratio(place.water_load_thousand_m3_per_day, place.water_capacity_thousand_m3_per_day),
                           ratio(1, place.seats_per_pupil), std::exp(place.congestion)};
    for (std::size_t k = 0; k < worst.size(); ++k) worst[k] = std::max(worst[k], used[k]);
  }
  return worst;
}

Most most_in(const std::vector<double>& moved, int n_regions) {
  Most most;
  const auto n = static_cast<std::size_t>(n_regions);
  for (std::size_t r = 0; r < n; ++r) {
    double out = 0, in = 0;
    for (std::size_t other = 0; other < n; ++other) {
      most.pair = std::max(most.pair, std::abs(moved[r * n + other]));
      out += std::abs(moved[r * n + other]);
      in += std::abs(moved[other * n + r]);
    }
    most.region = std::max({most.region, out, in});
  }
  return most;
}

Most most_of_all_months(const Cast& cast, const Wishes& wishes) {
  Most most;
  const int last = cast.n_months() - 1;
  const int step = std::max(1, last / 60);
  for (int index = std::min(wishes.n_months, last); index <= last; index += step) {
    const Window window = cast.first().window(index, wishes.n_months);
    const Most here =
        most_in(combined(cast, [&](const Study& study) { return moves_of(study, window, wishes.counting); }),
                cast.first().n_regions());
    const double pace = wishes.n_months / static_cast<double>(std::max(1, window.n_months()));
    most = {std::max(most.pair, here.pair * pace), std::max(most.region, here.region * pace)};
  }
  return most;
}

std::vector<std::string> footer_of(const Cast& cast, Language language) {
  const Provenance& a = cast.first().from();
  std::vector<std::string> lines = footer_of(a, language);
  const Speech say(language);
  if (cast.kind == Casting::two) {
    const Provenance& b = cast.studies[1]->from();
    const std::string scales = a.scale == b.scale ? a.scale : a.scale + ", " + b.scale;
    const std::string seeds = a.seed == b.seed ? a.seed : a.seed + ", " + b.seed;
    lines[1] = say(Phrase::figure_compared,
                   {a.title(language), b.title(language), seeds, scales, a.run_id, b.run_id, a.program});
  } else if (cast.kind == Casting::many) {
    lines[1] = say(Phrase::figure_ensemble,
                   {a.title(language), std::to_string(cast.studies.size()), a.scale, a.run_id, a.program});
  }
  return lines;
}

DataTable table_of_streams(const Cast& cast, const Picture& picture, const std::vector<double>& sign,
                           const Wishes& wishes) {
  const Study& study = cast.first();
  const Window window = study.window(wishes.index, wishes.n_months);
  DataTable table;
  table.columns = {
      "first_month", "last_month", "origin", "destination", cast.is_difference() ? "change_persons" : "moved_persons",
      "is_drawn"};
  const auto iso = [&](int r) { return place_of(study, wishes.index, r).iso; };
  int rank = 0;
  for (const Stream& stream : picture.streams) {
    const auto pair = static_cast<std::size_t>(stream.origin) * static_cast<std::size_t>(study.n_regions()) +
                      static_cast<std::size_t>(stream.destination);
    const double people = sign.empty() ? stream.people : sign[pair];
    table.rows.push_back({month_code(study.at(window.first).month), month_code(study.at(window.last).month),
                          iso(stream.origin), iso(stream.destination), exact(people),
                          rank++ < wishes.n_streams ? "1" : "0"});
  }
  return table;
}

DataTable table_of_regions(const Cast& cast, const std::vector<double>& shown, const Map& map, const Wishes& wishes) {
  const Study& study = cast.first();
  const Window window = study.window(wishes.index, wishes.n_months);
  DataTable table;
  table.columns = {"month",
                   "months_summed",
                   "region",
                   "name",
                   "shown",
                   "population_actual_persons",
                   "population_registered_persons",
                   "arrived_persons",
                   "departed_persons",
                   "net_persons",
                   "area_km2",
                   "heat_load_share",
                   "water_load_share",
                   "pupils_per_seat",
                   "road_load_share"};
  const auto reading = [&](const Reading& of) { return combined(cast, of); };
  const std::vector<double> actual =
      reading([&](const Study& s) { return people_of(s, wishes.index, Counting::actual); });
  const std::vector<double> registered =
      reading([&](const Study& s) { return people_of(s, wishes.index, Counting::registered); });
  const std::vector<double> arrived = reading(
      [&](const Study& s) { return by_region(s, [&](int r) { return s.arrived(window, r, wishes.counting); }); });
  const std::vector<double> departed = reading(
      [&](const Study& s) { return by_region(s, [&](int r) { return s.departed(window, r, wishes.counting); }); });
  std::vector<std::vector<double>> used;
  for (std::size_t k = 0; k < 4; ++k)
    used.push_back(
        reading([&](const Study& s) { return by_region(s, [&](int r) { return shares_used(s, window, r)[k]; }); }));
  for (int r = 0; r < study.n_regions(); ++r) {
    const auto i = static_cast<std::size_t>(r);
    const RegionSnapshot& place = place_of(study, wishes.index, r);
    table.rows.push_back({month_code(study.at(wishes.index).month), std::to_string(window.n_months()), place.iso,
                          world::observers::name_in(place, wishes.language), exact(shown[i]), exact(actual[i]),
                          exact(registered[i]), exact(arrived[i]), exact(departed[i]), exact(arrived[i] - departed[i]),
                          exact(map.shape(r).area_km2), exact(used[0][i]), exact(used[1][i]), exact(used[2][i]),
                          exact(used[3][i])});
  }
  return table;
}

std::string DataTable::csv() const {
  const auto quoted = [](const std::string& cell) {
    if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (const char letter : cell) text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return text + '"';
  };
  std::string text;
  const auto add = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : ",") + quoted(cells[i]);
    text += '\n';
  };
  add(columns);
  for (const auto& row : rows) add(row);
  return text;
}

}  // namespace figures
