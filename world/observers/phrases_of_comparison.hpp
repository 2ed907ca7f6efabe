// Phrases of the comparison of two scenarios. Rows in the order of `Phrase`.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_comparison[] = {
    // {0} name of A, {1} name of B
    {Phrase::compare_title, "«{1}» (B) және «{0}» (A): салыстыру", "«{1}» (B) в сравнении с «{0}» (A)",
     "{1} (B) compared with {0} (A)"},
    // {0} letter, {1} name and title
    {Phrase::compare_side, "**{0}** – {1}", "**{0}** – {1}", "**{0}** – {1}"},
    // {0} first month, {1} last month, {2} months, {3} scale, {4} pairs, {5} first seed, {6} last seed
    {Phrase::compare_period,
     "{0} – {1}, {2} ай; масштабы {3}; есептеу жұптары: {4} (seed {5}–{6}).",
     "{0} – {1}, месяцев: {2}; масштаб {3}; пар расчётов: {4} (seed {5}–{6}).",
     "{0} – {1}, {2} months; scale {3}; pairs of runs: {4} (seeds {5}–{6})."},
    {Phrase::compare_common_luck,
     "Жұптың екі есебінде кездейсоқтық бірдей: әр азаматқа бірдей жеребе түседі. Айырма әрқашан B минус A; сандар – "
     "адамдар.",
     "В обоих расчётах пары случайность одна: каждому жителю выпадает один и тот же жребий. Разность – всегда B минус A; "
     "числа – люди.",
     "Both runs of a pair share their luck: every citizen draws the same lot. A difference is always B less A; counts "
     "are people."},
    {Phrase::compare_one_pair,
     "Жұп біреу ғана: белгісіздік бағасы жоқ. Шағын санға сенбес бұрын --seeds 5 арқылы қайталаңыз.",
     "Пара только одна: оценки неопределённости нет. Прежде чем верить малому числу, повторите с --seeds 5.",
     "One pair only: no uncertainty estimate. Repeat with --seeds 5 before believing a small number."},
    // {0} complete pairs, {1} pairs asked for
    {Phrase::compare_unfinished,
     "АЯҚТАЛМАҒАН: {1} жұптың {0} жұбы ғана толық есептелді.",
     "НЕ ЗАВЕРШЕНО: полностью рассчитано пар – {0} из {1}.",
     "UNFINISHED: {0} of {1} pairs were complete when it was stopped."},
    {Phrase::compare_identical,
     "A мен B дәл бірдей нәтиже береді: барлық айырма 0-ге тең.",
     "A и B дают в точности один и тот же результат: все разности равны 0.",
     "A and B give exactly the same result: every difference is 0."},

    // An interval behind a number, with a space before it.
    {Phrase::compare_interval, " (90 %-дық аралық: {0} … {1})", " (90-процентный интервал: от {0} до {1})",
     " (90 % interval {0} to {1})"},
    {Phrase::compare_no_interval, " (белгісіздік бағасы жоқ)", " (без оценки неопределённости)",
     " (no uncertainty estimate)"},

    {Phrase::compare_in_short, "Қысқаша", "Коротко", "In short"},
    // Relief: {0} place, {1} people, {2} interval, {3} difference by actual moves, {4} its interval
    {Phrase::compare_relief_fewer,
     "**{0}** бүкіл кезеңде ел ішіндегі көші-қоннан B бойынша A-дағыдан {1} адамға аз өседі{2} – тіркеу бойынша. Іс "
     "жүзіндегі қоныс аудару бойынша айырма: {3}{4}.",
     "**{0}** за весь период получает от миграции внутри страны на {1} чел. меньше при B, чем при A{2}, – по регистрации. "
     "Разность по фактическим переездам: {3}{4}.",
     "**{0}** gains {1} fewer people by migration within the country over the whole period under B than under A{2}, as "
     "registered. The difference by actual moves is {3}{4}."},
    {Phrase::compare_relief_more,
     "**{0}** бүкіл кезеңде ел ішіндегі көші-қоннан B бойынша A-дағыдан {1} адамға көп өседі{2} – тіркеу бойынша. Іс "
     "жүзіндегі қоныс аудару бойынша айырма: {3}{4}.",
     "**{0}** за весь период получает от миграции внутри страны на {1} чел. больше при B, чем при A{2}, – по регистрации. "
     "Разность по фактическим переездам: {3}{4}.",
     "**{0}** gains {1} more people by migration within the country over the whole period under B than under A{2}, as "
     "registered. The difference by actual moves is {3}{4}."},
    {Phrase::compare_relief_uncertain,
     "**{0}**: сенімді өзгеріс жоқ. Бүкіл кезеңдегі ел ішіндегі көші-қон сальдосының айырмасы: тіркеу бойынша {1}{2}, іс "
     "жүзіндегі қоныс аудару бойынша {3}{4}.",
     "**{0}**: достоверного изменения нет. Разность сальдо миграции внутри страны за весь период: по регистрации {1}{2}, "
     "по фактическим переездам {3}{4}.",
     "**{0}**: no certain change. Net migration within the country over the whole period differs by {1}{2} as registered "
     "and by {3}{4} by actual moves."},
    // {0} region, {1} difference, {2} interval, {3} difference by actual moves, {4} its interval
    {Phrase::compare_centre,
     "**{0}**: бүкіл кезеңдегі ел ішіндегі көші-қон сальдосының айырмасы – тіркеу бойынша {1}{2}, іс жүзіндегі қоныс "
     "аудару бойынша {3}{4}.",
     "**{0}**: разность сальдо миграции внутри страны за весь период – по регистрации {1}{2}, по фактическим переездам "
     "{3}{4}.",
     "**{0}**: net migration within the country over the whole period differs by {1}{2} as registered and by {3}{4} by "
     "actual moves."},
    // {0} centre, {1} relieved place (of), {2} people, {3} interval in people
    {Phrase::compare_diversion_slows,
     "{0} көші-қоннан алатын әр 100 қосымша адамға шаққанда {1} өсімі {2} адамға баяулайды{3}: бұл – ығысу коэффициенті, "
     "пайызбен.",
     "На каждые 100 чел., которые дополнительно получает {0}, рост {1} замедляется на {2} чел.{3}: это коэффициент "
     "отвлечения в процентах.",
     "For every 100 people that {0} gains, the growth {1} slows by {2}{3}: the diversion ratio in per cent."},
    {Phrase::compare_diversion_quickens,
     "{0} көші-қоннан алатын әр 100 қосымша адамға шаққанда {1} өсімі {2} адамға жылдамдайды{3}: ығысу коэффициенті теріс.",
     "На каждые 100 чел., которые дополнительно получает {0}, рост {1} ускоряется на {2} чел.{3}: коэффициент отвлечения "
     "отрицателен.",
     "For every 100 people that {0} gains, the growth {1} quickens by {2}{3}: the diversion ratio is negative."},
    // {0} centre, {1} relieved place, {2} people with sign, {3} interval in people
    {Phrase::compare_diversion_uncertain,
     "{0} көші-қоннан алатын әр 100 қосымша адамға шаққанда «{1}» өсімінің өзгерісі – {2} адам{3}: нөлден өзгеше екенін "
     "айтуға болмайды.",
     "На каждые 100 чел., которые дополнительно получает {0}, прирост «{1}» меняется на {2} чел.{3}: отличие от нуля "
     "недостоверно.",
     "For every 100 people that {0} gains, {1} changes by {2}{3}: this cannot be told from zero."},
    {Phrase::compare_diversion_not_defined,
     "Ығысу коэффициенті ({0}) анықталмаған: өңірдің өз көші-қон сальдосы сенімді түрде өзгермейді.",
     "Коэффициент отвлечения ({0}) не определён: сальдо миграции самого региона достоверно не меняется.",
     "Diversion ratio of {0}: not defined, because its own net migration does not certainly change."},
    // {0} centre
    {Phrase::compare_diversion_loses,
     "Ығысу коэффициенті ({0}) анықталмаған: B бойынша бұл өңірдің көші-қон сальдосы A-дағыдан көп емес, аз.",
     "Коэффициент отвлечения ({0}) не определён: сальдо миграции этого региона при B не больше, чем при A, а меньше.",
     "Diversion ratio of {0}: not defined, because its own net migration is lower under B than under A, not higher."},
    {Phrase::compare_diversion_two_sides,
     "Ығысу коэффициенті екі пакет арасында анықталмайды: әрқайсысын шарасыз сценариймен салыстырыңыз.",
     "Коэффициент отвлечения между двумя пакетами не определяется: сравните каждый со сценарием без мер.",
     "Diversion ratio: not defined between two packages; compare each with a scenario without policies."},

    // {0} billion, {1} discount rate in per cent, {2} year
    {Phrase::compare_price_more,
     "Бағасы: B нұсқасы A-дан {0} млрд теңгеге қымбат ({2} жылғы 1 қаңтарға келтірілген құн, жылына {1} %).",
     "Цена: B дороже A на {0} млрд тенге (приведённая стоимость на 1 января {2} г., {1} % в год).",
     "Price: B costs {0} billion KZT more than A (present value on 1 January {2}, {1} % a year)."},
    {Phrase::compare_price_less,
     "Бағасы: B нұсқасы A-дан {0} млрд теңгеге арзан ({2} жылғы 1 қаңтарға келтірілген құн, жылына {1} %).",
     "Цена: B дешевле A на {0} млрд тенге (приведённая стоимость на 1 января {2} г., {1} % в год).",
     "Price: B costs {0} billion KZT less than A (present value on 1 January {2}, {1} % a year)."},
    {Phrase::compare_price_same,
     "Бағасы: A мен B құны бірдей – {0} млрд теңге ({2} жылғы 1 қаңтарға келтірілген құн, жылына {1} %).",
     "Цена: A и B стоят одинаково – {0} млрд тенге (приведённая стоимость на 1 января {2} г., {1} % в год).",
     "Price: A and B cost the same, {0} billion KZT (present value on 1 January {2}, {1} % a year)."},
    {Phrase::compare_price_none,
     "Бағасы: A-да да, B-де де бағасы есептелетін шара жоқ.",
     "Цена: ни в A, ни в B нет мер, у которых считается цена.",
     "Price: neither A nor B holds a policy with a price."},
    // {0} million, {1} interval
    {Phrase::compare_per_mover,
     "Бағыты өзгерген бір адамға: {0} млн теңге{1}.",
     "На одного перенаправленного человека: {0} млн тенге{1}.",
     "Per person redirected: {0} million KZT{1}."},
    // {0} relieved place (of)
    {Phrase::compare_per_mover_not_defined,
     "Бағыты өзгерген бір адамға шаққандағы баға анықталмаған: {0} жүктемесі сенімді түрде азаймайды.",
     "Цена одного перенаправленного человека не определена: достоверной разгрузки {0} нет.",
     "Cost per person redirected: not defined, because there is no certain relief {0}."},
    // {0} difference, {1} interval
    {Phrase::compare_jobs,
     "Кезең соңында ел бойынша иесі бар ресми жұмыс орындарының айырмасы: {0}{1}.",
     "Разность числа занятых официальных рабочих мест в стране на конец: {0}{1}.",
     "Formal posts filled in the country at the end: {0}{1}."},
    {Phrase::compare_per_job,
     "Қосылған бір жұмыс орнына: {0} млн теңге{1}.",
     "На одно добавленное рабочее место: {0} млн тенге{1}.",
     "Per post added: {0} million KZT{1}."},
    {Phrase::compare_per_job_not_defined,
     "Қосылған бір жұмыс орнына шаққандағы баға анықталмаған: жұмыс орындары сенімді түрде көбеймейді.",
     "Цена одного добавленного рабочего места не определена: достоверного прироста рабочих мест нет.",
     "Cost per post added: not defined, because posts do not certainly increase."},

    // {0} least change that is told, {1} list of regions with their differences
    {Phrase::compare_lose_people,
     "Халқы {0} %-дан кем емес кемитіндер: {1}.",
     "Теряют людей, не менее {0} % населения: {1}.",
     "Lose people, {0} % of the population or more: {1}."},
    {Phrase::compare_gain_people,
     "Халқы {0} %-дан кем емес көбейетіндер: {1}.",
     "Получают людей, не менее {0} % населения: {1}.",
     "Gain people, {0} % of the population or more: {1}."},
    // {0} least change that is told, {1} list of regions with their differences
    {Phrase::compare_lose_pay,
     "Жалдау ақысын ескергендегі нақты жалақысы {0} %-дан кем емес төмендейтіндер: {1}.",
     "Реальная зарплата с учётом аренды падает не менее чем на {0} %: {1}.",
     "Real wage, net of rents, falls by {0} % or more: {1}."},
    {Phrase::compare_gain_pay,
     "Жалдау ақысын ескергендегі нақты жалақысы {0} %-дан кем емес өсетіндер: {1}.",
     "Реальная зарплата с учётом аренды растёт не менее чем на {0} %: {1}.",
     "Real wage, net of rents, rises by {0} % or more: {1}."},
    {Phrase::compare_nobody, "сенімді түрде ешбір өңір емес", "достоверно – ни один регион", "no region for certain"},
    {Phrase::compare_brackets, "Жақша ішіндегі сан нөлден сенімді түрде өзгеше емес.",
     "В скобках – числа, достоверно не отличающиеся от нуля.", "In brackets: not certainly different from zero."},
    // {0} how many more
    {Phrase::compare_and_more, "тағы {0} өңір", "ещё регионов: {0}", "and {0} more"},

    // {0} relieved place
    {Phrase::compare_relief_heading, "{0}: көші-қон сальдосы", "{0}: сальдо миграции", "{0}: net migration"},
    {Phrase::compare_horizon, "кезең", "период", "period"},
    // {0} years, {1} first year, {2} last year
    {Phrase::compare_after_years, "{0} жыл, {1}–{2}", "{0} лет, {1}–{2}", "{0} years, {1}–{2}"},
    {Phrase::compare_whole_period, "бүкіл кезең ({0} ай)", "весь период (месяцев: {0})", "whole period ({0} months)"},
    {Phrase::compare_net_registered, "көші-қон сальдосы, тіркеу бойынша", "сальдо миграции, по регистрации",
     "net migration, registered"},
    {Phrase::compare_net_actual, "көші-қон сальдосы, іс жүзінде", "сальдо миграции, фактическое",
     "net migration, actual"},
    {Phrase::compare_interval_heading, "90 %-дық аралық", "90 % интервал", "90 % interval"},

    // {0} place
    {Phrase::compare_years_heading, "{0}: жылдар бойынша", "{0}: по годам", "{0}: year by year"},
    {Phrase::compare_year, "жыл", "год", "year"},
    {Phrase::compare_people_registered, "тіркелген халық", "зарегистрировано", "people registered"},
    {Phrase::compare_people_actual, "тұратын халық", "живёт", "people living there"},
    {Phrase::compare_wage, "жалақы, %", "зарплата, %", "wage, %"},
    {Phrase::compare_real_wage, "нақты жалақы, %", "реальная зарплата, %", "real wage, %"},
    {Phrase::compare_rent, "жалдау ақысы, %", "аренда, %", "rent, %"},
    {Phrase::compare_jobs_filled, "жұмыс орындары", "рабочие места", "posts filled"},
    {Phrase::compare_heat_months, "жылу тапшы айлар, A → B", "месяцев с дефицитом тепла, A → B",
     "months short of heat, A → B"},
    {Phrase::compare_water_months, "су тапшы айлар, A → B", "месяцев с дефицитом воды, A → B",
     "months short of water, A → B"},

    {Phrase::compare_who_heading, "Кім ұтады, кім ұтылады", "Кто теряет и кто выигрывает", "Who loses, who gains"},
    {Phrase::compare_who_text,
     "Кезең соңындағы айырма, ең көп адам жоғалтатын өңірден бастап; көші-қон сальдосы бүкіл кезең үшін, тіркеу бойынша.",
     "Разность на конец периода, начиная с региона, теряющего больше всего людей; сальдо миграции – за весь период, по "
     "регистрации.",
     "Differences at the end of the period, beginning with the region that loses most people; net migration over the "
     "whole period, as registered."},
    {Phrase::compare_deficits_heading, "Жылу мен су", "Тепло и вода", "Heat and water"},
    {Phrase::compare_deficits_text,
     "Бүкіл кезеңде тапшылық 1 %-дан асқан айлар саны, жұптар бойынша орташа; тапшылығы жоқ өңірлер көрсетілмеген.",
     "Число месяцев с дефицитом более 1 % за весь период, в среднем по парам; регионы без дефицита не показаны.",
     "Months with a deficit above 1 % over the whole period, mean over pairs; regions without any are left out."},
    {Phrase::compare_heat_a, "жылу, A", "тепло, A", "heat, A"},
    {Phrase::compare_heat_b, "жылу, B", "тепло, B", "heat, B"},
    {Phrase::compare_water_a, "су, A", "вода, A", "water, A"},
    {Phrase::compare_water_b, "су, B", "вода, B", "water, B"},
    {Phrase::compare_no_deficits,
     "Екі сценарийде де ешбір өңірде 1 %-дан асқан тапшылық болмайды.",
     "Ни в одном регионе ни в A, ни в B нет дефицита более 1 %.",
     "No region is short by more than 1 % in any month, under A or B."},

    {Phrase::compare_price_heading, "Бағасы", "Цена", "Price"},
    {Phrase::compare_cost_side, "сценарий", "сценарий", "scenario"},
    {Phrase::compare_cost_policy, "шара", "мера", "policy"},
    {Phrase::compare_cost_item, "бабы", "статья", "item"},
    {Phrase::compare_cost_quantity, "көлемі", "объём", "quantity"},
    {Phrase::compare_cost_total, "шығын, млрд теңге", "расход, млрд тенге", "spent, billion KZT"},
    {Phrase::compare_cost_present, "келтірілген құн, млрд теңге", "приведённая стоимость, млрд тенге",
     "present value, billion KZT"},
    {Phrase::compare_cost_basis, "баға негізі", "основа цены", "basis of the price"},

    {Phrase::compare_basis_sourced, "дереккөзден", "из источника", "sourced"},
    {Phrase::compare_basis_derived, "есептеп шығарылған", "выведена из данных", "derived"},
    {Phrase::compare_basis_estimated, "бағаланған", "оценка", "estimated"},
    {Phrase::compare_basis_placeholder, "шартты сан", "условное число", "placeholder"},
    {Phrase::compare_basis_mixed, "аралас", "смешанная", "mixed"},
    {Phrase::compare_basis_stated, "сценарийде берілген", "задана в сценарии", "stated"},
    {Phrase::compare_item_jobs, "жұмыс орындары", "рабочие места", "jobs"},
    {Phrase::compare_item_dwellings, "тұрғын үй", "жильё", "dwellings"},
    {Phrase::compare_item_heat, "жылу", "тепло", "heat"},
    {Phrase::compare_item_water, "су", "вода", "water"},
    {Phrase::compare_item_schools, "мектептер", "школы", "schools"},
    {Phrase::compare_item_roads, "жолдар", "дороги", "roads"},
    {Phrase::compare_item_worker_homes, "жұмысшылар тұрғын үйі", "жильё для рабочих", "worker homes"},
    {Phrase::compare_item_moving_grants, "көшуге гранттар", "гранты на переезд", "moving grants"},
    {Phrase::compare_item_register, "тіркеу жүйесін құру", "создание реестра жителей", "register of residents"},
    {Phrase::compare_item_register_running, "тіркеу жүйесін ұстау", "ведение реестра жителей", "running the register"},
    {Phrase::compare_unit_posts, "орын", "мест", "posts"},
    {Phrase::compare_unit_m2, "м²", "м²", "m²"},
    {Phrase::compare_unit_heat, "Гкал/сағ", "Гкал/ч", "Gcal/h"},
    {Phrase::compare_unit_water, "мың м³/тәулік", "тыс. м³/сутки", "thousand m³ a day"},
    {Phrase::compare_unit_seats, "орын", "мест", "seats"},
    {Phrase::compare_unit_persons, "адам", "чел.", "persons"},
    {Phrase::compare_unit_families, "отбасы", "семей", "families"},
    {Phrase::compare_unit_households, "үй шаруашылығы", "домохозяйств", "households"},
    {Phrase::compare_unit_registers, "тіркеу жүйесі", "реестр", "register"},
    {Phrase::compare_unit_years, "жыл", "лет", "years"},

    {Phrase::compare_settings_heading, "A мен B айырмашылығы", "Чем A и B различаются", "What differs between A and B"},
    {Phrase::compare_settings_none, "Ештеңе: баптаулар мен шаралар бірдей.", "Ничем: настройки и меры одинаковы.",
     "Nothing: settings and policies are the same."},

    {Phrase::compare_sure_heading, "Қаншалықты сенімді", "Насколько это надёжно", "How sure this is"},
    {Phrase::compare_sure_interval,
     "90 %-дық аралық тек кездейсоқтықты көрсетеді (жұптар бойынша Стьюдент t-аралығы, қатынастар үшін – Филлер аралығы). "
     "Он өңірдің бірі тек кездейсоқ ерекшеленуі мүмкін. Модель параметрлерінің белгісіздігі бұған кірмейді.",
     "90-процентный интервал отражает только случайность (t-интервал Стьюдента по парам, для отношений – интервал Филлера). "
     "Один регион из десяти может выделиться просто случайно. Неопределённость параметров модели сюда не входит.",
     "The 90 % intervals show chance only (Student's t over pairs; Fieller's for ratios): one region in ten may stand out "
     "by chance. They do not hold what is uncertain about the parameters of the model."},
    // {0} wage_weight
    {Phrase::compare_sure_income,
     "Адамдардың табысқа қаншалық мән беретінін деректерден анықтау мүмкін емес. Әсерін көру үшін есепті "
     "migration.wage_weight (мұнда {0}) 0,75 және 2,5 болғанда қайталаңыз, алдымен әр мән үшін модельді бөлек калибрлеңіз: "
     "`qonys calibrate --set migration.wage_weight=…`.",
     "Насколько сильно люди откликаются на доход, по данным определить нельзя. Чтобы увидеть, что от этого зависит, "
     "повторите расчёт с migration.wage_weight (здесь {0}), равным 0,75 и 2,5, каждый раз после отдельной подгонки: "
     "`qonys calibrate --set migration.wage_weight=…`.",
     "How strongly people answer to income cannot be told from the data. To see what it does, repeat with "
     "migration.wage_weight ({0} here) at 0.75 and 2.5, each after a `qonys calibrate --set migration.wage_weight=…` of "
     "its own."},
    {Phrase::compare_sure_pull,
     "Әр өңірдің тартымдылығының бір бөлігі түсіндірілмеген: ол базалық жылдың ағындарына келтірілген тұрақты шама "
     "(calibration.csv) және саясатқа тәуелсіз деп алынады.",
     "Часть притяжения каждого региона не объяснена: это постоянная, подогнанная к потокам базового года "
     "(calibration.csv); считается, что политика её не меняет.",
     "Part of each region's pull is unexplained: a constant fitted to the flows of the base year (calibration.csv), "
     "taken to be untouched by policy."},
    // {0} year
    {Phrase::compare_sure_forecast,
     "{0} жылдан бастап бәрі – модель есебі. Кейінгі деректерден тек мыналар ескерілген: туу, қайтыс болу және шетелге "
     "көшу бойынша ел қорытындылары (drivers.csv), мерзімі белгілі қуат жобалары және жарияланған шығындар; кейінгі "
     "өңірлік деректерге ештеңе бейімделмеген.",
     "Всё, начиная с {0} года, – расчёт модели. Более поздние данные входят только как итоги по стране – рождения, смерти "
     "и переезды за границу (drivers.csv), как проекты мощностей с датами и как объявленные затраты; под более поздние "
     "данные по регионам ничего не подгонялось.",
     "Everything from {0} on is the model's projection. Later figures enter only as national totals of births, deaths and "
     "moves abroad (drivers.csv), as dated capacity projects, and as announced costs; nothing was fitted to later "
     "regional figures."},
    // {0} centre, {1} region
    {Phrase::compare_sure_region,
     "«{0}» орталығының нәтижесі қалаға емес, бүкіл өңірге қатысты: {1}.",
     "Результаты по центру «{0}» относятся ко всему региону, а не к городу: {1}.",
     "Results for the centre {0} are those of its whole region, not of the city: {1}."},
    {Phrase::compare_sure_whole_regions,
     "Модель қалаларды емес, тұтас өңірлерді біледі: барлық нәтиже бүкіл өңірге қатысты.",
     "Модель знает регионы целиком, а не города: все результаты относятся ко всему региону.",
     "The model knows whole regions, not cities: every result is for the whole region."},
    {Phrase::compare_sure_registered,
     "Ресми статистика тіркеуді санайды; нақты көшу одан бұрын болады және кейде мүлде тіркелмейді, сондықтан екеуі де "
     "көрсетілген.",
     "Официальная статистика считает регистрации; сам переезд бывает раньше и иногда не регистрируется вовсе, поэтому "
     "показано и то и другое.",
     "Official statistics count registrations; the move itself comes earlier and is sometimes never registered, so both "
     "are shown."},
    {Phrase::compare_sure_prices,
     "Ақша – базалық жылдың бағасымен. Нақты жалақы – тұрғын үй шығынының үлесі бойынша жалдау ақысына түзетілген орташа "
     "жалақы.",
     "Деньги – в ценах базового года. Реальная зарплата – средняя зарплата с поправкой на аренду по доле расходов на жильё.",
     "Money is in prices of the base year. The real wage is the mean wage corrected for rents by the share of income "
     "that goes to housing."},
    // {0} additionality of the packages
    {Phrase::compare_sure_additional,
     "Баға кестесінде жалпы жұмыс орындары тұр, ал модельде оның шарасыз пайда болмайтын бөлігі ғана ескеріледі "
     "(additionality: {0}).",
     "В таблице цен – все рабочие места пакета, а в модели считается только та их доля, которой без меры не было бы "
     "(additionality: {0}).",
     "The price table shows gross posts; in the model only the share that would not have come anyway counts "
     "(additionality: {0})."},
    // {0} per cent
    {Phrase::compare_sure_public_share,
     "Мемлекет бір жұмыс орнына жарияланған инвестицияның {0} %-ын ғана төлейді деп алынған "
     "(accounts.public_share_of_job_investment – болжам); қалғаны – жеке қаражат, бағаға кірмейді.",
     "Принято, что государство платит только {0} % объявленных инвестиций на рабочее место "
     "(accounts.public_share_of_job_investment – экспертное допущение); остальное – частные деньги, в цену не входит.",
     "The public is taken to pay only {0} % of the announced investment per job "
     "(accounts.public_share_of_job_investment, a judgement); the rest is private and not in the price."},
    {Phrase::compare_sure_unit_costs,
     "Бірлік құны жарияланған жобаларға немесе болжамға сүйенеді (негізі – баға кестесінде). Бір бюджетке келетін жұмыс "
     "орындарының саны орталықтар арасында ең алдымен бір орынға жарияланған инвестицияға қарай өзгереді.",
     "Удельные затраты взяты из объявленных проектов или суть допущения (основа указана в таблице цен). Сколько мест даёт "
     "один и тот же бюджет в разных центрах, зависит прежде всего от объявленных инвестиций на место.",
     "Unit costs rest on announcements or judgement (the price table names the basis). What one budget buys in posts "
     "differs between centres mainly by the announced investment per job."},
    {Phrase::compare_sure_running,
     "Салынған нысандарды ұстау шығыны мен салықтар есепке алынбаған.",
     "Расходы на содержание построенного и налоги не учтены.",
     "Running costs of what is built, and taxes, are not counted."},
    {Phrase::compare_sure_own_plans,
     "Өңірлер өздері жоспарлайтын немесе қаржыландыратын қуаттар мен қызметтердің (шара әкелген жаңа тұрғындарға "
     "арналғанын қоса) бағасы есептелмеген.",
     "Мощности и услуги, которые регионы планируют или оплачивают сами (в том числе для приезжих, привлечённых мерой), в "
     "цену не входят.",
     "Capacity and services that regions plan or fund by themselves, also for newcomers whom the policy brings, are not "
     "priced."},
    {Phrase::compare_files_heading, "Файлдар", "Файлы", "Files"},
    {Phrase::compare_files,
     "compare.csv – әр жыл, өңір және көрсеткіш; pairs.csv – әр жұп; inputs/ – екі сценарий және ел кестелері. Қайталау: "
     "`qonys compare inputs/a.toml inputs/b.toml --seeds {0}`.",
     "compare.csv – каждый год, регион и показатель; pairs.csv – каждая пара; inputs/ – оба сценария и таблицы страны. "
     "Повторить: `qonys compare inputs/a.toml inputs/b.toml --seeds {0}`.",
     "compare.csv holds every year, region and measure; pairs.csv every pair; inputs/ both scenarios and the country's "
     "tables. To repeat: `qonys compare inputs/a.toml inputs/b.toml --seeds {0}`."},
    // {0} code of a region, {1} scenario A
    {Phrase::compare_ask_why,
     "Сандары мен қарсы дәлелі: `qonys run {1} --out RUN`, содан кейін `qonys why RUN --region {0} --lang kk`.",
     "Цифры и довод против: `qonys run {1} --out RUN`, затем `qonys why RUN --region {0} --lang ru`.",
     "The numbers and a counter-argument: `qonys run {1} --out RUN`, then `qonys why RUN --region {0} --lang en`."},
    // {0} seed, {1} scenario A
    {Phrase::compare_why_basis,
     "Бұл – A («{1}») сценарийінде ел ішіндегі көші-қоннан, тіркеу бойынша, ең көп адам жоғалтатын өңір; бүкіл кезең, "
     "бір есеп (seed {0}), нақты көшулер.",
     "Это регион, который в сценарии A («{1}») больше всех теряет от миграции внутри страны по регистрации; весь период, "
     "один расчёт (seed {0}), фактические переезды.",
     "This is the region that loses most by migration within the country under A ({1}), as registered; the whole period, "
     "one run (seed {0}), actual moves."},
    // {0} program and sources
    {Phrase::compare_made_by, "Есептеген: {0}.", "Рассчитано программой {0}.", "Made by {0}."},

    // Columns of the terminal table, two lines each, at most as wide as comparison_table.cpp says.
    {Phrase::compare_column_net, "сальдо,\nтіркеу", "сальдо,\nрегистр.", "net migr.,\nregist."},
    {Phrase::compare_column_interval, "90 %-дық\nаралық", "90 %\nинтервал", "90 %\ninterval"},
    {Phrase::compare_column_people, "халық\nсоңында", "живёт\nна конец", "people\nat end"},
    {Phrase::compare_column_wage, "жалақы\n%", "зарпл.\n%", "wage\n%"},
    {Phrase::compare_column_real, "нақты\nжал., %", "реальн.\nз/п, %", "real\nwage, %"},
    {Phrase::compare_column_rent, "жалға\nалу, %", "аренда\n%", "rent\n%"},
    {Phrase::compare_column_jobs, "жұмыс\nорындары", "рабочие\nместа", "posts\nfilled"},

    // {0} A or B, {1} billions asked for, {2} not paid, %, {3} billions borrowed
    {Phrase::compare_money,
     "{0}: шаралар {1} млрд теңге сұрады, оның {2} %-ы төленбеді, {3} млрд теңге қарызға алынды.",
     "{0}: меры запросили {1} млрд тенге, из них не оплачено {2} %, взято в долг {3} млрд тенге.",
     "{0}: policies asked for {1} billion KZT; {2} % of it was not paid, {3} billion KZT was borrowed."},
};

}  // namespace world::observers
