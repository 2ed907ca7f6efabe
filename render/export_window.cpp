// Where a figure or a film is asked for: what, how, where to; the command that
// gives the same file; and what came of it.
#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "render/scene.hpp"
#include "render/ui_text_box.hpp"

namespace viewer {

using world::observers::Phrase;

namespace {

constexpr Phrase view_words[] = {Phrase::view_export_flows,      Phrase::view_export_net,
                                 Phrase::view_export_population, Phrase::view_export_pressure,
                                 Phrase::view_export_causes,     Phrase::view_export_circle,
                                 Phrase::view_export_lines};
constexpr Phrase style_words[] = {Phrase::view_export_screen, Phrase::view_export_slide, Phrase::view_export_article,
                                  Phrase::view_export_grey};
constexpr const char* language_codes[] = {"kk", "ru", "en"};
constexpr const char* themes[] = {"light", "dark"};

/// The rows of the window; each control asks for a command.
class ExportForm {
 public:
  ExportForm(Ui& ui, const Scene& scene) : ui_(ui), wish_(scene.state.exporting), scene_(scene) {}

  void fields() {
    if (scene_.rival) {
      Rect row = labelled(Phrase::view_do_compare, 1);
      pick("of", row, {"A", "B", "B\u00A0−\u00A0A"}, export_runs, wish_.of);
    }
    std::vector<std::string> words;
    for (const Phrase phrase : view_words) words.push_back(ui_.say(phrase));
    pick("view", labelled(Phrase::view_export_what, 1), words, export_views, wish_.view);
    kind_and_style();
    size_and_language();
    place();
    time_and_theme();
  }

 private:
  [[nodiscard]] float gap() const { return ui_.px(16); }
  /// The next row, or a part of it: its label is written, the rest returned.
  Rect labelled(Phrase phrase, double share) {
    if (row_.w < 1) row_ = ui_.next(ui_.height_of(Face::caption) + ui_.px(6 + 34), ui_.px(12));
    if (width_ == 0) width_ = row_.w;
    Rect part = share >= 1 ? row_ : row_.cut_left(static_cast<float>(share) * (width_ + gap()) - gap(), gap());
    if (share >= 1) row_.w = 0;
    ui_.text(part.cut_top(ui_.height_of(Face::caption), ui_.px(6)), ui_.say(phrase), Face::caption, ui_.theme.muted);
    return part;
  }
  void end_row() { row_.w = width_ = 0; }

  void ask(const char* field, const std::string& value) {
    ui_.commands.push_back({Action::export_set, 0, 0, 0, std::string(field) + " " + value});
  }
  void pick(const char* field, Rect place, const std::vector<std::string>& words, std::span<const char* const> values,
            const std::string& now) {
    int chosen = -1;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (now == values[i]) chosen = static_cast<int>(i);
    }
    if (const auto picked = ui_.choice(std::string("export-") + field, place, words, chosen))
      ask(field, values[static_cast<std::size_t>(*picked)]);
  }
  void box(const char* field, Rect place, const std::string& value, const std::string& otherwise = {}) {
    BoxLook look;
    if (value.empty()) look.shown = otherwise;
    if (const auto typed = text_box(ui_, std::string("export-") + field, place, value, look)) ask(field, *typed);
  }

  void kind_and_style() {
    pick("kind", labelled(Phrase::view_export_kind, 0.5), {"PNG", "SVG", "PDF", ui_.say(Phrase::view_export_film)},
         export_kinds, wish_.kind);
    std::vector<std::string> words;
    for (const Phrase phrase : style_words) words.push_back(ui_.say(phrase));
    pick("style", labelled(Phrase::view_export_style, 0.5), words, export_styles, wish_.style);
    end_row();
  }
  void size_and_language() {
    Rect size = labelled(Phrase::view_export_size, 0.75);
    const Rect own = size.cut_right(ui_.px(110), ui_.px(8));
    std::vector<std::string> words;
    for (const char* one : export_sizes) {
      std::string word = one;
      if (const std::size_t cross = word.find('x'); cross != std::string::npos) word.replace(cross, 1, "×");
      words.push_back(word);
    }
    pick("size", size, words, export_sizes, wish_.size);
    box("size", own, wish_.size);
    pick("language", labelled(Phrase::view_export_language, 0.25), {"қаз", "рус", "eng"}, language_codes,
         wish_.language);
    end_row();
  }
  void place() {
    box("folder", labelled(Phrase::view_export_folder, 0.5), wish_.folder);
    const std::string file = wish_.file();
    const std::size_t slash = file.rfind('/');
    box("name", labelled(Phrase::view_export_name, 0.5), wish_.name,
        slash == std::string::npos ? file : file.substr(slash + 1));
    end_row();
  }
  void time_and_theme() {
    if (wish_.is_film()) {
      box("from", labelled(Phrase::view_export_from, 0.2), wish_.from, "–");
      box("to", labelled(Phrase::view_export_to, 0.2), wish_.to, "–");
      box("seconds", labelled(Phrase::view_export_seconds, 0.2), wish_.seconds);
    } else {
      box("at", labelled(Phrase::view_export_month, 0.6), wish_.at, "–");
    }
    pick("theme", labelled(Phrase::view_setting_theme, 0.4),
         {ui_.say(Phrase::view_theme_light), ui_.say(Phrase::view_theme_dark)}, themes, wish_.theme);
    end_row();
  }

  Ui& ui_;
  const ExportWish& wish_;
  const Scene& scene_;
  Rect row_;
  float width_ = 0;
};

void paragraph(Ui& ui, std::string_view words, Face face, figures::Colour colour, double gap) {
  const float height = ui.height_of_paragraph(ui.inner_width(), words, face);
  ui.paragraph(ui.next(height, ui.px(gap)), words, face, colour);
}

/// The same as a command, to copy.
void command(Ui& ui, const std::string& line) {
  Rect head = ui.next(ui.px(30), ui.px(4));
  const std::string copy = ui.say(Phrase::view_export_copy);
  if (ui.button("export-copy", head.cut_right(ui.width_of(copy, Face::body) + ui.px(28), ui.px(10)), copy,
                Look::filled))
    ui.ask(Action::export_copy);
  ui.text(head, ui.say(Phrase::view_export_command), Face::caption, ui.theme.muted);
  const float height = ui.height_of_paragraph(ui.inner_width() - ui.px(20), line, Face::caption) + ui.px(16);
  const Rect block = ui.next(height, ui.px(12));
  ui.fill(block, ui.theme.card, ui.px(8));
  ui.frame(block, ui.theme.line, ui.px(8));
  ui.paragraph(block.inset(ui.px(10), ui.px(8)), line, Face::caption, ui.theme.text);
}

/// What is drawn, or what came of the last; at the foot, where it is always seen.
void foot(Ui& ui, const Scene& scene, Rect row) {
  const ExportDesk& desk = scene.exports;
  const std::string act = ui.say(desk.is_busy ? Phrase::view_export_stop : Phrase::view_export_write);
  const Rect button = row.cut_right(ui.width_of(act, Face::strong) + ui.px(44), ui.px(16));
  const Rect middle{button.x, button.y + (button.h - ui.px(38)) / 2, button.w, ui.px(38)};
  if (ui.button(desk.is_busy ? "export-stop" : "export-write", middle, act, Look::primary, false,
                desk.is_busy || can_export(scene.state.exporting, desk.places)))
    ui.ask(desk.is_busy ? Action::export_stop : Action::export_write);
  const std::string words = desk.is_busy ? ui.say(Phrase::view_export_busy, {desk.file}) : desk.message;
  const float height = std::min(row.h, ui.height_of_paragraph(row.w, words, Face::caption));
  ui.paragraph({row.x, row.y + (row.h - height) / 2, row.w, height}, words, Face::caption,
               desk.is_bad && !desk.is_busy ? ui.theme.warning : ui.theme.text);
}

}  // namespace

void export_window(Ui& ui, const Scene& scene) {
  const Rect whole{0, 0, scene.layout.middle.w, std::max(scene.layout.bottom.bottom(), scene.layout.middle.bottom())};
  const float w = std::min(ui.px(800), whole.w - 20), h = std::min(ui.px(scene.rival ? 700 : 640), whole.h - 20);
  const Rect rect{std::round((whole.w - w) / 2), std::round((whole.h - h) / 2), w, h};
  ui.begin_panel("shade", whole, figures::with_alpha(ui.theme.ground, 150), true, 0);
  if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0)) ui.ask(Action::close);
  ui.end_panel();
  ui.begin_panel("export-window", rect, ui.theme.panel, true, 14);
  ui.frame(rect, ui.theme.line, ui.px(14));
  Rect inside = window_title(ui, rect, ui.say(Phrase::view_do_export));
  foot(ui, scene, inside.cut_bottom(ui.px(48), ui.px(8)));
  ui.begin_scroll("export-scroll", {inside.x, inside.y, inside.w + ui.px(14), inside.h});
  ExportForm(ui, scene).fields();
  if (can_export(scene.state.exporting, scene.exports.places)) {
    command(ui, figure_line(figure_words(scene.state.exporting, scene.exports.places)));
  } else {
    paragraph(ui, ui.say(Phrase::view_export_no_run), Face::body, ui.theme.text, 12);
  }
  ui.end_scroll();
  ui.end_panel();
}

}  // namespace viewer
