// What surrounds every picture: title, date, what is a forecast, where the
// numbers come from. The same in all views.
#pragma once

#include <string>
#include <vector>

#include "render/figures/picture.hpp"

namespace figures {

/// The words of the frame.
struct Frame {
  std::string title, subtitle;
  std::string date;                 // large, at the right; may be empty
  std::vector<std::string> footer;  // source, run: small, below
};

/// Fills the ground, draws the frame, and returns where the picture goes.
Box draw_frame(Drawing& drawing, const Frame& frame, const Provenance& from, const Wishes& wishes, const Look& look);

/// The lines below a picture of one run.
[[nodiscard]] std::vector<std::string> footer_of(const Provenance& from, Language language);

/// "12 months to June 2030".
[[nodiscard]] std::string period_text(const Study& study, Window window, Language language);

/// 12,345 as "12.3 k", 1,234,567 as "1.23 M"; in full below ten thousand.
[[nodiscard]] std::string short_count(double people, Language language);
/// The same with a sign.
[[nodiscard]] std::string short_signed_count(double people, Language language);

/// The name as labels have it: without the word for region, unless another region then has the same.
[[nodiscard]] std::vector<std::string> short_names(const Snapshot& month, Language language);

/// A rounded box.
[[nodiscard]] Path rounded(const Box& box, double radius);

}  // namespace figures
