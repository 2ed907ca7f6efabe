// A copy of the tiny country in memory, into which fuzz targets write what they
// are given: the loaders read files. One for each process, removed at its end.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "world/errors.hpp"

namespace fuzz {

namespace fs = std::filesystem;

/// Writes a whole file. Plain stdio: a stream costs more than a small load.
inline void write_file(const fs::path& file, std::string_view content) {
  std::FILE* const stream = std::fopen(file.c_str(), "wb");
  if (stream == nullptr) std::abort();
  const bool is_written = std::fwrite(content.data(), 1, content.size(), stream) == content.size();
  if (std::fclose(stream) != 0 || !is_written) std::abort();
}

/// ROOT/tiny with every table that the model reads, and ROOT/scenarios with a
/// base.toml that others may extend.
class Folder {
 public:
  Folder() {
    std::error_code none;
    const fs::path shared = "/dev/shm";
    const fs::path home = fs::is_directory(shared, none) ? shared : fs::temp_directory_path();
    remove_those_of_the_dead(home);
    root_ = home / (prefix + std::to_string(getpid()));
    fs::create_directories(root_ / "scenarios");
    fs::copy(fs::path(QONYS_TEST_ASSETS) / "tiny", country());
    fs::copy(fs::path(QONYS_TEST_ASSETS) / "scenarios" / "tiny.toml", root_ / "scenarios" / "base.toml");
    add_optional_tables();
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const fs::path& root() const { return root_; }
  [[nodiscard]] fs::path country() const { return root_ / "tiny"; }
  [[nodiscard]] fs::path scenario() const { return root_ / "scenarios" / "asked.toml"; }

 private:
  static constexpr const char* prefix = "qonys_fuzz_";

  // A process that ends in a fault runs no destructors.
  static void remove_those_of_the_dead(const fs::path& home) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(home, ignored)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with(prefix)) continue;
      const std::string pid = name.substr(std::string_view(prefix).size());
      if (!pid.empty() && !fs::exists("/proc/" + pid, ignored)) fs::remove_all(entry.path(), ignored);
    }
  }

  // The tiny country leaves these out, so nothing would read them or lie over them.
  void add_optional_tables() const {
    write_file(country() / "growth_centres.csv",
               "centre_en,centre_kk,centre_ru,iso,announced_investment_bln_kzt,announced_jobs,basis\n"
               "Alpha town (Alpha),Альфа,Альфа,XX-1,2,30,invented\nBeta town,Бета,Бета,XX-2,,,invented\n");
    write_file(country() / "unit_costs.csv", "part,iso,benchmark\njobs,,post\ndwellings,XX-2,flat\nheat,,boiler\n");
    write_file(country() / "cost_benchmarks.csv",
               "item,value,unit,basis\npost,9,mln_kzt_per_job,invented\nflat,300,thousand_kzt_per_m2,invented\n"
               "boiler,0.5,bln_kzt_per_gcal_per_h,invented\n");
    write_file(country() / "calibration.csv",
               "kind,name,value,standard_error,note\nparameter,migration.move_cost,3.1,0.07,util\n"
               "hub_shift,XX-2,1.5,0.1,util\nplace_constant,XX-1,0.1,,util\nplace_constant,XX-2,-0.1,,util\n"
               "place_constant,XX-3,0,,util\nrecord,months,,,12\n");
  }

  fs::path root_;
};

/// Calls `load`. The only exception that may leave it is an InputError of one
/// line; another ends the process, and the fuzzer keeps the input. True if nothing
/// was refused.
template <class Load>
bool is_accepted(Load&& load) {
  try {
    load();
    return true;
  } catch (const world::InputError& error) {
    if (std::string_view(error.what()).find('\n') == std::string_view::npos) return false;
    std::fprintf(stderr, "a message of two lines: %s\n", error.what());
    std::abort();
  }
}

}  // namespace fuzz
