// What pushed people out of a region, and how much of why they went the model
// does not explain: the numbers of `qonys why` for one year, and their words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "world/observers/phrases.hpp"
#include "world/observers/snapshot.hpp"

namespace viewer {

enum class PushNews : std::uint8_t {
  untold,     // this source tells nothing of causes
  reading,    // asked for; it comes with a later poll
  no_file,    // a run folder without causes.csv
  damaged,    // one that cannot be read
  not_known,  // no month with its moves is recorded yet
  told,
};

/// The three questions of docs/model.md, *Why people move*, each in its own unit and never added up: pushes are util
/// per deciding household against the national mean; shares are of the positive gain of those who left.
struct PushReport {
  PushNews news = PushNews::untold;
  std::string error;                    // of a damaged file: one English line
  int first_month = 0, last_month = 0;  // year × 12 + calendar month − 1, both included
  double households = 0;                // simulated, that decided to leave
  int cause = -1;                       // that the model names and that pushes most; −1: none above the mean
  double push = 0;                      // of it
  double push_of_place = 0;             // of the place constant, if stronger than any named cause; else 0
  double taste = 0;                     // 0–1, of positive gain
  double pull = 0;                      // 0–1, of the same: place constant and size of the destination

  /// Whole percents as they are shown: `unexplained_percent` is the sum of the other two.
  [[nodiscard]] int taste_percent() const;
  [[nodiscard]] int pull_percent() const;
  [[nodiscard]] int unexplained_percent() const { return taste_percent() + pull_percent(); }
};

/// The name of the cause in scripts and JSON: that of causes.csv; empty if there is none.
[[nodiscard]] std::string push_cause_code(const PushReport& report);
[[nodiscard]] const char* code_of(PushNews news);
/// "2025", or the first and the last month where it is no whole year.
[[nodiscard]] std::string push_period(const PushReport& report, const world::observers::Speech& say);
/// One plain sentence; why there is none, if there is none; empty for a source that tells nothing.
[[nodiscard]] std::string push_sentence(const PushReport& report, const world::observers::RegionSnapshot& region,
                                        const world::observers::Speech& say);
/// The same in two lines of a small card, name and value; one line where nothing is known.
struct PushLine {
  std::string says, value;
};
[[nodiscard]] std::vector<PushLine> push_lines(const PushReport& report, const world::observers::Speech& say);

}  // namespace viewer
