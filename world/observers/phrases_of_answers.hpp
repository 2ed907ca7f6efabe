// What the viewer answers when a region or a headline is clicked. Rows in the
// order of `Phrase`. The causes themselves are named in phrases_of_why.hpp.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_answers[] = {
    {Phrase::push_heading, "Адамдар неге кетеді", "Почему люди уезжают", "Why people leave"},
    // {0} from the region, {1} period, {2} cause, {3} its push, {4} empty or why_push_place,
    // {5} % unexplained, of it {6} % taste and {7} % pull of places
    {Phrase::push_sentence,
     "{1}: {0} кетуге ең қатты итермелейтін себеп – {2} (ел бойынша орташамен салыстырғанда, шешім қабылдаған бір үй "
     "шаруашылығына {3} пайдалылық бірлігі){4}; көшкендердің оң ұтысының {5} %-ын модель түсіндірмейді: {6} % – жеке "
     "қалау мен жағдай, {7} % – орындардың тартымдылығы.",
     "{1}: главное, что выталкивает {0}, – {2} ({3} единицы полезности на принявшее решение домохозяйство по сравнению "
     "со средним по стране){4}; {5} % положительного выигрыша переехавших модель не объясняет: {6} % – личные вкусы и "
     "обстоятельства, {7} % – привлекательность мест.",
     "{1}: the main push {0} is {2} ({3} units of utility per deciding household, against the national mean){4}; {5} % of "
     "what movers gain is not explained by the model: {6} % is personal taste, {7} % the pull of places."},
    // {0} from the region, {1} period, {2} % unexplained, of it {3} % taste and {4} % pull of places
    {Phrase::push_sentence_none,
     "{1}: модель атаған себептердің ешқайсысы адамдарды {0} ел бойынша орташа деңгейден артық итермелемейді; "
     "көшкендердің оң ұтысының {2} %-ын модель түсіндірмейді: {3} % – жеке қалау мен жағдай, {4} % – орындардың "
     "тартымдылығы.",
     "{1}: ни одна из названных в модели причин не выталкивает людей {0} сильнее, чем в среднем по стране; {2} % "
     "положительного выигрыша переехавших модель не объясняет: {3} % – личные вкусы и обстоятельства, {4} % – "
     "привлекательность мест.",
     "{1}: none of the causes that the model names pushes people away {0} more than the national mean; {2} % of what "
     "movers gain is not explained by the model: {3} % is personal taste, {4} % the pull of places."},
    // {0} simulated households
    {Phrase::push_few,
     "Бұл сандардың артында тұрған модельдік үй шаруашылығы аз: {0}.",
     "За этими числами мало модельных домохозяйств: {0}.",
     "Few simulated households stand behind these numbers: {0}."},
    // {0} from the region, {1} period
    {Phrase::push_nobody,
     "{1}: {0} ешкім өз шешімімен көшпеген.",
     "{1}: никто не принял решения уехать {0}.",
     "{1}: nobody decided to move away {0}."},
    {Phrase::push_reading, "Себептер оқылып жатыр…", "Причины читаются…", "Reading the causes…"},
    {Phrase::push_no_file,
     "Бұл есептің бумасында causes.csv жоқ, сондықтан кету себептері белгісіз; `qonys rerun` оны қайта жасайды.",
     "В папке этого расчёта нет causes.csv, поэтому причины отъезда неизвестны; `qonys rerun` создаст его заново.",
     "This run has no causes.csv, so why people left is not known; `qonys rerun` makes it anew."},
    // {0} what the reader says
    {Phrase::push_damaged,
     "Кету себептері оқылмады: {0}",
     "Причины отъезда не прочитаны: {0}",
     "Why people left cannot be read: {0}"},
    {Phrase::push_not_known,
     "Көрсетілген айға дейін адамдардың неге кеткені әлі белгісіз.",
     "Почему люди уезжали до показанного месяца, пока неизвестно.",
     "Why people left is not known yet for the month shown."},
    // {0} first month, {1} last month
    {Phrase::push_months, "{0} – {1}", "{0} – {1}", "{0} – {1}"},
    // {0} period
    {Phrase::push_label, "Басты итеруші себеп, {0}", "Главное, что выталкивает, {0}", "Main push, {0}"},
    {Phrase::push_none, "орташадан күшті себеп жоқ", "нет сильнее среднего", "none above the mean"},
    {Phrase::push_unexplained_label, "Модель түсіндірмейтіні", "Модель не объясняет", "Not explained by the model"},
    // {0} % in all, {1} % taste, {2} % pull of places
    {Phrase::push_unexplained_parts,
     "{0} % (қалау {1}, орындар {2})",
     "{0} % (вкусы {1}, места {2})",
     "{0} % (taste {1}, places {2})"},

    {Phrase::view_do_headline, "Жоғарғы сан қалай шығады", "Как получается число сверху",
     "How a number of the top bar comes about"},
    {Phrase::headline_is_people,
     "Ай соңында елдің өңірлерінде нақты тұратындар, тіркеуі қайда болса да: бұрын тұрғандар, оған қоса туғандар мен "
     "шетелден келгендер, қайтыс болғандар мен шетелге кеткендерді шегергенде. Өңірлер арасындағы көшу бұл санды "
     "өзгертпейді.",
     "Все, кто к концу месяца живёт в регионах страны, где бы они ни были зарегистрированы: жившие раньше плюс "
     "родившиеся и приехавшие из-за рубежа, минус умершие и уехавшие за рубеж. Переезды между регионами это число не "
     "меняют.",
     "Everybody who lives in the regions at the end of the month, wherever they are registered: those of before, and "
     "who was born or came from abroad, less who died or went abroad. Moves between regions do not change it."},
    {Phrase::headline_is_movers,
     "Соңғы он екі айда бір өңірден екіншісіне көшкендер, айлар бойынша қосылған; екі рет көшкен адам екі рет саналады. "
     "Өңір ішіндегі көшу модельде жоқ.",
     "Переехавшие из одного региона в другой за последние двенадцать месяцев, сумма по месяцам; кто переехал дважды, "
     "посчитан дважды. Переездов внутри региона в модели нет.",
     "Who moved from one region to another in the last twelve months, added up by month; who moved twice counts twice. "
     "Moves inside a region are not in the model."},
    {Phrase::headline_is_unregistered,
     "Ай соңында бір өңірде тұрып, басқа өңірде тіркелгендер немесе еш жерде тіркелмегендер; тұратын өңірі бойынша "
     "қосылған.",
     "Живущие к концу месяца в одном регионе, а зарегистрированные в другом или нигде; сумма по регионам, где они "
     "живут.",
     "Who lives in one region at the end of the month and is registered in another one or nowhere; added up by the "
     "region where they live."},
    {Phrase::headline_formula, "Формула, сандарымен", "Формула с числами", "The formula with its numbers"},
    // {0} month
    {Phrase::headline_before, "тұрғандар, {0}", "жили в стране, {0}", "lived in the country, {0}"},
    {Phrase::headline_born, "туғандар", "родились", "were born"},
    {Phrase::headline_died, "қайтыс болғандар", "умерли", "died"},
    {Phrase::headline_came, "шетелден келгендер", "приехали из-за рубежа", "came from abroad"},
    {Phrase::headline_went, "шетелге кеткендер", "уехали за рубеж", "went abroad"},
    // {0} number of regions
    {Phrase::headline_others, "қалған өңірлер ({0})", "остальные регионы ({0})", "other regions ({0})"},
    // {0} living in the country, {1} registered in it, {2} registered nowhere
    {Phrase::headline_nowhere,
     "Олардың {2} еш жерде тіркелмеген: елде {0} адам тұрады, тіркелгені – {1}.",
     "Из них нигде не зарегистрированы {2}: в стране живут {0}, зарегистрированы {1}.",
     "Of them {2} are registered nowhere: {0} live in the country, {1} are registered in it."},
    // {0} value, {1} value a year before, {2} difference
    {Phrase::headline_year_ago,
     "Бір жылдағы өзгеріс: {0} − {1} = {2}",
     "Изменение за год: {0} − {1} = {2}",
     "Change in a year: {0} − {1} = {2}"},
    // {0} value of B, {1} value of A, {2} difference
    {Phrase::headline_against, "B − A: {0} − {1} = {2}", "B − A: {0} − {1} = {2}", "B − A: {0} − {1} = {2}"},
    {Phrase::headline_not_read,
     "Бұған керек айлар әлі оқылып жатыр.",
     "Нужные для этого месяцы ещё читаются.",
     "The months that it needs are still being read."},
    {Phrase::headline_inputs, "Неге сүйенеді", "На чём основано", "What it rests on"},
    {Phrase::headline_weighted,
     "Бұл – модель есептеген сан, бастапқы деректері осындай. Кестелердің үлестері – адам санымен, параметрлердікі – "
     "данасымен; бағаланғаны – статистика емес.",
     "Само число рассчитано моделью; таковы её исходные данные. Доли таблиц взвешены числом людей, доли параметров – по "
     "их числу; оценка – не статистика.",
     "The number itself is computed by the model; these are its inputs. Shares of tables are weighted by people, those "
     "of parameters by their number; an estimate is no statistic."},
    {Phrase::ground_people, "Бастапқы халық, жынысы мен жасы", "Население в начале по полу и возрасту",
     "People at the start by sex and age"},
    {Phrase::ground_births, "Базалық жылғы туу", "Рождения базового года", "Births of the base year"},
    {Phrase::ground_deaths, "Базалық жылғы өлім", "Смерти базового года", "Deaths of the base year"},
    {Phrase::ground_abroad, "Базалық жылғы сыртқы көші-қон", "Внешняя миграция базового года",
     "Moves across the border in the base year"},
    {Phrase::ground_moves, "Базалық жылғы өңіраралық көшу", "Переезды между регионами в базовом году",
     "Moves between regions in the base year"},
    {Phrase::ground_marriages, "Базалық жылғы неке", "Браки базового года", "Marriages of the base year"},
    {Phrase::ground_choice, "Көшуді таңдау параметрлері", "Параметры выбора переезда",
     "Parameters of the choice to move"},
    {Phrase::ground_registration, "Тіркелу параметрлері", "Параметры регистрации", "Parameters of registration"},
    {Phrase::footing_sourced, "дереккөзден", "из источника", "sourced"},
    {Phrase::footing_derived, "есептеп шығарылған", "выведено", "derived"},
    {Phrase::footing_anchored, "жарияланған жиынға байланған баға", "оценка, привязанная к опубликованной сумме",
     "estimated, bound to a published sum"},
    {Phrase::footing_recalled, "жадтан", "по памяти", "recalled"},
    {Phrase::footing_mixed, "аралас", "смешанное", "mixed"},
    {Phrase::footing_estimated, "бағаланған", "оценка", "estimated"},
    {Phrase::footing_invented, "ойдан шығарылған", "вымышлено", "invented"},
    {Phrase::footing_own, "өз кестеңізден", "из вашей таблицы", "from your own table"},
    {Phrase::footing_fitted, "калибрлеумен табылған", "подобрано калибровкой", "fitted by calibration"},
    {Phrase::footing_assumed, "жоба болжамы", "допущение проекта", "assumed by the project"},
    {Phrase::footing_unstated, "көрсетілмеген", "не указано", "not stated"},
};

}  // namespace world::observers
