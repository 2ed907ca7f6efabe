// What an export asks for, and the words of `qonys figure` that ask for the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viewer {

/// Values as the command line has them.
struct ExportWish {
  std::string of = "a";  // "a", "b", "difference"
  std::string view = "flows";
  std::string kind = "png";  // png, svg, pdf, mp4
  std::string style = "screen";
  std::string size = "1920x1080";  // pixels; or the width on paper, "160 mm"
  std::string language = "en";
  std::string theme = "light";
  std::string folder = ".";
  std::string name;            // without its ending; empty: from what is drawn
  std::string at;              // month of a picture
  std::string from, to;        // months of a film; empty: all of them
  std::string seconds = "30";  // of a film
  int n_streams = 60;

  [[nodiscard]] bool is_film() const { return kind == "mp4"; }
  /// The file that will be written.
  [[nodiscard]] std::string file() const;
};

inline constexpr const char* export_views[] = {"flows", "net", "population", "pressure", "causes", "circle", "lines"};
inline constexpr const char* export_kinds[] = {"png", "svg", "pdf", "mp4"};
inline constexpr const char* export_styles[] = {"screen", "slide", "article", "grey"};
inline constexpr const char* export_sizes[] = {"1280x720", "1920x1080", "3840x2160", "160 mm"};
inline constexpr const char* export_runs[] = {"a", "b", "difference"};

/// "style slide": a field and its value. False if there is no such field, or no such choice.
bool set_export(ExportWish& wish, std::string_view words);

/// Where the runs lie that a figure is drawn from; empty where one was never written to a folder.
struct ExportPlaces {
  std::string a, b;
  std::string set;  // folder of runs of which `a` is the mean
};
/// Can the runs wished for be drawn from their folders?
[[nodiscard]] bool can_export(const ExportWish& wish, const ExportPlaces& places);
/// What follows `qonys figure`.
[[nodiscard]] std::vector<std::string> figure_words(const ExportWish& wish, const ExportPlaces& places);
/// The whole command as a shell takes it.
[[nodiscard]] std::string figure_line(const std::vector<std::string>& words);

}  // namespace viewer
