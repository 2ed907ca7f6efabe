// The controls of one field of a policy: slider with box, month, list, text.
#pragma once

#include "render/scene.hpp"

namespace viewer {

/// Asks for `lever-set` when something was changed.
void lever_field(Ui& ui, const Scene& scene, const Lever& lever, std::size_t number);

/// A policy's name for people: made-up names become words.
[[nodiscard]] std::string lever_title(const Ui& ui, const LeverKind& kind, const Lever& lever);
/// A choice in the window's language; the code itself where it is not known.
[[nodiscard]] std::string choice_name(const Ui& ui, const LeverField& field, const std::string& code);

}  // namespace viewer
