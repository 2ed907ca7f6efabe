// The pinned region: its numbers, where people come from and go to, its charts.
#include <algorithm>
#include <vector>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;
using world::observers::RegionSnapshot;

namespace {

void fact(Ui& ui, Rect place, std::string_view name, std::string_view value) {
  ui.fill(place, ui.theme.card, ui.px(10));
  ui.frame(place, ui.theme.line, ui.px(10));
  Rect rows = place.inset(ui.px(12), ui.px(10));
  ui.text(rows.cut_top(ui.height_of(Face::caption), ui.px(4)), name, Face::caption, ui.theme.muted);
  ui.text(rows.cut_top(ui.height_of(Face::title)), value, Face::title, ui.theme.text);
}

void facts(Ui& ui, const Scene& scene, int region) {
  const float height = ui.height_of(Face::caption) + ui.height_of(Face::title) + ui.px(26), gap = ui.px(10);
  const auto text_of = [&](Info info) {
    return value_text(info, value_of(info, *scene.month, scene.year, region), scene.state.settings.language);
  };
  constexpr Info rows[][2] = {{Info::people, Info::net_rate},
                              {Info::arrivals, Info::departures},
                              {Info::wage, Info::rent},
                              {Info::unregistered, Info::unemployment}};
  for (const auto& pair : rows) {
    Rect row = ui.next(height, gap);
    const Rect first = row.cut_left((row.w - gap) / 2, gap);
    fact(ui, first, ui.say(phrase_of(pair[0])), text_of(pair[0]));
    fact(ui, row, ui.say(phrase_of(pair[1])), text_of(pair[1]));
  }
  ui.next(0, ui.px(8));
}

struct Partner {
  int region;
  double people;
};

std::vector<Partner> largest(const Scene& scene, int region, bool incoming) {
  std::vector<Partner> partners;
  for (int other = 0; other < scene.year.n_regions; ++other) {
    const double people = incoming ? scene.year.between(other, region) : scene.year.between(region, other);
    if (other != region && people > 0) partners.push_back({other, people});
  }
  std::sort(partners.begin(), partners.end(), [](const Partner& a, const Partner& b) { return a.people > b.people; });
  if (partners.size() > 5) partners.resize(5);
  return partners;
}

void partners(Ui& ui, const Scene& scene, int region, bool incoming) {
  heading(ui, ui.say(incoming ? Phrase::view_came_from : Phrase::view_went_to));
  const std::vector<Partner> list = largest(scene, region, incoming);
  for (const Partner& partner : list) {
    const Rect row = ui.next(ui.px(26), ui.px(2));
    const float share = static_cast<float>(partner.people / list.front().people);
    ui.fill({row.x, row.bottom() - ui.px(3), row.w, ui.px(2)}, ui.theme.control, ui.px(1));
    ui.fill({row.x, row.bottom() - ui.px(3), row.w * share, ui.px(2)},
            incoming ? ui.theme.destination : ui.theme.origin, ui.px(1));
    Rect words = row;
    const std::string n = ui.say.count(partner.people);
    ui.text(words.cut_right(ui.width_of(n, Face::body), ui.px(10)), n, Face::body, ui.theme.text, Align::right);
    ui.text(words, short_name(scene, partner.region), Face::body, ui.theme.muted);
  }
  ui.next(0, ui.px(16));
}

/// The main push and the unexplained share in a sentence, of A and of B if there is one.
void reasons(Ui& ui, const Scene& scene, int region) {
  const auto tell = [&](const PushReport& report, std::string_view name, figures::Colour colour) {
    const std::string words = push_sentence(report, scene.month->regions[static_cast<std::size_t>(region)], ui.say);
    if (words.empty()) return;
    Rect place = ui.next(0, 0);
    const float side = name.empty() ? 0 : ui.width_of(name, Face::strong) + ui.px(8);
    const float height = ui.height_of_paragraph(place.w - side, words, Face::caption);
    place = ui.next(height, ui.px(8));
    if (side > 0) ui.text({place.x, place.y, side, ui.height_of(Face::strong)}, name, Face::strong, colour);
    ui.paragraph({place.x + side, place.y, place.w - side, height}, words, Face::caption, ui.theme.text);
  };
  if (scene.push.news == PushNews::untold) return;
  heading(ui, ui.say(Phrase::push_heading));
  tell(scene.push, scene.rival ? "A" : "", ui.theme.scenario_a);
  if (scene.rival) tell(scene.rival->push, "B", ui.theme.scenario_b);
  ui.next(0, ui.px(12));
}

}  // namespace

void region_tab(Ui& ui, const Scene& scene) {
  const int region = card_region(scene.state, scene.hovered);
  if (region < 0 || region >= scene.month->n_regions()) {
    const std::string words = ui.say(Phrase::view_region_none);
    const float height = ui.height_of_paragraph(ui.inner_width(), words, Face::body);
    ui.paragraph(ui.next(height, 0), words, Face::body, ui.theme.muted);
    return;
  }
  Rect title = ui.next(ui.px(34), ui.px(12));
  if (scene.state.pinned >= 0 && ui.icon_button("unpin", title.cut_right(ui.px(34), ui.px(8)), Icon::close,
                                                ui.say(Phrase::view_do_close) + "  Esc")) {
    ui.ask(Action::unpin);
  }
  ui.text(title, region_name(scene, region), Face::title, ui.theme.text);
  facts(ui, scene, region);
  reasons(ui, scene, region);
  region_charts(ui, scene, region);
  partners(ui, scene, region, true);
  partners(ui, scene, region, false);
}

}  // namespace viewer
