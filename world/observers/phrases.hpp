// Every phrase of the reports that people read, in Kazakh, Russian and English.
// Builders of reports ask for a phrase by name and fill in numbers and places;
// no other file holds wording. A phrase that lacks a language does not compile.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace world {
struct Region;
}

namespace world::observers {

struct RegionSnapshot;

enum class Language : std::uint8_t { kk, ru, en };
inline constexpr Language languages[] = {Language::kk, Language::ru, Language::en};

/// One enumerator for each phrase, in the order of the tables: common first, then
/// report by report (phrases_of_*.hpp). Wording and placeholders are told there.
enum class Phrase : std::uint16_t {
  // phrases_of_all.hpp
  language_name,
  january, february, march, april, may, june, july, august, september, october, november, december,
  month_and_year,
  all_regions,
  projection_warning,
  // phrases_of_summary.hpp
  summary_title, summary_period, summary_agents, summary_unfinished,
  summary_people, summary_balance, summary_moves, summary_gap,
  summary_region, summary_people_at_start, summary_people_at_end, summary_change, summary_registered_at_end,
  summary_net_moves, summary_net_registered,
  summary_markets, summary_wage, summary_rent, summary_unemployed_at_start, summary_unemployed_at_end,
  summary_flows, summary_from, summary_to, summary_moved, summary_moved_registered, summary_nobody_moved,
  summary_how_to_read, summary_read_populations, summary_read_net, summary_read_prices, summary_read_sources,
  summary_read_files,
  // phrases_of_places.hpp
  places_heading, places_served, places_registered, places_living, places_heat_load, places_heat_months,
  places_water_months, places_seats, places_roads, places_note,
  policies_heading, policies_none, policies_policy, policies_centre, policies_spent, policies_value,
  policies_placeholder, policies_note,
  money_heading, money_year, money_envelope, money_asked, money_paid, money_local, money_borrowed, money_rationed,
  money_per_resident, money_held, money_note,
  // phrases_of_why.hpp
  why_title, why_period, why_nobody,
  why_push, why_push_place, why_push_none, why_destinations, why_destinations_only, why_taste, why_more_than_half,
  why_numbers, why_who, why_destination, why_people, why_share, why_came_back, why_other_places, why_all_places,
  why_cause, why_gain, why_pivotal, why_sole, why_push_column, why_note,
  why_counter, why_counter_few, why_counter_came, why_counter_place, why_counter_income,
  cause_wage, cause_job_chance, cause_own_specialty, cause_prestige, cause_housing, cause_services,
  cause_heat_and_water,
  cause_congestion, cause_home, cause_network, cause_distance, cause_size, cause_place, cause_taste,
  why_unexplained_note,
  // phrases_of_story.hpp
  story_title, story_synthetic, story_stands_for, story_one_draw, story_picked, story_picked_only,
  story_asked_pivotal, story_at_start, story_happened, story_at_end, story_household, story_heads, story_rented,
  story_owned, story_registered, story_nowhere, story_home_region, story_abroad, story_serial, story_nothing,
  story_note, story_same_state, story_she, story_he, story_wife, story_husband, story_head, story_heads_wife,
  story_heads_husband, story_girl, story_boy, story_adult, story_level_secondary, story_level_vocational,
  story_level_higher, story_outside, story_student, story_degree_student, story_unemployed, story_informal,
  story_post, story_pensioner, story_post_of, story_own_specialty, story_other_specialty, story_commutes,
  story_arrival, story_own_birth, story_death, story_daughter, story_son, story_couple, story_came_along,
  story_own_family, story_own_household, story_leaving_home, story_placing, story_joining, story_parting,
  story_succession, story_degree_begun, story_school_over, story_post_ended, story_retired, story_pension_age,
  story_out_of_work_force, story_informal_ended, story_post_found, story_post_changed, story_promise_kept,
  story_promise_broken, story_informal_found, story_post_left_at_once, story_move, story_left_behind,
  story_family_moved, story_post_kept, story_post_in_hand, story_work_lost, story_departure, story_registration,
  story_stays, story_stays_pay, story_stays_tenfold, story_options, story_staying, story_gain, story_taste,
  story_without_taste_stays, story_without_taste_moves, story_pivotal, story_pivotal_none, story_kept, story_kept_pay,
  story_kept_pay_tenfold, story_kept_pay_never, story_kept_rent, story_kept_rent_tenth, story_kept_rent_never,
  field_engineering, field_energy_transport, field_construction, field_agriculture, field_ict, field_education_health,
  field_business, sector_agriculture, sector_mining_and_geology, sector_metallurgy_and_manufacturing,
  sector_energy_and_utilities, sector_construction, sector_transport_and_logistics, sector_it_and_communications,
  sector_education, sector_health, sector_trade_and_services, sector_public_administration,
  sector_finance_professional_science, sector_industry, sector_services, sector_public_services,
  // phrases_of_comparison.hpp
  compare_title, compare_side, compare_period, compare_common_luck, compare_one_pair, compare_unfinished,
  compare_identical, compare_interval, compare_no_interval, compare_in_short, compare_relief_fewer,
  compare_relief_more, compare_relief_uncertain, compare_centre, compare_diversion_slows,
  compare_diversion_quickens, compare_diversion_uncertain, compare_diversion_not_defined,
  compare_diversion_loses, compare_diversion_two_sides, compare_price_more, compare_price_less, compare_price_same, compare_price_none,
  compare_per_mover, compare_per_mover_not_defined, compare_jobs, compare_per_job, compare_per_job_not_defined,
  compare_lose_people, compare_gain_people, compare_lose_pay, compare_gain_pay, compare_nobody, compare_brackets,
  compare_and_more, compare_relief_heading, compare_horizon, compare_after_years, compare_whole_period,
  compare_net_registered, compare_net_actual, compare_interval_heading, compare_years_heading, compare_year,
  compare_people_registered, compare_people_actual, compare_wage, compare_real_wage, compare_rent,
  compare_jobs_filled, compare_heat_months, compare_water_months, compare_who_heading, compare_who_text,
  compare_deficits_heading, compare_deficits_text, compare_heat_a, compare_heat_b, compare_water_a,
  compare_water_b, compare_no_deficits, compare_price_heading, compare_cost_side, compare_cost_policy,
  compare_cost_item, compare_cost_quantity, compare_cost_total, compare_cost_present, compare_cost_basis,
  compare_basis_sourced, compare_basis_derived, compare_basis_estimated, compare_basis_placeholder,
  compare_basis_mixed, compare_basis_stated, compare_item_jobs, compare_item_dwellings, compare_item_heat,
  compare_item_water, compare_item_schools, compare_item_roads, compare_item_worker_homes,
  compare_item_moving_grants, compare_item_register, compare_item_register_running, compare_unit_posts,
  compare_unit_m2, compare_unit_heat, compare_unit_water, compare_unit_seats, compare_unit_persons,
  compare_unit_families, compare_unit_households, compare_unit_registers, compare_unit_years,
  compare_settings_heading, compare_settings_none, compare_sure_heading, compare_sure_interval,
  compare_sure_income, compare_sure_pull, compare_sure_forecast, compare_sure_region, compare_sure_whole_regions,
  compare_sure_registered, compare_sure_prices, compare_sure_additional, compare_sure_public_share,
  compare_sure_unit_costs, compare_sure_running, compare_sure_own_plans, compare_files_heading, compare_files, compare_ask_why, compare_why_basis,
  compare_made_by,
  compare_column_net, compare_column_interval, compare_column_people, compare_column_wage, compare_column_real,
  compare_column_rent, compare_column_jobs,
  compare_money,
  // phrases_of_figures.hpp
  figure_flows, figure_net, figure_population, figure_population_registered, figure_pressure, figure_causes,
  figure_circle, figure_lines, figure_flows_change, figure_net_change, figure_population_change,
  figure_pressure_change, figure_lines_two, figure_lines_band,
  figure_months_to, figure_month_end, figure_actual, figure_registered, figure_moved_in_all, figure_per_side,
  figure_forecast_from, figure_forecast_means, figure_run, figure_compared, figure_ensemble, figure_sources_usual,
  figure_net_rate, figure_net_rate_change, figure_density, figure_people_change, figure_load, figure_load_change,
  figure_ribbons, figure_ribbons_change, figure_more_streams, figure_more_changes, figure_out, figure_in, figure_more, figure_fewer,
  figure_thousand, figure_million, figure_gauges, figure_highest_of, figure_adaptive, figure_dot, figure_uncertain, figure_no_moves,
  figure_living, figure_registered_there, figure_share_of_gain, figure_index_start, figure_band,
  figure_median, figure_unexplained,
  figure_circle_change, figure_circle_read, figure_circle_faint, figure_circle_most, figure_circle_order, figure_circle_scale,
  figure_lines_all_forecast, figure_lines_order, figure_lines_order_two, figure_side_a, figure_side_b, figure_b_less_a,
  figure_causes_change, figure_year, figure_years, figure_year_in_part, figure_people_left, figure_all_gain,
  figure_gain_enlarged, figure_points, figure_named, figure_whisker, figure_no_gain, figure_nobody_left,
  // phrases_of_viewer.hpp
  view_do_play_pause, view_do_step_back, view_do_step_forward, view_do_year_back, view_do_year_forward,
  view_do_checkpoint_back, view_do_checkpoint_forward, view_do_first_month, view_do_last_month, view_do_go_to,
  view_do_faster, view_do_slower, view_do_loop, view_do_set_view, view_do_top_flows, view_do_compare,
  view_do_compare_with, view_do_swipe, view_do_set_compared, view_compare_chip, view_compare_one, view_compare_beside,
  view_compare_difference, view_compare_swipe, view_compare_country, view_compare_type, view_compare_interval,
  view_compare_set, view_compare_close, view_compare_opening, view_line_median,
  view_do_previous_scenario, view_do_next_scenario, view_do_pin, view_do_fit, view_do_zoom, view_do_pan,
  view_do_run_from_here, view_do_undo, view_do_redo, view_do_help, view_do_language, view_do_theme, view_do_ui_scale,
  view_do_reduced_motion, view_do_left_drawer, view_do_right_drawer, view_do_set_tab, view_do_sort_flows,
  view_do_search, view_do_settings, view_do_focus, view_do_activate, view_do_close, view_do_kiosk, view_do_picture,
  view_do_export, view_do_quit, view_info_net_rate, view_info_arrivals, view_info_departures, view_info_people,
  view_info_unregistered, view_info_wage, view_info_rent, view_info_unemployment, view_unit_people,
  view_unit_people_a_month, view_unit_people_a_year, view_unit_per_thousand, view_unit_percent,
  view_unit_tenge_a_month, view_unit_tenge_a_metre, view_millions, view_thousands, view_headline_people,
  view_headline_movers, view_headline_unregistered, view_speed, view_badge, view_months_to, view_section_question,
  view_section_flows, view_section_scenario, view_section_levers, view_field_scenario, view_field_seed,
  view_field_scale, view_field_months, view_months_of, view_levers_recorded, view_levers_none, view_tab_overview,
  view_tab_region, view_tab_flows, view_tab_circle, view_tab_compare, view_chart_people, view_chart_movers,
  view_chart_moves, view_chart_wage, view_line_living, view_line_registered, view_line_moved, view_line_arrived,
  view_line_left, view_line_mean, view_circle_read, view_compare_none, view_region_none, view_came_from,
  view_went_to, view_flows_title, view_column_from, view_column_to, view_column_people, view_column_net,
  view_help_title, view_help_time, view_help_map, view_help_screen, view_help_note, view_setting_theme,
  view_setting_scale, view_theme_dark, view_theme_light, view_picture_saved, view_cannot, view_doing_preparing,
  view_doing_simulating, view_doing_following, view_doing_paused, view_doing_done, view_doing_failed, view_no_display,
  view_no_gl, view_nothing_named,   view_kiosk_hint, view_kiosk_leave, view_kiosk_note, view_recorded,
  view_rehearse_fonts, view_rehearse_languages, view_rehearse_disk, view_rehearse_tour, view_rehearse_display, view_rehearse_speed, view_rehearse_simulation, view_rehearse_time, view_rehearse_all_written, view_rehearse_not_written, view_rehearse_none_cut, view_rehearse_cut, view_rehearse_free, view_rehearse_no_right, view_rehearse_fits, view_rehearse_frames, view_rehearse_months, view_rehearse_recorded, view_rehearse_seconds, view_rehearse_ready, view_rehearse_failed, view_rehearse_yes, view_rehearse_no, view_rehearse_skipped, view_describe_range, view_field_run,
  view_starting, view_building, view_settling, view_loading, view_again, view_cannot_begin, view_not_opened,
  view_not_written, view_not_done, view_not_whole, view_state_unusable,
  // the map by hand, repeating, exports
  view_do_ways, view_do_pair, view_pair_pick, view_ways_both, view_ways_in, view_ways_out, view_pair_balance,
  view_mouse_click, view_mouse_right, view_mouse_shift, view_do_loop_start, view_do_loop_end, view_do_toggle_loop,
  view_loop_from, view_loop_to, view_export_what, view_export_flows, view_export_net, view_export_population,
  view_export_pressure, view_export_causes, view_export_circle, view_export_lines, view_export_kind,
  view_export_film, view_export_style, view_export_screen, view_export_slide, view_export_article, view_export_grey,
  view_export_size, view_export_language, view_export_folder, view_export_name, view_export_month, view_export_from,
  view_export_to, view_export_seconds, view_export_command, view_export_copy, view_export_copied, view_export_write,
  view_export_stop, view_export_busy, view_export_done, view_export_numbered, view_export_failed,
  view_export_stopped, view_export_no_space, view_export_no_right, view_export_no_folder, view_export_no_program,
  view_export_no_run,
  // phrases_of_levers.hpp
  lever_do_add, lever_do_set, lever_do_remove, lever_do_reset, lever_do_reset_one, lever_do_show, lever_do_line,
  lever_do_save, lever_do_target, lever_page_map, lever_page_levers, lever_lines, lever_line_base, lever_line_branch,
  lever_none, lever_from, lever_edits, lever_no_edits, lever_obstacle, lever_obstacle_whole, lever_range,
  lever_branched, lever_saved, lever_until, lever_progress, lever_rate, lever_unsaved, lever_no_checkpoint, lever_newest,
  lever_no_session, lever_has_session,

  // phrases_of_attribution.hpp
  attribution_title, attribution_region_title, attribution_of, attribution_unit, attribution_net, attribution_level,
  attribution_strongest, attribution_out, attribution_in, attribution_now, attribution_alike, attribution_unexplained,
  attribution_note,
  // phrases_of_answers.hpp
  push_heading, push_sentence, push_sentence_none, push_few, push_nobody, push_reading, push_no_file, push_damaged,
  push_not_known, push_months, push_label, push_none, push_unexplained_label, push_unexplained_parts,
  view_do_headline, headline_is_people, headline_is_movers, headline_is_unregistered,
  headline_formula, headline_before, headline_born, headline_died, headline_came, headline_went, headline_others,
  headline_nowhere, headline_year_ago, headline_against, headline_not_read, headline_inputs, headline_weighted,
  ground_people, ground_births, ground_deaths, ground_abroad, ground_moves, ground_marriages, ground_choice,
  ground_registration,
  footing_sourced, footing_derived, footing_anchored, footing_recalled, footing_mixed, footing_estimated,
  footing_invented, footing_own, footing_fitted, footing_assumed, footing_unstated,
  // phrases_of_studies.hpp
  story_college_student, story_college_begun, story_study_move, compare_item_free_studies, compare_item_stipends,
  compare_item_dormitories, compare_item_dormitories_running, compare_item_dual_training, compare_item_places_of_study,
  compare_unit_beds, compare_unit_bed_years, compare_unit_student_years, compare_unit_seat_years,
  // phrases_of_markets.hpp
  compare_item_administration, compare_item_wages, compare_item_tax_relief, compare_item_commuter_service,
  compare_unit_post_years, compare_unit_minute_years, compare_item_research, compare_item_integration,
  compare_item_campaign, compare_item_working_conditions, compare_item_ai_grants, compare_item_tax_credit,
  compare_unit_bln_kzt, compare_unit_worker_years, compare_unit_workers, compare_unit_mln_kzt_of_wages,
  n_phrases,
};

/// One row of the tables. Placeholders are {0} to {9}, the same ones in all three.
struct PhraseEntry {
  Phrase phrase;
  std::string_view kk, ru, en;
};

/// The phrase as it stands in the table, placeholders and all.
[[nodiscard]] std::string_view text(Phrase phrase, Language language);
/// The phrase with {0}, {1} … replaced by `arguments`.
[[nodiscard]] std::string text(Phrase phrase, Language language, std::initializer_list<std::string> arguments);

/// How a kind of policy (`field` empty) or a field of one is named to people, its unit, and a sentence about it.
struct LeverWords {
  std::string_view name, unit, sentence;
};
/// Empty words where there are none.
[[nodiscard]] LeverWords lever_words(std::string_view kind, std::string_view field, Language language);
/// A sector or a system of infrastructure by its name in the tables; empty where there are no words.
[[nodiscard]] std::string_view lever_value_words(std::string_view value, Language language);

/// "kk", "ru", "en".
[[nodiscard]] std::string_view code_of(Language language);
/// The language of a code. Errors: InputError that begins with `where` ("--lang") and names the three.
[[nodiscard]] Language parse_language(std::string_view code, const std::string& where);

/// The region's name in the language, as regions.csv has it.
[[nodiscard]] const std::string& name_in(const Region& region, Language language);
[[nodiscard]] const std::string& name_in(const RegionSnapshot& region, Language language);

// Numbers for people. Kazakh and Russian: 19 765 004,5 with no-break spaces;
// English: 19,765,004.5. The minus is "−"; what is not finite is "–".

/// Rounded to a whole number.
[[nodiscard]] std::string count_text(double value, Language language);
/// With its sign, also when positive; zero has none.
[[nodiscard]] std::string signed_count_text(double value, Language language);
[[nodiscard]] std::string decimal_text(double value, int decimals, Language language);
[[nodiscard]] std::string signed_decimal_text(double value, int decimals, Language language);
/// A month counted as year × 12 + (calendar month − 1): "January 2023", «январь 2023 г.», «2023 жылғы қаңтар».
[[nodiscard]] std::string month_in_words(int month, Language language);

/// How a sentence names a place.
enum class Relation : std::uint8_t { named, of, from, to, in };

/// A place inside a sentence, with its preposition or case ending: "from
/// Turkistan Region", «из Туркестанской области», «Түркістан облысынан».
/// Kazakh endings follow vowel harmony and the last sound; Russian ones the last
/// letters; a Russian name that fits no pattern stays as it is (Алматы).
[[nodiscard]] std::string place_text(std::string_view name, Relation relation, Language language);

/// All of the above, bound to one language.
class Speech {
 public:
  explicit Speech(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string operator()(Phrase phrase) const { return std::string(text(phrase, language_)); }
  [[nodiscard]] std::string operator()(Phrase phrase, std::initializer_list<std::string> arguments) const {
    return text(phrase, language_, arguments);
  }
  [[nodiscard]] std::string count(double value) const { return count_text(value, language_); }
  [[nodiscard]] std::string signed_count(double value) const { return signed_count_text(value, language_); }
  [[nodiscard]] std::string decimal(double value, int decimals) const {
    return decimal_text(value, decimals, language_);
  }
  [[nodiscard]] std::string signed_decimal(double value, int decimals) const {
    return signed_decimal_text(value, decimals, language_);
  }
  [[nodiscard]] std::string month(int month) const { return month_in_words(month, language_); }
  [[nodiscard]] std::string place(const Region& region, Relation relation = Relation::named) const {
    return place_text(name_in(region, language_), relation, language_);
  }

 private:
  Language language_;
};

}  // namespace world::observers
