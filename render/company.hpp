// The runs beside the first one: B, which it is compared with, and a set that
// tells how far runs of one scenario lie apart. All on the clock of the first.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "render/history.hpp"
#include "render/source.hpp"

namespace viewer {

/// Opens what is named; called in a thread of its own. Errors: InputError.
using OpenSource = std::function<std::unique_ptr<Source>(const std::string& what)>;

/// Months of a source from one of them on, as if it began there.
[[nodiscard]] std::unique_ptr<Source> from_month(std::unique_ptr<Source> source, int first);

/// Median and 5 % to 95 % of a set, by month; not a number where a run has no month.
struct Band {
  std::vector<double> median, low, high;
};

class Company {
 public:
  Company(Source& first, OpenSource open) : first_(first), open_(std::move(open)) {}
  ~Company();
  Company(const Company&) = delete;
  Company& operator=(const Company&) = delete;

  /// Begins to open B, or runs of the set; they are there some frames later. Nothing named: B is put away.
  void open_rival(const std::string& what);
  void open_set(const std::vector<std::string>& runs);
  /// Once a frame: takes in what was opened and the months that are new. True if anything is.
  bool poll(int months_a_frame);
  /// What went wrong since it was asked last.
  [[nodiscard]] std::string take_complaint();

  [[nodiscard]] Source* rival() const { return rival_.get(); }
  [[nodiscard]] std::vector<Source*> set() const;
  [[nodiscard]] bool is_opening() const { return opening_.valid() || !waiting_.empty(); }
  [[nodiscard]] const History& rival_history() const { return rival_history_; }
  [[nodiscard]] const std::vector<History>& set_histories() const { return set_histories_; }
  /// Months that the first and B both have.
  [[nodiscard]] int n_months() const;
  [[nodiscard]] bool is_live() const { return first_.is_live() || (rival_ && rival_->is_live()); }
  /// Counts up with another B, or another run of it.
  [[nodiscard]] int generation() const;

  [[nodiscard]] const Band& band(Measure measure, int region) const;

 private:
  struct Task {
    std::string what;
    bool is_of_set = false;
  };
  void begin_next();
  void await(Source& source, int index) const;
  void take_opened();

  Source& first_;
  OpenSource open_;
  std::unique_ptr<Source> rival_;
  std::vector<std::unique_ptr<Source>> set_;
  History rival_history_;
  std::vector<History> set_histories_;
  std::vector<Task> waiting_;
  Task task_;
  std::future<std::unique_ptr<Source>> opening_;
  std::atomic<bool> is_closing_ = false;
  std::string complaint_;
  int n_rivals_ = 0;
  mutable std::map<std::pair<int, int>, Band> bands_;  // [measure, region]; emptied when months come
};

}  // namespace viewer
