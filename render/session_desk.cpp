#include "render/session_desk.hpp"

#include <algorithm>

#include "render/session_desk_fields.hpp"
#include "render/session_past.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"

namespace viewer {

using world::FieldKind;
using world::InputError;
using world::observers::Language;
using world::observers::Phrase;

namespace {

/// As people type numbers: blanks between groups, a comma for the point.
std::string plain_number(const std::string& typed) {
  std::string text;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool is_no_break_space = typed.compare(i, 2, "\u00A0") == 0;
    if (is_no_break_space) ++i;
    if (is_no_break_space || typed[i] == ' ') continue;
    text += typed[i] == ',' ? '.' : typed[i];
  }
  return text;
}

}  // namespace

SessionDesk::SessionDesk(Session& session) : session_(session), infos_(policy_kinds()) {
  for (const KindInfo& info : infos_) {
    LeverKind& kind = kinds_.emplace_back(LeverKind{.kind = info.kind, .fields = {}});
    for (const FieldInfo& field : info.fields) kind.fields.push_back(lever_field(field, session_.base().country));
  }
  refresh();
}

int SessionDesk::kind_number(const std::string& kind) const {
  const auto found = std::find_if(infos_.begin(), infos_.end(), [&](const KindInfo& i) { return i.kind == kind; });
  return found == infos_.end() ? -1 : static_cast<int>(found - infos_.begin());
}

void SessionDesk::refresh() {
  const std::vector<PolicyText> base = texts_of(session_.levers().base().policies);
  levers_.clear();
  for (const PolicyText& policy : session_.levers().policies()) levers_.push_back(lever_of(policy, base));
  lines_.clear();
  for (int number = 0; number < session_.n_lines(); ++number) {
    const Line& line = session_.line(number);
    lines_.push_back({.parent = line.parent, .branched = line.parent < 0 ? 0 : line.branched - session_.first_month()});
  }
  has_edits_ = session_.has_edits();
}

Lever SessionDesk::lever_of(const PolicyText& policy, const std::vector<PolicyText>& base) const {
  const auto before = std::find_if(base.begin(), base.end(), [&](const PolicyText& other) {
    return other.kind == policy.kind && other.name() == policy.name();
  });
  const bool is_new = before == base.end();
  Lever lever{.kind = kind_number(policy.kind), .name = policy.name(), .values = {}, .is_changed = is_new};
  for (const FieldInfo& info : infos_[static_cast<std::size_t>(lever.kind)].fields) {
    LeverValue value{.text = policy.at(info.name), .base = is_new ? info.default_value : before->at(info.name)};
    value.is_changed = !is_new && value.text != value.base;
    value.is_moot = is_moot(policy, info.name, session_.base().country);
    lever.is_changed = lever.is_changed || value.is_changed;
    if (info.kind == FieldKind::number) {
      value.top = slider_top(info, world::parse_number(value.base).value_or(start_value(info)));
    }
    if (info.kind == FieldKind::month) value.month = world::parse_month(value.text, info.name);
    lever.values.push_back(std::move(value));
  }
  return lever;
}

std::string SessionDesk::obstacle(int index, Language language) const {
  const agents::Month first = session_.first_month(), month = first + index;
  const world::Policies& lived = session_.line(session_.current()).scenario.policies;
  const world::Policies& wanted = session_.levers().scenario().policies;
  if (is_same_past(lived, wanted, month)) return index < session_.n_months() ? "" : session_.obstacle(index);
  const agents::Month common = last_common_month(lived, wanted, first, month);
  const auto words = [&](agents::Month m) { return world::observers::month_in_words(m, language); };
  if (common < first) return text(Phrase::lever_obstacle_whole, language, {words(month)});
  return text(Phrase::lever_obstacle, language, {words(month), words(common)});
}

std::string SessionDesk::default_file() const {
  const int line = session_.current();
  const std::string name =
      session_.base().scenario.name + (line == 0 ? "" : "-" + std::string(1, static_cast<char>('a' + line % 26)));
  const std::filesystem::path folder = session_.folder();
  return (folder.empty() ? std::filesystem::path(name + ".toml") : folder / (name + ".toml")).string();
}

Fields SessionDesk::start_fields(const LeverKind& kind, int shown) const {
  const world::Country& country = session_.base().country;
  const agents::Month start = session_.first_month() + shown + 1;
  Fields fields;
  for (const FieldInfo& info : infos_[static_cast<std::size_t>(kind_number(kind.kind))].fields) {
    if (!info.is_required || info.kind == FieldKind::text) continue;
    const std::vector<std::string> choices = choices_of(info, country);
    std::string value = choices.empty() ? country.regions.front().name_en : choices.front();
    if (info.kind == FieldKind::number) value = field_text(start_value(info));
    if (info.kind == FieldKind::month) value = world::month_text(info.name == "delivered" ? start + 24 : start);
    if (info.kind == FieldKind::sector_shares) value += ":1";
    fields.emplace_back(info.name, value);
  }
  if (kind.kind == world::GrowthCentre::kind) {
    for (const auto& [name, value] : fields) {
      const world::CentreFacts* const centre = name == "centre" ? country.centre_of(value) : nullptr;
      if (centre == nullptr) continue;
      const auto region = std::find_if(fields.begin(), fields.end(), [](const auto& f) { return f.first == "region"; });
      region->second = country.regions[static_cast<std::size_t>(centre->region)].iso;
    }
    const bool has_costs = !country.unit_costs.empty();
    fields.emplace_back(has_costs ? "budget_bln_kzt" : "jobs", has_costs ? "100" : "500");
  }
  return fields;
}

void SessionDesk::add(const std::string& kind, int shown) {
  if (kind_number(kind) < 0) {
    session_.add_policy(kind, {});  // refused with the nearest name
    return;
  }
  session_.add_policy(kind, start_fields(kinds_[static_cast<std::size_t>(kind_number(kind))], shown));
}

bool SessionDesk::is_out_of_range(const std::string& kind, const std::string& field, std::string& value) {
  for (const FieldInfo& info : infos_[static_cast<std::size_t>(kind_number(kind))].fields) {
    if (info.name != field || info.kind != FieldKind::number) continue;
    problem_.low = info.low;
    problem_.high = info.high;
    value = plain_number(value);
    const auto number = world::parse_number(value);
    return !number || *number < info.low || *number > info.high;
  }
  return false;
}

void SessionDesk::set(const std::vector<std::string>& words) {
  if (words.size() < 3 || words.size() % 2 == 0) throw InputError("lever-set POLICY FIELD VALUE: words are missing");
  const auto& policies = session_.levers().policies();
  const auto found =
      std::find_if(policies.begin(), policies.end(), [&](const PolicyText& p) { return p.name() == words[0]; });
  Fields fields;
  for (std::size_t i = 1; i + 1 < words.size(); i += 2) fields.emplace_back(words[i], words[i + 1]);
  if (found == policies.end()) return session_.change_policy(words[0], fields);  // refused with the nearest name
  problem_ = {.lever = words[0], .field = words[1], .value = words[2], .words = {}};
  for (auto& [field, value] : fields) {
    if (is_out_of_range(found->kind, field, value)) return;
  }
  if (fields.size() == 1) {
    fields = with_partners(*found, fields[0].first, fields[0].second, session_.base().country);
  }
  session_.change_policy(words[0], fields);
  problem_ = {};
}

void SessionDesk::save(const std::string& file) {
  const std::string name = file.empty() ? default_file() : file;
  session_.save_scenario(name);
  notice_ = {.phrase = Phrase::lever_saved, .words = name};
}

void SessionDesk::edit(const Command& command, int shown) {
  switch (command.action) {
    case Action::lever_add:
      return add(command.text, shown);
    case Action::lever_set:
      return set(quoted_words(command.text));
    case Action::lever_remove: {
      const std::vector<std::string> words = quoted_words(command.text);
      return session_.remove_policy(words.empty() ? "" : words[0]);
    }
    case Action::lever_reset:
      return session_.reset_policies();
    case Action::undo:
      static_cast<void>(session_.undo());
      return;
    case Action::redo:
      static_cast<void>(session_.redo());
      return;
    case Action::run_from_here:
      session_.run_from_here(shown);
      notice_ = {.phrase = Phrase::lever_branched, .words = {}, .month = session_.first_month() + shown};
      return;
    case Action::select_line:
      return session_.select(static_cast<int>(command.number));
    case Action::set_target:
      return session_.set_target(session_.first_month() + static_cast<int>(command.number));
    default:
      return save(command.text);
  }
}

bool SessionDesk::take(const Command& command, int shown) {
  const Action action = command.action;
  const bool is_ours = action == Action::lever_add || action == Action::lever_set || action == Action::lever_remove ||
                       action == Action::lever_reset || action == Action::undo || action == Action::redo ||
                       action == Action::run_from_here || action == Action::select_line ||
                       action == Action::set_target || action == Action::save_scenario;
  if (!is_ours) return false;
  notice_.reset();
  problem_ = {};
  try {
    edit(command, shown);
  } catch (const InputError& error) {
    problem_.words = error.what();
    const Phrase lead = action == Action::save_scenario ? Phrase::view_not_written : Phrase::view_not_done;
    if (problem_.lever.empty()) notice_ = {.phrase = lead, .words = error.what(), .is_error = true};
    if (action == Action::run_from_here) notice_ = {.phrase = {}, .words = {}, .month = shown};  // `obstacle` tells why
  }
  refresh();
  return true;
}

std::string SessionDesk::take_notice(Language language) {
  if (!notice_) return {};
  const Notice notice = std::move(*notice_);
  notice_.reset();
  if (!notice.phrase) return obstacle(notice.month, language);
  if (notice.is_error) return std::string(text(*notice.phrase, language)) + " " + notice.words;
  const std::string what = notice.month >= 0 ? world::observers::month_in_words(notice.month, language) : notice.words;
  return text(*notice.phrase, language, {what});
}

}  // namespace viewer
