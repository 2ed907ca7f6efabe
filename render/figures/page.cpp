#include "render/figures/page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/figures/fonts.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

std::string without(std::string name, std::string_view word) {
  const std::size_t at = name.find(word);
  return at == std::string::npos ? name : name.erase(at, word.size());
}

/// A small box with words, its right end at `right`; returns its left end.
double draw_badge(Drawing& drawing, const std::string& words, Point right, const Look& look) {
  const double size = look.small;
  const double width = text_width(words, size, Weight::bold) + 1.3 * size, height = 1.8 * size;
  const Box box{right.x - width, right.y, right.x, right.y + height};
  drawing.stroke(rounded(box, 0.35 * height), look.muted, look.stroke);
  drawing.text({.at = {box.centre().x, box.centre().y + 0.35 * size},
                .words = words,
                .size = size,
                .colour = look.text,
                .weight = Weight::bold,
                .anchor = Anchor::middle});
  return box.left;
}

double draw_footer(Drawing& drawing, const std::vector<std::string>& lines, const Wishes& wishes, const Look& look) {
  const double width = wishes.paper.width - 2 * look.margin;
  std::vector<std::string> all;
  for (const std::string& line : lines) {
    for (std::string& part : broken(line, look.small, Weight::regular, width)) all.push_back(std::move(part));
  }
  double y = wishes.paper.height - look.margin * 0.75 - 1.35 * look.small * static_cast<double>(all.size());
  const double top = y - 0.5 * look.small;
  for (const std::string& line : all) {
    y += 1.35 * look.small;
    drawing.text({.at = {look.margin, y - 0.3 * look.small}, .words = line, .size = look.small, .colour = look.muted});
  }
  return top;
}

}  // namespace

Path rounded(const Box& box, double radius) {
  constexpr double quarter = std::numbers::pi / 2;
  const double r = std::min({radius, box.width() / 2, box.height() / 2});
  Path path;
  path.arc({box.right - r, box.top + r}, r, -quarter, 0)
      .arc({box.right - r, box.bottom - r}, r, 0, quarter, true)
      .arc({box.left + r, box.bottom - r}, r, quarter, 2 * quarter, true)
      .arc({box.left + r, box.top + r}, r, 2 * quarter, 3 * quarter, true)
      .close();
  return path;
}

Box draw_frame(Drawing& drawing, const Frame& frame, const Provenance& from, const Wishes& wishes, const Look& look) {
  const Paper& paper = wishes.paper;
  drawing.set_layer(Layer::ground);
  drawing.fill(Path().rectangle({0, 0, paper.width, paper.height}), look.ground);
  if (!paper.has_frame) {
    return paper.free.width() > 0 ? paper.free : Box{0, 0, paper.width, paper.height};
  }
  const Speech say(wishes.language);
  drawing.set_layer(Layer::labels);
  const double right = paper.width - look.margin;
  double y = look.margin * 0.8;
  double date_left = right;
  if (!frame.date.empty()) {
    drawing.text({.at = {right, y + 0.86 * look.title},
                  .words = frame.date,
                  .size = look.title,
                  .colour = look.text,
                  .weight = Weight::bold,
                  .anchor = Anchor::end});
    date_left = right - text_width(frame.date, look.title, Weight::bold);
  }
  const std::string forecast = say(Phrase::figure_forecast_from, {std::to_string(from.first_month / 12)});
  date_left = std::min(date_left, draw_badge(drawing, forecast, {right, y + 1.25 * look.title}, look));
  const double room = date_left - look.margin - 2 * look.body;
  for (const std::string& line : broken(frame.title, look.title, Weight::bold, room)) {
    y += 1.12 * look.title;
    drawing.text({.at = {look.margin, y - 0.24 * look.title},
                  .words = line,
                  .size = look.title,
                  .colour = look.text,
                  .weight = Weight::bold});
  }
  for (const std::string& line : broken(frame.subtitle, look.body, Weight::regular, room)) {
    y += 1.4 * look.body;
    drawing.text({.at = {look.margin, y - 0.2 * look.body}, .words = line, .size = look.body, .colour = look.muted});
  }
  const double top = std::max(y, look.margin * 0.8 + 1.25 * look.title + 1.8 * look.small) + 0.8 * look.body;
  const double bottom = draw_footer(drawing, frame.footer, wishes, look);
  return {look.margin, top, right, bottom};
}

std::vector<std::string> footer_of(const Provenance& from, Language language) {
  const Speech say(language);
  const std::string& own = language == Language::kk   ? from.sources_kk
                           : language == Language::ru ? from.sources_ru
                                                      : from.sources_en;
  const std::string source = own.empty() ? say(Phrase::figure_sources_usual) : own;
  return {source + " " + say(Phrase::figure_forecast_means),
          say(Phrase::figure_run, {from.title(language), from.seed, from.scale, from.run_id, from.program})};
}

std::string period_text(const Study& study, Window window, Language language) {
  const std::string last = world::observers::month_in_words(study.at(window.last).month, language);
  if (window.n_months() == 1) return last;
  return Speech(language)(Phrase::figure_months_to, {std::to_string(std::max(0, window.n_months())), last});
}

std::string short_count(double people, Language language) {
  const Speech say(language);
  const double size = std::abs(people);
  if (size < 9999.5) return say.count(people);
  if (size < 999'500) {
    const int decimals = size < 99'950 ? 1 : 0;
    return say(Phrase::figure_thousand, {say.decimal(people / 1e3, decimals)});
  }
  return say(Phrase::figure_million, {say.decimal(people / 1e6, size < 9.995e6 ? 2 : 1)});
}

std::string short_signed_count(double people, Language language) {
  const std::string words = short_count(people, language);
  return people > 0 ? "+" + words : words;
}

std::vector<std::string> short_names(const Snapshot& month, Language language) {
  constexpr std::array words = {" Region", " облысы", " область", "Область "};
  std::vector<std::string> full, cut;
  for (const auto& region : month.regions) {
    full.push_back(world::observers::name_in(region, language));
    std::string name = full.back();
    for (const std::string_view word : words) name = without(std::move(name), word);
    cut.push_back(name);
  }
  std::vector<std::string> names;
  for (std::size_t r = 0; r < full.size(); ++r) {
    names.push_back(std::count(cut.begin(), cut.end(), cut[r]) > 1 ? full[r] : cut[r]);
  }
  return names;
}

}  // namespace figures
