// Exports, as the loop of the window carries them out.
#include <filesystem>

#include "render/export_wish.hpp"
#include "render/loop.hpp"

namespace viewer {

namespace {

using world::observers::Phrase;

/// What was named, if it is a folder that a run was written to.
std::string run_folder(const std::string& named) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(std::filesystem::path(named) / "manifest.toml", ignored) ? named : "";
}

}  // namespace

ExportPlaces Loop::export_places() const {
  ExportPlaces places{.a = run_folder(options_.place), .b = run_folder(rival_place_), .set = options_.ensemble};
  const LeverDesk* const desk = parts_.source.levers();
  if (desk != nullptr && desk->current_line() > 0) places.a.clear();  // a branch is in no folder
  return places;
}

bool Loop::take_export(const Command& command) {
  const auto language = state_.settings.language;
  switch (command.action) {
    case Action::export_write: {
      const ExportPlaces places = export_places();
      const auto program = figure_program();
      if (exporter_.is_busy()) return true;
      if (!can_export(state_.exporting, places)) {
        tell_export(std::string(text(Phrase::view_export_no_run, language)), true);
      } else if (!program) {
        tell_export(
            text(Phrase::view_export_failed, language, {std::string(text(Phrase::view_export_no_program, language))}),
            true);
      } else {
        exporter_.start(*program, figure_words(state_.exporting, places), state_.exporting.file());
      }
      return true;
    }
    case Action::export_stop:
      exporter_.stop();
      return true;
    case Action::export_copy:
      ImGui::SetClipboardText(figure_line(figure_words(state_.exporting, export_places())).c_str());
      tell_export(std::string(text(Phrase::view_export_copied, language)), false);
      return true;
    default:
      return false;
  }
}

void Loop::follow_export() {
  if (const auto exported = exporter_.take())
    tell_export(words_of(*exported, state_.settings.language), !exported->complaint.empty());
}

void Loop::tell_export(std::string words, bool is_bad) {
  export_message_ = words;
  is_export_bad_ = is_bad;
  if (!state_.shows_export) say(std::move(words));
  frames_wanted_ = std::max(frames_wanted_, 2);
}

}  // namespace viewer
