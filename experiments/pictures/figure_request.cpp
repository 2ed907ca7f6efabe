// From the options of `qonys figure` to what is drawn; every wrong one is refused by name.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "experiments/pictures/figure.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
using world::InputError;

/// The options of one command line.
class Words {
 public:
  explicit Words(const Options& options) : options_(options) {}

  [[nodiscard]] std::optional<std::string> text(const char* name) const {
    const auto found = options_.picture.find(name);
    return found == options_.picture.end() ? std::nullopt : std::optional(found->second);
  }
  /// Position among `names`; `otherwise` if left out.
  [[nodiscard]] int choice(const char* name, const std::vector<std::string>& names, int otherwise) const {
    const auto given = text(name);
    if (!given) return otherwise;
    const auto found = std::find(names.begin(), names.end(), *given);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    std::string list;
    for (const std::string& one : names) list += (list.empty() ? "" : ", ") + one;
    throw InputError("figure: --" + std::string(name) + " is '" + *given + "'; allowed: " + list +
                     world::did_you_mean(*given, names));
  }
  [[nodiscard]] int integer(const char* name, int lowest, int highest, int otherwise) const {
    const auto given = text(name);
    if (!given) return otherwise;
    const auto value = world::parse_integer(*given);
    if (value && *value >= lowest && *value <= highest) return static_cast<int>(*value);
    throw InputError("figure: --" + std::string(name) + " is '" + *given + "'; allowed a whole number from " +
                     std::to_string(lowest) + " to " + std::to_string(highest));
  }
  [[nodiscard]] double number(const char* name, double lowest, double highest, double otherwise) const {
    const auto given = text(name);
    if (!given) return otherwise;
    const auto value = world::parse_number(*given);
    if (value && *value >= lowest && *value <= highest) return *value;
    throw InputError("figure: --" + std::string(name) + " is '" + *given + "'; allowed a number from " +
                     std::to_string(static_cast<int>(lowest)) + " to " + std::to_string(static_cast<int>(highest)));
  }

 private:
  const Options& options_;
};

void take_runs(FigureRequest& request, const Options& options, const Words& words) {
  const auto ensemble = words.text("ensemble");
  const int ways = static_cast<int>(!options.places.empty()) + static_cast<int>(!options.compare.empty()) +
                   static_cast<int>(ensemble.has_value());
  if (ways != 1) {
    throw InputError(std::string("figure: ") + (ways == 0 ? "nothing to draw" : "more than one thing to draw") +
                     "; give a run folder, or --compare A B, or --ensemble DIR");
  }
  if (!options.places.empty()) {
    request.runs = {options.places[0]};
  } else if (ensemble) {
    request.casting = figures::Casting::many;
    request.runs = {*ensemble};
  } else {
    if (options.compare.size() != 2) {
      throw InputError("figure: --compare needs two run folders, and has " + std::to_string(options.compare.size()) +
                       "; give --compare A B");
    }
    request.casting = figures::Casting::two;
    request.runs = {options.compare[0], options.compare[1]};
  }
}

void take_out(FigureRequest& request, const Options& options) {
  if (options.out.empty())
    throw InputError("figure: --out is missing; give a file that ends in .png, .svg, .pdf or .mp4");
  request.out = options.out;
  const std::string ending = request.out.extension().string();
  if (ending == ".png") {
    request.kind = FileKind::png;
  } else if (ending == ".svg") {
    request.kind = FileKind::svg;
  } else if (ending == ".pdf") {
    request.kind = FileKind::pdf;
  } else if (ending == ".mp4") {
    request.kind = FileKind::mp4;
  } else {
    throw InputError("figure: --out is '" + options.out + "'; allowed a file that ends in .png, .svg, .pdf or .mp4");
  }
  const fs::path folder = request.out.has_parent_path() ? request.out.parent_path() : fs::path(".");
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored))
    throw InputError("figure: --out: the folder " + folder.string() + " does not exist; make it first");
}

void take_size(FigureRequest& request, const Words& words) {
  const auto size = words.text("size"), width = words.text("width-mm");
  if (size && width) throw InputError("figure: --size and --width-mm are both given; give one");
  if (words.text("dpi") && !width) throw InputError("figure: --dpi needs --width-mm; --size is in pixels already");
  if (size) {
    const std::size_t cross = size->find('x');
    const auto w = world::parse_integer(size->substr(0, cross));
    const auto h = cross == std::string::npos ? std::nullopt : world::parse_integer(size->substr(cross + 1));
    if (!w || !h || *w < 320 || *h < 240 || *w > 16384 || *h > 16384) {
      throw InputError("figure: --size is '" + *size +
                       "'; allowed WIDTHxHEIGHT from 320x240 to 16384x16384, such as 1920x1080");
    }
    request.width_px = static_cast<int>(*w);
    request.height_px = static_cast<int>(*h);
    if (request.width_px > 6 * request.height_px || request.height_px > 3 * request.width_px) {
      throw InputError("figure: --size is '" + *size +
                       "', too narrow for a map; allowed up to 6 times as wide as high, 3 times as high as wide");
    }
  }
  if (width) {
    request.width_mm = words.number("width-mm", 80, 2000, 160);
    request.dots_per_inch = words.number("dpi", 50, 1200, 300);
    if (request.width_mm / 25.4 * request.dots_per_inch > 16384 && request.kind == FileKind::png) {
      throw InputError("figure: --width-mm and --dpi ask for more than 16384 pixels; lower one of them");
    }
  }
}

}  // namespace

FigureRequest figure_request(const Options& options) {
  const Words words(options);
  FigureRequest request;
  take_runs(request, options, words);
  take_out(request, options);
  figures::Wishes& wishes = request.wishes;
  wishes.view = static_cast<figures::View>(
      words.choice("view", {std::begin(figures::view_names), std::end(figures::view_names)}, 0));
  wishes.counting = static_cast<figures::Counting>(words.choice("count", {"actual", "registered"}, 0));
  wishes.style = static_cast<figures::Style>(words.choice("style", {"screen", "slide", "article", "grey"}, 0));
  wishes.theme =
      static_cast<figures::Theme>(words.choice("theme", {"light", "dark"}, request.kind == FileKind::mp4 ? 1 : 0));
  wishes.n_months = words.integer("over", 1, 1200, 12);
  wishes.n_streams = words.integer("streams", 0, 10000, 60);
  wishes.is_adaptive = words.text("adaptive").has_value();
  wishes.language = options.language;
  request.at = words.text("at").value_or("");
  request.from = words.text("from").value_or("");
  request.to = words.text("to").value_or("");
  request.frames_per_second = words.integer("fps", 1, 120, 30);
  request.seconds = words.number("seconds", 1, 3600, 30);
  request.has_dots = words.text("dots").has_value();
  if (request.has_dots && (request.kind != FileKind::png || wishes.view != figures::View::flows ||
                           request.casting != figures::Casting::one)) {
    throw InputError("figure: --dots is for a PNG of one run in the view flows; films have them always");
  }
  request.is_quiet = options.quiet;
  take_size(request, words);
  return request;
}

}  // namespace experiments
