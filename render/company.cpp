#include "render/company.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <thread>

#include "render/figures/series.hpp"
#include "world/errors.hpp"

namespace viewer {

using world::InputError;

namespace {

class LaterPart : public Source {
 public:
  LaterPart(std::unique_ptr<Source> whole, int first) : whole_(std::move(whole)), first_(first) {
    description_ = whole_->description();
    description_.n_months_planned = std::max(1, description_.n_months_planned - first);
  }
  bool poll() override { return whole_->poll(); }
  const Description& description() const override { return description_; }
  int n_months() const override { return std::max(1, whole_->n_months() - first_); }
  bool is_live() const override { return whole_->is_live(); }
  Month month(int index) override { return whole_->month(index + first_); }
  PushReport push(int index, int region) override { return whole_->push(index + first_, region); }
  const Grounds& grounds() const override { return whole_->grounds(); }
  int generation() const override { return whole_->generation(); }
  Status status(world::observers::Language language) const override { return whole_->status(language); }

 private:
  std::unique_ptr<Source> whole_;
  int first_;
  Description description_;
};

Band spread(const std::vector<std::vector<double>>& runs) {
  Band band;
  std::size_t n = 0;
  for (const auto& run : runs) n = std::max(n, run.size());
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<double> values;
    for (const auto& run : runs) {
      if (i < run.size() && std::isfinite(run[i])) values.push_back(run[i]);
    }
    const bool is_whole = values.size() == runs.size();
    const double none = std::numeric_limits<double>::quiet_NaN();
    band.median.push_back(is_whole ? figures::quantile(values, 0.5) : none);
    band.low.push_back(is_whole ? figures::quantile(values, 0.05) : none);
    band.high.push_back(is_whole ? figures::quantile(values, 0.95) : none);
  }
  return band;
}

}  // namespace

std::unique_ptr<Source> from_month(std::unique_ptr<Source> source, int first) {
  return first == 0 ? std::move(source) : std::make_unique<LaterPart>(std::move(source), first);
}

Company::~Company() {
  is_closing_ = true;
  if (opening_.valid()) opening_.wait();
}

void Company::open_rival(const std::string& what) {
  std::erase_if(waiting_, [](const Task& task) { return !task.is_of_set; });
  if (what.empty()) {
    rival_.reset();
    rival_history_ = {};
    ++n_rivals_;
    return;
  }
  waiting_.insert(waiting_.begin(), {what, false});
  begin_next();
}

void Company::open_set(const std::vector<std::string>& runs) {
  for (const std::string& run : runs) waiting_.push_back({run, true});
  begin_next();
}

void Company::begin_next() {
  if (opening_.valid() || waiting_.empty() || !first_.month(0)) return;  // with nothing to compare it with, it waits
  task_ = waiting_.front();
  waiting_.erase(waiting_.begin());
  const Month first = first_.month(0);
  opening_ = std::async(std::launch::async, [this, open = open_, what = task_.what, first] {
    std::unique_ptr<Source> source = open(what);
    await(*source, 0);
    const Month own = source->month(0);
    const auto iso = [](const auto& region) { return region.iso; };
    if (!std::ranges::equal(own->regions, first->regions, {}, iso, iso))
      throw InputError(what + ": its regions are not those of the first run");
    const int later = first->month - own->month;
    if (later < 0)
      throw InputError(what + ": begins in " + month_name(*own) + ", after the first run; name it first instead");
    // Months before the first run's start are not shown. They must have come before the source can be cut.
    while (later >= source->n_months() && source->is_live()) await(*source, later);
    if (later >= source->n_months()) throw InputError(what + ": ends before the first run begins");
    return from_month(std::move(source), later);
  });
}

/// Until the month is there, or cannot come. Errors: what the source fails with; InputError if the window closes.
void Company::await(Source& source, int index) const {
  while (!source.month(index) && (source.is_live() || source.n_months() == 0 || index < source.n_months())) {
    source.poll();
    if (is_closing_) throw InputError("closed");
    if (source.has_failed()) {
      if (const std::exception_ptr why = source.failure()) std::rethrow_exception(why);
      throw InputError(source.status(world::observers::Language::en).words);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

void Company::take_opened() {
  if (!opening_.valid() || opening_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
  try {
    std::unique_ptr<Source> source = opening_.get();
    if (task_.is_of_set) {
      set_.push_back(std::move(source));
      set_histories_.emplace_back();
    } else {
      rival_ = std::move(source);
      rival_history_ = {};
      ++n_rivals_;
    }
  } catch (const std::exception& error) {  // whatever it is, the window stays
    complaint_ = error.what();
  }
  begin_next();
}

bool Company::poll(int months_a_frame) {
  bool is_new = false;
  if (opening_.valid()) {
    take_opened();
    is_new = !opening_.valid() || !waiting_.empty();
  } else {
    begin_next();
  }
  if (rival_) {
    is_new |= rival_->poll();
    is_new |= rival_history_.read(*rival_, months_a_frame);
  }
  bool has_grown = false;
  for (std::size_t i = 0; i < set_.size() && !has_grown; ++i) {
    is_new |= set_[i]->poll();
    has_grown = set_histories_[i].read(*set_[i], months_a_frame);
  }
  if (has_grown) bands_.clear();
  return is_new || has_grown;
}

std::string Company::take_complaint() { return std::exchange(complaint_, {}); }

std::vector<Source*> Company::set() const {
  std::vector<Source*> all;
  for (const auto& one : set_) all.push_back(one.get());
  return all;
}

int Company::n_months() const {
  int n = first_.n_months();
  if (rival_) n = std::min(n, rival_->n_months());
  return n;
}

int Company::generation() const { return 1000 * n_rivals_ + (rival_ ? rival_->generation() : 0); }

const Band& Company::band(Measure measure, int region) const {
  Band& kept = bands_[{static_cast<int>(measure), region}];
  if (kept.median.empty()) {
    std::vector<std::vector<double>> runs;
    for (const History& history : set_histories_) runs.push_back(history.series(measure, region));
    kept = spread(runs);
  }
  return kept;
}

}  // namespace viewer
