// A tour: what a kiosk shows by itself, step by step, as its file (JSON) says.
// Files are read strictly; a tour that is read may still name what a run lacks,
// which `complaints` tells.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/camera.hpp"
#include "render/info.hpp"

namespace viewer {

/// The same words in kk, ru, en.
struct Words {
  std::array<std::string, 3> in;
  [[nodiscard]] const std::string& operator[](world::observers::Language language) const {
    return in[static_cast<std::size_t>(language)];
  }
};

struct TourStep {
  std::vector<std::string> around;  // regions the camera takes in; none: the whole country
  std::optional<figures::Box> box;  // instead: shares of the country's width and height, from the upper left
  int first = 0, last = 0;          // months counted as year × 12 + (calendar month − 1)
  double speed = 6;                 // months a second
  double seconds = 10;              // at least so long, and until the last month is shown
  Info info = Info::net_rate;
  std::vector<std::string> highlighted;  // regions
  Words caption;                         // with placeholders (tour_words.hpp)
};

struct Tour {
  std::string file;  // for messages
  Words title;
  std::vector<TourStep> steps;  // at least one
};

/// Errors: InputError, one line: file, step, key, what was found, what is allowed.
[[nodiscard]] Tour parse_tour(const std::string& json, const std::string& file);
/// A file, or the name of a tour in `bundled` ("astana"). Errors: InputError.
[[nodiscard]] Tour read_tour(const std::string& name_or_file, const std::filesystem::path& bundled);
/// One step over all months of a run, with its title as caption.
[[nodiscard]] Tour plain_tour(int first, int last, const Words& title);

/// What of a tour does not fit a run; a line each, none if all fits. `iso` are its regions, `first` and `last`
/// its months.
[[nodiscard]] std::vector<std::string> complaints(const Tour& tour, const std::vector<std::string>& iso, int first,
                                                  int last);

/// "net_rate" … for files and the command line; −1 if it is none.
[[nodiscard]] int parse_info(std::string_view name);
[[nodiscard]] std::string info_names();
/// "2023-01" as a month; −1 if it is none.
[[nodiscard]] int parse_month(std::string_view text);

}  // namespace viewer
