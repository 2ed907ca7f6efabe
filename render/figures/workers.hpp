// A few threads that wait asleep and share out numbered pieces of work. Who does
// which piece is chance: pieces must not care.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace figures {

/// The caller is worker 0; the others live as long as this does.
class Workers {
 public:
  /// At least one worker; fewer are asked for: one.
  explicit Workers(int n_workers);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  [[nodiscard]] int count() const { return static_cast<int>(others_.size()) + 1; }
  /// Calls act(piece, worker) once for every piece in 0 … n−1 and returns when all are done; calls with the same
  /// worker never overlap. Not for several threads at once. The first error thrown by `act` is thrown on, and no
  /// further piece is begun.
  void share(int n, const std::function<void(int piece, int worker)>& act);

 private:
  void serve(int worker);
  void work(int worker);

  std::mutex guard_;
  std::condition_variable wake_, done_;
  const std::function<void(int, int)>* act_ = nullptr;
  int next_ = 0, n_ = 0;
  int n_busy_ = 0;           // others that have not finished the present round
  std::uint64_t round_ = 0;  // counts calls of `share`, so that each wakes a sleeper once
  bool is_closing_ = false;
  std::exception_ptr error_;
  std::vector<std::thread> others_;
};

}  // namespace figures
