// Phrases of spending on wages, taxes, rules and services. Rows in the order of
// `Phrase`.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_markets[] = {
    {Phrase::compare_item_administration, "әкімшілендіру", "администрирование", "administration"},
    {Phrase::compare_item_wages, "жалақыны көтеру", "повышение зарплат", "higher wages"},
    {Phrase::compare_item_tax_relief, "салық жеңілдігі", "налоговые льготы", "tax relief"},
    {Phrase::compare_item_commuter_service, "қала маңы қатынасы", "пригородное сообщение", "commuter service"},
    {Phrase::compare_unit_post_years, "орын-жыл", "место-лет", "post-years"},
    {Phrase::compare_unit_minute_years, "минут-жыл", "минуто-лет", "minute-years"},
};

}  // namespace world::observers
