// What one parameter says about itself. Every parameter struct declares its
// fields once, in a static `visit`, and from that one place come loading, range
// checks, error messages, printing, sweeping by path and docs/parameters.md.
#pragma once

namespace agents {

/// The declaration of one parameter.
/// `low` and `high` bound the accepted values, both ends included.
/// `source` carries the evidence tag of docs/model.md: V read, K known,
/// D derived, T from the expected-value twin, P project choice.
struct ParameterInfo {
  const char* name;
  const char* unit;
  double low;
  double high;
  const char* source;
  const char* sentence;
};

}  // namespace agents
