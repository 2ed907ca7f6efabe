#include "world/observers/knowledge.hpp"

#include "agents/exact_math.hpp"
#include "world/observers/text.hpp"
#include "world/world.hpp"

namespace world::observers {
namespace {

constexpr int december = 12;
constexpr const char* whole_region = "all";

void append(std::string& text, double value, int decimals) {
  text += ',';
  append_fixed(text, value, decimals);
}

void append_start(std::string& text, const World& world, int region, const std::string& sector) {
  text += std::to_string(agents::year_of(world.month)) + ',' +
          world.country.regions[static_cast<std::size_t>(region)].iso + ',' + sector;
}

void append_shared(std::string& text, const RegionKnowledge& one) {
  append(text, one.adoption, 6);
  append(text, one.productivity, 6);
  append(text, one.conditions, 6);
}

void append_region(std::string& text, const World& world, int region) {
  const Knowledge& knowledge = world.knowledge;
  const auto r = static_cast<std::size_t>(region);
  append_start(text, world, region, whole_region);
  append_shared(text, knowledge_of(world, region));
  append(text, knowledge.spending[r], 0);
  append(text, knowledge.researchers[r], 1);
  append(text, knowledge.integration[r], 4);
  text += ',';
  append_integer(text, knowledge.patents[r]);
  append(text, knowledge.patents_in_force[r], 1);
  append(text, knowledge.stock[r], 0);
  append(text, knowledge.science_return[r], 6);
  append(text, knowledge.degrees[r], 4);
  text += '\n';
}

void append_sector(std::string& text, const World& world, int region, int s) {
  const Knowledge& knowledge = world.knowledge;
  append_start(text, world, region, world.country.sectors[static_cast<std::size_t>(s)].name);
  append_shared(text, {.adoption = knowledge.adoption(region, s),
                       .productivity = agents::exact_exp(knowledge.productivity(region, s)),
                       .conditions = knowledge.conditions(region, s)});
  text += ",,,,,,,,\n";
}

}  // namespace

RegionKnowledge knowledge_of(const World& world, int region) {
  const Knowledge& knowledge = world.knowledge;
  double posts = 0, adoption = 0, productivity = 0, conditions = 0;
  for (int s = 0; s < world.country.n_sectors(); ++s) {
    const auto filled = static_cast<double>(world.labour.filled(region, s));
    posts += filled;
    adoption += filled * knowledge.adoption(region, s);
    productivity += filled * knowledge.productivity(region, s);
    conditions += filled * knowledge.conditions(region, s);
  }
  if (posts <= 0) return {};
  return {adoption / posts, agents::exact_exp(productivity / posts), conditions / posts};
}

const FileColumns& knowledge_columns() {
  static const FileColumns declared{
      "knowledge.csv",
      "One row for each calendar year whose December was simulated and region, of the whole region (sector all) and of "
      "each of its sectors (docs/model.md, Knowledge). Research belongs to the region as a whole; its cells are empty "
      "for sectors. Real units whatever the scale.",
      {{"year", "calendar year", "the year; patents of its months that the run holds, all else at its end"},
       {"region", "ISO 3166-2", "the region"},
       {"sector", "name", "the sector; all: the region, averages weighted by filled posts"},
       {"adoption_share", "share", "work done with artificial intelligence"},
       {"productivity_index", "start = 1", "A over A0"},
       {"conditions_index", "-1 to 1", "working conditions; 0 is the start"},
       {"research_kzt_per_year", "KZT/year", "research spending"},
       {"researchers_persons", "persons", "people in research"},
       {"integration_share", "share", "how far science, education and industry are under one management"},
       {"patents_count", "per year", "patents of the year so far"},
       {"patents_in_force_count", "count", "patents that still bring licences"},
       {"knowledge_stock_kzt", "KZT", "what research has left: perpetual inventory"},
       {"return_on_science", "1", "licence income and output gained since the start, over research spending"},
       {"degree_share", "share", "employees with a degree"}}};
  return declared;
}

void append_knowledge_rows(std::string& text, const World& world) {
  if (agents::calendar_month_of(world.month) != december) return;
  for (int region = 0; region < world.country.n_regions(); ++region) {
    append_region(text, world, region);
    for (int s = 0; s < world.country.n_sectors(); ++s) append_sector(text, world, region, s);
  }
}

const FileColumns& prestige_columns() {
  static const FileColumns declared{
      "prestige.csv",
      "One row for each calendar year whose December was simulated and field of study (docs/model.md, Knowledge).",
      {{"year", "calendar year", "the year"},
       {"field", "name", "the field, as in fields.csv"},
       {"prestige_index", "-1 to 1", "prestige of its professions at the year's end; 0 is the start"},
       {"own_specialty_share", "share", "of its people at work, informal ones included, who work in it"}}};
  return declared;
}

void append_prestige_rows(std::string& text, const World& world) {
  if (agents::calendar_month_of(world.month) != december) return;
  for (std::size_t f = 1; f < agents::n_fields; ++f) {
    text += std::to_string(agents::year_of(world.month)) + ',' + world.country.field_names[f];
    append(text, world.knowledge.prestige[f], 6);
    append(text, world.knowledge.field_own[f], 4);
    text += '\n';
  }
}

}  // namespace world::observers
