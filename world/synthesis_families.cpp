// People of a block and region into families: couples by age, children to
// mothers, other adults so that household sizes come out. See synthesis.hpp.
#include <algorithm>
#include <array>
#include <deque>

#include "agents/exact_math.hpp"
#include "agents/household.hpp"
#include "world/synthesis.hpp"

namespace world {

using agents::Block;
using agents::Row;
using agents::keyed_bits;
using agents::uniform_of;

namespace {
// What a draw of the synthesis is for; part of its key.
enum : std::uint64_t {
  deal_people = 100, birth_month, serial_number, married, husband, pair_jitter, lone_parent, mother_age,
  mother_choice, alone, household_count, collective,
};
}  // namespace

std::pair<int, int> make_people(Block& block, const SynthesisPlan& plan, int index, int region) {
  const int first = block.n_rows();
  const std::uint64_t names = plan.key(serial_number);
  for (int sex = 0; sex < 2; ++sex) {
    for (int age = 0; age < agents::n_ages; ++age) {
      const auto cell = static_cast<std::uint64_t>((region * 2 + sex) * agents::n_ages + age);
      const std::int64_t n = dealt(plan.people(region, sex, age), index, plan.n_blocks, keyed_bits(plan.key(deal_people), cell));
      for (std::int64_t i = 0; i < n; ++i) {
        const Row row = block.add_row();
        const std::uint64_t name = (static_cast<std::uint64_t>(index) << 20) | row;
        block.serial[row] = keyed_bits(names, name);
        const int months = 12 * age + static_cast<int>(agents::pick_of(keyed_bits(plan.key(birth_month), block.serial[row]), 12));
        // At the end of the month before the start, so a child of zero months was born in it.
        block.born[row] = static_cast<std::uint16_t>(plan.start - 1 - months);
        block.region[row] = block.registered[row] = block.home[row] = static_cast<std::uint8_t>(region);
        block.set(row, agents::status::female, sex == 1);
        block.moved[row] = static_cast<std::uint16_t>(plan.start - 1 - 600);
      }
    }
  }
  return {first, block.n_rows()};
}

namespace {

class FamilyMaker {
 public:
  FamilyMaker(const Block& block, const SynthesisPlan& plan, int index, int region, int first, int last)
      : block_(block), plan_(plan), country_(*plan.country), index_(index), region_(region), now_(plan.start - 1) {
    for (int row = first; row < last; ++row) rows_.push_back(static_cast<Row>(row));
  }

  std::vector<Family> make() {
    pair_couples();
    choose_lone_parents();
    give_children();
    gather_adults();
    return std::move(families_);
  }

 private:
  int age(Row row) const { return block_.age(row, now_); }
  double uniform(std::uint64_t what, Row row) const { return uniform_of(keyed_bits(plan_.key(what), block_.serial[row])); }
  bool is_woman(Row row) const { return block_.has(row, agents::status::female); }
  double married_share(Row row) const { return country_.married_share(region_, is_woman(row), age(row)); }

  // The n rows with the smallest −ln(u)/weight: a sample without replacement.
  std::vector<Row> sample(std::vector<Row>& from, std::size_t n, std::uint64_t what, auto&& weight_of) {
    std::vector<std::pair<double, Row>> race;
    for (const Row row : from) {
      const double weight = weight_of(row);
      if (weight > 0) race.emplace_back(-agents::exact_log(uniform(what, row)) / weight, row);
    }
    n = std::min(n, race.size());
    auto before = [&](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : block_.serial[a.second] < block_.serial[b.second];
    };
    std::nth_element(race.begin(), race.begin() + static_cast<std::ptrdiff_t>(n), race.end(), before);
    std::vector<Row> chosen;
    for (std::size_t i = 0; i < n; ++i) chosen.push_back(race[i].second);
    std::sort(chosen.begin(), chosen.end());
    std::vector<Row> rest;
    std::set_difference(from.begin(), from.end(), chosen.begin(), chosen.end(), std::back_inserter(rest));
    from = std::move(rest);
    return chosen;
  }

  // Women's shares of the table decide how many couples there are; husbands are
  // drawn by the men's shares; both sorted by age, with some play, are paired.
  void pair_couples() {
    std::vector<Row> wives, men;
    for (const Row row : rows_) {
      if (age(row) < 16) children_.push_back(row);
      else if (is_woman(row) && uniform(married, row) < married_share(row)) wives.push_back(row);
      else if (is_woman(row)) adults_.push_back(row);
      else men.push_back(row);
    }
    std::vector<Row> husbands = sample(men, wives.size(), husband, [&](Row row) {
      const double share = std::min(0.98, married_share(row));
      return age(row) < 18 ? 0.0 : share / (1 - share) + 1e-6;
    });
    adults_.insert(adults_.end(), men.begin(), men.end());
    auto by_age = [&](std::vector<Row>& rows) {
      std::vector<std::pair<double, Row>> order;
      for (const Row row : rows) order.emplace_back(block_.born[row] + 48 * uniform(pair_jitter, row), row);
      std::sort(order.begin(), order.end());
      for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = order[i].second;
    };
    by_age(wives);
    by_age(husbands);
    for (std::size_t i = 0; i < wives.size(); ++i) {
      if (i < husbands.size()) families_.push_back(Family{.members = {wives[i], husbands[i]}, .is_couple = true});
      else adults_.push_back(wives[i]);
    }
    // Sixteen and seventeen are children of the house unless married.
    std::vector<Row> grown;
    for (const Row row : adults_) (age(row) < agents::adult_age ? children_ : grown).push_back(row);
    adults_ = std::move(grown);
    std::sort(adults_.begin(), adults_.end());
  }

  std::int64_t n_households() const {
    const auto r = static_cast<std::size_t>(region_);
    return dealt(plan_.households[r], index_, plan_.n_blocks, keyed_bits(plan_.key(household_count), r));
  }

  void choose_lone_parents() {
    const auto r = static_cast<std::size_t>(region_);
    const double wanted = country_.lone_parent_share[r] * static_cast<double>(n_households());
    const double mothers = wanted * country_.mother_share_of_lone_parents[r];
    auto whole = [&](double n, std::uint64_t j) {
      return static_cast<std::size_t>(agents::keyed_round(n, keyed_bits(plan_.key(lone_parent), (static_cast<std::uint64_t>(index_) * 64 + r) * 2 + j)));
    };
    auto weight = [&](bool woman) {
      return [this, woman](Row row) {
        const int years = age(row);
        if (is_woman(row) != woman || years < 19 || years > 56) return 0.0;
        return years < 25 ? 0.5 : years < 45 ? 1.0 : 0.5;
      };
    };
    std::vector<Row> parents = sample(adults_, whole(mothers, 0), lone_parent, weight(true));
    const std::vector<Row> fathers = sample(adults_, whole(wanted - mothers, 1), lone_parent, weight(false));
    parents.insert(parents.end(), fathers.begin(), fathers.end());
    for (const Row row : parents) families_.push_back(Family{.members = {row}, .is_lone_parent = true});
  }

  // Every lone parent gets a child first; the others go to a couple whose wife
  // has the age that a mother drawn from the fertility schedule would have now.
  void give_children() {
    std::array<std::vector<std::size_t>, agents::n_ages> by_age;
    std::vector<std::size_t> lone;
    for (std::size_t f = 0; f < families_.size(); ++f) {
      by_age[static_cast<std::size_t>(age(families_[f].members[0]))].push_back(f);
      if (families_[f].is_lone_parent) lone.push_back(f);
    }
    std::sort(children_.begin(), children_.end(), [&](Row a, Row b) { return block_.serial[a] < block_.serial[b]; });
    if (families_.empty()) {
      adults_.insert(adults_.end(), children_.begin(), children_.end());
      return;
    }
    std::vector<double> up_to(agents::n_ages);
    double run = 0;
    for (std::size_t a = 0; a < up_to.size(); ++a) up_to[a] = run += country_.fertility_per_year[a];
    std::vector<Row> rest;
    for (const Row child : children_) {  // first round: one child for each lone parent, the ages permitting
      bool given = false;
      for (std::size_t i = 0; i < lone.size() && i < 8; ++i) {
        const std::size_t f = lone[lone.size() - 1 - i];
        const int gap = age(families_[f].members[0]) - age(child);
        if (gap < 17 || gap > 45) continue;
        families_[f].members.push_back(child);
        lone.erase(lone.end() - 1 - static_cast<std::ptrdiff_t>(i));
        given = true;
        break;
      }
      if (!given) rest.push_back(child);
    }
    for (const Row child : rest) {
      const double wanted = uniform(mother_age, child) * run;
      const int at_birth = static_cast<int>(std::lower_bound(up_to.begin(), up_to.end(), wanted) - up_to.begin());
      const int now = std::min(agents::n_ages - 1, at_birth + age(child));
      families_[nearest_family(by_age, now, child)].members.push_back(child);
    }
  }

  std::size_t nearest_family(const std::array<std::vector<std::size_t>, agents::n_ages>& by_age, int wanted, Row child) const {
    for (int distance = 0;; ++distance) {
      for (const int years : {wanted - distance, wanted + distance}) {
        if (years < 0 || years >= agents::n_ages || by_age[static_cast<std::size_t>(years)].empty()) continue;
        const auto& mothers = by_age[static_cast<std::size_t>(years)];
        std::size_t chosen = mothers[0];
        for (std::uint64_t tries = 0; tries < 3; ++tries) {  // avoid the fullest homes
          const std::uint64_t bits = keyed_bits(agents::nth_key(plan_.key(mother_choice), tries), block_.serial[child]);
          chosen = mothers[agents::pick_of(bits, static_cast<std::uint32_t>(mothers.size()))];
          const std::size_t n = families_[chosen].members.size();
          if (n < 6 || (families_[chosen].is_lone_parent && n < 3)) break;
        }
        return chosen;
      }
    }
  }

  // Other adults: some live alone, the rest make families as large as the table
  // wants, from the smallest size up.
  void gather_adults() {
    const auto r = static_cast<std::size_t>(region_);
    const auto n_people = static_cast<double>(rows_.size());
    const auto households = static_cast<double>(n_households());
    std::array<double, 7> target{};
    for (int size = 1; size <= 6; ++size) target[static_cast<std::size_t>(size)] = households * country_.household_size_share(region_, size - 1);
    const double collective_people = plan_.collective_share[r] * n_people;
    auto whole = [&](double n, std::uint64_t j) {
      return static_cast<std::size_t>(std::max<std::int64_t>(0, agents::keyed_round(std::max(0.0, n), keyed_bits(plan_.key(collective), (static_cast<std::uint64_t>(index_) * 64 + r) * 16 + j))));
    };
    const std::vector<Row> lonely = sample(adults_, whole(target[1] + collective_people, 0), alone, [&](Row row) {
      const int years = age(row);
      return years >= 60 ? 2.0 : years < 23 ? 0.7 : 1.0;
    });
    std::vector<Family> singles;
    for (const Row row : lonely) singles.push_back(Family{.members = {row}});
    // From young to old: grown children are at the front, old parents at the back.
    std::sort(adults_.begin(), adults_.end(), [&](Row a, Row b) {
      return block_.born[a] != block_.born[b] ? block_.born[a] > block_.born[b] : block_.serial[a] < block_.serial[b];
    });
    others_.assign(adults_.begin(), adults_.end());
    std::array<std::vector<std::size_t>, 8> by_size;
    for (std::size_t f = 0; f < families_.size(); ++f) by_size[std::min<std::size_t>(6, families_[f].members.size())].push_back(f);
    for (std::size_t size = 2; size < 6; ++size) grow_to_target(by_size, size, whole(target[size], size));
    // Who is left joins the large families in turn.
    while (!others_.empty() && !by_size[6].empty()) {
      for (const std::size_t f : by_size[6]) {
        if (others_.empty()) break;
        add_adult(families_[f]);
      }
    }
    for (const Row row : others_) singles.push_back(Family{.members = {row}});
    families_.insert(families_.end(), singles.begin(), singles.end());
  }

  // Grown children join parents of forty and over; a young family takes a parent in.
  void add_adult(Family& family) {
    const bool has_grown_children = age(family.members[0]) >= 40;
    family.members.push_back(has_grown_children ? others_.front() : others_.back());
    if (has_grown_children) others_.pop_front();
    else others_.pop_back();
  }

  void grow_to_target(std::array<std::vector<std::size_t>, 8>& by_size, std::size_t size, std::size_t target) {
    auto& here = by_size[size];
    // Too few of this size: relatives without couple share a home.
    while (here.size() < target && size <= 3 && others_.size() >= size * 2) {
      Family family{.members = {others_.back()}};
      others_.pop_back();
      while (family.members.size() < size) {
        family.members.push_back(others_.front());
        others_.pop_front();
      }
      here.push_back(families_.size());
      families_.push_back(std::move(family));
    }
    if (here.size() <= target) return;
    // Too many: the oldest take a grown child or a parent in.
    std::sort(here.begin(), here.end(), [&](std::size_t a, std::size_t b) {
      const auto born_a = block_.born[families_[a].members[0]], born_b = block_.born[families_[b].members[0]];
      return born_a != born_b ? born_a > born_b : a < b;
    });
    while (here.size() > target && !others_.empty()) {
      const std::size_t f = here.back();
      here.pop_back();
      add_adult(families_[f]);
      by_size[size + 1].push_back(f);
    }
  }

  const Block& block_;
  const SynthesisPlan& plan_;
  const Country& country_;
  int index_;
  int region_;
  agents::Month now_;
  std::vector<Row> rows_, children_, adults_;
  std::deque<Row> others_;
  std::vector<Family> families_;
};

}  // namespace

std::vector<Family> make_families(const Block& block, const SynthesisPlan& plan, int index, int region, int first, int last) {
  return FamilyMaker(block, plan, index, region, first, last).make();
}

}  // namespace world
