// Draws exports by the program qonys-figure, the one that `qonys figure` starts,
// while the window goes on: so a file is byte for byte that of the command.
#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "world/observers/phrases.hpp"

namespace figures {
class PipedProgram;
}

namespace viewer {

/// What came of an export.
struct Exported {
  std::string file;  // written; a folder where a film became numbered pictures
  bool is_folder = false;
  bool is_stopped = false;
  std::string complaint;  // the program's own line; empty: all went well
};

class Exporter {
 public:
  Exporter();
  /// Ends the program if it still runs.
  ~Exporter();
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;

  /// `words` follow `qonys figure`; `file` is what they ask it to write. Nothing while another export runs.
  void start(const std::filesystem::path& program, std::vector<std::string> words, std::string file);
  /// Ends the program; nothing half-written stays.
  void stop();
  [[nodiscard]] bool is_busy() const { return result_.valid(); }
  [[nodiscard]] const std::string& file() const { return file_; }
  /// What came of it, once it is over. Once.
  [[nodiscard]] std::optional<Exported> take();

 private:
  [[nodiscard]] Exported run(const std::filesystem::path& program, const std::vector<std::string>& words);

  std::string file_;
  std::future<Exported> result_;
  std::mutex mutex_;
  std::unique_ptr<figures::PipedProgram> program_;  // while it runs
  bool is_stopped_ = false;
};

/// The program that draws: what the environment's QONYS_FIGURE names, else the one beside this program, else the first
/// in PATH. Nothing if there is none.
[[nodiscard]] std::optional<std::filesystem::path> figure_program();

/// One line for the screen, in its language.
[[nodiscard]] std::string words_of(const Exported& exported, world::observers::Language language);

}  // namespace viewer
