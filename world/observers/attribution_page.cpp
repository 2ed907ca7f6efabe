#include "world/observers/attribution_page.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "world/country.hpp"
#include "world/observers/text.hpp"
#include "world/scenario.hpp"

namespace world::observers {
namespace {

constexpr int page_width = 100;
constexpr int name_width = 26;
constexpr int number_width = 12;
constexpr int cause_width = 54;  // the longest cause, indented, in any of the languages
constexpr std::size_t named_in_line = 3;

bool has_push(std::size_t cause) { return agents::has_push(static_cast<agents::Cause>(cause)); }

class Page {
 public:
  Page(const FlowAttribution& all, const std::vector<Region>& regions, const AttributionLabel& label, Language language)
      : all_(all), regions_(regions), label_(label), say_(language) {}

  [[nodiscard]] std::string of_country() const {
    std::string page = say_(Phrase::attribution_title, {say_.month(label_.month)}) + '\n' + head() + '\n';
    page += left_aligned("", name_width) + right_aligned(say_(Phrase::attribution_net), number_width) +
            right_aligned(say_(Phrase::attribution_level), number_width + 2) + "   " +
            say_(Phrase::attribution_strongest) + '\n';
    std::vector<int> order(regions_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return share_of(all_.flows, a).net() > share_of(all_.flows, b).net(); });
    for (const int region : order) page += line_of(region);
    return page + '\n' + tail();
  }

  [[nodiscard]] std::string of_region(int region) const {
    const std::string name = say_.place(regions_[static_cast<std::size_t>(region)]);
    std::string page = say_(Phrase::attribution_region_title, {name, say_.month(label_.month)}) + '\n' + head() + '\n';
    page += left_aligned("", cause_width) + right_aligned(say_(Phrase::attribution_out), number_width) +
            right_aligned(say_(Phrase::attribution_in), number_width) +
            right_aligned(say_(Phrase::attribution_net), number_width) + '\n';
    page += row(say_(Phrase::attribution_alike), share_of(all_.level, region), false);
    for (const std::size_t c : by_strength(region)) page += row(cause(c), share_of(all_.by_cause[c], region), true);
    page += row(say_(Phrase::attribution_now), share_of(all_.flows, region), false);
    return page + '\n' + tail();
  }

 private:
  [[nodiscard]] std::string head() const {
    return say_(Phrase::attribution_of, {label_.scenario, label_.scale, label_.seed}) + '\n' +
           say_(Phrase::attribution_unit) + '\n';
  }
  [[nodiscard]] std::string tail() const {
    return wrapped(say_(Phrase::attribution_unexplained, {say_.decimal(100 * unexplained_share(all_), 0)}),
                   page_width) +
           '\n' + wrapped(say_(Phrase::attribution_note), page_width) +
           wrapped(say_(Phrase::projection_warning), page_width);
  }
  [[nodiscard]] std::string cause(std::size_t c) const {
    return say_(static_cast<Phrase>(static_cast<std::size_t>(Phrase::cause_wage) + c));
  }
  [[nodiscard]] double people(double agents) const { return agents * label_.people_per_agent / label_.years; }

  /// Causes with push, the one that moves the net flow of `region` most first.
  [[nodiscard]] std::vector<std::size_t> by_strength(int region) const {
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < agents::n_causes; ++c) {
      if (has_push(c)) order.push_back(c);
    }
    const auto strength = [&](std::size_t c) { return std::abs(share_of(all_.by_cause[c], region).net()); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return strength(a) > strength(b); });
    return order;
  }

  [[nodiscard]] std::string line_of(int region) const {
    std::string words;
    const std::vector<std::size_t> order = by_strength(region);
    for (std::size_t i = 0; i < named_in_line; ++i) {
      words += (i == 0 ? "" : ", ") + cause(order[i]) + "\u00A0" +
               say_.signed_count(people(share_of(all_.by_cause[order[i]], region).net()));
    }
    const std::string start =
        left_aligned(say_.place(regions_[static_cast<std::size_t>(region)]), name_width) +
        right_aligned(say_.signed_count(people(share_of(all_.flows, region).net())), number_width) +
        right_aligned(say_.signed_count(people(share_of(all_.level, region).net())), number_width + 2) + "   ";
    return wrapped(start + words, page_width, name_width + 2 * number_width + 5);
  }

  [[nodiscard]] std::string row(const std::string& name, const RegionShare& share, bool is_part) const {
    const auto number = [&](double agents) {
      return right_aligned(is_part ? say_.signed_count(people(agents)) : say_.count(people(agents)), number_width);
    };
    return left_aligned((is_part ? "  " : "") + name, cause_width) + number(share.out) + number(share.in) +
           right_aligned(say_.signed_count(people(share.net())), number_width) + '\n';
  }

  const FlowAttribution& all_;
  const std::vector<Region>& regions_;
  const AttributionLabel& label_;
  Speech say_;
};

}  // namespace

double unexplained_share(const FlowAttribution& all) {
  double place = 0, total = 0;
  for (std::size_t c = 0; c < agents::n_causes; ++c) {
    for (int region = 0; region < all.flows.rows(); ++region) {
      const double size = std::abs(share_of(all.by_cause[c], region).net());
      total += size;
      if (c == static_cast<std::size_t>(agents::Cause::place)) place += size;
    }
  }
  return total > 0 ? place / total : 0;
}

std::string attribution_page(const FlowAttribution& all, const std::vector<Region>& regions,
                             const AttributionLabel& label, Language language) {
  return Page(all, regions, label, language).of_country();
}

std::string attribution_page(const FlowAttribution& all, const std::vector<Region>& regions, int region,
                             const AttributionLabel& label, Language language) {
  return Page(all, regions, label, language).of_region(region);
}

const FileColumns& attribution_columns() {
  static const FileColumns declared{
      "attribution.csv",
      "Written by `qonys causes --out`. One row for each ordered pair of regions and cause that regions differ in, and "
      "two more: the flow if all were alike (level) and as expected (flow). The causes add up to flow less level.",
      {{"month", "YYYY-MM", "the month whose tables were read"},
       {"origin", "ISO 3166-2", "the region left"},
       {"destination", "ISO 3166-2", "the region entered"},
       {"cause", "", "the cause, level or flow"},
       {"persons_per_year", "people per year", "what the expected flow owes to it, Aumann and Shapley's share"}}};
  return declared;
}

std::string attribution_csv(const FlowAttribution& all, const std::vector<Region>& regions,
                            const AttributionLabel& label) {
  std::string text = header_row(attribution_columns().columns);
  const std::string month = month_text(label.month);
  const auto add = [&](int o, int d, const char* cause, double agents) {
    text += month + ',' + regions[static_cast<std::size_t>(o)].iso + ',' + regions[static_cast<std::size_t>(d)].iso +
            ',' + cause + ',';
    append_fixed(text, agents * label.people_per_agent / label.years, 4);
    text += '\n';
  };
  for (int o = 0; o < all.flows.rows(); ++o) {
    for (int d = 0; d < all.flows.columns(); ++d) {
      if (o == d) continue;
      for (std::size_t c = 0; c < agents::n_causes; ++c) {
        if (has_push(c)) add(o, d, agents::cause_names[c], all.by_cause[c](o, d));
      }
      add(o, d, "level", all.level(o, d));
      add(o, d, "flow", all.flows(o, d));
    }
  }
  return text;
}

}  // namespace world::observers
