#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "render/window.hpp"
#include "tests/display/synthetic_country.hpp"

namespace tests {
namespace {

using viewer::Month;
using world::observers::Count;
using world::observers::RegionSnapshot;
using world::observers::Snapshot;

struct Name {
  const char *iso, *en, *kk, *ru;
  double people, pull;
};
constexpr Name names[] = {
    {"KZ-10", "Abai Region", "Абай облысы", "Область Абай", 610, -0.5},
    {"KZ-11", "Akmola Region", "Ақмола облысы", "Акмолинская область", 787, -0.2},
    {"KZ-15", "Aktobe Region", "Ақтөбе облысы", "Актюбинская область", 929, 0.0},
    {"KZ-19", "Almaty Region", "Алматы облысы", "Алматинская область", 1531, 0.5},
    {"KZ-23", "Atyrau Region", "Атырау облысы", "Атырауская область", 693, 0.1},
    {"KZ-27", "West Kazakhstan Region", "Батыс Қазақстан облысы", "Западно-Казахстанская область", 688, -0.2},
    {"KZ-31", "Zhambyl Region", "Жамбыл облысы", "Жамбылская область", 1218, -0.4},
    {"KZ-33", "Zhetysu Region", "Жетісу облысы", "Область Жетысу", 698, -0.5},
    {"KZ-35", "Karaganda Region", "Қарағанды облысы", "Карагандинская область", 1135, -0.1},
    {"KZ-39", "Kostanay Region", "Қостанай облысы", "Костанайская область", 830, -0.3},
    {"KZ-43", "Kyzylorda Region", "Қызылорда облысы", "Кызылординская область", 835, -0.3},
    {"KZ-47", "Mangystau Region", "Маңғыстау облысы", "Мангистауская область", 767, 0.2},
    {"KZ-55", "Pavlodar Region", "Павлодар облысы", "Павлодарская область", 754, -0.2},
    {"KZ-59", "North Kazakhstan Region", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", 534, -0.5},
    {"KZ-61", "Turkistan Region", "Түркістан облысы", "Туркестанская область", 2118, -0.6},
    {"KZ-62", "Ulytau Region", "Ұлытау облысы", "Область Улытау", 221, -0.3},
    {"KZ-63", "East Kazakhstan Region", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область", 730, -0.2},
    {"KZ-71", "Astana", "Астана", "Астана", 1354, 1.6},
    {"KZ-75", "Almaty", "Алматы", "Алматы", 2161, 1.4},
    {"KZ-79", "Shymkent", "Шымкент", "Шымкент", 1192, 0.7},
};
constexpr int first_month = 2023 * 12 + 5;
constexpr int n_names = static_cast<int>(std::size(names));

constexpr int karaganda = 8;

/// What draws people to a region; `more` of it in Karaganda.
double pull_of(int region, double more) { return names[region].pull + (region == karaganda ? more : 0); }

/// People moving in a month: gravity, a pull, a yearly wave.
Count moving(int from, int to, int index, double more) {
  if (from == to || index == 0) return 0;
  const double season =
      1 + 0.35 * std::sin(static_cast<double>(index) * 3.14159265 / 6) + 0.05 * std::sin(index * 1.7 + from);
  const double pull = std::exp(0.8 * (pull_of(to, more) - pull_of(from, more)));
  return static_cast<Count>(0.12 * std::sqrt(names[from].people * names[to].people) * pull * season / 6);
}

RegionSnapshot region_at(int r, int index, double more) {
  const Name& name = names[r];
  const double pull = pull_of(r, more);
  RegionSnapshot region;
  region.iso = name.iso;
  region.name = name.en;
  region.name_kk = name.kk;
  region.name_ru = name.ru;
  const double years = index / 12.0;
  region.population_actual = static_cast<Count>(1000 * name.people * std::exp(0.012 * pull * years + 0.008 * years));
  region.unregistered =
      static_cast<Count>(static_cast<double>(region.population_actual) * (0.03 + 0.03 * std::max(0.0, pull)));
  region.population_registered = region.population_actual - region.unregistered / 2;
  region.employed = region.population_actual * 45 / 100;
  region.unemployed = static_cast<Count>(static_cast<double>(region.population_actual) *
                                         (0.024 - 0.004 * pull + 0.002 * std::sin(years)));
  region.mean_wage_kzt = 260000 + 90000 * pull + 5200 * years;
  region.rent_kzt_per_m2 = 1900 + 1500 * std::max(0.0, pull) + 35 * years;
  return region;
}

class SyntheticSource : public viewer::Source {
 public:
  SyntheticSource(int n_months, bool is_live, int fails_after = 0, double more = 0)
      : n_all_(n_months), fails_after_(fails_after), is_live_(is_live), more_(more), begun_(viewer::steady_seconds()) {
    description_ = {.scenario = more == 0 ? "baseline" : "karaganda",
                    .title = more == 0 ? "The baseline: nothing changes beyond what is already decided."
                                       : "More draws people to Karaganda.",
                    .title_kk = {},
                    .title_ru = {},
                    .run = "synthetic",
                    .seed = "7",
                    .n_months_planned = n_months,
                    .regions = {},
                    .first_month = first_month};
    for (const Name& name : names) description_.regions.emplace_back(name.iso);
    months_.resize(static_cast<std::size_t>(n_months));
    n_ready_ = is_live ? std::min(24, n_months) : n_months;
  }
  bool poll() override {
    if (!is_live_) return false;
    const int ready = std::min(n_all_, 24 + static_cast<int>((viewer::steady_seconds() - begun_) * 10));
    if (fails_after_ > 0 && ready > fails_after_) throw std::runtime_error("no space left on the disk");
    const bool is_new = ready != n_ready_;
    n_ready_ = ready;
    return is_new;
  }
  const viewer::Description& description() const override { return description_; }
  int n_months() const override { return n_ready_; }
  bool is_live() const override { return is_live_ && n_ready_ < n_all_; }
  std::vector<int> checkpoints() const override {
    std::vector<int> all;
    for (int i = 0; i < n_ready_; i += 24) all.push_back(i);
    return all;
  }
  viewer::Status status(world::observers::Language) const override {
    return {.tone = is_live() ? viewer::Tone::working : viewer::Tone::good, .words = "synthetic"};
  }
  Month month(int index) override {
    Month& month = months_[static_cast<std::size_t>(index)];
    if (!month) month = make(index);
    return month;
  }

 private:
  Month make(int index) const {
    auto month = std::make_shared<Snapshot>();
    month->month = first_month + index;
    month->is_start = index == 0;
    for (int r = 0; r < n_names; ++r) month->regions.push_back(region_at(r, index, more_));
    for (int from = 0; from < n_names; ++from) {
      for (int to = 0; to < n_names; ++to) {
        const Count people = moving(from, to, index, more_);
        month->moves.push_back(people);
        month->regions[static_cast<std::size_t>(from)].departures_actual += people;
        month->regions[static_cast<std::size_t>(to)].arrivals_actual += people;
      }
    }
    return month;
  }

  int n_all_, n_ready_ = 0, fails_after_ = 0;
  bool is_live_;
  double more_, begun_;
  viewer::Description description_;
  std::vector<Month> months_;
};

}  // namespace

std::unique_ptr<viewer::Source> synthetic_source(int n_months, bool is_live) {
  return std::make_unique<SyntheticSource>(n_months, is_live);
}

std::unique_ptr<viewer::Source> rival_source(int n_months) {
  return std::make_unique<SyntheticSource>(n_months, false, 0, 0.8);
}

std::unique_ptr<viewer::Source> failing_source(int n_months) {
  return std::make_unique<SyntheticSource>(n_months, true, 30);
}

}  // namespace tests
