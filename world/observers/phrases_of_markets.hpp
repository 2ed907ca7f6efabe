// Phrases of spending on wages, taxes, rules, services and knowledge. Rows in the order of
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
    {Phrase::compare_item_research, "ғылыми зерттеулер", "научные исследования", "research"},
    {Phrase::compare_item_integration, "бірлескен басқару", "общее управление", "integration"},
    {Phrase::compare_item_campaign, "бедел науқаны", "кампания за престиж", "campaign"},
    {Phrase::compare_item_working_conditions, "еңбек жағдайы", "условия труда", "working conditions"},
    {Phrase::compare_item_ai_grants, "ЖИ гранттары", "гранты на ИИ", "grants for artificial intelligence"},
    {Phrase::compare_item_tax_credit, "салық шегерімі", "налоговый вычет", "tax credit"},
    {Phrase::compare_unit_bln_kzt, "млрд теңге", "млрд тенге", "billion KZT"},
    {Phrase::compare_unit_worker_years, "жұмыскер-жыл", "человеко-лет", "worker-years"},
    {Phrase::compare_unit_workers, "жұмыскер", "работников", "workers"},
    {Phrase::compare_unit_mln_kzt_of_wages, "млн теңге жалақы", "млн тенге зарплат", "million KZT of wages"},
};

}  // namespace world::observers
