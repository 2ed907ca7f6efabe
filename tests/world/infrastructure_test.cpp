// Heat, water, schools and roads with hand-made people: loads by formula,
// deficits, quality, dated projects, plans of regions that see less than there is.
#include "world/infrastructure.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/small_country.hpp"
#include "world/policy.hpp"

namespace world {
namespace {

using testing::small_country;

constexpr agents::Month january = agents::month_of(2023, 1);
constexpr int heat = static_cast<int>(System::heat), water = static_cast<int>(System::water);

// Two alike regions, nobody growing, no weather and no outages unless asked.
struct Works {
  Country country = small_country(2, {});
  InfrastructureParameters parameters;
  Served served;
  Census census;
  Infrastructure built;

  explicit Works(double capacity = 100, double load = 90) {
    parameters.weather_sd_c = parameters.outage_sd = parameters.wear_per_year = 0;
    country.capacity = Grid<double>(n_systems, 2, capacity);
    country.peak_load = Grid<double>(n_systems, 2, load);
    country.school_seat_shortage = {0, 0};
    country.january_mean_c = {-14, -14};
    country.capacity_projects.clear();
    served.residents = served.observed = {100000, 100000};
    served.commuters_in = served.commuters_out = served.visitors = {0, 0};
    served.dwellings_m2 = {2e6, 2e6};
    census.people = Cube<std::int64_t>(2, 4, agents::n_ages, 400);
    build();
  }
  void build() { built = start_infrastructure(country, parameters, served, census, 1, {0, 0}); }
  void respond(agents::Month month) {
    infrastructure_responds(built, country, parameters, served, agents::Chance{.seed = 1, .month = month});
  }
  // A month as the schedule has it: delivery, then in January the plan.
  void deliver_and_plan(agents::Month month) {
    deliver(month);
    plan_capacity(built, country, parameters, served, census, 1, month);
  }
  void deliver(agents::Month month) { deliver_capacity(built, country, parameters, Grid<double>(n_systems, 2), month); }
};

TEST(HeatLoad, IsTheTablesLoadAtDesignTemperatureAndNilInTheWarmth) {
  const InfrastructureParameters parameters;
  EXPECT_DOUBLE_EQ(heat_load(3382, 1, 1, -32.5, -32.5, parameters), 3382);
  EXPECT_DOUBLE_EQ(heat_load(3382, 1, 1, 20, -32.5, parameters), 0);
  EXPECT_NEAR(heat_load(1000, 2, 1, -30, -30, parameters), 1000 * std::pow(2, 0.7), 1e-9);
  EXPECT_NEAR(heat_load(1000, 1, 2, -30, -30, parameters), 1000 * std::pow(2, 0.3), 1e-9);
  EXPECT_NEAR(heat_load(1000, 1, 1, -5, -30, parameters), 500, 1e-9);
}

TEST(ColdSpell, RunsFromJanuaryToJulyAndBack) {
  InfrastructureParameters parameters;
  parameters.cold_spell_c = 10;
  parameters.july_mean_c = 20;
  EXPECT_NEAR(cold_spell(-14, 1, parameters), -24, 1e-12);
  EXPECT_NEAR(cold_spell(-14, 7, parameters), 10, 1e-12);
  EXPECT_NEAR(cold_spell(-14, 4, parameters), 3 - 10, 1e-12);
  EXPECT_NEAR(cold_spell(-14, 3, parameters), cold_spell(-14, 11, parameters), 1e-12);
}

TEST(WaterLoad, PeaksAtTheTablesFigureInSummer) {
  InfrastructureParameters parameters;
  EXPECT_DOUBLE_EQ(water_load(325, 1, 7, parameters), 325);
  EXPECT_DOUBLE_EQ(water_load(325, 1, 1, parameters), 325 / 1.15);
  EXPECT_DOUBLE_EQ(water_load(325, 2, 6, parameters), 650);
}

TEST(Quality, FallsToNothingUnderLastingDeficitsAndComesBackInAYear) {
  const InfrastructureParameters parameters;
  double quality = 1;
  for (int month = 0; month < 240; ++month) quality = next_quality(quality, 0.25, parameters);
  EXPECT_LT(quality, 1e-8);
  for (int month = 0; month < 12; ++month) quality = next_quality(quality, 0, parameters);
  EXPECT_NEAR(quality, 1 - std::pow(11.0 / 12, 12), 1e-8);
  EXPECT_DOUBLE_EQ(next_quality(1, 0.05, parameters), (11 + 0.5) / 12);
}

TEST(Infrastructure, WithRoomForEverybodyHasNoDeficitAndFullQuality) {
  Works works(100, 90);
  for (int m = 0; m < 24; ++m) works.respond(january + m);
  for (const System system : {System::heat, System::water}) {
    EXPECT_EQ(works.built.deficit(system, 0), 0);
    EXPECT_EQ(works.built.deficit_months(system, 0), 0);
    EXPECT_DOUBLE_EQ(works.built.quality(static_cast<int>(system), 0), 1);
  }
  EXPECT_DOUBLE_EQ(works.built.congestion[0], 0);
}

TEST(Infrastructure, ShortOfWaterInSummerCountsThreeMonthsOfTheYear) {
  Works works(80, 90);
  for (int m = 0; m < 12; ++m) works.respond(january + m);
  EXPECT_EQ(works.built.deficit_months(System::water, 0), 3);
  EXPECT_LT(works.built.quality(water, 0), 1);
}

TEST(Infrastructure, MoreCapacityNeverRaisesADeficit) {
  for (const double capacity : {40.0, 60.0, 80.0, 100.0}) {
    Works less(capacity, 90), more(capacity + 10, 90);
    less.parameters.weather_sd_c = more.parameters.weather_sd_c = 4;
    less.parameters.outage_sd = more.parameters.outage_sd = 0.03;
    for (int m = 0; m < 12; ++m) {
      less.respond(january + m);
      more.respond(january + m);
      for (const System system : {System::heat, System::water}) {
        EXPECT_LE(more.built.deficit(system, 0), less.built.deficit(system, 0));
      }
    }
  }
}

TEST(Infrastructure, ProjectsEnterServiceInTheirMonthAndStay) {
  Works works;
  works.country.capacity_projects = {{.name = "boilers", .region = 1, .system = System::heat, .delivered = january + 2, .size = 25}};
  for (int m = 0; m < 4; ++m) {
    works.deliver(january + m);
    EXPECT_DOUBLE_EQ(works.built.capacity(heat, 1), m < 2 ? 100 : 125) << m;
    EXPECT_DOUBLE_EQ(works.built.capacity(heat, 0), 100);
  }
}

TEST(Infrastructure, WearsUnlessMaintained) {
  Works works;
  works.parameters.wear_per_year = 0.024;
  works.parameters.maintenance = 0.5;
  works.deliver(january);
  EXPECT_NEAR(works.built.capacity(heat, 0), 100 * (1 - 0.024 * 0.5 / 12), 1e-12);
  works.parameters.maintenance = 1;
  works.deliver(january + 1);
  EXPECT_NEAR(works.built.capacity(heat, 0), 100 * (1 - 0.024 * 0.5 / 12), 1e-12);
}

TEST(Planning, DeliversAfterTheLagWhatObservedGrowthWillNeed) {
  Works works(100, 100);
  works.parameters.planning_reserve = 0;
  works.served.observed = {104000, 100000};
  works.deliver_and_plan(january);
  for (int m = 1; m <= 36; ++m) {
    works.deliver(january + m);
    if (m < 36) {
      EXPECT_NEAR(works.built.capacity(water, 0), 100, 1e-9) << m;
    }
  }
  EXPECT_NEAR(works.built.capacity(water, 0), 104 * std::pow(1.04, 3), 1e-9);
  EXPECT_NEAR(works.built.capacity(water, 1), 100, 1e-9);
}

TEST(Planning, FollowsDwellingsForHeat) {
  Works works(100, 100);
  works.parameters.planning_reserve = 0;
  works.served.dwellings_m2 = {2.1e6, 2e6};
  works.deliver_and_plan(january);
  for (int m = 1; m <= 36; ++m) works.deliver(january + m);
  EXPECT_NEAR(works.built.capacity(heat, 0), 100 * std::pow(1.05 * std::pow(1.05, 3), 0.7), 1e-9);
  EXPECT_NEAR(works.built.capacity(heat, 1), 100, 1e-9);
  EXPECT_NEAR(works.built.capacity(water, 0), 100, 1e-9);
}

TEST(Planning, DoesNotBuildWhatAKnownProjectBrings) {
  Works works(100, 100);
  works.parameters.planning_reserve = 0;
  works.country.capacity_projects = {{.name = "plant", .region = 0, .system = System::water, .delivered = january + 20, .size = 50}};
  works.served.observed = {104000, 100000};
  works.deliver_and_plan(january);
  for (int m = 1; m <= 36; ++m) works.deliver(january + m);
  EXPECT_NEAR(works.built.capacity(water, 0), 150, 1e-9);
}

TEST(Planning, CountsAProjectOfThisJanuaryOnce) {
  Works works(100, 100);
  works.parameters.planning_reserve = 0;
  works.country.capacity_projects = {{.name = "plant", .region = 0, .system = System::water, .delivered = january, .size = 5}};
  works.served.observed = {110000, 100000};
  works.deliver_and_plan(january);
  for (int m = 1; m <= 36; ++m) works.deliver(january + m);
  EXPECT_NEAR(works.built.capacity(water, 0), 110 * std::pow(1.1, 3), 1e-9);
}

TEST(Planning, DoesNotBuildLessForWhatPoliciesBrought) {
  Works works(100, 100);
  works.parameters.planning_reserve = 0;
  works.served.observed = {104000, 100000};
  Grid<double> extra(n_systems, 2);
  extra(water, 0) = 50;
  deliver_capacity(works.built, works.country, works.parameters, extra, january - 1);
  works.deliver_and_plan(january);
  for (int m = 1; m <= 36; ++m) works.deliver(january + m);
  EXPECT_NEAR(works.built.capacity(water, 0), 50 + 104 * std::pow(1.04, 3), 1e-9);
}

// Blind registration means late capacity: the same growth, unseen, is not planned for.
TEST(Planning, BuildsNothingForPeopleNobodyCounts) {
  Works works(100, 100);
  works.parameters.planning_reserve = 0;
  works.served.residents = {120000, 100000};
  works.deliver_and_plan(january);
  for (int m = 1; m <= 36; ++m) works.deliver(january + m);
  EXPECT_NEAR(works.built.capacity(water, 0), 100, 1e-9);
  works.respond(january + 42);
  EXPECT_GT(works.built.deficit(System::water, 0), 0.15);
}

TEST(Served, CountsWhoComesForTheDayAtHalfTheLoad) {
  Works works;
  works.served.commuters_in = {20000, 0};
  works.served.commuters_out = {0, 20000};
  works.served.visitors = {10000, 0};
  works.respond(january);
  EXPECT_DOUBLE_EQ(works.built.served[0], 130000);
  EXPECT_DOUBLE_EQ(works.built.served[1], 80000);
  EXPECT_NEAR(works.built.congestion[0], std::log(1.15), 1e-12);
  EXPECT_DOUBLE_EQ(works.built.congestion[1], 0);
}

// Who lives outside and might work in the city looks there less often when its roads are full.
TEST(Commuting, GivesWayToCongestionOfTheHubAndComesBackWithRoom) {
  Country country = small_country(2, {});
  country.hub_pairs = {{.hinterland = 0, .hub = 1, .commuters_persons = 10, .visitors_persons = 0, .cost_shift = 0}};
  const Parameters parameters;
  const auto chance = [&](double congestion) {
    return commute_chances(country, {0.2, 0}, {1, 1}, {1, 1}, {0, congestion}, {0, 0}, parameters)[0];
  };
  EXPECT_DOUBLE_EQ(chance(0), 0.2);
  EXPECT_LT(chance(0.3), chance(0.1));
  EXPECT_NEAR(std::log(chance(0.3) / (1 - chance(0.3))), std::log(0.2 / 0.8) - 0.5 * 0.3, 1e-12);
}

TEST(Schools, SeatsAreTheChildrenToComeLessTheForecastShortage) {
  Works works;
  works.country.school_seat_shortage = {1600, 0};
  works.build();
  // 400 of each of four kinds and every age: 11 years of pupils, 1,600 a year.
  EXPECT_DOUBLE_EQ(works.built.capacity(static_cast<int>(System::schools), 0), 10 * 1600);
  EXPECT_DOUBLE_EQ(works.built.seats_per_pupil(0), 10.0 / 11);
  EXPECT_DOUBLE_EQ(works.built.seats_per_pupil(1), 1);
}

}  // namespace
}  // namespace world
