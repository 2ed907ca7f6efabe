// Lines `key = value` as manifests have them. Shared by the manifest of a run and
// by the card that shows it; they understand what a run writes and nothing else.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace world::observers {

/// Calls see(line number, key, value) for every line `key = value`, and with an empty value for a line such as
/// [[input]]. Comments and other lines are passed over.
void for_each_key_line(std::string_view text,
                       const std::function<void(int, const std::string& key, const std::string& value)>& see);

/// The text inside the first pair of quotes of `value`.
[[nodiscard]] std::string unquoted(std::string_view value);

/// A value without quotes, and without the comment behind it.
[[nodiscard]] std::string without_comment(const std::string& value);

/// The bytes of a file. Errors: ReadError.
[[nodiscard]] std::string text_of_file(const std::filesystem::path& file);

}  // namespace world::observers
