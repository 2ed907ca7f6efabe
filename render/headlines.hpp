// The numbers of the top bar and how they come about. Each is declared once, in
// the table of headlines.cpp: its value, its formula, the inputs it rests on. The
// bar, the window that a click opens, `--describe` and tests all read that table.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "render/grounds.hpp"
#include "render/history.hpp"

namespace viewer {

/// What the numbers are computed from. All must outlive it.
struct HeadlineFacts {
  const world::observers::Snapshot& month;
  const History& history;
  int index = 0;                                            // of the month
  const Flows& year;                                        // up to it
  const world::observers::Snapshot* rival_month = nullptr;  // B in the same month, with its year; or nothing
  const Flows* rival_year = nullptr;
};

/// A line of a formula: real people, added or taken off. NaN while a month it needs is being read.
struct Term {
  std::string says;
  double value = 0;
  bool is_taken_off = false;
};

/// The declaration of one headline. A new one is a new row of the table; every member must be there.
struct HeadlineKind {
  const char* code;                  // in JSON and in the identities of controls
  world::observers::Phrase says;     // its name
  world::observers::Phrase meaning;  // what it counts: the formula in words
  std::vector<InputKind> inputs;     // that it rests on
  /// Real people, of a month and the year up to it.
  double (*value)(const world::observers::Snapshot& month, const Flows& year);
  /// The same a year before; NaN where that is not known or not told.
  double (*year_ago)(const HeadlineFacts& facts);
  /// The formula; added up it gives `value`.
  std::vector<Term> (*terms)(const HeadlineFacts& facts, const world::observers::Speech& say);
  /// A sentence more on the same number; may be empty.
  std::string (*note)(const HeadlineFacts& facts, const world::observers::Speech& say);
};
[[nodiscard]] std::span<const HeadlineKind> headline_kinds();

/// One of the numbers of the top bar as it is written.
struct Headline {
  const HeadlineKind* kind = nullptr;
  std::string value = {};
  std::string change = {};   // against a year before; empty where there was none
  double direction = 0;      // sign of the change
  bool is_of_rival = false;  // B less A, instead of a year before
};
[[nodiscard]] std::vector<Headline> headlines(const HeadlineFacts& facts, world::observers::Language language);

/// Which sentence tells the change: of a year, or of B against A; empty where there is none.
[[nodiscard]] std::string change_text(const HeadlineKind& kind, const HeadlineFacts& facts,
                                      const world::observers::Speech& say);
[[nodiscard]] bool is_read(const std::vector<Term>& terms);
/// The sum of the terms with their signs.
[[nodiscard]] double total_of(const std::vector<Term>& terms);
/// Those of `grounds` that a headline rests on, in the order of its declaration.
[[nodiscard]] Grounds grounds_of(const HeadlineKind& kind, const Grounds& grounds);

}  // namespace viewer
