#include "render/session_source.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "render/session_desk.hpp"
#include "render/session_grounds.hpp"
#include "world/errors.hpp"

namespace viewer {

using world::observers::Language;
using world::observers::Phrase;

namespace {

Phrase phrase_of(Doing doing) {
  switch (doing) {
    case Doing::preparing:
      return Phrase::view_doing_preparing;
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
                    .n_months_planned = session_->target() - session_->first_month() + 1};
    grounds_ = grounds_of(session_->base());
  }

  bool poll() override {
    const int n = session_->n_months();
    const SimulationStatus status = session_->status();
    const bool is_new = session_->poll_causes() || n != n_seen_ || status.doing != status_.doing ||
                        status.remark != status_.remark || status.text != status_.text;
    n_seen_ = n;
    status_ = status;
    return is_new;
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
    std::string words(text(phrase_of(status_.doing), language));
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
    return remark;  // the model's own line
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
  auto session = what.empty() ? Session::reopen(ways) : Session::open(what, ways);
  // A world takes a moment to be built; the window opens on its first month.
  while (session->n_months() == 0) {
    const SimulationStatus status = session->status();
    if (status.doing == Doing::failed) throw world::InputError(status.text);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return std::make_unique<SessionSource>(std::move(session));
}

std::filesystem::path outlines_of(const Source& source) {
  const auto& own = dynamic_cast<const SessionSource&>(source.inner());
  return own.session().base().scenario.country.folder / "regions.geojson";
}

}  // namespace viewer
