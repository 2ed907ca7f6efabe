// Phrases of studies: in stories, and as items of spending. Rows in the order
// of `Phrase`.
#pragma once

#include "world/observers/phrases.hpp"

namespace world::observers {

inline constexpr PhraseEntry phrases_of_studies[] = {
    {Phrase::story_college_student, "колледжде оқиды", "учится в колледже", "studies at a college"},
    {Phrase::story_college_begun, "колледжде оқи бастады", "начало учёбы в колледже", "begins to study at a college"},
    // {0} from the region, {1} to the region
    {Phrase::story_study_move, "оқу үшін {0} {1} көшті", "переезд на учёбу {0} {1}", "moves {0} {1} to study"},
    {Phrase::compare_item_free_studies, "тегін оқу", "бесплатное обучение", "free studies"},
    {Phrase::compare_item_stipends, "шәкіртақы", "стипендии", "stipends"},
    {Phrase::compare_item_dormitories, "жатақхана салу", "строительство общежитий", "building of dormitories"},
    {Phrase::compare_item_dormitories_running, "жатақхана ұстау", "содержание общежитий", "running of dormitories"},
    {Phrase::compare_item_dual_training, "дуалды оқыту", "дуальное обучение", "dual training"},
    {Phrase::compare_item_places_of_study, "оқу орындары", "учебные места", "places of study"},
    {Phrase::compare_unit_beds, "төсек-орын", "коек", "beds"},
    {Phrase::compare_unit_bed_years, "төсек-орын-жыл", "койко-лет", "bed-years"},
    {Phrase::compare_unit_student_years, "студент-жыл", "студенто-лет", "student-years"},
    {Phrase::compare_unit_seat_years, "орын-жыл", "место-лет", "seat-years"},
};

}  // namespace world::observers
