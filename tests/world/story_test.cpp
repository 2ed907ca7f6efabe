// One life retold: nothing that happens to a citizen is missed, and every page can be read.
#include "world/observers/story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "agents/household.hpp"
#include "tests/world/story_country.hpp"
#include "tests/world/worlds.hpp"
#include "world/errors.hpp"
#include "world/observers/story_page.hpp"
#include "world/observers/story_pick.hpp"
#include "world/observers/story_words.hpp"
#include "world/observers/text.hpp"
#include "world/perception.hpp"

namespace world::observers {
namespace {

using namespace world::testing;
using agents::Labour;


/// Serials of everybody who lived at a month's end of a world of so many months.
std::set<std::uint64_t> everybody_of(World world, int n_months) {
  std::set<std::uint64_t> serials;
  const auto note = [&] {
    for_each_citizen(world, [&](const agents::Block& block, agents::Row row) { serials.insert(block.serial[row]); });
  };
  note();
  for (int month = 0; month < n_months; ++month) {
    advance(world, Crew(2));
    note();
  }
  return serials;
}

bool is_among(const Event& event, std::uint64_t serial) {
  return std::any_of(event.people.begin(), event.people.end(),
                     [&](const Named& one) { return one.person.serial == serial; });
}

/// Newborns who registered in the month of birth: only their mothers' stories can know.
std::int64_t n_registered_newborns(const std::vector<Tracer>& tracers) {
  std::int64_t n = 0;
  for (const Tracer& tracer : tracers) {
    for (const Event& birth : tracer.story().events) {
      if (birth.what != Happening::birth || birth.people[0].person.serial != tracer.story().serial) continue;
      for (const Event& event : tracer.story().events) {
        n += event.what == Happening::registration && event.month == birth.month &&
             is_among(event, birth.people[1].person.serial);
      }
    }
  }
  return n;
}

TEST(Story, TellsEverythingThatTheTallyCountsOfEverybodyInTheTinyWorld) {
  const Setting setting = without_departures(tiny_scenario({{"synthesis.block_citizens", "256"}}));
  constexpr int n_months = 36;
  std::vector<Tracer> tracers;
  for (const std::uint64_t serial : everybody_of(built(setting), n_months)) tracers.emplace_back(serial);

  World world = built(setting);
  std::map<std::string, std::int64_t> counted, told;
  for (Tracer& tracer : tracers) tracer.see(world);
  for (int month = 0; month < n_months; ++month) {
    advance(world, Crew(2));
    for (Tracer& tracer : tracers) tracer.see(world);
    const agents::Tally& tally = world.tally;
    counted["deaths"] += sum_of(tally.deaths);
    counted["births"] += sum_of(tally.births);
    counted["in couples"] += 2 * sum_of(tally.marriages);
    counted["arrivals"] += sum_of(tally.arrivals_abroad);
    for (const auto& row : tally.moves) counted["moves"] += sum_of(row);
    for (const auto& row : tally.registrations) counted["registrations"] += sum_of(row);
    counted["registrations"] += sum_of(tally.arrivals_abroad_registered);
  }
  for (const Tracer& tracer : tracers) {
    const Story& story = tracer.story();
    ASSERT_TRUE(story.is_found);
    for (const Event& event : story.events) {
      if (!is_among(event, story.serial)) continue;
      const bool is_subject = event.people[0].person.serial == story.serial;
      const bool is_second = event.people.size() > 1 && event.people[1].person.serial == story.serial;
      if (event.what == Happening::death) ++told["deaths"];
      if (event.what == Happening::birth && is_subject) ++told["births"];
      if (event.what == Happening::couple && (is_subject || is_second)) ++told["in couples"];
      if (event.what == Happening::arrival) ++told["arrivals"];
      if (event.what == Happening::move || event.what == Happening::study_move) ++told["moves"];
      if (event.what == Happening::placing && event.from != event.to) ++told["moves"];
      if (event.what == Happening::registration) ++told["registrations"];
    }
  }
  told["registrations"] += n_registered_newborns(tracers);
  EXPECT_EQ(told, counted);
  for (const auto& [what, n] : counted) EXPECT_GT(n, 0) << what;
}

TEST(Story, TellsEventsInTheOrderOfTheMonthsAndOfTheMonth) {
  const Setting setting(tiny_scenario());
  World world = built(setting);
  std::vector<Tracer> tracers;
  for_each_citizen(world,
                   [&](const agents::Block& block, agents::Row row) { tracers.emplace_back(block.serial[row]); });
  for (Tracer& tracer : tracers) tracer.see(world);
  for (int month = 0; month < 24; ++month) {
    advance(world, Crew(2));
    for (Tracer& tracer : tracers) tracer.see(world);
  }
  std::int64_t n_left = 0, n_died = 0;
  for (const Tracer& tracer : tracers) {
    const Story& story = tracer.story();
    const auto is_before = [](const Event& a, const Event& b) {
      return a.month != b.month ? a.month < b.month : a.what < b.what;
    };
    ASSERT_TRUE(std::is_sorted(story.events.begin(), story.events.end(), is_before));
    n_left += story.ending == Ending::left_country ? 1 : 0;
    n_died += story.ending == Ending::died ? 1 : 0;
    if (story.ending == Ending::goes_on) continue;
    const Happening last = story.ending == Ending::died ? Happening::death : Happening::departure;
    ASSERT_TRUE(std::any_of(story.events.begin(), story.events.end(), [&](const Event& event) {
      return event.what == last && event.month == story.events.back().month && is_among(event, story.serial);
    }));
  }
  EXPECT_GT(n_left, 0);
  EXPECT_GT(n_died, 0);
}

/// A world of one block written by hand, in which nothing is due: rows are changed between two looks.
struct HandMade {
  World world;
  agents::Row self = 0;

  HandMade() {
    world.country = load_country(tiny_scenario().country);
    world.scenario = tiny_scenario();
    world.month = agents::month_of(2024, 4);
    world.hub.assign(agents::max_regions, agents::nowhere);
    world.hub[1] = 2;
    world.signals = std::make_unique<agents::Signals>();
    world.signals->n_regions = 3;
    world.signals->n_sectors = world.country.n_sectors();
    world.workspace = std::make_unique<Workspace>();
    world.blocks.emplace_back(64);
    self = settles(30, Labour::unemployed);
  }
  [[nodiscard]] agents::Block& block() { return world.blocks[0]; }

  agents::Row comes(int age, Labour labour) {
    const agents::Row row = block().add_row();
    block().serial[row] = 100 + row;
    block().born[row] = static_cast<std::uint16_t>(world.month - 12 * age);
    block().region[row] = block().registered[row] = block().home[row] = 1;
    block().set_labour(row, labour);
    return row;
  }
  agents::Row settles(int age, Labour labour) {
    const agents::Row row = comes(age, labour);
    block().set(row, agents::status::head, true);
    return row;
  }
  agents::Row joins(agents::Row member, int age, Labour labour) {
    const agents::Row row = comes(age, labour);
    agents::join(block(), row, member);
    return row;
  }
  void marry(agents::Row head, agents::Row partner) {
    block().set(head, agents::status::partnered, true);
    block().set(partner, agents::status::partnered, true);
    block().set(partner, agents::status::female, true);
  }
  void employ(agents::Row row, Labour labour, int post) {
    block().set_labour(row, labour);
    block().post[row] = static_cast<std::uint8_t>(post);
  }

  /// What a tracer of `self` tells of one month in which `change` happens, line by line.
  template <class Change>
  std::vector<std::string> told(Change&& change, Language language = Language::en) {
    Tracer tracer(block().serial[self]);
    tracer.see(world);
    ++world.month;
    change();
    tracer.see(world);
    std::vector<std::string> lines;
    for (const Event& event : tracer.story().events) {
      for (std::string line : event_lines(event, world.country, language)) {
        for (std::size_t at = 0; (at = line.find("\u00A0", at)) != std::string::npos;) line.replace(at, 2, " ");
        lines.push_back(line);
      }
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;

TEST(StoryEvents, SayWhichPostWasFoundWhereAndHowItFits) {
  HandMade scene;
  scene.block().skill[scene.self] = static_cast<std::uint8_t>(agents::skill_of(2, 6));
  EXPECT_EQ(scene.told([&] { scene.employ(scene.self, Labour::employed_other, 1 | agents::post::commutes); }),
            Lines{"He (30): found a formal post: industry, outside the own specialty, commutes: Capital"});
  EXPECT_EQ(scene.told([&] { scene.employ(scene.self, Labour::employed_own, 3); }),
            Lines{"He (30): changed the post: public services, in the own specialty"});
  EXPECT_EQ(scene.told([&] { scene.employ(scene.self, Labour::unemployed, 0); }),
            Lines{"He (30): the formal post ended: public services"});
}

TEST(StoryEvents, SpeakOfNoSpecialtyWhereThereIsNone) {
  HandMade scene;
  EXPECT_EQ(scene.told([&] { scene.employ(scene.self, Labour::employed_other, 0); }),
            Lines{"He (30): found a formal post: agriculture"});
}

TEST(StoryEvents, SayWhenAPromisedPostIsTakenUpAndWhenNot) {
  HandMade scene;
  scene.block().post[scene.self] = 1 | agents::post::promised;
  EXPECT_EQ(scene.told([&] { scene.employ(scene.self, Labour::employed_other, 1); }),
            Lines{"He (30): takes up the post promised with the move: industry"});
  scene.employ(scene.self, Labour::unemployed, 1 | agents::post::promised);
  EXPECT_EQ(scene.told([&] { scene.block().post[scene.self] = 0; }), Lines{"He (30): the promised post was not free"});
}

TEST(StoryEvents, CallPeopleWhatTheyAreToTheCitizen) {
  HandMade scene;
  const agents::Row partner = scene.joins(scene.self, 28, Labour::informal);
  scene.marry(scene.self, partner);
  const agents::Row child = scene.joins(scene.self, 17, Labour::student);
  EXPECT_EQ(scene.told([&] {
    scene.employ(partner, Labour::unemployed, 0);
    scene.block().skill[child] |= agents::skill::degree_student;
    scene.block().post[child] = 1;
  }),
            (Lines{"Boy born 2007-04 (17): begins to study for a degree", "Partner (28): informal work ended"}));
  // The same month end, as the child's own story.
  scene.self = child;
  EXPECT_EQ(scene.told([&] { scene.employ(partner, Labour::informal, 0); }),
            Lines{"Partner of the head (28): takes informal work"});
}

TEST(StoryEvents, CallAMemberWhoMarriesAwayNobodysPartner) {
  HandMade scene;
  const agents::Row partner = scene.joins(scene.self, 28, Labour::informal);
  scene.marry(scene.self, partner);
  const agents::Row grown = scene.joins(scene.self, 20, Labour::unemployed);
  const agents::Row groom = scene.settles(22, Labour::unemployed);
  EXPECT_EQ(scene.told([&] {
    agents::take_out(scene.block(), grown);
    agents::join(scene.block(), grown, groom);
    scene.marry(groom, grown);
  }),
            Lines{"Adult member born 2004-04 (20): marries and leaves the household"});
}

TEST(StoryEvents, TellAMarriageFromTheSideOfWhoLeavesHome) {
  HandMade scene;
  const agents::Row groom = scene.joins(scene.self, 22, Labour::unemployed);
  const agents::Row bride = scene.settles(21, Labour::unemployed);
  const agents::Row baby = scene.joins(bride, 1, Labour::outside);
  scene.block().set(baby, agents::status::female, true);
  scene.self = groom;
  EXPECT_EQ(
      scene.told([&] {
        agents::take_out(scene.block(), groom);
        agents::join(scene.block(), groom, bride);
        scene.marry(bride, groom);
        scene.block().set(groom, agents::status::female, false);
        scene.block().set(bride, agents::status::female, true);
      }),
      (Lines{"He (22): marries: Partner (21): head of the household; schooling: secondary or less; looks for work; "
             "came along: Girl born 2023-04 (1)",
             "He (22): leaves the household of: Head of the household (30)"}));
}

TEST(StoryEvents, ListEverybodyWhoRegistersTogether) {
  HandMade scene;
  const agents::Row child = scene.joins(scene.self, 3, Labour::outside);
  const auto register_both = [&](std::uint8_t region) {
    return [&scene, child, region] { scene.block().registered[scene.self] = scene.block().registered[child] = region; };
  };
  EXPECT_EQ(scene.told(register_both(2)), Lines{"Registered in Capital: He (30), Boy born 2021-04 (3); before: Beta"});
  EXPECT_EQ(scene.told(register_both(0), Language::ru),
            Lines{"Регистрация в Альфе: Он (30), Мальчик, р. 2021-04 (3); прежде: Столица"});
  EXPECT_EQ(scene.told(register_both(2), Language::kk),
            Lines{"Елордада тіркелді: Ол (30), Ұл бала, туған айы 2021-04 (3); бұрын: Альфа"});
}

TEST(StoryEvents, SayNothingOfAMonthInWhichNothingHappened) {
  HandMade scene;
  EXPECT_EQ(scene.told([] {}), Lines{});
}

TEST(StoryWords, NameEverySectorAndFieldOfTheBundledCountriesInEachLanguage) {
  for (const char* scenario : {"kazakhstan.toml", "tiny.toml"}) {
    const Country country = load_country(load_scenario(scenario_folder / scenario).country);
    for (const Language language : {Language::kk, Language::ru}) {
      for (const Sector& sector : country.sectors)
        EXPECT_GT(sector_text(sector.name, language)[0] & 0x80, 0) << sector.name;
      for (std::size_t field = 1; field < country.field_names.size(); ++field) {
        if (country.field_names[field].empty()) continue;
        EXPECT_GT(field_text(country.field_names[field], language)[0] & 0x80, 0) << country.field_names[field];
      }
    }
  }
  EXPECT_EQ(sector_text("space_mining", Language::kk), "space mining");
}

TEST(StoryPick, ReadsKeysInAnyOrderAndRefusesWhatItDoesNotKnow) {
  const Country country = load_country(tiny_scenario().country);
  const Pick pick = parse_pick("cause=job_chance,origin=XX-2", country, "--pick");
  EXPECT_EQ(pick.origin, 1);
  EXPECT_EQ(pick.destination, -1);
  EXPECT_EQ(pick.cause, static_cast<int>(agents::Cause::job_chance));
  const auto refusal = [&](const std::string& text) {
    try {
      (void)parse_pick(text, country, "--pick");
      return std::string("read");
    } catch (const InputError& error) {
      return std::string(error.what());
    }
  };
  EXPECT_EQ(refusal("origin=XX-9"), "--pick: origin is 'XX-9'; there is no such one; did you mean 'XX-1'?");
  EXPECT_EQ(refusal("cause=wages"), "--pick: cause is 'wages'; there is no such one; did you mean 'wage'?");
  EXPECT_EQ(refusal("form=XX-1").find("--pick: a key is 'form'; there is no such one"), 0U);
  EXPECT_EQ(refusal("cause=wage,cause=home"), "--pick: 'cause' is given twice; give it once");
  EXPECT_EQ(refusal("origin=XX-1,destination=XX-1"),
            "--pick: origin and destination are both XX-1; a move is between two regions");
  for (const char* text : {"", "wage", "cause=", "cause=wage,", "=wage"}) EXPECT_NE(refusal(text), "read") << text;
}

TEST(StoryPick, TakesTheSameMoveOnAnyNumberOfThreadsAwayFromTheEnds) {
  const auto picked = [](const Crew& crew) {
    World world = built(Setting(tiny_scenario({{"synthesis.block_citizens", "256"}})), crew);
    Picker picker(Pick{.origin = 1}, world.month + 1, world.month + 24);
    for (int month = 0; month < 24; ++month) {
      advance(world, crew);
      picker.see(world);
    }
    return *picker.picked();
  };
  const PickedMove one = picked(Crew(1)), other = picked(Crew(3));
  EXPECT_EQ(one.serial, other.serial);
  EXPECT_EQ(one.month, other.month);
  EXPECT_EQ(one.n_candidates, other.n_candidates);
  EXPECT_GE(one.month, tiny_scenario().start + 6);
  EXPECT_LE(one.month, tiny_scenario().start + 23 - 6);
}

/// All lines of a text.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

TEST(StoryPage, FitsAHundredColumnsAndFillsEveryPhraseForEverybodyInThreeLanguages) {
  const Setting setting(tiny_scenario({{"synthesis.block_citizens", "256"}}));
  constexpr int n_months = 60;
  std::vector<Tracer> tracers;
  for (const std::uint64_t serial : everybody_of(built(setting), n_months)) tracers.emplace_back(serial);
  World world = built(setting);
  for (Tracer& tracer : tracers) tracer.see(world);
  for (int month = 0; month < n_months; ++month) {
    advance(world, Crew(2));
    for (Tracer& tracer : tracers) tracer.see(world);
  }
  std::set<Happening> kinds;
  StoryLabel label{.scenario = "tiny",
                   .scale = "1:20",
                   .seed = "1",
                   .people_per_agent = 20,
                   .first_month = setting.scenario.start,
                   .last_month = world.month,
                   .picked = "picked",
                   .state_hash = 1};
  for (const Tracer& tracer : tracers) {
    for (const Event& event : tracer.story().events) kinds.insert(event.what);
    for (const Language language : languages) {
      const std::string page = story_page(tracer.story(), world.country, label, language);
      ASSERT_EQ(page.find('{'), std::string::npos) << page;
      for (const std::string& line : lines_of(page)) {
        ASSERT_LE(width_of(line), 100) << line;
        ASSERT_FALSE(line.ends_with(": ") || line.ends_with(' ')) << page;
      }
    }
  }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(Happening::registration) + 1)
      << "a happening that never happens is not tested here";
}

}  // namespace
}  // namespace world::observers
