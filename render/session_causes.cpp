#include "render/session_causes.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <system_error>

namespace viewer {

namespace observers = world::observers;
using agents::Month;

namespace {

std::uintmax_t bytes_of(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(file, error);
  return error ? 0 : bytes;
}

/// Of a year of a run folder: what of it the run holds.
PushReport recorded_report(const Base& base, const Line& line, RecordedCauses& recorded, int year, int region) {
  PushReport report;
  std::vector<observers::Leavers> leavers;
  report.news = recorded.look_up(year, leavers);
  if (report.news == PushNews::damaged) report.error = recorded.error();
  if (report.news != PushNews::told) return report;
  const Month last = line.track.size() > 0 ? line.track.last()->month : year * 12 + 11;
  return push_report(leavers[static_cast<std::size_t>(region)], std::max(year * 12, base.scenario.start),
                     std::min(year * 12 + 11, last));
}

}  // namespace

void RecordedCauses::begin() {
  reading_ = std::async(std::launch::async, [file = file_, iso = iso_] {
    Read read;
    read.bytes = bytes_of(file);
    try {
      read.years = observers::read_leavers(file, iso);
    } catch (const std::exception& error) {
      read.error = error.what();
    }
    return read;
  });
}

bool RecordedCauses::poll() {
  if (!reading_.valid() || reading_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
  read_ = reading_.get();
  error_ = read_->error;
  return true;
}

PushNews RecordedCauses::look_up(int year, std::vector<observers::Leavers>& leavers) {
  std::error_code ignored;
  if (!read_ && !reading_.valid()) {
    if (!std::filesystem::is_regular_file(file_, ignored)) return PushNews::no_file;
    begin();
  }
  if (!read_) return PushNews::reading;
  const auto found = std::find_if(read_->years.begin(), read_->years.end(),
                                  [&](const observers::YearOfLeavers& one) { return one.year == year; });
  if (found != read_->years.end()) {
    leavers = found->regions;
    return PushNews::told;
  }
  if (!read_->years.empty() && year < read_->years.back().year) {  // nobody moved
    leavers.assign(iso_.size(), {});
    return PushNews::told;
  }
  if (reading_.valid()) return PushNews::reading;
  if (bytes_of(file_) != read_->bytes) {  // a run under way has written another year
    begin();
    return PushNews::reading;
  }
  return read_->error.empty() ? PushNews::not_known : PushNews::damaged;
}

int year_told(Month month, Month first) { return std::max((month + 1) / 12 - 1, first / 12); }

PushReport push_report(const observers::Leavers& leavers, Month first_month, Month last_month) {
  const observers::MainPush pushes = observers::main_push(leavers.push, leavers.households);
  PushReport report{.news = PushNews::told,
                    .error = {},
                    .first_month = first_month,
                    .last_month = last_month,
                    .households = leavers.households,
                    .push_of_place = pushes.of_place,
                    .taste = leavers.taste_share(),
                    .pull = leavers.unexplained_share()};
  if (!pushes.named.empty()) {
    report.cause = pushes.named.front().cause;
    report.push = pushes.named.front().push;
  }
  return report;
}

PushReport push_of(const Base& base, const Line& line, RecordedCauses* recorded, int k, int region) {
  const int year = year_told(base.first + k, base.first + 1);
  observers::Leavers leavers;
  Month first = 0, last = -1;  // months of the year that were simulated here
  for (Month month = year * 12; month < year * 12 + 12; ++month) {
    const auto of_month = line.leavers.at(month - base.first);
    if (!of_month) continue;
    leavers += (*of_month)[static_cast<std::size_t>(region)];
    if (last < first) first = month;
    last = month;
  }
  if (last >= first) return push_report(leavers, first, last);
  if (recorded != nullptr) return recorded_report(base, line, *recorded, year, region);
  PushReport report;
  report.news = PushNews::not_known;
  return report;
}

}  // namespace viewer
