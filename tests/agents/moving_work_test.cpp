// What becomes of work when people move: commuters and hubs, posts in hand,
// informal work, and followers.
#include <gtest/gtest.h>

#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::Trial;

constexpr int sector = 3;
constexpr int n_sectors = 4;

/// Region 1 is the hinterland of hub 0; region 2 stands alone. Moves one head.
struct Mover {
  Trial trial;
  Row head;
  Mover(Labour labour, int from, int to, int post, bool in_hand = false) {
    trial.signals->migration.job_in_hand = in_hand ? always : 0;
    head = trial.town.settles({.labour = labour, .region = from, .post = post});
    trial.moves = {{.head = head, .destination = static_cast<std::uint8_t>(to)}};
    trial.move();
  }
  [[nodiscard]] Labour labour() { return trial.block().labour(head); }
  [[nodiscard]] int post() { return trial.block().post[head]; }
};

TEST(MovingWork, EmployeeWithoutAPostInHandBecomesUnemployed) {
  Mover mover(Labour::employed_own, 0, 2, sector);
  EXPECT_EQ(mover.labour(), Labour::unemployed);
  EXPECT_EQ(mover.post(), 0);
}

TEST(MovingWork, EmployeeWithAPostInHandIsPromisedTheSameSector) {
  Mover mover(Labour::employed_own, 0, 2, sector, true);
  EXPECT_EQ(mover.labour(), Labour::unemployed);
  EXPECT_EQ(mover.post(), sector | post::promised);
}

TEST(MovingWork, CommuterWhoMovesToTheHubKeepsThePost) {
  Mover mover(Labour::employed_other, 1, 0, sector | post::commutes);
  EXPECT_EQ(mover.labour(), Labour::employed_other);
  EXPECT_EQ(mover.post(), sector);
}

TEST(MovingWork, WhoMovesFromTheHubToItsHinterlandKeepsThePostAndCommutes) {
  Mover mover(Labour::employed_own, 0, 1, sector);
  EXPECT_EQ(mover.labour(), Labour::employed_own);
  EXPECT_EQ(mover.post(), sector | post::commutes);
}

TEST(MovingWork, CommuterWhoMovesAwayFromTheHubLosesThePost) {
  Mover mover(Labour::employed_own, 1, 2, sector | post::commutes);
  EXPECT_EQ(mover.labour(), Labour::unemployed);
  EXPECT_EQ(mover.post(), 0);
}

TEST(MovingWork, WhoWorkedInTheHinterlandDoesNotKeepThePostInTheHub) {
  EXPECT_EQ(Mover(Labour::employed_own, 1, 0, sector).labour(), Labour::unemployed);
}

TEST(MovingWork, InformalWorkGoesAlongOnlyWithWorkInHand) {
  EXPECT_EQ(Mover(Labour::informal, 0, 2, 0, false).labour(), Labour::unemployed);
  EXPECT_EQ(Mover(Labour::informal, 0, 2, 0, true).labour(), Labour::informal);
}

TEST(MovingWork, PromiseOfAnotherRegionIsForgotten) {
  Mover mover(Labour::unemployed, 0, 2, sector | post::promised, true);
  EXPECT_EQ(mover.post(), 0);
}

TEST(MovingWork, StudentsRetireesAndPeopleOutsideStayWhatTheyAre) {
  for (const Labour state : {Labour::outside, Labour::student, Labour::retired}) {
    for (const bool in_hand : {false, true}) EXPECT_EQ(Mover(state, 0, 2, 0, in_hand).labour(), state);
  }
}

TEST(MovingWork, HeadHasWorkInHandAsOftenAsStatedAndFollowersNever) {
  constexpr int n = 3000;
  Trial trial;
  trial.signals->migration.job_in_hand = threshold_of(0.4);
  std::vector<Row> partners;
  for (int i = 0; i < n; ++i) {
    const Row head = trial.town.settles({.labour = Labour::employed_own, .post = sector});
    const Labour work = i % 2 == 0 ? Labour::employed_own : Labour::informal;
    partners.push_back(trial.town.marries(head, {.labour = work, .post = i % 2 == 0 ? sector : 0}));
    trial.moves.push_back({.head = head, .destination = 2});
  }
  trial.move();
  int n_promised = 0;
  for (const Move& move : trial.moves) n_promised += (trial.block().post[move.head] & post::promised) != 0;
  testing::expect_share(n_promised, n, 0.4);
  for (const Row partner : partners) {
    EXPECT_EQ(trial.block().labour(partner), Labour::unemployed);
    EXPECT_EQ(trial.block().post[partner], 0);
  }
}

TEST(MovingWork, FollowerWhoMovesToTheHubKeepsThePostThere) {
  Trial trial;
  const Row head = trial.town.settles({.region = 1});
  const Row partner = trial.town.marries(head, {.labour = Labour::employed_own, .post = sector | post::commutes});
  trial.moves = {{.head = head, .destination = 0}};
  trial.move();
  EXPECT_EQ(trial.block().labour(partner), Labour::employed_own);
  EXPECT_EQ(trial.block().post[partner], sector);
}

TEST(MovingWork, PostInHandIsHonouredBeforeAHundredRivals) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Trial trial{.town = {}, .signals = testing::quiet_signals(), .chance = {.seed = seed, .month = testing::now}};
    for (int i = 0; i < 100; ++i) trial.town.settles({.labour = Labour::unemployed, .region = 2});
    const Row promised = trial.town.settles({.labour = Labour::unemployed, .region = 2, .post = sector | post::promised});
    // All rivals want the sector of the promise, of which there is one post; and nobody would accept another.
    for (auto& up_to : trial.signals->work.apply_up_to[2]) up_to.fill(0);
    for (auto& accept : trial.signals->work.accept[2]) accept.fill(always);
    std::vector<std::int64_t> places(3 * n_sectors, 0);
    places[2 * n_sectors + sector] = 1;
    trial.seek_and_take_posts(places);
    ASSERT_TRUE(is_employed(trial.block().labour(promised)));
    ASSERT_EQ(trial.block().post[promised], sector);
  }
}

TEST(MovingWork, PromiseThatIsNotKeptIsForgotten) {
  Trial trial;
  const Row promised = trial.town.settles({.labour = Labour::unemployed, .region = 2, .post = sector | post::promised});
  trial.seek_and_take_posts(std::vector<std::int64_t>(3 * n_sectors, 0));
  EXPECT_EQ(trial.block().labour(promised), Labour::unemployed);
  EXPECT_EQ(trial.block().post[promised], 0);
}

}  // namespace
}  // namespace agents
