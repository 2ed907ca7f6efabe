#include "render/rehearse.hpp"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "render/display.hpp"
#include "render/scene.hpp"
#include "world/errors.hpp"

namespace viewer {

namespace fs = std::filesystem;
using world::observers::Language;
using world::observers::Phrase;
using world::observers::Speech;
using Outcome = Check::Outcome;

namespace {

constexpr int frames_measured = 100, frames_before = 10;
constexpr double least_mb = 200;
constexpr double slowest_frame_ms = 70;   // docs/performance.md has those of the window
constexpr double simulation_seconds = 6;  // watched
constexpr double most_seconds = 60;

/// Dear ImGui without a window: panels are laid out and not painted.
class Paper {
 public:
  Paper() : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DeltaTime = 1.0F / 30;
  }
  ~Paper() { ImGui::DestroyContext(context_); }
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  void set_scale(double scale) {
    if (scale != scale_) fonts_.build(find_fonts(), scale);
    scale_ = scale;
  }
  [[nodiscard]] const UiFonts& fonts() const { return fonts_; }

  /// What of a scene's words is cut short.
  [[nodiscard]] std::vector<std::string> cut_words(const Scene& scene, int width, int height, double scale) {
    std::vector<std::string> cut;
    for (int frame = 0; frame < 2; ++frame) {  // windows find their size in the first
      ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
      ImGui::NewFrame();
      Ui ui(theme_of(true), fonts_, ring_, scene.state.settings.language, static_cast<float>(scale));
      ring_.begin_frame(0, false, false);
      screen(ui, scene);
      ring_.end_frame();
      ImGui::Render();
      cut = std::move(ui.cut_words);
    }
    return cut;
  }

 private:
  ImGuiContext* context_;
  double scale_ = 0;
  UiFonts fonts_;
  FocusRing ring_;
};

void add_characters(const std::string& text, std::set<std::string>& all) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t n = 1;
    while (i + n < text.size() && (static_cast<unsigned char>(text[i + n]) & 0xC0U) == 0x80U) ++n;
    if (n > 1 || static_cast<unsigned char>(text[i]) >= 32) all.insert(text.substr(i, n));
    i += n;
  }
}

std::set<std::string> characters_of(const Tour& tour, const world::observers::Snapshot& month) {
  std::set<std::string> all;
  for (const Language language : world::observers::languages) {
    for (int p = 0; p < static_cast<int>(Phrase::n_phrases); ++p)
      add_characters(std::string(text(static_cast<Phrase>(p), language)), all);
    for (const auto& region : month.regions) add_characters(name_in(region, language), all);
    add_characters(tour.title[language], all);
    for (const TourStep& step : tour.steps) add_characters(step.caption[language], all);
  }
  return all;
}

/// One way to look at the screen.
struct Pose {
  std::string name;
  State state;
  int step = -1;  // of the tour
};

std::vector<Pose> poses_of(const Tour& tour, int n_regions) {
  std::vector<Pose> poses;
  const auto add = [&](const std::string& name) -> State& { return poses.emplace_back(Pose{name, {}, -1}).state; };
  constexpr const char* tabs[] = {"overview", "region", "flows", "circle", "compare"};
  for (int tab = 0; tab < n_tabs; ++tab) add(tabs[tab]).tab = static_cast<Tab>(tab);
  State& pinned = add("region-pinned");
  pinned.tab = Tab::region;
  pinned.pinned = n_regions - 1;
  State& pair = add("pair");
  pair.pinned = 0;
  pair.partner = n_regions - 1;
  add("export").shows_export = true;
  State& film = add("export-film");
  film.shows_export = true;
  film.exporting.kind = "mp4";
  add("help").shows_help = true;
  add("settings").shows_settings = true;
  add("search").shows_search = true;
  for (int step = 0; step < static_cast<int>(tour.steps.size()); ++step) {
    poses.push_back({"tour " + std::to_string(step + 1), {}, step});
    poses.back().state.is_kiosk = true;
  }
  return poses;
}

/// A run read whole, as far as it is there.
struct Seen {
  History history;
  Month month;
  int index = 0;
};

Seen see(Source& source) {
  Seen seen;
  source.poll();
  while (seen.history.read(source, 1000)) {
  }
  seen.index = source.n_months() - 1;
  for (int tries = 0; tries < 1000 && !(seen.month = source.month(seen.index)); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    source.poll();
  }
  if (!seen.month) {
    seen.index = 0;
    seen.month = source.month(0);
  }
  return seen;
}

std::vector<std::string> cut_in(Paper& paper, const Parts& parts, const Seen& seen, Pose pose, Language language,
                                double ui_scale, int width, int height) {
  State& state = pose.state;
  state.settings.language = language;
  state.settings.ui_scale = ui_scale;
  state.settings.reduced_motion = true;
  state.playback.set_months(parts.source.n_months(), false);
  state.playback.go_to(seen.index);
  state.camera.set_extent(parts.map.extent());
  const double scale = pose.step < 0 ? ui_scale : kiosk_scale(ui_scale, width, height);
  paper.set_scale(scale);
  Kiosk kiosk;
  if (pose.step >= 0) {
    Tour tour = parts.tour;
    tour.steps = {tour.steps[static_cast<std::size_t>(pose.step)]};
    kiosk.set_tour(std::move(tour));
    kiosk.advance(0, 0, {*seen.month, seen.index, parts.source.n_months(), false}, state);
  }
  const Layout layout = lay_out(static_cast<float>(width), static_cast<float>(height), static_cast<float>(scale), true,
                                true, state.is_kiosk);
  const Company company(parts.source, {});
  const Scene scene{.state = state,
                    .description = parts.source.description(),
                    .history = seen.history,
                    .map = parts.map,
                    .layout = layout,
                    .status = {},
                    .month = seen.month,
                    .index = seen.index,
                    .n_months = parts.source.n_months(),
                    .is_live = false,
                    .checkpoints = parts.source.checkpoints(),
                    .year = seen.history.year_to(seen.index),
                    .company = &company,
                    .levers = parts.source.levers(),
                    .kiosk = &kiosk};
  return paper.cut_words(scene, width, height, scale);
}

Check check_display(const Display& display, Language language) {
  Check check{.name = Phrase::view_rehearse_display};
  if (!display.is_there() || !display.has_gl()) {
    check.outcome = Outcome::skipped;
    check.detail = text(display.is_there() ? Phrase::view_no_gl : Phrase::view_no_display, language);
    return check;
  }
  check.detail = std::to_string(display.width()) + "×" + std::to_string(display.height());
  if (display.width() < 1280 || display.height() < 720) {
    check.outcome = Outcome::bad;
    check.detail += " < 1280×720";
  }
  return check;
}

Check check_speed(Options options, const Parts& parts, const Display& display) {
  const Language language = options.language;
  Check check{.name = Phrase::view_rehearse_speed};
  if (!display.is_there() || !display.has_gl()) {
    check.outcome = Outcome::skipped;
    check.detail = text(Phrase::view_no_display, language);
    return check;
  }
  FrameTimes times;
  Parts measured = parts;
  measured.times = &times;
  options.is_kiosk = true;
  options.bench_frames = frames_before + frames_measured;
  options.script.clear();
  options.state_file.clear();
  show(options, measured);
  const double p95 = times.quantile(0.95);
  check.detail = text(Phrase::view_rehearse_frames, language,
                      {world::observers::decimal_text(p95, 0, language),
                       std::to_string(options.width) + "×" + std::to_string(options.height)});
  if (p95 > slowest_frame_ms) {
    check.outcome = Outcome::bad;
    check.detail += " > " + world::observers::decimal_text(slowest_frame_ms, 0, language);
  }
  return check;
}

Check check_simulation(Source& source, Language language) {
  Check check{.name = Phrase::view_rehearse_simulation};
  source.poll();
  if (!source.is_live() && !source.has_failed() && !source.is_fallback()) {
    check.outcome = Outcome::skipped;
    check.detail = text(Phrase::view_rehearse_recorded, language);
    return check;
  }
  const double begun = steady_seconds();
  const int before = source.n_months();
  while (steady_seconds() - begun < simulation_seconds && source.is_live() && !source.has_failed()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    source.poll();
  }
  const double speed = (source.n_months() - before) / std::max(1e-3, steady_seconds() - begun);
  check.detail = text(Phrase::view_rehearse_months, language, {world::observers::decimal_text(speed, 1, language)});
  if (source.has_failed() || source.is_fallback() || speed <= 0) {
    check.outcome = Outcome::bad;
    check.detail = source.status(language).words;
  }
  return check;
}

std::string line_of(const Check& check, const Speech& say) {
  const auto pad = [](std::string words, std::size_t to) {
    std::size_t width = 0;
    for (const char c : words) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return words.append(width < to ? to - width : 0, ' ');
  };
  const Phrase outcome = check.outcome == Outcome::good  ? Phrase::view_rehearse_yes
                         : check.outcome == Outcome::bad ? Phrase::view_rehearse_no
                                                         : Phrase::view_rehearse_skipped;
  return pad(say(check.name), 22) + pad(say(outcome), 14) + check.detail + "\n";
}

}  // namespace

Check check_fonts(const Tour& tour, const world::observers::Snapshot& month, Language language) {
  Check check{.name = Phrase::view_rehearse_fonts};
  Paper paper;
  paper.set_scale(1);
  const std::set<std::string> all = characters_of(tour, month);
  std::string missing;
  for (const std::string& character : all) {
    if (!paper.fonts().can_write(character)) missing += (missing.empty() ? "" : " ") + character;
  }
  check.outcome = missing.empty() ? Outcome::good : Outcome::bad;
  check.detail = missing.empty() ? text(Phrase::view_rehearse_all_written, language, {std::to_string(all.size())})
                                 : text(Phrase::view_rehearse_not_written, language, {missing});
  return check;
}

Check check_languages(const Parts& parts, int width, int height, Language language) {
  Check check{.name = Phrase::view_rehearse_languages};
  const Seen seen = see(parts.source);
  Paper paper;
  int n = 0, n_cut = 0;
  for (const double scale : {1.0, 2.0}) {
    for (const Pose& pose : poses_of(parts.tour, seen.month->n_regions())) {
      for (const Language spoken : world::observers::languages) {
        ++n;
        // Letters of twice the size are for a screen that has room for them.
        const int wide = scale > 1 ? std::max(width, 1920) : width, high = scale > 1 ? std::max(height, 1080) : height;
        const auto cut = cut_in(paper, parts, seen, pose, spoken, scale, wide, high);
        n_cut += static_cast<int>(cut.size());
        if (cut.empty() || check.outcome == Outcome::bad) continue;
        const std::string where =
            std::string(code_of(spoken)) + ", " + std::to_string(static_cast<int>(100 * scale)) + " %, " + pose.name;
        check.outcome = Outcome::bad;
        check.detail = text(Phrase::view_rehearse_cut, language, {where, cut.front()});
      }
    }
  }
  if (n_cut > 1) check.detail += " (+" + std::to_string(n_cut - 1) + ")";
  if (check.outcome == Outcome::good)
    check.detail = text(Phrase::view_rehearse_none_cut, language, {std::to_string(n / 3)});
  return check;
}

Check check_disk(const std::vector<std::string>& folders, Language language) {
  Check check{.name = Phrase::view_rehearse_disk};
  for (const std::string& folder : folders) {
    std::error_code failure;
    fs::path place = fs::absolute(folder.empty() ? "." : folder, failure).lexically_normal();
    while (!fs::exists(place, failure) && place.has_relative_path()) place = place.parent_path();  // will be made
    const fs::path probe = place / ".qonys-rehearsal";
    const bool can_write = static_cast<bool>(std::ofstream(probe) << "x" << std::flush);
    fs::remove(probe, failure);
    const fs::space_info room = fs::space(place, failure);
    const double mb = failure ? 0 : static_cast<double>(room.available) / 1e6;
    if (!check.detail.empty()) check.detail += "; ";
    check.detail += can_write ? text(Phrase::view_rehearse_free, language,
                                     {place.string(), world::observers::count_text(mb, language)})
                              : text(Phrase::view_rehearse_no_right, language, {place.string()});
    if (!can_write || mb < least_mb) check.outcome = Outcome::bad;
  }
  return check;
}

bool rehearse(const Options& asked, Parts parts, const std::vector<std::string>& folders,
              const std::function<Tour()>& open, std::string& table) {
  Options options = asked;
  if (options.width == 0) {
    options.width = 1280;
    options.height = 720;
  }
  const Language language = options.language;
  const Display display;
  std::vector<Check> checks;
  Check tour{.name = Phrase::view_rehearse_tour};
  try {
    parts.tour = open();
    tour.detail = text(Phrase::view_rehearse_fits, language,
                       {parts.tour.title[language], std::to_string(parts.tour.steps.size())});
  } catch (const world::InputError& error) {
    tour.outcome = Outcome::bad;
    tour.detail = error.what();
  }
  const Month start = parts.source.month(0);
  checks.push_back(check_fonts(parts.tour, *start, language));
  checks.push_back(check_simulation(parts.source, language));
  checks.push_back(check_languages(parts, options.width, options.height, language));
  checks.push_back(check_disk(folders, language));
  checks.push_back(tour);
  checks.push_back(check_display(display, language));
  checks.push_back(check_speed(options, parts, display));
  const double seconds = steady_seconds() - parts.started;
  checks.push_back(
      {Phrase::view_rehearse_time, seconds <= most_seconds ? Outcome::good : Outcome::bad,
       text(Phrase::view_rehearse_seconds, language, {world::observers::decimal_text(seconds, 1, language)})});
  const Speech say(language);
  for (const Check& check : checks) table += line_of(check, say);
  const auto n_bad =
      std::count_if(checks.begin(), checks.end(), [](const Check& check) { return check.outcome == Outcome::bad; });
  table += n_bad == 0
               ? say(Phrase::view_rehearse_ready) + "\n"
               : say(Phrase::view_rehearse_failed, {std::to_string(n_bad), std::to_string(checks.size())}) + "\n";
  return n_bad == 0;
}

}  // namespace viewer
