// The books of the month: what must add up, region by region, to the person.
#include <algorithm>
#include <string>
#include <vector>

#include "agents/schooling.hpp"
#include "world/errors.hpp"
#include "world/phases.hpp"

namespace world {

namespace {

using agents::Count;

constexpr auto whole_nation = static_cast<std::size_t>(-1);   // in place of a region

class Books {
 public:
  explicit Books(const World& world) : world_(world), n_(static_cast<std::size_t>(world.country.n_regions())),
        beds_(beds_of(world.schooling, world.workspace->levers, world.scale())) {}

  void check() const {
    check_people();
    check_registered();
    check_families();
    check_movers();
    check_posts();
    check_students();
    check_accounts();
    check_transfers();
    check_policies();
  }

 private:
  void demand(bool truth, std::size_t region, const char* sentence, Count left, Count right) const {
    if (truth) return;
    const std::string where = region == whole_nation ? "the nation" : world_.country.regions[region].iso;
    throw BrokenBooks(month_text(world_.month) + ", " + where + ": " + sentence + ": " + std::to_string(left) +
                      " against " + std::to_string(right));
  }
  static Count people(const agents::Tally& tally, std::size_t region) {
    Count sum = 0;
    for (const Count count : tally.people[region]) sum += count;
    return sum;
  }
  template <class Table>
  Count balance(const Table& flows, std::size_t region) const {
    Count sum = 0;
    for (std::size_t other = 0; other < n_; ++other) sum += flows[other][region] - flows[region][other];
    return sum;
  }

  void check_people() const {
    const agents::Tally& now = world_.tally;
    for (std::size_t r = 0; r < n_; ++r) {
      const Count expected = people(world_.before, r) + now.births[r] - now.deaths[r] + balance(now.moves, r) +
                             now.arrivals_abroad[r] - now.departures_abroad[r];
      demand(people(now, r) == expected, r, "people = before + births - deaths + in - out", people(now, r), expected);
    }
  }

  void check_registered() const {
    const agents::Tally& now = world_.tally;
    Count registered = 0, actual = 0;
    for (std::size_t r = 0; r < n_; ++r) {
      const Count expected = world_.before.registered[r] + now.births_registered[r] - now.deaths_registered[r] +
                             balance(now.registrations, r) + now.arrivals_abroad_registered[r] -
                             now.departures_abroad_registered[r];
      demand(now.registered[r] == expected, r, "registered = before + births - deaths + in - out", now.registered[r], expected);
      registered += now.registered[r] + now.nowhere[r];
      actual += people(now, r);
    }
    demand(registered == actual, whole_nation, "registered anywhere + registered nowhere = people of the nation", registered, actual);
  }

  void check_families() const {
    for (std::size_t r = 0; r < n_; ++r) {
      demand(world_.tally.split[r] == 0, r, "members of families who live apart = 0", world_.tally.split[r], 0);
    }
  }

  // Every mover is in the account of a head who decided, or was a child placed with a guardian elsewhere.
  void check_movers() const {
    std::vector<Count> decided(n_ * n_);
    for (const Slot& slot : world_.workspace->slots) {
      for (const agents::MoverAccount& one : slot.movers) decided[one.who.origin * n_ + one.destination] += one.n_people;
    }
    Count without_decision = 0;
    for (std::size_t o = 0; o < n_; ++o) {
      for (std::size_t d = 0; d < n_; ++d) {
        const Count moved = world_.tally.moves[o][d], accounted = decided[o * n_ + d];
        demand(accounted <= moved, o, "people in accounts of movers <= people who moved", accounted, moved);
        without_decision += moved - accounted;
      }
    }
    Count placed = world_.tally.orphans_moved;
    for (std::size_t o = 0; o < n_; ++o) {
      for (std::size_t d = 0; d < n_; ++d) placed += world_.tally.study_moves[o][d];
    }
    demand(without_decision == placed, whole_nation,
           "movers of the nation without a decision = children placed in another region + who moved to study", without_decision,
           placed);
  }

  void check_posts() const {
    const Labour& labour = world_.labour;
    Count filled = 0, employed = 0;
    for (std::size_t r = 0; r < n_; ++r) {
      const auto region = static_cast<int>(r);
      for (int s = 0; s < labour.posts.columns(); ++s) {
        const Count now = world_.tally.posts_filled[r][static_cast<std::size_t>(s)];
        const Count before = world_.before.posts_filled[r][static_cast<std::size_t>(s)];
        // Posts that are cut empty by layoffs over months; they are never filled anew.
        const Count announced = std::max(world_.workspace->announced_posts(region, s), before);
        demand(now <= announced, r, "filled posts of a sector <= posts", now, announced);
        filled += now;
      }
      employed += world_.tally.people[r][static_cast<std::size_t>(agents::Labour::employed_own)] +
                  world_.tally.people[r][static_cast<std::size_t>(agents::Labour::employed_other)];
    }
    demand(filled == employed, whole_nation, "filled posts = employees of the nation", filled, employed);
  }

  // By place and by what is studied: nobody is lost, and no dormitory is fuller than built.
  void check_students() const {
    const agents::Tally& now = world_.tally;
    Count studying = 0, students = 0;
    for (std::size_t r = 0; r < n_; ++r) {
      for (std::size_t g = 0; g < agents::n_skills; ++g) {
        const Count expected = world_.before.students[r][g] + now.study_begun[r][g] - now.study_ended[r][g] -
                               now.study_dropped[r][g] - now.students_gone[r][g] + now.students_came[r][g];
        demand(now.students[r][g] == expected, r,
               "students of a field = before + entrants - graduates - drop-outs - died or abroad + moved along", now.students[r][g],
               expected);
        studying += now.students[r][g];
      }
      students += now.people[r][static_cast<std::size_t>(agents::Labour::student)];
      const Count beds = std::max(beds_[r], world_.before.in_dormitory[r]);
      demand(now.in_dormitory[r] <= beds, r, "students in dormitories <= beds", now.in_dormitory[r], beds);
    }
    demand(studying == students, whole_nation, "students by field = students of the nation", studying, students);
    if (agents::calendar_month_of(world_.month) != agents::intake_month) return;
    for (std::size_t r = 0; r < n_; ++r) {
      for (std::size_t p = 0; p < agents::n_programmes; ++p) {
        const Count seats = world_.schooling.seats(static_cast<int>(r), static_cast<int>(p));
        demand(now.study_begun[r][p + 1] <= seats, r, "entrants of a field <= places", now.study_begun[r][p + 1], seats);
      }
    }
  }

  std::size_t account_place(int account) const {
    return account < static_cast<int>(n_) ? static_cast<std::size_t>(account) : whole_nation;
  }

  void check_accounts() const {
    const Budget& budget = world_.budget;
    for (int account = 0; account < budget.accounts.rows(); ++account) {
      Kzt rest = budget.line(account, AccountLine::opening);
      for (int line = 0; line < n_account_lines; ++line) {
        rest += account_line_infos()[static_cast<std::size_t>(line)].sign * budget.accounts(account, line);
      }
      const Kzt closing = budget.line(account, AccountLine::closing);
      demand(rest == closing, account_place(account), "opening + incomes - expenses = closing, KZT", rest, closing);
    }
    const Kzt left = budget.line(budget.policies(), AccountLine::closing);
    demand(left >= 0, whole_nation, "what is left of the envelope for policies >= 0, KZT", left, 0);
  }

  void check_transfers() const {
    const Budget& budget = world_.budget;
    const auto sum = [&](AccountLine line) {
      Kzt kzt = 0;
      for (int r = 0; r < budget.n_regions(); ++r) kzt += budget.line(r, line);
      return kzt;
    };
    const int nation = budget.nation();
    const Kzt given = budget.line(nation, AccountLine::transfers_out), taken = budget.line(nation, AccountLine::transfers_in);
    demand(sum(AccountLine::transfers_in) == given, whole_nation, "transfers to regions = transfers of the republic, KZT",
           sum(AccountLine::transfers_in), given);
    demand(sum(AccountLine::transfers_out) == taken, whole_nation, "withdrawals from regions = withdrawals of the republic, KZT",
           sum(AccountLine::transfers_out), taken);
  }

  // What accounts pay for policies is what policies received, and nothing acts that nobody paid.
  void check_policies() const {
    const Budget& budget = world_.budget;
    Kzt national = 0, local = 0, asked = 0;
    for (const Funding& funding : world_.funding.policies) {
      national += funding.paid.national;
      local += funding.paid.local;
      asked += funding.asked.kzt;
    }
    Kzt of_regions = 0;
    for (int r = 0; r < budget.n_regions(); ++r) of_regions += budget.line(r, AccountLine::policies);
    const Kzt of_nation = budget.line(budget.policies(), AccountLine::policies);
    demand(of_nation == national, whole_nation, "paid for policies by the nation = received by policies, KZT", of_nation, national);
    demand(of_regions == local, whole_nation, "paid for policies by regions = received by policies, KZT", of_regions, local);
    demand(national + local <= asked, whole_nation, "paid for policies <= asked by policies, KZT", national + local, asked);
  }

  const World& world_;
  std::size_t n_;
  std::vector<std::int64_t> beds_;
};

}  // namespace

void books_are_checked(const World& world) { Books(world).check(); }

}  // namespace world
