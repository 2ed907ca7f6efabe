// Phrases of the parts of the summary on infrastructure and on policies. Rows in
// the order of `Phrase`.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_places[] = {
    {Phrase::places_heading, "Жылу, су, мектеп, жол", "Тепло, вода, школы, дороги", "Heat, water, schools, roads"},
    {Phrase::places_served,
     "жұмыс күні қызмет көрсетілетін адам",
     "обслуживается в рабочий день, чел.",
     "served on a working day"},
    {Phrase::places_registered, "тіркелгені", "зарегистрировано", "registered"},
    {Phrase::places_living, "тұратыны", "живёт", "living there"},
    {Phrase::places_heat_load, "жылу: жүктеме / қуат, %", "тепло: нагрузка / мощность, %", "heat: load over capacity, %"},
    {Phrase::places_heat_months,
     "жылу жетіспеген ай, соңғы 12 айда",
     "месяцев нехватки тепла из 12",
     "months short of heat, of 12"},
    {Phrase::places_water_months,
     "су жетіспеген ай, соңғы 12 айда",
     "месяцев нехватки воды из 12",
     "months short of water, of 12"},
    {Phrase::places_seats, "100 оқушыға мектеп орны", "школьных мест на 100 учеников", "school seats per 100 pupils"},
    {Phrase::places_roads, "жолға түсетін жүктеме, %", "нагрузка на дороги, %", "load on the roads, %"},
    {Phrase::places_note,
     "Кезең соңындағы жағдай. Жылу жүктемесі – соңғы айдың ең суық бес күніндегісі. Тұратындар, тіркелгендер мен қызмет "
     "көрсетілетіндер – үш бөлек сан: соңғысына күндіз келіп-кететіндер кіреді. Астанадан басқа өңірлердің жылу мен су "
     "қуаты – болжалды шама.",
     "Состояние на конец периода. Нагрузка на тепло – в самую холодную пятидневку последнего месяца. Живущие, "
     "зарегистрированные и обслуживаемые – три разных числа: в последнее входят приезжающие на день. Мощности тепла и "
     "воды вне Астаны – оценки.",
     "At the end. The heat load is that of the coldest five days of the last month. Living, registered and served are "
     "three numbers: the last one counts who comes for the day. Capacities of heat and water outside Astana are "
     "estimates."},
    {Phrase::policies_heading, "Шаралар және олардың бағасы", "Меры и их цена", "Policies and their price"},
    {Phrase::policies_none,
     "Бұл сценарийде жаңа шара жоқ немесе оларға әлі ақша жұмсалмаған.",
     "В этом сценарии новых мер нет, или деньги на них ещё не тратились.",
     "This scenario has no new policy, or none has spent money yet."},
    {Phrase::policies_policy, "шара", "мера", "policy"},
    {Phrase::policies_centre, "орталық", "центр", "centre"},
    {Phrase::policies_spent, "жұмсалғаны, млрд теңге", "потрачено, млрд тенге", "spent, billion KZT"},
    {Phrase::policies_value, "келтірілген құны, млрд теңге", "приведённая стоимость, млрд тенге", "present value, billion KZT"},
    {Phrase::policies_placeholder,
     "оның ішінде болжалды немесе шартты бағамен, %",
     "в том числе по оценочным и условным ценам, %",
     "at prices that are estimates or placeholders, %"},
    // {0} discount, %, {1} year
    {Phrase::policies_note,
     "Теңге – базалық жылдың бағасымен; келтірілген құн {1} жылғы 1 қаңтарға, жылына {0} %. Модель қалаларды емес, "
     "өңірлерді ғана біледі: орталыққа арналған шараның нәтижесі – бүкіл өңірдің нәтижесі. Бірлік бағалар costs.csv "
     "файлында; салынғанды ұстау шығыны мен салық түсімі есепке кірмейді.",
     "Тенге в ценах базового года; приведённая стоимость – на 1 января {1} г. при {0} % в год. Модель знает только "
     "регионы, не города: результат меры для центра – это результат всего региона. Цены за единицу – в costs.csv; "
     "содержание построенного и налоговые поступления не учтены.",
     "KZT in prices of the base year; present value on 1 January {1} at {0} % a year. The model knows regions, not towns: "
     "what a policy for a centre does is what it does to the whole region. Unit costs are in costs.csv; running what is "
     "built and what taxes bring are not counted."},

    {Phrase::money_heading, "Мемлекет қаражаты", "Государственные деньги", "Public money"},
    {Phrase::money_year, "жыл", "год", "year"},
    {Phrase::money_envelope,
     "шараларға бөлінгені, млрд теңге",
     "выделено на меры, млрд тенге",
     "envelope for policies, billion KZT"},
    {Phrase::money_asked, "шаралар сұрағаны", "запросили меры", "asked for by policies"},
    {Phrase::money_paid, "республика төлегені", "оплатила республика", "paid by the nation"},
    {Phrase::money_local, "өңірлер төлегені", "оплатили регионы", "paid by regions"},
    {Phrase::money_borrowed, "соның қарызға алынғаны", "из этого взято в долг", "of this borrowed"},
    {Phrase::money_rationed, "төленбегені, %", "не оплачено, %", "not paid, %"},
    {Phrase::money_per_resident,
     "бір тұрғынға шаққандағы қызмет шығыны, жылына мың теңге",
     "расходы на услуги на одного жителя, тыс. тенге в год",
     "spent on services per person living there, thousand KZT a year"},
    {Phrase::money_held,
     "шығын шегі үшін басқа өңірлерден ұсталғаны, млрд теңге",
     "удержано с других регионов ради предела потерь, млрд тенге",
     "withheld from other regions for the limit of losses, billion KZT"},
    {Phrase::money_note,
     "Әр теңге accounts.csv файлында жазылған: барлық шоттың кірісі мен шығысы ай сайын теңгесіне дейін сай келеді. "
     "Шараларға бюджет белгіленбесе, олар қарызға төленеді; белгіленсе, ақша кезек бойынша беріледі, әрі төленгені ғана "
     "жүзеге асады.",
     "Каждый тенге – в accounts.csv: все счета сходятся каждый месяц до тенге. Если бюджет мер не задан, они оплачены в "
     "долг; если задан, деньги раздаются по очереди, и действует только оплаченное.",
     "Every tenge is in accounts.csv: each account balances each month to the tenge. Without a stated envelope policies are "
     "paid by borrowing; with one, money is given class by class, and only what is paid acts."},
};

}  // namespace world::observers
