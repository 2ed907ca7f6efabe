// compare.csv and pairs.csv.
#include "world/observers/comparison_tables.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

constexpr int decimals = 4;

int first_year(const Comparison& comparison) { return comparison.label().start / 12; }

/// "2023,KZ-71,rent_kzt_per_m2": the keys of a row, without a comma at the end.
std::string keys_of(const Comparison& comparison, int year, int region, const MeasureInfo& info) {
  const auto& regions = comparison.label().regions;
  const std::string place = region == comparison.country() ? "all" : regions[static_cast<std::size_t>(region)].iso;
  return std::to_string(first_year(comparison) + year) + "," + place + "," + info.name;
}

void append_number(std::string& text, double value) {
  text += ',';
  append_fixed(text, value, decimals);
}

/// Calls see(year, region, info) for every row, the country last among regions.
template <class See>
void visit_rows(const Comparison& comparison, See&& see) {
  for (int year = 0; year < comparison.n_years(); ++year) {
    for (int region = 0; region <= comparison.n_regions(); ++region) {
      for (const MeasureInfo& info : measure_infos()) see(year, region, info);
    }
  }
}

std::vector<Column> key_columns() {
  return {{"year", "YYYY", "twelve months from the start on; the year in which they begin"},
          {"region", "ISO 3166-2", "the region, or all: the country"},
          {"measure", "", "one of the measures below"}};
}

}  // namespace

const FileColumns& comparison_columns() {
  static const FileColumns declared = [] {
    FileColumns file{"compare.csv",
                     "Written by `qonys compare`. One row for each year, region and measure: B against A over pairs of "
                     "runs, in people and at scale 1:1.",
                     key_columns()};
    file.columns.push_back({"a_mean", "as unit", "mean over pairs under A"});
    file.columns.push_back({"b_mean", "as unit", "mean over pairs under B"});
    file.columns.push_back({"difference", "as unit", "B less A, mean over pairs"});
    file.columns.push_back({"low90", "as unit", "lower end of the 90 % interval; empty with one pair"});
    file.columns.push_back({"high90", "as unit", "its upper end"});
    file.columns.push_back({"n_seeds", "pairs", "pairs of runs, one for each seed"});
    file.columns.push_back({"unit", "", "unit of the measure"});
    return file;
  }();
  return declared;
}

const FileColumns& measure_columns() {
  static const FileColumns declared = [] {
    FileColumns file{"measures of compare.csv", "What `measure` says in compare.csv and pairs.csv. Not a file.", {}};
    for (const MeasureInfo& info : measure_infos()) file.columns.push_back({info.name, info.unit, info.sentence});
    return file;
  }();
  return declared;
}

const FileColumns& pairs_columns() {
  static const FileColumns declared = [] {
    FileColumns file{"pairs.csv",
                     "Written by `qonys compare`. One row for each seed, year, region and measure.",
                     {{"seed", "", "of both runs"}}};
    for (const Column& column : key_columns()) file.columns.push_back(column);
    for (std::size_t i = 1; i < file.columns.size(); ++i) file.columns[i].sentence = "as in compare.csv";
    file.columns.push_back({"a", "as unit", "under A"});
    file.columns.push_back({"b", "as unit", "under B"});
    file.columns.push_back({"difference", "as unit", "B less A"});
    file.columns.push_back({"unit", "", "unit of the measure"});
    return file;
  }();
  return declared;
}

std::string comparison_csv(const Comparison& comparison) {
  std::string text = header_row(comparison_columns().columns);
  visit_rows(comparison, [&](int year, int region, const MeasureInfo& info) {
    const Estimate difference = comparison.difference(year, region, info.measure);
    text += keys_of(comparison, year, region, info);
    append_number(text, comparison.mean_a(year, region, info.measure));
    append_number(text, comparison.mean_b(year, region, info.measure));
    append_number(text, difference.mean);
    append_number(text, difference.low);
    append_number(text, difference.high);
    text += ',';
    append_integer(text, comparison.n_pairs());
    text += ',';
    text += info.unit;
    text += '\n';
  });
  return text;
}

std::string pairs_csv(const Comparison& comparison) {
  std::string text = header_row(pairs_columns().columns);
  for (const RunPair& pair : comparison.pairs()) {
    visit_rows(comparison, [&](int year, int region, const MeasureInfo& info) {
      const double a = pair.a.years.at(year, region, info.measure);
      const double b = pair.b.years.at(year, region, info.measure);
      text += std::to_string(pair.seed) + "," + keys_of(comparison, year, region, info);
      for (const double value : {a, b, b - a}) append_number(text, value);
      text += std::string(",") + info.unit + "\n";
    });
  }
  return text;
}

}  // namespace world::observers
