// `qonys story`: plays a run again and tells what one citizen lived through.
#include <charconv>
#include <iostream>
#include <optional>
#include <string_view>

#include "experiments/replay.hpp"
#include "experiments/verbs.hpp"
#include "world/errors.hpp"
#include "world/observers/story.hpp"
#include "world/observers/story_page.hpp"
#include "world/observers/story_pick.hpp"

namespace experiments {
namespace {

namespace observers = world::observers;

std::uint64_t parse_serial(const std::string& text) {
  std::string_view digits = text;
  const bool is_hex = digits.starts_with("0x") || digits.starts_with("0X");
  if (is_hex) digits.remove_prefix(2);
  std::uint64_t serial = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), serial, is_hex ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size()) {
    throw world::InputError("story: --serial is '" + text +
                            "'; allowed a whole number from 0 to 2^64 - 1, decimal or 0x and hexadecimal");
  }
  return serial;
}

void check_question(const Options& options) {
  if (options.serial.empty() == options.pick.empty()) {
    throw world::InputError(
        std::string("story: ") +
        (options.serial.empty() ? "--serial or --pick is missing" : "--serial and --pick are both given") +
        "; name one citizen, or let one be picked: --pick origin=CODE,destination=CODE,cause=NAME");
  }
}

ExitCode complain(const std::string& difference) {
  std::cerr << "qonys: story: " << difference << std::endl;
  return ExitCode::runs_differ;
}

/// A story under way: the run, and what is known of whose story it is.
struct Question {
  Replay replay;
  world::Crew crew;
  Progress progress;
  std::optional<observers::Pick> pick;
  std::optional<observers::PickedMove> picked;
};

/// The first replay. Returns what differs, or "". Errors: InputError if no move matches.
std::string pick_move(Question& question) {
  const Replay& replay = question.replay;
  observers::Picker picker(*question.pick, replay.first_month(), replay.last_month());
  question.progress.say("looking for such a move ...");
  bool is_start = true;
  const std::string differs = play(replay, question.crew, question.progress, [&](const world::World& world) {
    if (!is_start) picker.see(world);  // the start has no movers
    is_start = false;
  });
  if (!differs.empty()) return differs;
  question.picked = picker.picked();
  if (!question.picked) {
    question.progress.end();
    throw world::InputError("story: --pick: " + picker.nothing_found(replay.run.country));
  }
  return {};
}

observers::StoryLabel label_of(const Question& question, observers::Language language) {
  const Manifest& manifest = question.replay.run.manifest;
  observers::StoryLabel label{.scenario = manifest.scenario,
                              .scale = manifest.scale,
                              .seed = std::to_string(manifest.seed),
                              .people_per_agent = manifest.people_per_agent,
                              .first_month = question.replay.first_month(),
                              .last_month = question.replay.last_month()};
  if (question.picked) {
    const observers::Speech say(language);
    const std::string asked = question.pick->in_words(question.replay.run.country, language);
    const std::string month = world::month_text(question.picked->month);
    const auto n = static_cast<double>(question.picked->n_candidates);
    label.picked = n == 1 ? say(observers::Phrase::story_picked_only, {asked, month})
                          : say(observers::Phrase::story_picked, {say.count(n), asked, month});
  }
  return label;
}

}  // namespace

ExitCode story_verb(const Options& options) {
  check_question(options);
  const bool is_named = !options.serial.empty();
  std::uint64_t serial = is_named ? parse_serial(options.serial) : 0;
  Replay replay = read_replay(run_path(options.places[0]), options.since);
  const int n_passes = is_named ? 1 : 2;
  Question question{.replay = std::move(replay),
                    .crew = world::Crew(options.threads),
                    .progress = Progress(progress_style(options.quiet), 0),
                    .pick = {},
                    .picked = {}};
  question.progress = Progress(progress_style(options.quiet), n_passes * (question.replay.last_month() - question.replay.first_month() + 1));
  if (!is_named) {
    question.pick = observers::parse_pick(options.pick, question.replay.run.country, "story: --pick");
    if (const std::string differs = pick_move(question); !differs.empty()) return complain(differs);
    serial = question.picked->serial;
  }
  observers::Tracer tracer(serial);
  observers::StoryLabel label = label_of(question, options.language);
  question.progress.say("following citizen " + std::to_string(tracer.story().serial) + " ...");
  const std::string differs = play(question.replay, question.crew, question.progress, [&](const world::World& world) {
    tracer.see(world);
    label.state_hash = world.hash.state;
  });
  question.progress.end();
  if (!differs.empty()) return complain(differs);
  if (!tracer.story().is_found) {
    throw world::InputError("story: --serial " + options.serial +
                            ": nobody in this run has it, at the start or later; "
                            "let a citizen be picked: --pick cause=wage");
  }
  std::cout << observers::story_page(tracer.story(), question.replay.run.country, label, options.language);
  return ExitCode::ok;
}

}  // namespace experiments
