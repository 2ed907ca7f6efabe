// The comparison on a terminal of 100 columns.
#include <array>
#include <vector>

#include "world/observers/comparison_tables.hpp"
#include "world/observers/comparison_words.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

using M = Measure;

constexpr int line_width = 100;
constexpr std::array<int, 8> widths{27, 10, 20, 10, 8, 8, 8, 9};
constexpr std::array<Phrase, 8> headings{
    Phrase::summary_region,      Phrase::compare_column_net,  Phrase::compare_column_interval,
    Phrase::compare_column_jobs, Phrase::compare_column_wage, Phrase::compare_column_real,
    Phrase::compare_column_rent, Phrase::compare_column_people};

using Cells = std::array<std::string, widths.size()>;

std::string line_of(const Cells& cells) {
  std::string line = left_aligned(cells[0], widths[0]);
  for (std::size_t i = 1; i < widths.size(); ++i) line += right_aligned(cells[i], widths[i]);
  return line + "\n";
}

std::string heading_lines(const Speech& say) {
  Cells upper, lower;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string heading = say(headings[i]);
    const std::size_t end = heading.find('\n');
    if (end == std::string::npos) {
      lower[i] = heading;
    } else {
      upper[i] = heading.substr(0, end);
      lower[i] = heading.substr(end + 1);
    }
  }
  return line_of(upper) + line_of(lower);
}

/// Long names of regions fit when their last word is cut: "Северо-Казахстанская обл."
std::string short_name(std::string name) {
  for (const std::string_view word : {" область", " облысы"}) {
    if (name.ends_with(word)) return name.replace(name.size() - word.size(), word.size(), " обл.");
  }
  return name;
}

std::string region_line(const Comparison& comparison, int region, const Speech& say) {
  const int last = comparison.n_years() - 1;
  const Estimate net = comparison.cumulative(comparison.n_years(), region, M::net_migration_registered);
  const auto percent = [&](Measure measure) {
    return shown(comparison.percent(last, region, measure), NumberForm::percent, say);
  };
  return line_of({short_name(region_name(comparison, region, say)), shown(net, NumberForm::count, say),
                  interval_cell(net, NumberForm::count, say),
                  shown(comparison.difference(last, region, M::jobs_filled), NumberForm::count, say),
                  percent(M::mean_wage), percent(M::real_wage), percent(M::rent),
                  shown(comparison.difference(last, region, M::population_actual), NumberForm::count, say)});
}

/// Text without the stars of Markdown, broken at spaces, later lines indented.
std::string wrapped(const std::string& paragraph, const std::string& bullet) {
  const std::string indent(bullet.size(), ' ');
  std::string text;
  std::string line = bullet;
  std::string word;
  const auto put = [&] {
    if (word.empty()) return;
    const bool is_first = width_of(line) == static_cast<int>(bullet.size());
    if (!is_first && width_of(line) + 1 + width_of(word) > line_width) {
      text += line + "\n";
      line = indent + word;
    } else {
      line += (is_first ? "" : " ") + word;
    }
    word.clear();
  };
  for (const char c : paragraph) {
    if (c == '*') continue;
    if (c == ' ') {
      put();
    } else {
      word += c;
    }
  }
  put();
  return text + line + "\n";
}

}  // namespace

std::string comparison_table(const Comparison& comparison, Language language) {
  const Speech say(language);
  std::string text = comparison_title(comparison, say) + "\n";
  for (const std::string& paragraph : opening_paragraphs(comparison, say)) text += wrapped(paragraph, "");
  text += '\n';
  text += heading_lines(say);
  for (const int region : regions_by_loss(comparison)) text += region_line(comparison, region, say);
  text += region_line(comparison, comparison.country(), say);
  text += wrapped(say(Phrase::compare_who_text), "");
  if (comparison.n_pairs() > 1) text += say(Phrase::compare_brackets) + "\n";
  text += "\n";
  for (const std::string& line : headlines(comparison, say)) text += wrapped(line, "- ");
  text += '\n';
  const Why why = why_people_leave(comparison, comparison.label().a.name, say);
  text += why.heading + ":\n";
  for (const std::string& line : why.lines) text += wrapped(line, "- ");
  text += wrapped(why.hint, why.lines.empty() ? "" : "- ") + "\n";
  text += say(Phrase::compare_sure_heading) + ":\n";
  for (const std::string& line : caveats(comparison, say)) text += wrapped(line, "- ");
  return text + "\n" + wrapped(say(Phrase::projection_warning), "");
}

}  // namespace world::observers
