// Phrases of the summary of a run. Rows in the order of `Phrase`.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_summary[] = {
    // {0} name of the scenario, {1} its title
    {Phrase::summary_title, "{0}: {1}", "{0}: {1}", "{0}: {1}"},
    // {0} first month, {1} last month, {2} number of months, {3} scale, {4} seed
    {Phrase::summary_period,
     "{0} – {1}, {2} ай; масштабы {3}, кездейсоқтық нұсқасы (seed) {4}",
     "{0} – {1}, месяцев: {2}; масштаб {3}, вариант случайности (seed) {4}",
     "{0} – {1}, {2} months; scale {3}, seed {4}"},
    // {0} people per agent
    {Phrase::summary_agents,
     "Бір агент {0} адамның орнында; төмендегі сандар – адамдар саны.",
     "Один агент представляет {0} чел.; все числа ниже – люди.",
     "One agent stands for {0} people; the counts below are people."},
    // {0} months done, {1} months asked for
    {Phrase::summary_unfinished,
     "АЯҚТАЛМАҒАН: {1} айдың {0} айы ғана есептелді.",
     "НЕ ЗАВЕРШЕНО: рассчитано месяцев – {0} из {1}.",
     "UNFINISHED: stopped after {0} of {1} months."},
    {Phrase::summary_people, "Халық", "Население", "People"},
    {Phrase::summary_balance,
     "Туғаны {0}, қайтыс болғаны {1}, шетелден келгені {2}, шетелге кеткені {3} адам.",
     "Родилось {0}, умерло {1}, прибыло из-за рубежа {2}, выбыло за рубеж {3} чел.",
     "Born {0}, died {1}, came from abroad {2}, left for abroad {3}."},
    {Phrase::summary_moves,
     "Өңірлер арасында іс жүзінде {0} адам көшті, тіркеу бойынша – {1}.",
     "Между регионами фактически переехало {0} чел., по регистрации – {1}.",
     "Moves between regions: {0} by people, {1} as registered."},
    // {0} people, {1} share of the population, %
    {Phrase::summary_gap,
     "Кезең соңында {0} адам ({1} %) тіркелген жерінен басқа жерде тұрады.",
     "На конец периода не по месту регистрации живут {0} чел. ({1} %).",
     "Living where they are not registered at the end: {0} ({1} %)."},
    {Phrase::summary_region, "өңір", "регион", "region"},
    {Phrase::summary_people_at_start, "басында тұратыны", "живёт на начало", "living there at the start"},
    {Phrase::summary_people_at_end, "соңында", "на конец", "at the end"},
    {Phrase::summary_change, "өзгеруі, %", "изменение, %", "change %"},
    {Phrase::summary_registered_at_end, "соңында тіркелгені", "зарегистрировано на конец", "registered at the end"},
    {Phrase::summary_net_moves,
     "ел ішіндегі көші-қон сальдосы, іс жүзінде",
     "сальдо переездов внутри страны, фактическое",
     "net moves within the country"},
    {Phrase::summary_net_registered, "сол сальдо, тіркеу бойынша", "то же, по регистрации", "the same as registered"},
    {Phrase::summary_markets,
     "Жұмыс, жалақы және тұрғын үйді жалдау ақысы",
     "Работа, заработная плата и аренда жилья",
     "Jobs, wages and rents"},
    {Phrase::summary_wage,
     "соңындағы орташа жалақы, айына теңге",
     "средняя зарплата на конец, тенге в месяц",
     "mean wage at the end, KZT a month"},
    {Phrase::summary_rent,
     "1 м² жалдау ақысы, айына теңге",
     "аренда 1 м², тенге в месяц",
     "rent, KZT per m2 a month"},
    {Phrase::summary_unemployed_at_start,
     "басындағы жұмыссыздық, жұмыс күшінің %-ы",
     "безработица на начало, % рабочей силы",
     "unemployed at the start, % of the labour force"},
    {Phrase::summary_unemployed_at_end, "соңында", "на конец", "at the end"},
    {Phrase::summary_flows,
     "Өңірлер арасындағы ең ірі ағындар, бүкіл кезең",
     "Крупнейшие потоки между регионами за весь период",
     "Largest flows between regions, all months"},
    {Phrase::summary_from, "қайдан", "откуда", "from"},
    {Phrase::summary_to, "қайда", "куда", "to"},
    {Phrase::summary_moved, "көшкендер, адам", "переехало, чел.", "people who moved"},
    {Phrase::summary_moved_registered, "тіркеу бойынша", "по регистрации", "as registered"},
    {Phrase::summary_nobody_moved,
     "Өңірлер арасында ешкім көшкен жоқ.",
     "Между регионами никто не переезжал.",
     "Nobody moved between regions."},
    {Phrase::summary_how_to_read, "Қалай оқу керек", "Как читать", "How to read this"},
    {Phrase::summary_read_populations,
     "**Тұратыны** – адам іс жүзінде тұратын жер; **тіркелгені** – құжатында жазылған жер. Халық пен көші-қонның ресми "
     "статистикасы тіркеуді санайды, сондықтан оны тек тіркеу бағандарымен салыстырыңыз. Көшу тіркеуден отбасы "
     "тіркелгенде ғана көрінеді: бірнеше айдан кейін немесе мүлде көрінбейді.",
     "**Живёт** – там, где человек находится на деле; **зарегистрирован** – там, где записано в документах. Официальная "
     "статистика населения и миграции считает регистрации, поэтому сравнивайте её только со столбцами по регистрации. "
     "Переезд виден в регистрации тогда, когда семья зарегистрируется: через несколько месяцев или никогда.",
     "**Living there** is where people are; **registered** is where their papers say. Official population and migration "
     "statistics count registrations, so compare them with the registered columns only. A move shows up as registered "
     "when the household registers, months later or never."},
    {Phrase::summary_read_net,
     "Көші-қон сальдосы – бүкіл кезеңде басқа өңірлерден келгендер мен басқа өңірлерге кеткендердің айырмасы; туу, өлім "
     "және сыртқы көші-қон бұған кірмейді.",
     "Сальдо переездов – прибывшие минус выбывшие между регионами за весь период; рождения, смерти и внешняя миграция "
     "сюда не входят.",
     "Net moves are arrivals less departures between regions, over all months; births, deaths and moves from and to "
     "abroad come on top."},
    {Phrase::summary_read_prices,
     "Жалақы мен жалдау ақысы базалық жылдың бағасымен берілген: өзгеруі – нақты өзгеру. «Барлық өңір» жолында жалақы "
     "жұмыс орындары бойынша, жалдау ақысы тұрғын үй ауданы бойынша салмақталған.",
     "Зарплаты и аренда даны в ценах базового года: их изменения – реальные. В строке «Все регионы» зарплаты взвешены по "
     "рабочим местам, аренда – по площади жилья.",
     "Wages and rents are in prices of the base year: their changes are real ones. The row of all regions weighs wages "
     "by posts and rents by floor space."},
    // {0} file
    {Phrase::summary_read_sources,
     "Кестелер қайдан алынған және оларға қаншалықты сенуге болады: {0}.",
     "Откуда взяты таблицы и насколько им можно доверять: {0}.",
     "Where the tables come from and how far to trust them: {0}."},
    {Phrase::summary_read_files,
     "Осы есептің кіріс деректері inputs/ қалтасында; panel.csv, flows.csv және months.csv файлдарында әр ай бар.",
     "Исходные данные этого расчёта – в папке inputs/; в panel.csv, flows.csv и months.csv есть каждый месяц.",
     "The inputs of this run are in inputs/; panel.csv, flows.csv and months.csv hold every month."},
};

}  // namespace world::observers
