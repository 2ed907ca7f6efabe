#include "render/session_source.hpp"

#include <algorithm>

#include "render/session_desk.hpp"
#include "render/session_grounds.hpp"
#include "world/errors.hpp"

namespace viewer {

using world::observers::Language;
using world::observers::Phrase;

namespace {

Phrase phrase_of(const SimulationStatus& status) {
  switch (status.doing) {
    case Doing::preparing:
      return status.preparing == Preparing::saved_state   ? Phrase::view_loading
             : status.preparing == Preparing::past_months ? Phrase::view_again
             : status.preparing == Preparing::nothing     ? Phrase::view_starting
                                                          : Phrase::view_doing_preparing;
    case Doing::simulating:
      return Phrase::view_doing_simulating;
    case Doing::following:
      return Phrase::view_doing_following;
    case Doing::paused:
      return Phrase::view_doing_paused;
    case Doing::done:
      return Phrase::view_doing_done;
    case Doing::failed:
      break;
  }
  return Phrase::view_doing_failed;
}

Tone tone_of(const SimulationStatus& status) {
  if (status.doing == Doing::failed || !status.remark.empty()) return Tone::warning;
  if (status.doing == Doing::preparing || status.doing == Doing::simulating) return Tone::working;
  return status.doing == Doing::done ? Tone::good : Tone::quiet;
}

/// "building the population: part 12 of 305"
std::string preparing_words(const SimulationStatus& status, Language language) {
  const bool is_population = status.preparing == Preparing::population;
  const bool is_counted = is_population || status.preparing == Preparing::labour_market;
  if (!is_counted || status.n_all == 0) return std::string(text(phrase_of(status), language));
  const world::observers::Speech say(language);
  return say(is_population ? Phrase::view_building : Phrase::view_settling,
             {say.count(status.n_done), say.count(status.n_all)});
}

/// Of the time it takes: people are three quarters of it.
double share_of(const SimulationStatus& status) {
  constexpr double people = 0.75;
  const double done = status.n_all > 0 ? static_cast<double>(status.n_done) / status.n_all : 0;
  if (status.preparing == Preparing::labour_market) return people + (1 - people) * done;
  return status.preparing == Preparing::population ? people * done : 0;
}

bool is_same(const SimulationStatus& a, const SimulationStatus& b) {
  return a.doing == b.doing && a.preparing == b.preparing && a.n_done == b.n_done && a.n_all == b.n_all &&
         a.text == b.text && a.remark == b.remark;
}

class SessionSource : public Source {
 public:
  explicit SessionSource(std::unique_ptr<Session> session) : session_(std::move(session)), desk_(*session_) {
    const world::Scenario& scenario = session_->base().scenario;
    description_ = {.scenario = scenario.name,
                    .title = scenario.title,
                    .title_kk = scenario.title_kk,
                    .title_ru = scenario.title_ru,
                    .run = session_->base().card ? session_->base().card->id : "",
                    .seed = std::to_string(scenario.seed),
                    .n_months_planned = session_->target() - session_->first_month() + 1,
                    .regions = {},
                    .first_month = session_->first_month()};
    for (const world::Region& region : session_->base().country.regions) description_.regions.push_back(region.iso);
    grounds_ = grounds_of(session_->base());
  }

  bool poll() override {
    const int n = session_->n_months();
    const SimulationStatus status = session_->status();
    if (!session_->poll_causes() && n == n_seen_ && is_same(status, status_)) return false;
    n_seen_ = n;
    status_ = status;
    return true;
  }
  const Description& description() const override { return description_; }
  int n_months() const override { return session_->n_months(); }
  bool is_live() const override {
    return session_->is_live() && session_->n_months() < session_->target() - session_->first_month() + 1;
  }
  Month month(int index) override { return session_->snapshot(index); }
  PushReport push(int index, int region) override { return session_->push(index, region); }
  const Grounds& grounds() const override { return grounds_; }
  bool has_failed() const override { return status_.doing == Doing::failed; }
  std::exception_ptr failure() const override { return has_failed() ? status_.failure : nullptr; }
  int generation() const override { return generation_; }
  const LeverDesk* levers() const override { return &desk_; }
  int first_shown() const override { return session_->shown(); }
  void show(int index) override {
    shown_ = index;
    session_->show(index);
  }
  bool take(const Command& command) override {
    const int line = session_->current();
    if (!desk_.take(command, shown_)) return false;
    if (session_->current() != line) ++generation_;
    description_.n_months_planned = session_->target() - session_->first_month() + 1;
    return true;
  }
  std::string take_notice(Language language) override { return desk_.take_notice(language); }
  std::vector<int> checkpoints() const override { return session_->branch_marks(); }

  viewer::Status status(Language language) const override {
    const bool is_first = session_->n_months() == 0;
    if (status_.doing == Doing::preparing && is_first)
      return {tone_of(status_), preparing_words(status_, language), share_of(status_)};
    if (status_.doing == Doing::failed && is_first)
      return {tone_of(status_), std::string(text(Phrase::view_cannot_begin, language)) + " " + status_.text};
    std::string words(text(phrase_of(status_), language));
    if (status_.doing == Doing::failed) words += ": " + status_.text;  // the error is the model's own line
    if (status_.doing == Doing::preparing || status_.doing == Doing::simulating) words += progress_words(language);
    if (!status_.remark.empty()) words += " · " + remark_words(language);
    return {tone_of(status_), words};
  }

  [[nodiscard]] Session& session() { return *session_; }
  [[nodiscard]] const Session& session() const { return *session_; }

 private:
  /// " · 34 of 168 months · 2.1 months/s"
  [[nodiscard]] std::string progress_words(Language language) const {
    const Progress progress = session_->progress();
    const world::observers::Speech say(language);
    std::string words =
        " · " + say(Phrase::lever_progress, {say.count(progress.n_months - 1), say.count(progress.n_wanted - 1)});
    if (progress.months_per_second > 0) {
      words += " · " + say(Phrase::lever_rate,
                           {say.decimal(progress.months_per_second, progress.months_per_second < 10 ? 1 : 0)});
    }
    return words;
  }
  /// What could not be written, in the language as far as the error of a file goes.
  [[nodiscard]] std::string remark_words(Language language) const {
    const std::string& remark = status_.remark;
    const std::pair<std::string_view, Phrase> known[] = {{"the session is not saved: ", Phrase::lever_unsaved},
                                                         {"no checkpoint of ", Phrase::lever_no_checkpoint}};
    if (!session_->folder().empty() && !session_->is_kept())
      return text(Phrase::lever_unsaved, language, {session_->folder().string()});
    for (const auto& [start, phrase] : known) {
      if (remark.starts_with(start)) return text(phrase, language, {remark.substr(start.size())});
    }
    const bool is_of_state = remark.ends_with(passed_over);
    const Phrase lead = is_of_state ? Phrase::view_state_unusable : Phrase::view_not_whole;
    return std::string(text(lead, language)) + " " +
           (is_of_state ? remark.substr(0, remark.size() - std::string_view(passed_over).size()) : remark);
  }

  std::unique_ptr<Session> session_;
  SessionDesk desk_;
  Description description_;
  Grounds grounds_;
  SimulationStatus status_;
  int n_seen_ = 0, generation_ = 0, shown_ = 0;
};

}  // namespace

std::unique_ptr<Source> open_session(const std::string& what, const SessionWays& ways) {
  return std::make_unique<SessionSource>(what.empty() ? Session::reopen(ways) : Session::open(what, ways));
}

std::filesystem::path outlines_of(const Source& source) {
  const auto& own = dynamic_cast<const SessionSource&>(source.inner());
  return own.session().base().scenario.country.folder / "regions.geojson";
}

}  // namespace viewer
