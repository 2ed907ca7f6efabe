#include "render/fallback_source.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace viewer {
namespace {

using world::observers::Language;
using world::observers::Phrase;

constexpr int after_fall = 1'000'000;  // generations of what is shown instead

bool have_same_regions(const Source& a, const Source& b) { return a.description().regions == b.description().regions; }

class FallbackSource : public Source {
 public:
  FallbackSource(std::unique_ptr<Source> live, std::unique_ptr<Source> recording)
      : live_(std::move(live)), recording_(std::move(recording)), has_fallen_(!live_) {}

  bool poll() override {
    if (has_fallen_) return recording_ ? recording_->poll() : false;
    bool is_new = true;
    try {
      is_new = live_->poll();
      n_good_ = live_->n_months();
      if (!live_->has_failed()) return is_new;
    } catch (const std::exception&) {
      static_cast<void>(is_new);
    }
    fall();
    return true;
  }
  const Description& description() const override { return shown().description(); }
  int n_months() const override { return is_frozen() ? n_good_ : shown().n_months(); }
  bool is_live() const override { return !has_fallen_ && live_->is_live(); }
  Month month(int index) override {
    if (has_fallen_ && recording_) return recording_->month(index);
    try {
      return live_->month(index);
    } catch (const std::exception&) {
      fall();
      return nullptr;
    }
  }
  int generation() const override {
    return shown().generation() + (has_fallen_ && recording_ && live_ ? after_fall : 0);
  }
  PushReport push(int index, int region) override {
    return has_fallen_ && recording_ ? recording_->push(index, region) : live_->push(index, region);
  }
  const Grounds& grounds() const override { return shown().grounds(); }
  std::vector<int> checkpoints() const override { return has_fallen_ ? std::vector<int>{} : live_->checkpoints(); }
  /// Not as long as there is a month to show.
  bool has_failed() const override { return is_frozen() && n_good_ == 0; }
  std::exception_ptr failure() const override { return has_failed() ? live_->failure() : nullptr; }
  bool is_fallback() const override { return has_fallen_; }
  Status status(Language language) const override {
    if (!has_fallen_ || has_failed()) return live_->status(language);
    return {Tone::warning, std::string(text(Phrase::view_recorded, language))};
  }
  const Source& inner() const override { return shown().inner(); }
  bool take(const Command& command) override { return has_fallen_ ? false : live_->take(command); }
  std::string take_notice(Language language) override { return has_fallen_ ? "" : live_->take_notice(language); }
  const LeverDesk* levers() const override { return has_fallen_ ? nullptr : live_->levers(); }
  int first_shown() const override { return has_fallen_ ? 0 : live_->first_shown(); }
  void show(int index) override {
    if (!has_fallen_) live_->show(index);
  }

 private:
  /// The months already there are shown.
  [[nodiscard]] bool is_frozen() const { return has_fallen_ && !recording_; }
  [[nodiscard]] const Source& shown() const { return has_fallen_ && recording_ ? *recording_ : *live_; }
  void fall() {
    has_fallen_ = true;
    try {
      if (recording_ && live_ && !have_same_regions(*live_, *recording_)) recording_.reset();
    } catch (const std::exception&) {
      // the failed one tells nothing any more; the recording is shown
    }
  }

  std::unique_ptr<Source> live_, recording_;
  bool has_fallen_;
  int n_good_ = 0;
};

}  // namespace

std::unique_ptr<Source> with_fallback(std::unique_ptr<Source> live, std::unique_ptr<Source> recording) {
  return std::make_unique<FallbackSource>(std::move(live), std::move(recording));
}

}  // namespace viewer
