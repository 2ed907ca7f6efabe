#include "render/figures/study.hpp"

#include <algorithm>

namespace figures {

const std::string& Provenance::title(world::observers::Language language) const {
  using world::observers::Language;
  const std::string& own = language == Language::kk ? title_kk : language == Language::ru ? title_ru : title_en;
  return own.empty() ? title_en : own;
}

void Study::append(MonthEnd month) {
  const auto added = [&](const std::vector<Sums>& all, const std::vector<std::int64_t>& more) {
    auto sums = std::make_shared<std::vector<std::int64_t>>(all.empty() ? std::vector<std::int64_t>(more.size(), 0)
                                                                        : *all.back());
    for (std::size_t i = 0; i < sums->size() && i < more.size(); ++i) (*sums)[i] += more[i];
    return Sums(std::move(sums));
  };
  moved_.push_back(added(moved_, month->moves));
  registered_.push_back(added(registered_, month->registrations));
  months_.push_back(std::move(month));
}

int Study::index_of(int month) const {
  if (months_.empty()) return -1;
  const int index = month - months_.front()->month;
  return index >= 0 && index < n_months() ? index : -1;
}

Window Study::window(int last, int n) const { return {std::max(1, last - n + 1), last}; }

std::int64_t Study::sum(Window window, std::size_t pair, Counting counting) const {
  if (window.n_months() <= 0) return 0;
  const std::vector<Sums>& sums = counting == Counting::actual ? moved_ : registered_;
  return (*sums[static_cast<std::size_t>(window.last)])[pair] -
         (*sums[static_cast<std::size_t>(window.first) - 1])[pair];
}

double Study::moved(Window window, int origin, int destination, Counting counting) const {
  const auto pair =
      static_cast<std::size_t>(origin) * static_cast<std::size_t>(n_regions()) + static_cast<std::size_t>(destination);
  return static_cast<double>(sum(window, pair, counting)) * at(0).people_per_agent;
}

double Study::arrived(Window window, int region, Counting counting) const {
  double people = 0;
  for (int other = 0; other < n_regions(); ++other) people += moved(window, other, region, counting);
  return people;
}

double Study::departed(Window window, int region, Counting counting) const {
  double people = 0;
  for (int other = 0; other < n_regions(); ++other) people += moved(window, region, other, counting);
  return people;
}

double Study::moved_in_all(Window window, Counting counting) const {
  double people = 0;
  for (int region = 0; region < n_regions(); ++region) people += arrived(window, region, counting);
  return people;
}

double Study::people(int index, int region, Counting counting) const {
  const auto& place = at(index).regions[static_cast<std::size_t>(region)];
  const auto count = counting == Counting::actual ? place.population_actual : place.population_registered;
  return static_cast<double>(count) * at(index).people_per_agent;
}

double Study::net_rate(Window window, int region, Counting counting) const {
  const double living = window.n_months() > 0 ? people(window.last, region, counting) : 0;
  return living > 0 ? net(window, region, counting) / living * 1000 * 12 / window.n_months() : 0;
}

}  // namespace figures
