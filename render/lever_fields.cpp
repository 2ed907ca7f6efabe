#include "render/lever_fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "render/ui_text_box.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

constexpr int a_year = 12;

/// A slider that is being dragged: its edit is made when it is let go.
struct Drag {
  std::string id;
  double value = 0;
};

Drag& drag() {
  static Drag state;
  return state;
}

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc{} || result.ptr != end) return {};
  return value;
}

/// As the scenario writes it.
std::string plain_text(double value) {
  std::array<char, 40> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

std::string people_text(const Ui& ui, const std::string& text) {
  const auto value = number_in(text);
  if (!value) return text;
  if (*value == std::round(*value)) return ui.say.count(*value);
  const std::string plain = plain_text(*value);
  return ui.say.decimal(*value, static_cast<int>(std::min<std::size_t>(plain.size() - plain.find('.') - 1, 4)));
}

/// To what a slider's pixel can mean: hundredths of shares, whole months, two digits of amounts.
double rounded(const LeverField& field, double top, double value) {
  const double grain =
      field.is_whole ? std::max(1.0, std::pow(10, std::floor(std::log10(std::max(top, 1.0) / 100)))) : 0.01;
  return std::clamp(std::round(value / grain) * grain, field.low, field.high);
}

/// One field while it is drawn.
struct Piece {
  const Lever& lever;
  const LeverField& field;
  const LeverValue& value;
  const LeverProblem& problem;
  std::string id;
  bool is_wrong;
};

void ask_to_set(Ui& ui, const Piece& piece, const std::string& text) {
  ui.commands.push_back({Action::lever_set, 0, 0, 0, lever_setting(piece.lever.name, piece.field.name, text)});
}

void label(Ui& ui, const Piece& piece, const world::observers::LeverWords& words) {
  std::string name(words.name.empty() ? std::string_view(piece.field.name) : words.name);
  if (!words.unit.empty()) name += ", " + std::string(words.unit);
  const bool can_reset = !piece.value.base.empty() && piece.value.text != piece.value.base;
  const float reset = can_reset ? ui.px(26) : 0, width = ui.inner_width() - ui.px(24) - reset;
  const float height = std::max(ui.height_of_paragraph(width, name, Face::caption), can_reset ? ui.px(20) : 0);
  Rect row = ui.next(height, ui.px(4)).inset(ui.px(12), 0);
  if (can_reset) {
    Rect place = row.cut_right(ui.px(22), ui.px(4));
    place = {place.x, place.y - ui.px(2), place.w, ui.px(22)};
    std::string base = piece.value.base;
    if (piece.field.holds == Holds::number) base = people_text(ui, base);
    if (piece.field.holds == Holds::choice) base = choice_name(ui, piece.field, base);
    if (ui.icon_button(piece.id + "-reset", place, Icon::undo, ui.say(Phrase::lever_do_reset_one, {base})))
      ask_to_set(ui, piece, piece.value.base);
  }
  ui.paragraph(row, name, Face::caption, piece.value.is_changed ? ui.theme.accent : ui.theme.muted);
  if (ImGui::IsMouseHoveringRect(row.a(), row.b()) && ImGui::IsWindowHovered()) {
    ui.tip(words.sentence.empty() ? std::string_view(piece.field.sentence) : words.sentence);
  }
}

void box(Ui& ui, const Piece& piece, Rect rect, Align align, const std::string& shown = {}) {
  const std::string& value = piece.is_wrong ? piece.problem.value : piece.value.text;
  const bool is_number = piece.field.holds == Holds::number && !piece.is_wrong;
  const auto typed = text_box(ui, piece.id, rect, value,
                              {.shown = is_number        ? people_text(ui, value)
                                        : piece.is_wrong ? value
                                                         : shown,
                               .is_wrong = piece.is_wrong,
                               .is_changed = piece.value.is_changed,
                               .align = align});
  if (typed) ask_to_set(ui, piece, *typed);
}

void base_tick(Ui& ui, const Piece& piece, Rect slider) {
  const auto base = number_in(piece.value.base);
  if (!base) return;
  const double share = (*base - piece.field.low) / std::max(1e-9, piece.value.top - piece.field.low);
  if (share < 0 || share > 1) return;
  const float knob = ui.px(7), x = slider.x + knob + (slider.w - 2 * knob) * static_cast<float>(share);
  ui.fill({std::round(x) - ui.px(1), slider.centre().y - ui.px(8), ui.px(2), ui.px(16)}, ui.theme.scenario_a);
}

void number(Ui& ui, const Piece& piece) {
  Rect row = ui.next(ui.px(30), ui.px(10)).inset(ui.px(12), 0);
  box(ui, piece, row.cut_right(ui.px(88), ui.px(10)), Align::right);
  const std::string id = piece.id + "-slider";
  const double low = piece.field.low, width = std::max(1e-9, piece.value.top - low);
  const double value = drag().id == id ? drag().value : number_in(piece.value.text).value_or(low);
  base_tick(ui, piece, row);
  const double notch = piece.field.is_whole ? std::max(1.0, std::round(width / 40)) / width : 0.05 / width;
  const auto moved = ui.slider(id, row, std::clamp((value - low) / width, 0.0, 1.0), notch, "");
  const bool is_down = ImGui::IsMouseDown(0);
  if (moved && is_down) drag() = {.id = id, .value = rounded(piece.field, piece.value.top, low + *moved * width)};
  if (moved && !is_down) ask_to_set(ui, piece, plain_text(rounded(piece.field, piece.value.top, low + *moved * width)));
  if (drag().id != id) return;
  if (is_down) return ui.tip(people_text(ui, plain_text(drag().value)));
  drag().id.clear();
  ask_to_set(ui, piece, plain_text(drag().value));
}

void month(Ui& ui, const Piece& piece) {
  Rect row = ui.next(ui.px(32), ui.px(10)).inset(ui.px(12), 0);
  ui.fill(row, ui.theme.control, ui.px(7));
  if (piece.is_wrong) ui.frame(row, ui.theme.warning, ui.px(7), ui.px(1.5));
  const auto step = [&](const char* end, Rect place, Icon icon, Phrase tip, int months) {
    if (!ui.icon_button(piece.id + end, place, icon, ui.say(tip))) return;
    const int to = piece.value.month + months;
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d", to / 12, to % 12 + 1);
    ask_to_set(ui, piece, text.data());
  };
  const float size = ui.px(26);
  step("-year-back", row.cut_left(size), Icon::first, Phrase::view_do_year_back, -a_year);
  step("-back", row.cut_left(size), Icon::left, Phrase::view_do_step_back, -1);
  step("-year-forward", row.cut_right(size), Icon::last, Phrase::view_do_year_forward, a_year);
  step("-forward", row.cut_right(size), Icon::right, Phrase::view_do_step_forward, 1);
  const std::string words = ui.say.month(piece.value.month);
  const Face face = ui.width_of(words, Face::body) > row.w ? Face::caption : Face::body;
  ui.text(row, words, face, piece.value.is_changed ? ui.theme.accent : ui.theme.text, Align::middle);
}

void list(Ui& ui, const Scene& scene, const Piece& piece) {
  const std::string key = quoted_word(piece.lever.name) + " " + piece.field.name;
  const bool is_open = scene.state.levers.choosing == key;
  const Rect row = ui.next(ui.px(32), is_open ? ui.px(2) : ui.px(10)).inset(ui.px(12), 0);
  const Ui::Touch held = ui.touch(piece.id, row);
  ui.fill(row, held.is_hovered ? ui.theme.control_hover : ui.theme.control, ui.px(7));
  if (held.has_focus) ui.frame(row.inset(-ui.px(2)), ui.theme.accent, ui.px(9), ui.px(2));
  Rect inside = row.inset(ui.px(10), 0);
  const Rect mark = inside.cut_right(ui.px(14), ui.px(6));
  draw_icon(*ImGui::GetWindowDrawList(), Icon::down, mark.centre(), ui.px(11), packed(ui.theme.muted));
  const std::string name = choice_name(ui, piece.field, piece.value.text);
  ui.text(inside, name, ui.width_of(name, Face::body) > inside.w ? Face::caption : Face::body,
          piece.value.is_changed ? ui.theme.accent : ui.theme.text);
  if (held.is_worked) ui.commands.push_back({Action::lever_choose, 0, 0, 0, key});
  if (!is_open) return;
  for (const LeverChoice& choice : piece.field.choices) {
    const Rect option = ui.next(ui.px(28), 0).inset(ui.px(12), 0);
    const Ui::Touch touch = ui.touch(piece.id + "-" + choice.code, option);
    const bool is_chosen = choice.code == piece.value.text;
    if (touch.is_hovered) ui.fill(option, ui.theme.control, ui.px(6));
    const std::string words = choice.names[static_cast<std::size_t>(ui.say.language())];
    const Rect room = option.inset(ui.px(14), 0);
    ui.text(room, words, ui.width_of(words, Face::body) > room.w ? Face::caption : Face::body,
            is_chosen ? ui.theme.accent : ui.theme.text);
    if (touch.has_focus) ui.frame(option, ui.theme.accent, ui.px(6), ui.px(2));
    if (!touch.is_worked) continue;
    if (!is_chosen) ask_to_set(ui, piece, choice.code);
    ui.commands.push_back({Action::lever_choose, 0, 0, 0, key});
  }
  ui.next(0, ui.px(10));
}

void complaint(Ui& ui, const Piece& piece) {
  const LeverProblem& problem = piece.problem;
  const std::string words = problem.words.empty()
                                ? ui.say(Phrase::lever_range, {people_text(ui, plain_text(problem.low)),
                                                               people_text(ui, plain_text(problem.high))})
                                : std::string(ui.say(Phrase::view_not_done)) + " " + problem.words;
  const float width = ui.inner_width() - ui.px(24);
  const Rect place = ui.next(ui.height_of_paragraph(width, words, Face::caption), ui.px(10)).inset(ui.px(12), 0);
  ui.paragraph(place, words, Face::caption, ui.theme.warning);
}

}  // namespace

std::string choice_name(const Ui& ui, const LeverField& field, const std::string& code) {
  for (const LeverChoice& choice : field.choices) {
    if (choice.code == code) return choice.names[static_cast<std::size_t>(ui.say.language())];
  }
  return code;
}

std::string lever_title(const Ui& ui, const LeverKind& kind, const Lever& lever) {
  if (!lever.name.starts_with(kind.kind + " ")) return lever.name;
  return std::string(lever_words(kind.kind, "", ui.say.language()).name) + lever.name.substr(kind.kind.size());
}

void lever_field(Ui& ui, const Scene& scene, const Lever& lever, std::size_t number_of_field) {
  const LeverKind& kind = scene.levers->kinds()[static_cast<std::size_t>(lever.kind)];
  const LeverField& field = kind.fields[number_of_field];
  const LeverProblem& problem = scene.levers->problem();
  const Piece piece{.lever = lever,
                    .field = field,
                    .value = lever.values[number_of_field],
                    .problem = problem,
                    .id = "lever-" + lever.name + "-" + field.name,
                    .is_wrong = problem.lever == lever.name && problem.field == field.name};
  label(ui, piece, lever_words(kind.kind, field.name, ui.say.language()));
  switch (field.holds) {
    case Holds::number:
      number(ui, piece);
      break;
    case Holds::month:
      month(ui, piece);
      break;
    case Holds::choice:
      list(ui, scene, piece);
      break;
    case Holds::text:
      box(ui, piece, ui.next(ui.px(32), ui.px(10)).inset(ui.px(12), 0), Align::left,
          field.name == "name" ? lever_title(ui, kind, lever) : "");
      break;
  }
  if (piece.is_wrong) complaint(ui, piece);
}

}  // namespace viewer
