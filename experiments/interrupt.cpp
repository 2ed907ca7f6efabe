// A signal handler may touch nothing but a flag, and the flag cannot be anywhere
// but here: the one piece of shared state of the program.
#include "experiments/interrupt.hpp"

#include <csignal>

namespace experiments {
namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_interrupt(int signal) { interrupted = signal; }

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  sigemptyset(&action.sa_mask);
  // After the first, the default comes back: the second one kills.
  action.sa_flags = static_cast<int>(SA_RESETHAND | static_cast<unsigned>(SA_RESTART));
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // Schedulers send this one well before the end, some of them twice.
  action.sa_flags = SA_RESTART;
  sigaction(SIGUSR1, &action, nullptr);
}

bool is_interrupted() { return interrupted != 0; }

ExitCode interrupt_code() { return interrupted == SIGINT ? ExitCode::interrupted : ExitCode::stopped; }

void ignore_write_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace experiments
