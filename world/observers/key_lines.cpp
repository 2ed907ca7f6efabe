#include "world/observers/key_lines.hpp"

#include <algorithm>
#include <span>

#include "world/observers/file.hpp"

namespace world::observers {

void for_each_key_line(std::string_view text,
                       const std::function<void(int, const std::string&, const std::string&)>& see) {
  int line_number = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string line(text.substr(from, end - from));
    from = end + 1;
    ++line_number;
    const std::size_t sign = line.find(" = ");
    if (line.starts_with("[[")) {
      see(line_number, line, "");
    } else if (!line.starts_with('#') && sign != std::string::npos) {
      see(line_number, line.substr(0, sign), line.substr(sign + 3));
    }
  }
}

std::string unquoted(std::string_view value) {
  std::string result;
  for (std::size_t i = value.find('"') + 1; i < value.size() && value[i] != '"'; ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) ++i;
    result += value[i];
  }
  return result;
}

std::string without_comment(const std::string& value) { return value.substr(0, value.find_first_of(" #")); }

std::string text_of_file(const std::filesystem::path& file) {
  const File opened(file, Access::read);
  std::string text(static_cast<std::size_t>(opened.size()), '\0');
  opened.read_at(0, std::as_writable_bytes(std::span(text)));
  return text;
}

}  // namespace world::observers
