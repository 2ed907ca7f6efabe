// Phrases of `qonys causes`. Rows in the order of `Phrase`.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_attribution[] = {
    // {0} month
    {Phrase::attribution_title, "Көші-қон ағындары неге тәуелді: {0}", "Чем определяются потоки миграции: {0}",
     "What the flows of migration owe to each cause: {0}"},
    // {0} from the region, {1} month
    {Phrase::attribution_region_title, "{0}: көші-қон ағындары неге тәуелді, {1}",
     "{0}: чем определяются потоки миграции, {1}", "{0}: what its flows of migration owe to each cause, {1}"},
    // {0} scenario, {1} scale, {2} seed
    {Phrase::attribution_of, "сценарий {0}, масштабы {1}, кездейсоқтық нұсқасы (seed) {2}",
     "сценарий {0}, масштаб {1}, вариант случайности (seed) {2}", "scenario {0}, scale {1}, seed {2}"},
    {Phrase::attribution_unit, "Жылына адам, осы айдың кестелері бойынша күтілетіні.",
     "Человек в год, ожидаемо по таблицам этого месяца.", "Persons a year, expected from the tables of this month."},
    {Phrase::attribution_net, "сальдо", "сальдо", "net"},
    {Phrase::attribution_level, "бірдей болса", "при равных", "if alike"},
    {Phrase::attribution_strongest, "айырманы не құрайды", "из чего складывается разница", "what makes the difference"},
    {Phrase::attribution_out, "кетеді", "уезжают", "leave"},
    {Phrase::attribution_in, "келеді", "приезжают", "come"},
    {Phrase::attribution_now, "осы айда күтілетіні", "ожидается в этом месяце", "expected this month"},
    {Phrase::attribution_alike, "барлық өңір бірдей болса", "если бы регионы были одинаковы",
     "if all regions were alike"},
    // {0} share of the explained difference, %
    {Phrase::attribution_unexplained,
     "Барлық өңірдегі айырмалардың {0} %-ы – модель түсіндірмейтін орын тартымдылығы.",
     "{0} % всех таких разниц по стране – притяжение мест, которого модель не объясняет.",
     "{0} % of all such differences in the country is pull of places that the model does not explain."},
    {Phrase::attribution_note,
     "«Бірдей болса» – жалақы, жұмыс, баға, қызмет, жылу мен су, жол және орын тартымдылығы барлық өңірде ел орташасындай "
     "болғандағы ағын; қашықтық, туыстық, туған жер және өңірлердің ауқымы сол күйінде қалады. Айырма себептерге Ауманн–Шепли "
     "тәсілімен бөлінеді: қосындысы дәл шығады. Бұл – ішінара есеп: ағын өзгергенде жалақы мен баға өзгермейді. Көшкендердің "
     "өз есебімен (qonys why) және механизмді өшіріп қайта есептеумен (qonys compare) бір кестеде араластыруға болмайды. Оқуға көшу есепке кірмейді.",
     "«При равных» – поток, если бы зарплаты, работа, цены, услуги, тепло и вода, дороги и притяжение места были везде как в "
     "среднем по стране; расстояния, земляки, родной регион и размеры регионов остаются. Разница делится между причинами по "
     "Ауману – Шепли: сумма сходится точно. Это частный эффект: зарплаты и цены на новый поток не отвечают. Не смешивайте с "
     "отчётом переехавших (qonys why) и с полным эффектом при выключенном механизме (qonys compare). Переезды на учёбу сюда не входят.",
     "“If alike” is the flow if wages, jobs, prices, services, heat and water, roads and the pull of places were everywhere "
     "as in the national mean; distances, people from home, the home region and the sizes of regions stay. The difference is "
     "dealt out by Aumann and Shapley: it adds up exactly. It is partial: wages and prices do not answer to the new flow. Not "
     "to be mixed with the accounts of movers (qonys why) or the total effect of switching a mechanism off (qonys compare). "
     "Moves to study are left out."},
};

}  // namespace world::observers
