// Phrases that several reports share. Rows in the order of `Phrase`.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_all[] = {
    {Phrase::language_name, "қазақша", "по-русски", "English"},
    {Phrase::january, "қаңтар", "январь", "January"},
    {Phrase::february, "ақпан", "февраль", "February"},
    {Phrase::march, "наурыз", "март", "March"},
    {Phrase::april, "сәуір", "апрель", "April"},
    {Phrase::may, "мамыр", "май", "May"},
    {Phrase::june, "маусым", "июнь", "June"},
    {Phrase::july, "шілде", "июль", "July"},
    {Phrase::august, "тамыз", "август", "August"},
    {Phrase::september, "қыркүйек", "сентябрь", "September"},
    {Phrase::october, "қазан", "октябрь", "October"},
    {Phrase::november, "қараша", "ноябрь", "November"},
    {Phrase::december, "желтоқсан", "декабрь", "December"},
    // {0} month, {1} year
    {Phrase::month_and_year, "{1} жылғы {0}", "{0} {1} г.", "{0} {1}"},
    {Phrase::all_regions, "Барлық өңір", "Все регионы", "All regions"},
    {Phrase::projection_warning,
     "Бұл – сценарий жорамалдарына сүйенген модельдік есеп, болашақтың болжамы емес.",
     "Это модельный расчёт при допущениях сценария, а не предсказание будущего.",
     "A projection of a model under the assumptions of its scenario, not a forecast."},
};

}  // namespace world::observers
