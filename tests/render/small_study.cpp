#include "tests/render/small_study.hpp"

#include <array>
#include <memory>
#include <sstream>
#include <variant>

#include "render/figures/fonts.hpp"

namespace small_study {
namespace {

using world::observers::RegionSnapshot;
using world::observers::Snapshot;

struct Names {
  const char *iso, *en, *kk, *ru;
};
constexpr std::array<Names, 20> names = {{
    {"KZ-59", "North Kazakhstan Region", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область"},
    {"KZ-71", "Astana", "Астана", "Астана"},
    {"KZ-75", "Almaty", "Алматы", "Алматы"},
    {"KZ-19", "Almaty Region", "Алматы облысы", "Алматинская область"},
    {"KZ-63", "East Kazakhstan Region", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область"},
    {"KZ-27", "West Kazakhstan Region", "Батыс Қазақстан облысы", "Западно-Казахстанская область"},
    {"KZ-10", "Abai Region", "Абай облысы", "Область Абай"},
    {"KZ-11", "Akmola Region", "Ақмола облысы", "Акмолинская область"},
    {"KZ-15", "Aktobe Region", "Ақтөбе облысы", "Актюбинская область"},
    {"KZ-23", "Atyrau Region", "Атырау облысы", "Атырауская область"},
    {"KZ-31", "Zhambyl Region", "Жамбыл облысы", "Жамбылская область"},
    {"KZ-33", "Zhetysu Region", "Жетісу облысы", "Область Жетысу"},
    {"KZ-35", "Karaganda Region", "Қарағанды облысы", "Карагандинская область"},
    {"KZ-39", "Kostanay Region", "Қостанай облысы", "Костанайская область"},
    {"KZ-43", "Kyzylorda Region", "Қызылорда облысы", "Кызылординская область"},
    {"KZ-47", "Mangystau Region", "Маңғыстау облысы", "Мангистауская область"},
    {"KZ-55", "Pavlodar Region", "Павлодар облысы", "Павлодарская область"},
    {"KZ-61", "Turkistan Region", "Түркістан облысы", "Туркестанская область"},
    {"KZ-62", "Ulytau Region", "Ұлытау облысы", "Область Улытау"},
    {"KZ-79", "Shymkent", "Шымкент", "Шымкент"},
}};

/// 0 … below − 1, the same for the same keys on every machine.
unsigned drawn(unsigned seed, unsigned a, unsigned b, unsigned c, unsigned below) {
  unsigned x = seed * 2654435761U ^ a * 2246822519U ^ b * 3266489917U ^ c * 668265263U;
  x ^= x >> 15;
  x *= 2246822519U;
  x ^= x >> 13;
  return x % below;
}

Snapshot start_of(const Wanted& wanted) {
  Snapshot month;
  month.month = wanted.first_month - 1;
  month.is_start = true;
  month.people_per_agent = wanted.people_per_agent;
  const auto n = static_cast<std::size_t>(wanted.n_regions);
  for (std::size_t r = 0; r < n; ++r) {
    RegionSnapshot region;
    region.iso = names[r].iso, region.name = names[r].en, region.name_kk = names[r].kk, region.name_ru = names[r].ru;
    region.population_actual = 20'000 + 4'000 * static_cast<int>(r);
    region.population_registered = region.population_actual + 300;
    month.regions.push_back(region);
  }
  month.moves.assign(n * n, 0);
  month.registrations.assign(n * n, 0);
  return month;
}

}  // namespace

figures::Study study(const Wanted& wanted) {
  figures::Study study({.scenario = "made_up",
                        .title_en = "A made-up country whose people move a good deal",
                        .title_kk = "Халқы көп көшетін ойдан шығарылған ел",
                        .title_ru = "Выдуманная страна, где люди много переезжают",
                        .seed = std::to_string(wanted.seed),
                        .scale = "1:20",
                        .run_id = "0a1b2c3d",
                        .program = "Qonys 0.0.0 (test)",
                        .date = "2026-01-01T00:00:00Z",
                        .first_month = wanted.first_month,
                        .sources_en = {},
                        .sources_kk = {},
                        .sources_ru = {}});
  Snapshot month = start_of(wanted);
  study.append(std::make_shared<const Snapshot>(month));
  const auto n = static_cast<unsigned>(wanted.n_regions);
  for (int m = 0; m < wanted.n_months; ++m) {
    month.month = wanted.first_month + m;
    month.is_start = false;
    for (unsigned o = 0; o < n; ++o) {
      for (unsigned d = 0; d < n; ++d) {
        if (o == d) continue;
        const auto pair = static_cast<std::size_t>(o) * n + d;
        const unsigned pull = d == 0 ? 40 : 12 / (1 + d % 5);
        month.registrations[pair] = month.moves[pair];  // a month late
        month.moves[pair] = drawn(wanted.seed, static_cast<unsigned>(m), o, d, 2 + pull);
        month.regions[o].population_actual -= month.moves[pair];
        month.regions[d].population_actual += month.moves[pair];
        month.regions[o].population_registered -= month.registrations[pair];
        month.regions[d].population_registered += month.registrations[pair];
      }
    }
    study.append(std::make_shared<const Snapshot>(month));
  }
  return study;
}

figures::Reasons reasons(const figures::Study& study, unsigned seed) {
  figures::Reasons reasons;
  for (int index = 1; index < study.n_months(); ++index) {
    const int year = study.at(index).month / 12;
    if (reasons.empty() || reasons.back().year != year) {
      reasons.push_back({year, std::vector<figures::RegionGain>(static_cast<std::size_t>(study.n_regions()))});
    }
    for (int r = 0; r < study.n_regions(); ++r) {
      figures::RegionGain& gain = reasons.back().regions[static_cast<std::size_t>(r)];
      gain.people += study.departed({index, index}, r, figures::Counting::actual);
      for (unsigned c = 0; c < figures::n_gains; ++c) {
        if (c == 9) continue;  // distance
        const double least = c == figures::taste ? 60 : 0.5;
        gain.positive_gain[c] += least + drawn(seed, static_cast<unsigned>(index), static_cast<unsigned>(r), c, 6);
      }
    }
  }
  return reasons;
}

figures::Wishes wishes(const figures::Study& study, figures::View view, figures::Style style,
                       figures::Language language, figures::Theme theme) {
  using figures::Style;
  figures::Wishes wishes;
  wishes.view = view;
  wishes.index = study.n_months() - 1;
  wishes.style = style, wishes.language = language, wishes.theme = theme;
  const bool is_print = style == Style::article || style == Style::grey;
  wishes.paper.width = is_print ? 453.5 : style == Style::slide ? 960 : 1280;
  wishes.paper.height = is_print ? (view == figures::View::circle ? 454 : 363) : style == Style::slide ? 540 : 720;
  return wishes;
}

std::vector<std::string> faults_of_text(const figures::Drawing& drawing, double least) {
  std::vector<std::string> faults;
  std::vector<figures::Text> texts;
  for (const figures::Layer layer : {figures::Layer::ground, figures::Layer::labels}) {
    for (const figures::Element& element : drawing.elements(layer)) {
      if (const auto* text = std::get_if<figures::Text>(&element)) texts.push_back(*text);
    }
  }
  // Ascent and descent of all glyphs are more than the ink of most: a sixth of the type size may overlap.
  const auto box_of = [](const figures::Text& text) {
    figures::Box box = text_box(text);
    box.top += 0.16 * text.size, box.bottom -= 0.16 * text.size, box.left += 0.05 * text.size,
        box.right -= 0.05 * text.size;
    return box;
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const figures::Box box = box_of(texts[i]);
    if (texts[i].size < least - 1e-9) faults.push_back("'" + texts[i].words + "' is smaller than allowed");
    if (box.left < 0 || box.top < 0 || box.right > drawing.width() || box.bottom > drawing.height()) {
      faults.push_back("'" + texts[i].words + "' leaves the paper");
    }
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      if (box.overlaps(box_of(texts[j]))) faults.push_back("'" + texts[i].words + "' and '" + texts[j].words + "'");
    }
  }
  return faults;
}

}  // namespace small_study
