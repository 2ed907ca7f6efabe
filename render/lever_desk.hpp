// The levers as the drawer sees them: policies as texts that can be edited, what
// may be in them, lines of events, what was refused. Whoever has them carries
// edits out as commands (Source::take); here they are only read.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "world/observers/phrases.hpp"

namespace viewer {

enum class Holds : std::uint8_t { text, choice, month, number };

/// Something that a field may hold.
struct LeverChoice {
  std::string code;                  // as the scenario has it
  std::array<std::string, 3> names;  // Kazakh, Russian, English
};

struct LeverField {
  std::string name;
  Holds holds = Holds::text;
  double low = 0, high = 0;  // of a number: what is allowed
  bool is_whole = false;     // its slider goes in whole steps
  std::string sentence;      // declared, English: where there are no words
  std::vector<LeverChoice> choices;
};

struct LeverKind {
  std::string kind;
  std::vector<LeverField> fields;
};

/// What a policy holds in a field, in the order of the kind's fields.
struct LeverValue {
  std::string text;
  std::string base;         // what reset goes back to; empty: nothing to go back to
  bool is_changed = false;  // differs from the base
  bool is_moot = false;     // has no effect as the others stand
  double top = 1;           // right end of the slider; more can be typed
  int month = 0;            // of a month, as snapshots count
};

struct Lever {
  int kind = 0;  // among kinds()
  std::string name;
  std::vector<LeverValue> values;
  bool is_changed = false;
};

/// A way that events go.
struct LineInfo {
  int parent = -1;
  int branched = 0;  // number of the last month shared with the parent
};

/// The last edit, if it was refused; else `lever` and `words` are empty.
struct LeverProblem {
  std::string lever, field, value;
  std::string words;         // the check's own sentence; empty: out of the range below
  double low = 0, high = 0;  // allowed
};

class LeverDesk {
 public:
  LeverDesk() = default;
  LeverDesk(const LeverDesk&) = delete;
  LeverDesk& operator=(const LeverDesk&) = delete;
  virtual ~LeverDesk() = default;

  [[nodiscard]] virtual const std::vector<LeverKind>& kinds() const = 0;
  [[nodiscard]] virtual const std::vector<Lever>& levers() const = 0;
  [[nodiscard]] virtual bool can_undo() const = 0;
  [[nodiscard]] virtual bool can_redo() const = 0;
  /// Do the levers differ from those that the current line was simulated with?
  [[nodiscard]] virtual bool has_edits() const = 0;
  /// Why they cannot be run from month `index`; empty if they can.
  [[nodiscard]] virtual std::string obstacle(int index, world::observers::Language language) const = 0;
  [[nodiscard]] virtual const LeverProblem& problem() const = 0;
  [[nodiscard]] virtual const std::vector<LineInfo>& lines() const = 0;
  [[nodiscard]] virtual int current_line() const = 0;
  /// Months are simulated up to this one, as snapshots count.
  [[nodiscard]] virtual int target() const = 0;
  /// Where the current line is saved as a scenario unless another file is named.
  [[nodiscard]] virtual std::string default_file() const = 0;
};

/// Words of a line in which "…" holds a word with blanks: `"job package 1" jobs 500`.
[[nodiscard]] std::vector<std::string> quoted_words(std::string_view line);
/// A word for such a line.
[[nodiscard]] std::string quoted_word(std::string_view word);

/// `field` of `lever` in the drawer's and the scripts' words.
[[nodiscard]] std::string lever_setting(std::string_view lever, std::string_view field, std::string_view value);

}  // namespace viewer
