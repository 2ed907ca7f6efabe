#include "render/figures/reasons.hpp"

#include <algorithm>
#include <numeric>

#include "render/figures/series.hpp"

namespace figures {
namespace {

/// People, then the share of each gain in %.
struct One {
  double people = 0;
  std::array<double, n_gains> share{};
};

One one_of(const Reasons& reasons, Years years, std::size_t region) {
  One one;
  double whole = 0;
  for (const YearOfGain& year : reasons) {
    if (year.year < years.first || year.year > years.last) continue;
    one.people += year.regions[region].people;
    for (std::size_t c = 0; c < n_gains; ++c) {
      one.share[c] += year.regions[region].positive_gain[c];
      whole += year.regions[region].positive_gain[c];
    }
  }
  for (double& share : one.share) share = whole > 0 ? 100 * share / whole : 0;
  return one;
}

double named_of(const std::array<double, n_gains>& share) {
  return std::accumulate(share.begin(), share.begin() + first_unexplained, 0.0);
}

}  // namespace

Years years_of(const Study& study, Window window) {
  const auto month = [&](int index) { return study.at(std::max(0, index)).month; };
  const int first_year = month(1 < study.n_months() ? 1 : 0) / 12;
  const int last = (month(window.last) + 1) / 12 - 1;  // the last year that is over
  const int first = std::min(last, (month(window.first < study.n_months() ? window.first : window.last)) / 12);
  if (last < first_year) {
    const bool is_whole =
        month(1 < study.n_months() ? 1 : 0) % 12 == 0 && month(study.n_months() - 1) >= first_year * 12 + 11;
    return {first_year, first_year, is_whole};
  }
  return {std::max(first, first_year), last, true};
}

double RegionShares::named() const { return named_of(share); }
double RegionShares::explained_or_pull() const { return std::accumulate(share.begin(), share.begin() + taste, 0.0); }

std::vector<RegionShares> shares_of(const Cast& cast, const std::vector<Reasons>& reasons, Years years) {
  std::vector<RegionShares> all;
  for (int region = 0; region < cast.first().n_regions(); ++region) {
    std::vector<One> ones;
    std::vector<double> named;
    for (const Reasons& of_one : reasons) {
      ones.push_back(one_of(of_one, years, static_cast<std::size_t>(region)));
      named.push_back(named_of(ones.back().share));
    }
    RegionShares shares{.region = region,
                        .people = ones[0].people,
                        .people_before = ones[0].people,
                        .share = ones[0].share,
                        .named_low = quantile(named, 0.05),
                        .named_high = quantile(named, 0.95)};
    if (cast.is_difference()) {
      shares.people = ones[1].people - ones[0].people;
      for (std::size_t c = 0; c < n_gains; ++c) shares.share[c] = ones[1].share[c] - ones[0].share[c];
    } else {
      for (std::size_t i = 1; i < ones.size(); ++i) {
        shares.people += ones[i].people;
        for (std::size_t c = 0; c < n_gains; ++c) shares.share[c] += ones[i].share[c];
      }
      const auto n = static_cast<double>(ones.size());
      shares.people /= n;
      for (double& share : shares.share) share /= n;
      shares.people_before = shares.people;
    }
    all.push_back(shares);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const RegionShares& a, const RegionShares& b) { return a.people_before > b.people_before; });
  return all;
}

}  // namespace figures
