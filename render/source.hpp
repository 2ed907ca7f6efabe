// Where months come from: a run folder that is played, a checkpoint, or a world
// that is simulated while it is watched. The viewer knows nothing else of them.
// Everything here is called by the thread of the window, once or more a frame,
// and must return at once: what takes longer happens in threads of the source.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "render/actions.hpp"
#include "render/grounds.hpp"
#include "render/lever_desk.hpp"
#include "render/push.hpp"
#include "world/observers/snapshot.hpp"

namespace viewer {

using Month = std::shared_ptr<const world::observers::Snapshot>;

/// What is shown, said once.
struct Description {
  std::string scenario;  // "baseline"
  std::string title;     // the scenario's own sentence; may be empty
  std::string title_kk, title_ru;
  std::string run;  // identity of the run, for the source line; may be empty
  std::string seed;
  int n_months_planned = 0;          // with the start: where the timeline ends
  std::vector<std::string> regions;  // ISO codes, in the order of the months' regions: known before the first month
  int first_month = 0;               // of month 0, as Snapshot::month counts
  /// The title in a language, else the English one.
  [[nodiscard]] const std::string& title_in(world::observers::Language language) const {
    using world::observers::Language;
    const std::string& own = language == Language::kk ? title_kk : language == Language::ru ? title_ru : title;
    return own.empty() ? title : own;
  }
};

enum class Tone : std::uint8_t { quiet, good, working, warning };

/// One line for the status bar, in the language asked for.
struct Status {
  Tone tone = Tone::quiet;
  std::string words;
  double share = 0;  // of what is prepared before the first month, as far as that is known
};

class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  /// Called once a frame: takes over what the source's threads have finished. True if anything is new.
  virtual bool poll() = 0;
  [[nodiscard]] virtual const Description& description() const = 0;
  /// Months 0 (the start) to n_months() − 1 can be shown. 0 while a population is built. Grows while live; shrinks
  /// when another run takes the place of this one.
  [[nodiscard]] virtual int n_months() const = 0;
  /// More months will come.
  [[nodiscard]] virtual bool is_live() const = 0;
  /// Month `index`, or null if it is not there yet or must be read first: it then comes with a later `poll`.
  [[nodiscard]] virtual Month month(int index) = 0;
  /// Why people left a region, in the year that was over in month `index`. What must be read first comes with a later
  /// `poll`, and is `reading` until then.
  [[nodiscard]] virtual PushReport push(int index, int region) {
    static_cast<void>(index);
    static_cast<void>(region);
    return {};
  }
  /// What the inputs of its numbers rest on; empty if that is not known.
  [[nodiscard]] virtual const Grounds& grounds() const {
    static const Grounds none;
    return none;
  }
  /// Changes when months that were there have other numbers: another run, a branch.
  [[nodiscard]] virtual int generation() const { return 0; }
  /// Months of which a state is kept, from which a run can be taken up. In order.
  [[nodiscard]] virtual std::vector<int> checkpoints() const { return {}; }
  /// No more months will come although they should: the simulation has failed.
  [[nodiscard]] virtual bool has_failed() const { return false; }
  /// Why; null if it has not failed, or is told of by `status` alone.
  [[nodiscard]] virtual std::exception_ptr failure() const { return nullptr; }
  /// What is shown was recorded before, in place of a simulation that failed.
  [[nodiscard]] virtual bool is_fallback() const { return false; }
  /// The source that is shown, of one that stands in front of others.
  [[nodiscard]] virtual const Source& inner() const { return *this; }
  [[nodiscard]] virtual Status status(world::observers::Language language) const = 0;
  /// Levers, scenarios, branches: what the screen itself cannot do. False if this source cannot either.
  virtual bool take(const Command& command) {
    static_cast<void>(command);
    return false;
  }
  /// What the last command came to, to be told once; empty if that is seen anyway.
  [[nodiscard]] virtual std::string take_notice(world::observers::Language) { return {}; }
  /// The levers, or null if there are none that can be moved.
  [[nodiscard]] virtual const LeverDesk* levers() const { return nullptr; }
  /// Month `index` is on the screen now.
  virtual void show(int index) { static_cast<void>(index); }
  /// The month to begin with: where somebody left off. It may have yet to come.
  [[nodiscard]] virtual int first_shown() const { return 0; }
};

/// Waits until a month can be shown, for who has no window to show meanwhile. Errors: what the source fails with.
void await_first_month(Source& source);

}  // namespace viewer
