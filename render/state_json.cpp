#include "render/state_json.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "render/answers_json.hpp"

namespace viewer {
namespace {

using nlohmann::json;

constexpr const char* tab_names[] = {"overview", "region", "flows", "circle", "compare"};
constexpr const char* ways_names[] = {"both", "in", "out"};
constexpr const char* compare_names[] = {"one", "side-by-side", "difference", "swipe"};

double rounded(double value) { return std::round(value * 100) / 100; }

json rect_json(const Rect& rect) { return {rect.x, rect.y, rect.w, rect.h}; }

std::string hash_text(std::uint64_t hash) {
  std::array<char, 20> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
  return text.data();
}

json time_json(const Scene& scene) {
  const Playback& playback = scene.state.playback;
  json time = {{"month", scene.month ? json(world::observers::month_name(*scene.month)) : json()},
               {"state_hash", scene.month ? json(hash_text(scene.month->state_hash)) : json()},
               {"index", scene.index},
               {"asked_index", playback.month()},
               {"painted_index", scene.painted_index},
               {"n_months", scene.n_months},
               {"months_late", scene.n_months - 1 - scene.index},
               {"playing", playback.is_playing()},
               {"speed", playback.speed()},
               {"live", scene.is_live}};
  if (const auto loop = playback.loop()) time["loop"] = {loop->first, loop->second};
  if (const auto& stretch = playback.stretch()) time["stretch"] = {stretch->first, stretch->second};
  return time;
}

json levers_json(const Scene& scene) {
  if (scene.levers == nullptr) return nullptr;
  const LeverDesk& desk = *scene.levers;
  json all = {{"line", desk.current_line()},
              {"target", desk.target()},
              {"has_edits", desk.has_edits()},
              {"can_undo", desk.can_undo()},
              {"can_redo", desk.can_redo()},
              {"obstacle", scene.obstacle},
              {"is_shown", scene.state.levers.is_shown},
              {"policies", json::array()},
              {"lines", json::array()}};
  for (const Lever& lever : desk.levers()) {
    const LeverKind& kind = desk.kinds()[static_cast<std::size_t>(lever.kind)];
    json policy = {{"kind", kind.kind}, {"name", lever.name}, {"changed", lever.is_changed}};
    for (std::size_t i = 0; i < kind.fields.size(); ++i) policy["fields"][kind.fields[i].name] = lever.values[i].text;
    all["policies"].push_back(std::move(policy));
  }
  for (const LineInfo& line : desk.lines())
    all["lines"].push_back({{"parent", line.parent}, {"branched", line.branched}});
  const LeverProblem& problem = desk.problem();
  all["problem"] = {
      {"lever", problem.lever}, {"field", problem.field}, {"value", problem.value}, {"words", problem.words}};
  return all;
}

json camera_json(const Scene& scene) {
  const Camera& camera = scene.state.camera;
  return {{"x", camera.view().centre.x},
          {"y", camera.view().centre.y},
          {"scale", camera.view().scale},
          {"fitted", camera.is_fitted()},
          {"moving", camera.is_moving()}};
}

json screen_json(const Scene& scene) {
  const State& state = scene.state;
  return {{"language", code_of(state.settings.language)},
          {"theme", state.settings.is_dark ? "dark" : "light"},
          {"ui_scale", state.settings.ui_scale},
          {"reduced_motion", state.settings.reduced_motion},
          {"left_drawer", state.has_left},
          {"right_drawer", state.has_right},
          {"tab", tab_names[static_cast<int>(state.tab)]},
          {"help", state.shows_help},
          {"settings", state.shows_settings},
          {"search", state.shows_search},
          {"headline", state.headline},
          {"export", state.shows_export},
          {"kiosk", state.is_kiosk},
          {"info", static_cast<int>(state.info)},
          {"top_flows", state.top_flows},
          {"compare", compare_names[static_cast<int>(state.compare)]},
          {"pinned", state.pinned},
          {"partner", state.partner},
          {"ways", ways_names[static_cast<int>(state.ways)]},
          {"sorted_by", state.sorted_by},
          {"descending", state.is_descending}};
}

json done_json(const Done& done) {
  return {{"line", done.line},
          {"asked_frame", done.asked_frame},
          {"shown_frame", done.shown_frame},
          {"ms", rounded(done.milliseconds)}};
}

json times_json(const Report& report) {
  if (report.times == nullptr) return json::object();
  const FrameTimes& times = *report.times;
  return {{"n", times.n()},
          {"p50_ms", rounded(times.quantile(0.5))},
          {"p95_ms", rounded(times.quantile(0.95))},
          {"max_ms", rounded(times.worst())},
          {"first_frame_ms", rounded(report.first_frame_ms)},
          {"first_month_ms", rounded(report.first_month_ms)}};
}

/// Of two of these, the difference tells.
json time_json(const ProcessorTime& time) {
  return {{"wall_s", time.wall},
          {"simulation_s", time.simulation},
          {"viewer_s", time.viewer},
          {"idle_s", time.idle},
          {"processors", time.n_processors}};
}

json comparison_json(const Scene& scene) {
  json comparison = {{"rival", scene.rival ? json(scene.rival->description.scenario) : json()},
                     {"runs_of_set", scene.company != nullptr ? scene.company->set().size() : 0},
                     {"opening", scene.company != nullptr && scene.company->is_opening()},
                     {"swipe", scene.state.swipe},
                     {"compared", scene.state.compared},
                     {"panes", {rect_json(scene.panes.first), rect_json(scene.panes.second)}}};
  if (scene.rival) comparison["month"] = world::observers::month_name(*scene.rival->month);
  if (scene.largest_difference >= 0) comparison["largest_difference"] = scene.largest_difference;
  return comparison;
}

json card_json(const Scene& scene, int region, const PushReport& push, const world::observers::Speech& say) {
  if (region < 0 || region >= scene.month->n_regions()) return nullptr;
  return push_json(push, scene.month->regions[static_cast<std::size_t>(region)], say);
}

}  // namespace

std::string state_json(const Scene& scene, const Report& report) {
  json all = {{"time", time_json(scene)}, {"camera", camera_json(scene)}, {"screen", screen_json(scene)}};
  all["comparison"] = comparison_json(scene);
  all["map_hash"] = std::to_string(scene.map_hash);
  all["levers"] = levers_json(scene);
  all["status"] = scene.status.words;
  all["frames"] = report.n_frames;
  all["frame_times"] = times_json(report);
  all["painting"] = report.is_painting;
  all["hovered"] = report.mouse_region;
  all["focus"] = report.focus;
  all["n_done"] = report.n_done;
  all["done"] = json::array();
  for (const Done& done : report.last_done) all["done"].push_back(done_json(done));
  all["headlines"] = json::array();
  const world::observers::Speech say(scene.state.settings.language);
  if (scene.month) {
    const HeadlineFacts facts = headline_facts(scene);
    for (const Headline& line : headlines(facts, say.language())) {
      json one = {{"code", line.kind->code}, {"value", line.value}, {"change", line.change}};
      if (scene.grounds != nullptr) one["answer"] = headline_json(*line.kind, facts, *scene.grounds, say);
      all["headlines"].push_back(std::move(one));
    }
    all["card"] = card_json(scene, card_region(scene.state, scene.hovered), scene.push, say);
    all["hover_card"] = card_json(scene, scene.hovered, scene.hovered_push, say);
  }
  all["layout"] = {{"map", rect_json(scene.layout.map)},
                   {"left", rect_json(scene.layout.left)},
                   {"right", rect_json(scene.layout.right)},
                   {"top", rect_json(scene.layout.top)},
                   {"bottom", rect_json(scene.layout.bottom)}};
  all["widgets"] = json::object();
  for (const Widget& widget : report.widgets) {
    if (widget.is_enabled) all["widgets"][widget.id] = rect_json(widget.rect);
  }
  all["words"] = report.words;
  all["cut_words"] = report.cut_words;
  if (scene.kiosk != nullptr) {
    constexpr const char* modes[] = {"off", "touring", "visited"};
    all["kiosk"] = {{"mode", modes[static_cast<int>(scene.kiosk->mode())]},
                    {"step", scene.kiosk->step()},
                    {"rounds", scene.kiosk->n_rounds()},
                    {"recorded", scene.is_recorded}};
    if (scene.state.is_kiosk && scene.month) all["kiosk"]["caption"] = caption_of(scene);
  }
  all["message"] = scene.message;
  all["processor"] = time_json(processor_time());
  all["export"] = {{"line", figure_line(figure_words(scene.state.exporting, scene.exports.places))},
                   {"file", scene.state.exporting.file()},
                   {"busy", scene.exports.is_busy},
                   {"message", scene.exports.message},
                   {"possible", can_export(scene.state.exporting, scene.exports.places)}};
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string bench_json(const Report& report, int width, int height) {
  json all = times_json(report);
  all["cpu_ms_a_frame"] = rounded(report.cpu_ms_a_frame);
  all["size"] = std::to_string(width) + "x" + std::to_string(height);
  return all.dump();
}

std::string bench_seconds_json(const Report& report, const ProcessorShare& share, int n_months) {
  const auto fine = [](double value) { return std::round(value * 10000) / 10000; };
  const json all = {{"seconds", rounded(share.seconds)},
                    {"viewer_share", fine(share.viewer)},
                    {"simulation_share", fine(share.simulation)},
                    {"simulation_share_of_rest", fine(share.simulation_of_rest)},
                    {"months", n_months},
                    {"months_a_second", rounded(n_months / std::max(1e-9, share.seconds))},
                    {"frames", report.n_frames}};
  return all.dump();
}

}  // namespace viewer
