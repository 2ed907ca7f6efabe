// Phrases of `qonys why`. Rows in the order of `Phrase`. Lists of causes and
// places follow a colon, so they need no case endings.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_why[] = {
    // {0} from the region
    {Phrase::why_title,
     "Адамдар {0} неге кетеді",
     "Почему люди уезжают {0}",
     "Why people move away {0}"},
    // {0} first month, {1} last month, {2} scenario, {3} scale, {4} seed
    {Phrase::why_period,
     "{0} – {1}; сценарий {2}, масштабы {3}, кездейсоқтық нұсқасы (seed) {4}",
     "{0} – {1}; сценарий {2}, масштаб {3}, вариант случайности (seed) {4}",
     "{0} – {1}; scenario {2}, scale {3}, seed {4}"},
    {Phrase::why_nobody,
     "Осы кезеңде {0} ешкім өз шешімімен көшпеген.",
     "За этот период никто не принял решения уехать {0}.",
     "Nobody decided to move away {0} in this time."},

    // {0} from the region, {1} causes with their push, {2} empty or why_push_place
    {Phrase::why_push,
     "Ел бойынша орташа деңгеймен салыстырғанда {0} кетуге итермелейтін себептер, күшінің кему ретімен: {1}{2}; жақшада "
     "– шешім қабылдаған бір үй шаруашылығына шаққандағы пайдалылық бірлігі.",
     "Что выталкивает {0} по сравнению со средним по стране, по убыванию силы: {1}{2}; в скобках – единицы полезности "
     "на одно принявшее решение домохозяйство.",
     "What pushes people away {0}, compared with the national mean, strongest first: {1}{2}; in brackets, units of "
     "utility per deciding household."},
    // {0} push of the place constant, where it is stronger than every named cause
    {Phrase::why_push_place,
     "; бұдан да күштісі – модель түсіндірмейтін нәрсе ({0})",
     "; ещё сильнее то, чего модель не объясняет ({0})",
     "; stronger still is what the model does not explain ({0})"},
    {Phrase::why_push_none,
     "Модель атаған себептердің ешқайсысы адамдарды {0} ел бойынша орташа деңгейден артық итермелемейді.",
     "Ни одна из названных в модели причин не выталкивает людей {0} сильнее, чем в среднем по стране.",
     "None of the causes that the model names pushes people away {0} more than the national mean."},
    // {0} destinations with shares, {1} causes with shares
    {Phrase::why_destinations,
     "Қайда көшеді: {0}; көбіне шешуші болған себептер (онсыз үй шаруашылығы орнында қалар еді): {1}; соңғы жақшаларда – "
     "үй шаруашылықтарының үлесі.",
     "Куда переезжают: {0}; чаще всего решающими были (без такой причины домохозяйство осталось бы): {1}; в последних "
     "скобках – доля домохозяйств.",
     "Where they go: {0}; most often pivotal, that is, without it the household would have stayed: {1}; the last "
     "brackets give shares of households."},
    {Phrase::why_destinations_only,
     "Қайда көшеді: {0}; бір өзі шешуші болған бірде-бір себеп жоқ.",
     "Куда переезжают: {0}; ни одна причина не была решающей.",
     "Where they go: {0}; no cause was pivotal."},
    // {0} taste, {1} unexplained, {2} named causes, % of positive gain; {3} empty or why_more_than_half
    {Phrase::why_taste,
     "Көшкендердің оң ұтысының {0} %-ын модель түсіндірмейтін жеке қалау мен жағдай құрайды{3}, орынның түсіндірілмеген "
     "тартымдылығы – {1} %, аталған себептер – қалған {2} %.",
     "Личные вкусы и обстоятельства, которых модель не объясняет, дают {0} % положительного выигрыша переехавших{3}, "
     "необъяснённая привлекательность мест – {1} %, названные причины – остальные {2} %.",
     "Personal taste, which the model does not explain, makes up {0} % of what movers gain{3}; the unexplained pull of "
     "places makes up {1} %, and the named causes the remaining {2} %."},
    {Phrase::why_more_than_half, " (жартысынан көбі)", " (больше половины)", " (more than half)"},

    {Phrase::why_numbers, "Сандар", "Цифры", "The numbers"},
    // {0} households, {1} people, {2} children placed, {3} moved to study
    {Phrase::why_who,
     "Көшуге шешім қабылдаған үй шаруашылығы: {0}; олармен бірге көшкендер, басшысын қоса: {1} адам; бөтен отбасына "
     "берілген балалар: {2}; оқуға көшкендер: {3}.",
     "Домохозяйств, решивших переехать: {0}; людей в них: {1}; детей, переданных в семьи других регионов: {2}; уехавших учиться: {3}.",
     "Households that decided to move: {0}; people in them: {1}; children placed with families of other regions: {2}; "
     "people who moved to study: {3}."},
    {Phrase::why_destination, "қайда", "куда", "destination"},
    {Phrase::why_people, "көшкен адам", "людей", "people"},
    {Phrase::why_share, "үлесі, %", "доля, %", "share, %"},
    {Phrase::why_came_back, "қарсы ағын", "навстречу", "came here"},
    {Phrase::why_other_places, "басқа өңірлер", "другие регионы", "other regions"},
    {Phrase::why_all_places, "барлығы", "всего", "all"},
    {Phrase::why_cause, "себеп", "причина", "cause"},
    {Phrase::why_gain, "ұтыс", "выигрыш", "gain"},
    {Phrase::why_pivotal, "шешуші, %", "решающая, %", "pivotal, %"},
    {Phrase::why_sole, "жалғыз, %", "одна, %", "sole, %"},
    {Phrase::why_push_column, "итеру", "давление", "push"},
    {Phrase::why_note,
     "Ұтыс – барған жер мен кеткен жердің айырмасы, бір үй шаруашылығына, пайдалылық бірлігімен. Үлесі – барлық оң "
     "ұтыстағы үлес. Шешуші – осы себепсіз үй шаруашылығы қалар еді, жалғыз – тек осы себепсіз; бұл үлестер 100 %-ға "
     "қосылмайды. Итеру – ел бойынша орташа минус осы өңір. Бұл – үш бөлек сұрақ: сандарын өзара қосуға болмайды. Жеке қалаудың үлесі "
     "үлкен болатыны – көшетіндер дәл сол қалауы күшті түскен адамдар.",
     "Выигрыш – место въезда минус место выезда, на домохозяйство, в единицах полезности. Доля – во всём положительном "
     "выигрыше. Решающая – без этой причины домохозяйство осталось бы, одна – только без этой; в сумме не 100 %. "
     "Давление – среднее по стране минус этот регион. Это три разных вопроса: их числа не складываются. Вкусы велики и "
     "потому, что переезжают как раз те, кому выпал большой выигрыш от вкуса.",
     "Gain: destination less origin, per household, in units of utility. Share: of all positive gains. Pivotal: without "
     "this cause the household would have stayed; sole: without this one only; they do not add up to 100 %. Push: "
     "national mean less this region. These are three questions: their numbers do not add up. Taste "
     "is large also because those who move are those to whom it fell largest."},

    {Phrase::why_counter, "Қарсы дәлел", "Довод против", "A counter-argument"},
    // {0} simulated households
    {Phrase::why_counter_few,
     "Бұл сандардың артында модельдегі {0} ғана үй шаруашылығы тұр: кездейсоқтықтың басқа нұсқасында себептердің реті "
     "өзгеше болуы мүмкін.",
     "За этими числами всего {0} модельных домохозяйств: при другом варианте случайности порядок причин может быть иным.",
     "Only {0} simulated households stand behind these numbers: with another seed the order of causes may differ."},
    // {0} to the region, {1} who came, {2} who left, {3} came for 100 who left, {4} causes
    {Phrase::why_counter_came,
     "Адамдар {0} көшіп келіп те жатыр: келгені – {1}, кеткені – {2} адам, яғни кеткен әр 100 адамға келген {3}. "
     "Келгендер үшін көбіне шешуші болған себептер: {4}. Тек итеретін жер оларды тартпас еді.",
     "Люди едут и {0}: приехало {1}, уехало {2} чел., то есть на каждые 100 уехавших приходится {3} приехавших. Для них "
     "чаще всего решающими были: {4}. Место, которое только выталкивает, их бы не притянуло.",
     "People also move {0}: {1} came while {2} left, {3} for every 100. For those who came, most often pivotal were: "
     "{4}. A place that only pushed would not have drawn them."},
    // {0} % of households
    {Phrase::why_counter_place,
     "Ең жиі шешуші болған нәрсе – түсіндірме емес: үй шаруашылықтарының {0} %-ы орын тұрақтысынсыз қалар еді, бұл аталған "
     "себептердің кез келгенінен көп. Тұрақты модель базалық жылғы тіркелген көші-қон сальдосын қайталайтындай етіп "
     "іріктелген: модельде жоқ немесе дәл өлшенбеген нәрсенің бәрі соған кіреді. Аталған себептердің реті де соған "
     "байланысты болуы мүмкін.",
     "То, что чаще всего было решающим, – не объяснение: без постоянной места осталось бы {0} % домохозяйств, больше, чем "
     "без любой названной причины. Постоянная подобрана так, чтобы модель повторяла зарегистрированное сальдо миграции "
     "базового года, и вбирает всё, чего в модели нет или что измерено неточно. От неё может зависеть и порядок "
     "названных причин.",
     "What was most often pivotal is not an explanation: without the place constant {0} % of the households would have "
     "stayed, more than without any named cause. The constant is set so that the model repeats the registered net "
     "migration of the base year, and takes in all that the model leaves out or that is measured badly. The order of "
     "the named causes may depend on it."},
    // {0} weight of income, {1} % of positive gain
    {Phrase::why_counter_income,
     "Адамдардың табысқа қаншалық мән беретіні бұл елдің көші-қонынан анықталмаған: табыстың салмағы ({0}) – сценарийдің "
     "болжамы. Ол екі есе кіші болса, жалақы, жұмыс және мамандық беретін ұтыс (қазір оң ұтыстың {1} %-ы) дәл осы "
     "адамдарда екі есе кіші болар еді.",
     "Насколько сильно люди откликаются на доход, по переездам в этой стране не оценено: вес дохода ({0}) – допущение "
     "сценария. Будь он вдвое меньше, выигрыш от зарплаты, работы и специальности (сейчас {1} % положительного выигрыша) "
     "был бы у этих же людей вдвое меньше.",
     "How strongly people answer to income is not estimated from moves in this country: the weight of income ({0}) is an "
     "assumption of the scenario. Were it half as large, what these same people gain by wages, jobs and specialty (now "
     "{1} % of the positive gain) would be half as large."},

    // The causes, in the order of agents::Cause, then the taste.
    {Phrase::cause_wage, "жалақы", "заработная плата", "wages"},
    {Phrase::cause_job_chance, "жұмыс табу мүмкіндігі", "шансы найти работу", "chance of a job"},
    {Phrase::cause_own_specialty, "мамандығы бойынша жұмыс", "работа по специальности", "work in one's own specialty"},
    {Phrase::cause_prestige, "мамандықтың беделі мен еңбек жағдайы", "престиж профессии и условия труда",
     "prestige of the profession and working conditions"},
    {Phrase::cause_housing, "тұрғын үй құны", "стоимость жилья", "cost of housing"},
    {Phrase::cause_services, "мемлекеттік қызметтер", "государственные услуги", "public services"},
    {Phrase::cause_heat_and_water, "жылу мен су", "тепло и вода", "heat and water"},
    {Phrase::cause_congestion, "жолдардың кептелісі", "загруженность дорог", "congestion"},
    {Phrase::cause_home, "туған өңірге тартылу", "тяга к родному региону", "attachment to the home region"},
    {Phrase::cause_network, "барар жердегі жерлестер", "земляки на новом месте", "people from here who live there"},
    {Phrase::cause_distance, "қашықтық пен көшу шығыны", "расстояние и издержки переезда", "distance and cost of the move"},
    {Phrase::cause_size, "барар өңірдің ауқымы", "размер региона въезда", "size of the destination"},
    {Phrase::cause_place, "орынның түсіндірілмеген тартымдылығы",
     "необъяснённая привлекательность места",
     "unexplained pull of the place"},
    {Phrase::cause_taste, "жеке қалау мен жағдай", "личные вкусы и обстоятельства", "personal taste"},
    {Phrase::why_unexplained_note,
     "* екеуі бірге – жоғарыдағы сөйлемдегі түсіндірілмеген тартымдылық.",
     "* вместе – необъяснённая привлекательность из предложения выше.",
     "* together the unexplained pull of the sentence above."},
};

}  // namespace world::observers
