// A font cut down to the characters of a text, to be embedded.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace figures {

/// The bytes of a font file that holds only `characters` of `file`. Errors: InputError if it cannot be read.
[[nodiscard]] std::string font_subset(const std::filesystem::path& file, const std::vector<char32_t>& characters);

}  // namespace figures
