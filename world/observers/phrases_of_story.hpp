// Phrases of `qonys story`. Rows in the order of `Phrase`. People are named by
// what they are to each other; events are nouns, or verbs that need no gender.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_story[] = {
    // The head of the page. {0} serial
    {Phrase::story_title, "Бір өмір тарихы: {0}", "История одной жизни: {0}", "One life retold: {0}"},
    {Phrase::story_synthetic,
     "ЖАСАНДЫ ДЕРЕКТЕР: модельдің ойдан шығарылған адамы, нақты тұлға емес.",
     "СИНТЕТИЧЕСКИЕ ДАННЫЕ: вымышленный человек модели, не реальное лицо.",
     "SYNTHETIC: an invented person of the model, nobody real."},
    // {0} people per agent
    {Phrase::story_stands_for,
     "Бұл масштабта осы бір адам {0} адамның орнында.",
     "В этом масштабе один такой человек представляет {0} чел.",
     "At this scale this person stands for {0} people."},
    {Phrase::story_one_draw,
     "Бұл – кездейсоқтықтың бір ғана нұсқасы: басқа нұсқада өмір басқаша өрбір еді. Мысал модельді түсіндіреді, "
     "ештеңені дәлелдемейді.",
     "Это один розыгрыш случая: при другом варианте случайности жизнь сложилась бы иначе. Пример поясняет модель и "
     "ничего не доказывает.",
     "This is one draw of luck: with another seed the life goes another way. It illustrates the model and proves "
     "nothing."},
    // {0} number of moves, {1} what was asked for, {2} month of the move
    {Phrase::story_picked,
     "Осындай {0} көшудің ({1}) ішінен реттік нөмірдің хеші бойынша таңдалды; көшкен айы: {2}.",
     "Выбрано по хешу номера из таких переездов ({1}), их число: {0}; месяц переезда: {2}.",
     "Picked by a hash of the serial among {0} such moves ({1}); the move is that of {2}."},
    // {0} what was asked for, {1} month of the move
    {Phrase::story_picked_only,
     "Осындай көшу ({0}) біреу ғана, көшкен айы: {1}.",
     "Такой переезд ({0}) лишь один, его месяц: {1}.",
     "The only such move ({0}), that of {1}."},
    // {0} cause
    {Phrase::story_asked_pivotal, "шешуші себеп: {0}", "решающая причина: {0}", "pivotal: {0}"},
    {Phrase::story_at_start, "Басында", "В начале", "At the start"},
    {Phrase::story_happened, "Не болды", "Что произошло", "What happened"},
    {Phrase::story_at_end, "Соңында", "В конце", "At the end"},
    // {0} month, {1} in the region, {2} home
    {Phrase::story_household, "{0}, {1}; баспанасы: {2}", "{0}, {1}; жильё: {2}", "{0}, {1}; home: {2}"},
    {Phrase::story_heads, "отбасы басшысы", "глава семьи", "head of the household"},
    {Phrase::story_rented, "жалға алынған", "съёмное", "rented"},
    {Phrase::story_owned, "өзінікі", "собственное", "own"},
    // {0} region
    {Phrase::story_registered, "тіркелген жері: {0}", "регистрация: {0}", "registered: {0}"},
    {Phrase::story_nowhere, "еш жерде тіркелмеген", "нигде", "nowhere"},
    // {0} region
    {Phrase::story_home_region, "туған өңірі: {0}", "родной регион: {0}", "home region: {0}"},
    {Phrase::story_abroad, "шетел", "за рубежом", "abroad"},
    // {0} serial
    {Phrase::story_serial, "реттік нөмірі {0}", "номер {0}", "serial {0}"},
    {Phrase::story_nothing,
     "Осы айларда ештеңе болған жоқ.",
     "За эти месяцы ничего не произошло.",
     "Nothing happened in these months."},
    {Phrase::story_note,
     "Жақшадағы сан – жасы. Құн мен ұтыс – пайдалылық бірлігімен, шешім қабылданған сәттегі жағдай бойынша. Жеке "
     "қалау – модель түсіндірмейтін нәрсе. Шешуші себеп: бұл жағынан барлық өңір кеткен өңірдей болса, отбасы "
     "қалар еді. Не ұстап қалар еді – басқасы өзгермегенде.",
     "В скобках – возраст. Ценность и выигрыш – в единицах полезности, на момент решения. Вкус – то, чего модель "
     "не объясняет. Решающая причина: будь в этом все регионы как регион выезда, семья осталась бы. Что удержало "
     "бы – при прочих равных.",
     "Ages are in brackets. Worth and gains are units of utility as the decider saw them; taste is what the model "
     "does not explain. A cause is pivotal if the household would have stayed, had all regions in this been like "
     "the one left. What would have kept it: all else given."},
    // {0} hash
    {Phrase::story_same_state,
     "Қайталау есептегідей күймен аяқталды: {0}.",
     "Повтор закончился в том же состоянии, что и расчёт: {0}.",
     "The replay ended in the same state as the run: {0}."},
    // Who. {0} age, {1} month of birth
    {Phrase::story_she, "Ол\u00A0({0})", "Она\u00A0({0})", "She\u00A0({0})"},
    {Phrase::story_he, "Ол\u00A0({0})", "Он\u00A0({0})", "He\u00A0({0})"},
    {Phrase::story_wife, "Жұбайы\u00A0({0})", "Жена\u00A0({0})", "Partner\u00A0({0})"},
    {Phrase::story_husband, "Жұбайы\u00A0({0})", "Муж\u00A0({0})", "Partner\u00A0({0})"},
    {Phrase::story_head, "Отбасы басшысы\u00A0({0})", "Глава семьи\u00A0({0})", "Head of the household\u00A0({0})"},
    {Phrase::story_heads_wife,
     "Отбасы басшысының жұбайы\u00A0({0})",
     "Жена главы семьи\u00A0({0})",
     "Partner of the head\u00A0({0})"},
    {Phrase::story_heads_husband,
     "Отбасы басшысының жұбайы\u00A0({0})",
     "Муж главы семьи\u00A0({0})",
     "Partner of the head\u00A0({0})"},
    {Phrase::story_girl,
     "Қыз бала, туған айы {1}\u00A0({0})",
     "Девочка, р.\u00A0{1}\u00A0({0})",
     "Girl born {1}\u00A0({0})"},
    {Phrase::story_boy,
     "Ұл бала, туған айы {1}\u00A0({0})",
     "Мальчик, р.\u00A0{1}\u00A0({0})",
     "Boy born {1}\u00A0({0})"},
    {Phrase::story_adult,
     "Отбасының ересек мүшесі, туған айы {1}\u00A0({0})",
     "Взрослый член семьи, р.\u00A0{1}\u00A0({0})",
     "Adult member born {1}\u00A0({0})"},
    // Schooling and work of a person.
    {Phrase::story_level_secondary,
     "білімі: орта немесе одан төмен",
     "образование: среднее или ниже",
     "schooling: secondary or less"},
    // {0} field
    {Phrase::story_level_vocational,
     "білімі: техникалық және кәсіптік\u00A0({0})",
     "образование: техническое и профессиональное\u00A0({0})",
     "schooling: vocational\u00A0({0})"},
    // {0} field
    {Phrase::story_level_higher,
     "білімі: жоғары\u00A0({0})",
     "образование: высшее\u00A0({0})",
     "schooling: higher\u00A0({0})"},
    {Phrase::story_outside, "жұмыс күшінен тыс", "вне рабочей силы", "outside the labour force"},
    {Phrase::story_student, "оқиды", "учится", "at school"},
    {Phrase::story_degree_student, "жоғары оқу орнында оқиды", "учится в вузе", "studies for a degree"},
    {Phrase::story_unemployed, "жұмыс іздейді", "ищет работу", "looks for work"},
    {Phrase::story_informal, "бейресми жұмыс", "неформальная работа", "informal work"},
    // {0} post
    {Phrase::story_post, "ресми жұмыс: {0}", "официальная работа: {0}", "formal post: {0}"},
    {Phrase::story_pensioner, "зейнеткер", "на пенсии", "retired"},
    // A post: {0} sector, {1} empty or one of the next two, {2} empty or story_commutes
    {Phrase::story_post_of, "{0}{1}{2}", "{0}{1}{2}", "{0}{1}{2}"},
    {Phrase::story_own_specialty, ", өз мамандығы бойынша", ", по специальности", ", in the own specialty"},
    {Phrase::story_other_specialty, ", мамандығынан тыс", ", не по специальности", ", outside the own specialty"},
    // {0} region of the post
    {Phrase::story_commutes, ", күнде қатынайды: {0}", ", с ежедневными поездками: {0}", ", commutes: {0}"},
    // Events. Those of one person follow "who: ". {0} to the region, {1} people
    {Phrase::story_arrival, "Шетелден {0} келді: {1}", "Приезд из-за рубежа {0}: {1}", "Arrival from abroad {0}: {1}"},
    // {0} in the region
    {Phrase::story_own_birth, "{0} дүниеге келді", "рождение {0}", "born {0}"},
    {Phrase::story_death, "қайтыс болды", "смерть", "died"},
    {Phrase::story_daughter, "қыз босанды", "рождение дочери", "gave birth to a daughter"},
    {Phrase::story_son, "ұл босанды", "рождение сына", "gave birth to a son"},
    // {0} partner, {1} empty or story_came_along
    {Phrase::story_couple, "отбасын құрды: {0}{1}", "брак: {0}{1}", "marries: {0}{1}"},
    // {0} people
    {Phrase::story_came_along, "; бірге келгендер: {0}", "; теперь в семье также: {0}", "; came along: {0}"},
    {Phrase::story_own_family,
     "өз отбасын құрып, бөлек шықты",
     "брак и уход в свою семью",
     "marries and leaves the household"},
    // {0} people
    {Phrase::story_own_household,
     "бұрынғы отбасынан бөлек шықты: {0}",
     "уход из прежней семьи: {0}",
     "leaves the household of: {0}"},
    // {0} home
    {Phrase::story_leaving_home,
     "бөлек шықты; баспанасы: {0}",
     "начало самостоятельной жизни; жильё: {0}",
     "leaves home; own home: {0}"},
    // {0} in the region, {1} the couple that takes them in, {2} people
    {Phrase::story_placing,
     "Үйде ересек қалмады; {0} басқа отбасы ({1}) қамқорлығына алды: {2}",
     "Взрослых в семье не осталось; {0} принимает другая семья ({1}): {2}",
     "No adult is left in the household; taken in by a family {0} ({1}): {2}"},
    // {0} people
    {Phrase::story_joining, "Отбасына қосылды: {0}", "Новые члены семьи: {0}", "New in the household: {0}"},
    // {0} people
    {Phrase::story_parting,
     "Енді бөлек тұрады: {0}",
     "Теперь отдельно от семьи: {0}",
     "Apart from the household from now on: {0}"},
    {Phrase::story_succession, "отбасы басшысы болды", "теперь глава семьи", "heads the household from now on"},
    {Phrase::story_degree_begun,
     "жоғары оқу орнында оқи бастады",
     "начало учёбы в вузе",
     "begins to study for a degree"},
    // {0} level, {1} work
    {Phrase::story_school_over,
     "оқуын бітірді; {0}; {1}",
     "окончание учёбы; {0}; {1}",
     "completes education; {0}; {1}"},
    // {0} post
    {Phrase::story_post_ended,
     "ресми жұмысы аяқталды: {0}",
     "официальная работа закончилась: {0}",
     "the formal post ended: {0}"},
    {Phrase::story_retired, "зейнетке шықты", "выход на пенсию", "retires"},
    {Phrase::story_pension_age, "зейнет жасына жетті", "достижение пенсионного возраста", "reaches the pension age"},
    {Phrase::story_out_of_work_force, "жұмыс күшінен шықты", "уход с рынка труда", "leaves the labour force"},
    {Phrase::story_informal_ended,
     "бейресми жұмысы аяқталды",
     "неформальная работа закончилась",
     "informal work ended"},
    // {0} post
    {Phrase::story_post_found, "ресми жұмыс тапты: {0}", "найдена официальная работа: {0}", "found a formal post: {0}"},
    // {0} post
    {Phrase::story_post_changed, "жұмысын ауыстырды: {0}", "смена работы: {0}", "changed the post: {0}"},
    // {0} post
    {Phrase::story_promise_kept,
     "көшкенде уәде етілген жұмысқа шықты: {0}",
     "выход на работу, обещанную при переезде: {0}",
     "takes up the post promised with the move: {0}"},
    {Phrase::story_promise_broken,
     "уәде етілген жұмыс орны бос болмай шықты",
     "обещанного места не оказалось",
     "the promised post was not free"},
    {Phrase::story_informal_found, "бейресми жұмысқа кірісті", "начало неформальной работы", "takes informal work"},
    {Phrase::story_post_left_at_once,
     "осы айда ресми жұмыс тапты, бірақ көшуге байланысты одан кетті",
     "официальная работа найдена в этом же месяце и оставлена из-за переезда",
     "found a formal post this month and gave it up with the move"},
    // {0} from the region, {1} to the region, {2} people, {3} home
    {Phrase::story_move,
     "КӨШУ {0} {1}; көшкендер: {2}; жаңа баспанасы: {3}",
     "ПЕРЕЕЗД {0} {1}; в составе: {2}; новое жильё: {3}",
     "MOVE {0} {1}; who moved: {2}; the new home: {3}"},
    // {0} people
    {Phrase::story_left_behind, "Көшпей қалғандар: {0}", "Без переезда: {0}", "Stayed behind: {0}"},
    // {0} from the region, {1} to the region, {2} people, {3} who stays
    {Phrase::story_family_moved,
     "ОТБАСЫ КӨШТІ {0} {1}: {2}; бөлек қалды: {3}",
     "ПЕРЕЕЗД СЕМЬИ {0} {1}: {2}; отдельно остаётся: {3}",
     "THE HOUSEHOLD MOVED {0} {1}: {2}; stays on alone: {3}"},
    // {0} post
    {Phrase::story_post_kept,
     "көшкенде жұмысы сақталды: {0}",
     "работа при переезде сохранена: {0}",
     "keeps the post with the move: {0}"},
    // {0} sector
    {Phrase::story_post_in_hand,
     "барар жерде жұмыс орны уәде етілді: {0}",
     "на новом месте обещана работа: {0}",
     "is promised a post there: {0}"},
    {Phrase::story_work_lost,
     "көшуге байланысты жұмысынан кетті, жаңасын іздейді",
     "работа оставлена из-за переезда, поиск новой",
     "gave up work with the move, looks for new work"},
    // {0} people
    {Phrase::story_departure, "Шетелге кетті: {0}", "Выезд за рубеж: {0}", "Left the country: {0}"},
    // {0} in the region, {1} people, {2} the old region
    {Phrase::story_registration,
     "{0} тіркелді: {1}; бұрын: {2}",
     "Регистрация {0}: {1}; прежде: {2}",
     "Registered {0}: {1}; before: {2}"},
    // Decisions. {0} who decides, {1} region, {2} utility short of staying, {3} empty or one of the next two
    {Phrase::story_stays,
     "{0} көшуді ойластырды, отбасы қалды; басқа өңірлердің үздігі: {1}, жетпегені {2}{3}",
     "{0}: мысль о переезде, семья остаётся; лучшее из остальных: {1}, не хватило {2}{3}",
     "{0} considers moving and stays; best elsewhere: {1}, short by {2}{3}"},
    // {0} %
    {Phrase::story_stays_pay,
     " (ондағы табыс {0}\u00A0% жоғары болса, көшер еді)",
     " (хватило бы заработков там на {0}\u00A0% выше)",
     " (pay there {0}\u00A0% higher would do)"},
    {Phrase::story_stays_tenfold,
     " (ондағы табыс он еседен астам жоғары болуы керек еді)",
     " (хватило бы лишь заработков там более чем вдесятеро выше)",
     " (pay there would have to be over ten times as high)"},
    // {0} who decides, {1} regions with their values
    {Phrase::story_options,
     "{0} көшуді ойластырды; отбасы үшін құны, жеке қалауды қосқанда: {1}.",
     "{0}: мысль о переезде; ценность для семьи вместе со вкусом: {1}.",
     "{0} considers moving; worth to the household, taste included: {1}."},
    {Phrase::story_staying, "қалу\u00A00", "остаться\u00A00", "staying\u00A00"},
    // {0} gain, {1} causes with gains
    {Phrase::story_gain,
     "Көшудің ұтысы {0}, оның ішінде: {1}.",
     "Выигрыш от переезда {0}, в том числе: {1}.",
     "The move gains {0}, made up of: {1}."},
    // {0} taste, {1} unexplained, {2} named causes, % of positive gain; {3} one of the next two
    {Phrase::story_taste,
     "Оң ұтыстың {0}\u00A0%-ы – модель түсіндірмейтін жеке қалау мен жағдай, {1}\u00A0%-ы – орындардың түсіндірілмеген "
     "тартымдылығы, {2}\u00A0%-ы – аталған себептер. {3}",
     "Положительный выигрыш: {0}\u00A0% – личные вкусы и обстоятельства, которых модель не объясняет, {1}\u00A0% – "
     "необъяснённая привлекательность мест, {2}\u00A0% – названные причины. {3}",
     "Positive gains: {0}\u00A0% personal taste, which the model does not explain, {1}\u00A0% the unexplained pull of "
     "places, {2}\u00A0% the named causes. {3}"},
    {Phrase::story_without_taste_stays,
     "Жеке қалау болмаса, отбасы қалар еді.",
     "Без вкуса семья осталась бы.",
     "Without taste the household would have stayed."},
    // {0} region
    {Phrase::story_without_taste_moves,
     "Жеке қалаусыз да отбасы көшер еді: {0}.",
     "И без вкуса семья переехала бы: {0}.",
     "Without taste, too, the household would have moved: {0}."},
    // {0} causes
    {Phrase::story_pivotal, "Шешуші себептер: {0}.", "Решающие причины: {0}.", "Pivotal causes: {0}."},
    {Phrase::story_pivotal_none,
     "Жеке-дара шешуші болған себеп жоқ.",
     "Ни одна причина в отдельности не была решающей.",
     "No cause was pivotal by itself."},
    // {0} pay, {1} rent
    {Phrase::story_kept,
     "Отбасын не ұстап қалар еді, әрқайсысы жеке: {0}; {1}.",
     "Что удержало бы семью, каждое в отдельности: {0}; {1}.",
     "What would have kept the household, each by itself: {0}; {1}."},
    // {0} in the region left, {1} %
    {Phrase::story_kept_pay,
     "{0} жалақы, бейресми табыс та, кемінде {1}\u00A0% жоғары болса",
     "заработки {0}, и неформальные тоже, выше не менее чем на {1}\u00A0%",
     "pay {0}, informal pay too, at least {1}\u00A0% higher"},
    // {0} in the region left
    {Phrase::story_kept_pay_tenfold,
     "{0} жалақы он еседен астам жоғары болса",
     "заработки {0} более чем вдесятеро выше",
     "pay {0} more than ten times as high"},
    {Phrase::story_kept_pay_never,
     "жалақының өсуі ұстап қалмас еді, бұл таңдауда ол ескерілмейді",
     "рост заработков не удержал бы, в этом выборе они не учитываются",
     "no rise of pay would, as pay does not enter this choice"},
    // {0} in the region left, {1} %
    {Phrase::story_kept_rent,
     "{0} жалдау ақысы кемінде {1}\u00A0% төмен болса",
     "аренда {0} ниже не менее чем на {1}\u00A0%",
     "rent {0} at least {1}\u00A0% lower"},
    // {0} in the region left
    {Phrase::story_kept_rent_tenth,
     "{0} жалдау ақысы оннан біріне жетпейтін болса",
     "аренда {0} ниже десятой части нынешней",
     "rent {0} below a tenth of what it was"},
    // {0} in the region left
    {Phrase::story_kept_rent_never,
     "{0} жалдау ақысының ешқандай төмендеуі ұстап қалмас еді",
     "никакое снижение аренды {0} не удержало бы",
     "no cut of the rent {0} would"},
    // Fields of study and sectors, as fields.csv and sectors.csv name them.
    {Phrase::field_engineering, "инженерия", "инженерное дело", "engineering"},
    {Phrase::field_energy_transport, "энергетика және көлік", "энергетика и транспорт", "energy and transport"},
    {Phrase::field_construction, "құрылыс", "строительство", "construction"},
    {Phrase::field_agriculture, "ауыл шаруашылығы", "сельское хозяйство", "agriculture"},
    {Phrase::field_ict, "ақпараттық технологиялар", "информационные технологии", "information technology"},
    {Phrase::field_education_health, "педагогика және медицина", "педагогика и медицина", "education and health"},
    {Phrase::field_business,
     "бизнес, құқық және гуманитарлық ғылымдар",
     "бизнес, право и гуманитарные науки",
     "business, law and humanities"},
    {Phrase::sector_agriculture, "ауыл шаруашылығы", "сельское хозяйство", "agriculture"},
    {Phrase::sector_mining_and_geology,
     "тау-кен өндіру және геология",
     "добыча полезных ископаемых и геология",
     "mining and geology"},
    {Phrase::sector_metallurgy_and_manufacturing,
     "металлургия және өңдеу өнеркәсібі",
     "металлургия и обрабатывающая промышленность",
     "metallurgy and manufacturing"},
    {Phrase::sector_energy_and_utilities,
     "энергетика және коммуналдық шаруашылық",
     "энергетика и коммунальное хозяйство",
     "energy and utilities"},
    {Phrase::sector_construction, "құрылыс", "строительство", "construction"},
    {Phrase::sector_transport_and_logistics,
     "көлік және логистика",
     "транспорт и логистика",
     "transport and logistics"},
    {Phrase::sector_it_and_communications, "АТ және байланыс", "ИТ и связь", "IT and communications"},
    {Phrase::sector_education, "білім беру", "образование", "education"},
    {Phrase::sector_health, "денсаулық сақтау", "здравоохранение", "health"},
    {Phrase::sector_trade_and_services, "сауда және қызмет көрсету", "торговля и услуги", "trade and services"},
    {Phrase::sector_public_administration,
     "мемлекеттік басқару",
     "государственное управление",
     "public administration"},
    {Phrase::sector_finance_professional_science,
     "қаржы, кәсіби қызметтер және ғылым",
     "финансы, профессиональные услуги и наука",
     "finance, professional services and science"},
    {Phrase::sector_industry, "өнеркәсіп", "промышленность", "industry"},
    {Phrase::sector_services, "қызмет көрсету", "услуги", "services"},
    {Phrase::sector_public_services, "бюджеттік сала", "бюджетная сфера", "public services"},
};

}  // namespace world::observers
