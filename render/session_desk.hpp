// The levers of a session for the drawer: what the session knows, put into the
// window's terms, and commands carried out on it.
#pragma once

#include <optional>

#include "render/actions.hpp"
#include "render/lever_desk.hpp"
#include "render/session.hpp"

namespace viewer {

class SessionDesk : public LeverDesk {
 public:
  /// `session` must outlive it.
  explicit SessionDesk(Session& session);

  const std::vector<LeverKind>& kinds() const override { return kinds_; }
  const std::vector<Lever>& levers() const override { return levers_; }
  bool can_undo() const override { return session_.levers().can_undo(); }
  bool can_redo() const override { return session_.levers().can_redo(); }
  bool has_edits() const override { return has_edits_; }
  std::string obstacle(int index, world::observers::Language language) const override;
  const LeverProblem& problem() const override { return problem_; }
  const std::vector<LineInfo>& lines() const override { return lines_; }
  int current_line() const override { return session_.current(); }
  int target() const override { return session_.target(); }
  std::string default_file() const override;

  /// Carries out a command about levers or lines while month `shown` is on the screen; false if it is another one.
  bool take(const Command& command, int shown);
  /// What the last command came to, once; empty if that is seen anyway.
  [[nodiscard]] std::string take_notice(world::observers::Language language);

 private:
  void edit(const Command& command, int shown);
  void add(const std::string& kind, int shown);
  void set(const std::vector<std::string>& words);
  void save(const std::string& file);
  [[nodiscard]] bool is_out_of_range(const std::string& kind, const std::string& field, std::string& value);
  [[nodiscard]] Fields start_fields(const LeverKind& kind, int shown) const;
  void refresh();
  [[nodiscard]] Lever lever_of(const PolicyText& policy, const std::vector<PolicyText>& base) const;
  [[nodiscard]] int kind_number(const std::string& kind) const;

  struct Notice {
    std::optional<world::observers::Phrase> phrase;
    std::string words;  // {0} of the phrase, or all; of an error: what follows the phrase
    int month = -1;     // {0} instead
    bool is_error = false;
  };

  Session& session_;
  std::vector<KindInfo> infos_;
  std::vector<LeverKind> kinds_;
  std::vector<Lever> levers_;
  std::vector<LineInfo> lines_;
  LeverProblem problem_;
  std::optional<Notice> notice_;
  bool has_edits_ = false;
};

}  // namespace viewer
