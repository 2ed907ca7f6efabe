// How a kind of policy declares itself: its fields, what kind of lever it is,
// and the fields that every kind has.
#pragma once

#include "agents/types.hpp"

namespace world {

/// What a field of a policy holds, and so what is accepted.
enum class FieldKind { text, region, sector, sector_shares, system, centre, study_field, anchor, month, number };

/// The declaration of one field of a policy.
struct PolicyField {
  const char* name;
  FieldKind kind;
  const char* unit;  // of a number
  double low, high;  // of a number, both ends included
  bool is_required;
  const char* sentence;
};

/// What kind of lever a policy is, for the table of levers and its tests.
struct LeverFacts {
  const char* design;     // number in the table of levers of docs/model.md, such as "L1"
  const char* sentence;   // what it is
  const char* mechanism;  // what it does in the month
  const char* cost;       // what it costs, and what of
  const char* indicator;  // column of panel.csv that it moves first, in its region or everywhere; or what, in words
  int direction;          // of that column with a dose: +1 up, −1 down
  int months;             // months from its start within which it shows at a full dose
};

/// Who is paid first from the envelope, and what a region pays itself: the same fields in every kind.
template <class Number, class See>
void visit_priority(Number& priority, See&& see) {
  see(priority, PolicyField{"priority", FieldKind::number, "class", 1, 9, false,
                            "class in which the envelope pays: 1 first, 9 last; what is left is shared in its class"});
}
template <class Number, class See>
void visit_local_share(Number& local_share, See&& see) {
  see(local_share,
      PolicyField{"local_share", FieldKind::number, "1", 0, 1, false,
                  "part of the cost that the region pays from its own budget, at the expense of its services"});
}
inline constexpr double usual_priority = 5;

}  // namespace world
