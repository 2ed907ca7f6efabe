// On the map while a region or a pair is looked at: which of its streams are
// shown, and how many people they carry.
#include <algorithm>
#include <functional>
#include <vector>

#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

struct FocusRow {
  std::string says, value;
};

/// The people of A, or of A and B.
std::string people_text(const Ui& ui, const Scene& scene, const std::function<double(const Flows&)>& people,
                        bool is_signed = false) {
  const auto words = [&](double n) { return is_signed ? ui.say.signed_count(n) : ui.say.count(n); };
  std::string text = words(people(scene.year));
  if (scene.rival) text += "  |  " + words(people(scene.rival->year));
  return text;
}

std::vector<FocusRow> rows_of(const Ui& ui, const Scene& scene) {
  const int here = scene.state.pinned, there = scene.state.partner;
  std::vector<FocusRow> rows;
  if (there < 0) {
    if (scene.state.ways != figures::Ways::out)
      rows.push_back({ui.say(Phrase::view_info_arrivals),
                      people_text(ui, scene, [=](const Flows& year) { return year.into(here); })});
    if (scene.state.ways != figures::Ways::in)
      rows.push_back({ui.say(Phrase::view_info_departures),
                      people_text(ui, scene, [=](const Flows& year) { return year.out_of(here); })});
    return rows;
  }
  const std::string a = short_name(scene, here), b = short_name(scene, there);
  const auto between = [](int from, int to) { return [=](const Flows& year) { return year.between(from, to); }; };
  rows.push_back({a + " → " + b, people_text(ui, scene, between(here, there))});
  rows.push_back({b + " → " + a, people_text(ui, scene, between(there, here))});
  // One run: named is who gains; of two it may be either.
  const bool is_there = !scene.rival && scene.year.between(here, there) > scene.year.between(there, here);
  const int gains = is_there ? there : here, loses = is_there ? here : there;
  const auto net = [=](const Flows& year) { return year.between(loses, gains) - year.between(gains, loses); };
  rows.push_back({ui.say(Phrase::view_pair_balance, {is_there ? b : a}), people_text(ui, scene, net, true)});
  return rows;
}

}  // namespace

std::string focus_title(const Scene& scene) {
  const std::string here =
      scene.state.partner < 0 ? region_name(scene, scene.state.pinned) : short_name(scene, scene.state.pinned);
  return scene.state.partner < 0 ? here : here + " – " + short_name(scene, scene.state.partner);
}

void focus_card(Ui& ui, const Scene& scene, Rect above) {
  if (scene.state.pinned < 0 || scene.state.pinned >= scene.month->n_regions()) return;
  const Rect& map = scene.layout.map;
  const std::string title = focus_title(scene);
  const std::vector<FocusRow> rows = rows_of(ui, scene);
  const bool has_choice = scene.state.partner < 0;
  const float line = ui.height_of(Face::caption) + ui.px(5), pad = ui.px(14), close = ui.px(26);
  const std::vector<std::string> choices{ui.say(Phrase::view_ways_both), ui.say(Phrase::view_ways_in),
                                         ui.say(Phrase::view_ways_out)};
  float choice = 0;
  for (const std::string& words : choices) choice = std::max(choice, ui.width_of(words, Face::strong) + ui.px(22));
  float width = std::max(ui.width_of(title, Face::strong) + close + ui.px(8), has_choice ? 3 * choice : 0);
  for (const FocusRow& row : rows) {
    width = std::max(width, ui.width_of(row.says, Face::caption) + ui.width_of(row.value, Face::caption) + ui.px(20));
  }
  const float height =
      close + ui.px(6) + (has_choice ? ui.px(40) : 0) + line * static_cast<float>(rows.size()) + 2 * ui.px(10);
  const Rect card{map.x + ui.px(16), above.bottom() + ui.px(8), std::min(width + 2 * pad, map.w - ui.px(32)), height};
  if (card.bottom() > map.bottom() - ui.px(60)) return;  // a tiny window
  ui.begin_panel("focus", card, figures::with_alpha(ui.theme.panel, 0));
  ui.fill(card, figures::with_alpha(ui.theme.panel, 238), ui.px(12));
  ui.frame(card, ui.theme.accent, ui.px(12));
  Rect rest = card.inset(pad, ui.px(10));
  Rect head = rest.cut_top(close, ui.px(6));
  if (ui.icon_button("focus-close", head.cut_right(close, ui.px(8)), Icon::close,
                     ui.say(Phrase::view_do_close) + "  Esc"))
    ui.ask(Action::unpin);
  ui.text(head, title, Face::strong, ui.theme.text);
  if (has_choice) {
    const auto chosen =
        ui.choice("ways", rest.cut_top(ui.px(32), ui.px(8)), choices, static_cast<int>(scene.state.ways));
    if (chosen) ui.ask(Action::set_ways, *chosen);
  }
  for (const FocusRow& row : rows) {
    Rect place = rest.cut_top(line);
    ui.text(place.cut_right(ui.width_of(row.value, Face::caption), ui.px(8)), row.value, Face::caption, ui.theme.text,
            Align::right);
    ui.text(place, row.says, Face::caption, ui.theme.muted);
  }
  ui.end_panel();
}

}  // namespace viewer
