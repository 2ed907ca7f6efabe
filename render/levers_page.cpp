// The page of levers in the left drawer: lines of events, running from here,
// policies by kind as cards that unfold, how far to simulate, saving.
#include <algorithm>

#include "render/lever_fields.hpp"
#include "render/ui_text_box.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

std::string letter(int line) {
  return line < 26 ? std::string(1, static_cast<char>('A' + line)) : std::to_string(line + 1);
}

int first_month(const Scene& scene) { return scene.month->month - scene.index; }

std::string line_words(const Ui& ui, const Scene& scene, int number) {
  if (number == 0) return ui.say(Phrase::lever_line_base, {scene.description.scenario});
  const LineInfo& line = scene.levers->lines()[static_cast<std::size_t>(number)];
  return ui.say(Phrase::lever_line_branch, {letter(number), ui.say.month(first_month(scene) + line.branched)});
}

void note(Ui& ui, const std::string& words, figures::Colour colour, double gap) {
  const float width = ui.inner_width();
  const Rect place = ui.next(ui.height_of_paragraph(width, words, Face::caption), ui.px(gap));
  ui.paragraph(place, words, Face::caption, colour);
}

void lines(Ui& ui, const Scene& scene) {
  heading(ui, ui.say(Phrase::lever_lines));
  const int n = static_cast<int>(scene.levers->lines().size()), current = scene.levers->current_line();
  for (int i = 0; i < n; ++i) {
    const Rect row = ui.next(ui.px(30), ui.px(4));
    const Ui::Touch held = ui.touch("line-" + std::to_string(i), row);
    const bool is_on = i == current;
    ui.fill(row, is_on || held.is_hovered ? ui.theme.control : ui.theme.card, row.h / 2);
    if (is_on) ui.frame(row, ui.theme.accent, row.h / 2, std::max(1.0F, ui.scale));
    const std::string words = line_words(ui, scene, i);
    const Rect inside = row.inset(ui.px(14), 0);
    const Face face = ui.width_of(words, Face::body) > inside.w ? Face::caption : is_on ? Face::strong : Face::body;
    ui.text(inside, words, ui.width_of(words, face) > inside.w ? Face::caption : face,
            is_on ? ui.theme.text : ui.theme.muted);
    if (held.has_focus) ui.frame(row.inset(-ui.px(2)), ui.theme.accent, row.h / 2, ui.px(2));
    if (held.is_worked && !is_on) ui.ask(Action::select_line, i);
  }
  ui.next(0, ui.px(14));
}

void run(Ui& ui, const Scene& scene) {
  const LeverDesk& desk = *scene.levers;
  const bool can_run = scene.obstacle.empty();
  if (ui.button("run-from-here", ui.next(ui.px(38), ui.px(8)), ui.say(Phrase::view_do_run_from_here),
                can_run && desk.has_edits() ? Look::primary : Look::filled, false, can_run))
    ui.ask(Action::run_from_here);
  Rect row = ui.next(ui.px(32), ui.px(8));
  if (ui.icon_button("undo", row.cut_left(ui.px(34), ui.px(4)), Icon::undo, ui.say(Phrase::view_do_undo) + "  Ctrl+Z",
                     Look::filled, false, desk.can_undo()))
    ui.ask(Action::undo);
  if (ui.icon_button("redo", row.cut_left(ui.px(34), ui.px(4)), Icon::redo, ui.say(Phrase::view_do_redo) + "  Ctrl+Y",
                     Look::filled, false, desk.can_redo()))
    ui.ask(Action::redo);
  const bool is_changed =
      std::any_of(desk.levers().begin(), desk.levers().end(), [](const Lever& lever) { return lever.is_changed; });
  if (ui.button("lever-reset", row, ui.say(Phrase::lever_do_reset), Look::filled, false, is_changed))
    ui.ask(Action::lever_reset);
  if (!can_run) return note(ui, scene.obstacle, ui.theme.warning, 20);
  note(ui, ui.say(desk.has_edits() ? Phrase::lever_edits : Phrase::lever_no_edits), ui.theme.muted, 20);
}

/// "Astana · from March 2027"
std::string summary(const Ui& ui, const LeverKind& kind, const Lever& lever) {
  std::string place, start;
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const LeverField& field = kind.fields[i];
    if (field.name == "centre" || (field.name == "region" && place.empty()))
      place = choice_name(ui, field, lever.values[i].text);
    if (field.name == "start") start = ui.say(Phrase::lever_from, {ui.say.month(lever.values[i].month)});
  }
  return place.empty() ? start : start.empty() ? place : place + " · " + start;
}

/// True if the card is open.
bool card_head(Ui& ui, const Scene& scene, const LeverKind& kind, const Lever& lever) {
  const bool is_open = scene.state.levers.open == lever.name;
  const std::string title = lever_title(ui, kind, lever), more = summary(ui, kind, lever);
  const float width = ui.inner_width() - ui.px(24);
  const float height =
      ui.height_of(Face::body) + ui.px(4) + ui.height_of_paragraph(width, more, Face::caption) + ui.px(18);
  const Rect card = ui.next(height, ui.px(is_open ? 8 : 6));
  Rect inside = card.inset(ui.px(12), ui.px(8));
  const Rect remove{card.right() - ui.px(34), card.y + ui.px(4), ui.px(28), ui.px(28)};
  const Ui::Touch held = ui.touch("lever-" + lever.name, {card.x, card.y, card.w - ui.px(38), card.h});
  ui.fill(card, held.is_hovered ? ui.theme.control : ui.theme.card, ui.px(10));
  ui.frame(card, is_open ? ui.theme.muted : ui.theme.line, ui.px(10));
  if (ui.icon_button("lever-" + lever.name + "-remove", remove, Icon::close, ui.say(Phrase::lever_do_remove)))
    ui.commands.push_back({Action::lever_remove, 0, 0, 0, quoted_word(lever.name)});
  Rect first = inside.cut_top(ui.height_of(Face::body), ui.px(4));
  first.cut_right(ui.px(26));
  if (lever.is_changed) {
    const Rect dot = first.cut_left(ui.px(8), ui.px(8));
    ImGui::GetWindowDrawList()->AddCircleFilled(dot.centre(), ui.px(4), packed(ui.theme.accent), 20);
  }
  ui.text(first, title, ui.width_of(title, Face::strong) > first.w ? Face::caption : Face::strong, ui.theme.text);
  ui.paragraph(inside, more, Face::caption, ui.theme.muted);
  if (held.has_focus) ui.frame(card.inset(-ui.px(2)), ui.theme.accent, ui.px(12), ui.px(2));
  if (held.is_worked) ui.commands.push_back({Action::lever_show, 0, 0, 0, lever.name});
  return is_open;
}

/// The name that a new policy of the kind is given.
std::string free_name(const LeverDesk& desk, const std::string& kind) {
  for (int number = 1;; ++number) {
    std::string name = kind + " " + std::to_string(number);
    if (std::none_of(desk.levers().begin(), desk.levers().end(), [&](const Lever& l) { return l.name == name; }))
      return name;
  }
}

void kind_of_policies(Ui& ui, const Scene& scene, int number) {
  const LeverKind& kind = scene.levers->kinds()[static_cast<std::size_t>(number)];
  const auto words = lever_words(kind.kind, "", ui.say.language());
  Rect row = ui.next(ui.px(34), ui.px(4));
  if (ui.icon_button("add-" + kind.kind, row.cut_right(ui.px(34), ui.px(6)), Icon::plus,
                     ui.say(Phrase::lever_do_add) + ": " + std::string(words.name), Look::filled)) {
    ui.commands.push_back({Action::lever_add, 0, 0, 0, kind.kind});
    ui.commands.push_back({Action::lever_show, 0, 0, 0, free_name(*scene.levers, kind.kind)});
  }
  const std::string name(words.name.empty() ? std::string_view(kind.kind) : words.name);
  ui.text(row, name, ui.width_of(name, Face::strong) > row.w ? Face::caption : Face::strong, ui.theme.text);
  if (ImGui::IsMouseHoveringRect(row.a(), row.b()) && ImGui::IsWindowHovered()) ui.tip(words.sentence);
  for (const Lever& lever : scene.levers->levers()) {
    if (lever.kind != number || !card_head(ui, scene, kind, lever)) continue;
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
      if (!lever.values[i].is_moot) lever_field(ui, scene, lever, i);
    }
    ui.next(0, ui.px(8));
  }
  ui.divider(ui.next(ui.px(9), 0), false);
}

void until(Ui& ui, const Scene& scene) {
  ui.next(0, ui.px(10));
  heading(ui, ui.say(Phrase::lever_until));
  const int target = scene.levers->target(), last = target - first_month(scene);
  Rect row = ui.next(ui.px(34), ui.px(20));
  ui.fill(row, ui.theme.control, ui.px(8));
  if (ui.icon_button("target-back", row.cut_left(ui.px(34)), Icon::minus, ui.say(Phrase::view_do_year_back)))
    ui.ask(Action::set_target, std::max(last - 12, scene.n_months - 1));
  if (ui.icon_button("target-forward", row.cut_right(ui.px(34)), Icon::plus, ui.say(Phrase::view_do_year_forward)))
    ui.ask(Action::set_target, last + 12);
  ui.text(row, ui.say.month(target), Face::body, ui.theme.text, Align::middle);
}

void saving(Ui& ui, const Scene& scene) {
  static std::string chosen;  // empty: the default one
  heading(ui, ui.say(Phrase::lever_do_save));
  const std::string file = chosen.empty() ? scene.levers->default_file() : chosen;
  const float width = ui.inner_width();
  const std::size_t slash = file.rfind('/');
  const Rect place = ui.next(ui.px(32), ui.px(6));
  if (auto typed =
          text_box(ui, "save-file", place, file, {.shown = file.substr(slash == std::string::npos ? 0 : slash + 1)}))
    chosen = *typed;
  if (slash != std::string::npos && slash > 0) {
    const std::string folder = file.substr(0, slash);
    const Rect under = ui.next(ui.height_of_paragraph(width, folder, Face::caption), ui.px(8));
    ui.paragraph(under, folder, Face::caption, ui.theme.muted);
  }
  if (ui.button("save-scenario", ui.next(ui.px(36), ui.px(18)), ui.say(Phrase::lever_do_save), Look::filled))
    ui.commands.push_back({Action::save_scenario, 0, 0, 0, file});
}

}  // namespace

void levers_page(Ui& ui, const Scene& scene) {
  lines(ui, scene);
  run(ui, scene);
  heading(ui, ui.say(Phrase::view_section_levers));
  if (scene.levers->levers().empty()) note(ui, ui.say(Phrase::lever_none), ui.theme.muted, 8);
  for (int kind = 0; kind < static_cast<int>(scene.levers->kinds().size()); ++kind) kind_of_policies(ui, scene, kind);
  until(ui, scene);
  saving(ui, scene);
}

}  // namespace viewer
