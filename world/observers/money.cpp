// The lines of the accounts are declared in world/budget.cpp; here they become
// columns.
#include "world/observers/money.hpp"

#include "world/observers/text.hpp"

namespace world::observers {
namespace {

std::string column_of(const AccountLineInfo& line) { return std::string(line.name) + "_kzt"; }

}  // namespace

const FileColumns& accounts_columns() {
  static const FileColumns declared = [] {
    FileColumns file{
        "accounts.csv",
        "One row for each month and account of public money, in whole KZT of the base year and for the real "
        "country whatever the scale. Every row balances to the tenge: opening and incomes less expenses are "
        "closing.",
        {{"month", "YYYY-MM", "the month"},
         {"account", "name",
          "a region by its ISO 3166-2 code; nation: the republic's transfers; policies: the "
          "envelope for policies"}}};
    for (const AccountLineInfo& line : account_line_infos())
      file.columns.push_back({column_of(line), "KZT", line.sentence});
    file.columns.push_back(
        {"requested_kzt", "KZT", "policies: what they asked of the envelope and of regions; no part of the balance"});
    file.columns.push_back(
        {"held_kzt", "KZT",
         "a region: transfers over what the rule alone would give, because losses are limited; no part of "
         "the balance, and 0 over all regions"});
    return file;
  }();
  return declared;
}

void append_accounts_rows(std::string& text, const Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  for (const AccountSnapshot& account : snapshot.accounts) {
    text += month + ',' + account.account;
    for (const Count kzt : account.lines) {
      text += ',';
      append_integer(text, kzt);
    }
    text += ',';
    append_integer(text, account.requested);
    text += ',';
    append_integer(text, account.held);
    text += '\n';
  }
}

bool read_accounts(Rows& rows, Snapshot& snapshot) {
  if (snapshot.is_start) return true;
  const std::string month = month_name(snapshot);
  constexpr std::size_t first_line = 2;
  for (std::size_t n = snapshot.regions.size() + 2; n > 0; --n, rows.next()) {
    if (!rows.has_row()) return false;
    rows.require_cells_of(accounts_columns());
    if (rows.cell(0) != month) {
      rows.refuse("the row is of " + std::string(rows.cell(0)) + "; allowed " + month +
                  ", the next one: the file was changed");
    }
    AccountSnapshot& account = snapshot.accounts.emplace_back();
    account.account = rows.cell(1);
    for (std::size_t line = 0; line < account.lines.size(); ++line)
      account.lines[line] = rows.integer(first_line + line);
    account.requested = rows.integer(first_line + account.lines.size());
    account.held = rows.integer(first_line + account.lines.size() + 1);
  }
  return true;
}

}  // namespace world::observers
