// A year of schooling as rows: flows from the year's record, stocks from the
// tally of December.
#include "world/observers/schooling.hpp"

#include <array>

#include "world/observers/text.hpp"
#include "world/world.hpp"

namespace world::observers {
namespace {

constexpr std::array<const char*, agents::n_levels> level_of_study = {"school", "college", "university"};

void append_row(std::string& text, const World& world, int region, int what) {
  const SchoolYear& year = world.schooling.year;
  const agents::Tally& tally = world.tally;
  const auto r = static_cast<std::size_t>(region), g = static_cast<std::size_t>(what);
  const int level = agents::level_of_skill(what), field = agents::field_of_skill(what);
  text += std::to_string(agents::year_of(world.month)) + ',' + world.country.regions[r].iso + ',';
  text += level_of_study[static_cast<std::size_t>(level)];
  text += ',' + (what == 0 ? std::string("none") : world.country.field_names[static_cast<std::size_t>(field)]);
  const auto append = [&](std::int64_t count) {
    text += ',';
    append_integer(text, count);
  };
  append(what == 0 ? 0 : world.schooling.seats(region, what - 1));
  append(year.applicants(region, what));
  append(year.begun(region, what));
  append(tally.students[r][g]);
  append(year.dropped(region, what));
  append(year.ended(region, what));
  append(year.gone(region, what));
  append(year.came(region, what));
  const std::int64_t own = tally.own_by_skill[r][g], employed = own + tally.other_by_skill[r][g];
  append(what == 0 ? 0 : own);
  append(employed);
  append(tally.informal_by_skill[r][g]);
  append(tally.unemployed_by_skill[r][g]);
  text += ',';
  if (what != 0 && employed > 0) append_fixed(text, static_cast<double>(own) / static_cast<double>(employed), 4);
  text += '\n';
}

}  // namespace

const FileColumns& schooling_columns() {
  static const FileColumns declared{
      "schooling.csv",
      "One row for each calendar year whose December was simulated, region, level and field (docs/model.md, "
      "Schooling). "
      "Students are counted where they study; people at work where they live, by the level and field they have "
      "attained. "
      "Level school is grades 10 and 11 and graduates of colleges who wait for a university; its people at work are "
      "those without a field. Students of December = of the December before + entrants - drop-outs - graduates - died "
      "or "
      "abroad + moved along.",
      {{"year", "calendar year", "the year; flows of its months that the run holds, stocks at its end"},
       {"region", "ISO 3166-2", "the region"},
       {"level", "school, college, university", "what is studied, or was"},
       {"field", "name", "the field, none at school"},
       {"seats_count", "agents", "first-year places in September; 0 at school, where there is room for all"},
       {"applicants_persons", "agents per year", "leavers of school whose first wish it was"},
       {"entrants_persons", "agents per year", "who began to study"},
       {"students_persons", "agents", "who study"},
       {"dropouts_persons", "agents per year", "who left unfinished"},
       {"graduates_persons", "agents per year", "who finished; at school: who left it"},
       {"died_or_abroad_persons", "agents per year", "students who died or left the country"},
       {"moved_along_persons", "agents per year", "students who came with their family less those who went"},
       {"own_specialty_employed_persons", "agents", "who have this level and field and a formal post in it"},
       {"employed_persons", "agents", "who have this level and field and a formal post"},
       {"informal_persons", "agents", "who have this level and field and work informally: quick income"},
       {"unemployed_persons", "agents", "who have this level and field and look for work"},
       {"own_specialty_share", "share", "own specialty over employed; empty without anybody, and at school"}}};
  return declared;
}

void append_schooling_rows(std::string& text, const World& world) {
  constexpr int december = 12;
  if (agents::calendar_month_of(world.month) != december) return;
  for (int region = 0; region < world.country.n_regions(); ++region) {
    for (int what = 0; what < agents::n_skills; ++what) append_row(text, world, region, what);
  }
}

}  // namespace world::observers
