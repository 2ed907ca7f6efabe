#include "render/figures/mp4_file.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

namespace figures {
namespace {

std::uint64_t big_endian(const char* bytes, int n) {
  std::uint64_t number = 0;
  for (int i = 0; i < n; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

}  // namespace

bool is_whole_mp4(const std::filesystem::path& path) {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  std::ifstream stream(path, std::ios::binary);
  if (error || !stream) return false;
  bool has_index = false, has_samples = false;
  std::uint64_t at = 0;
  while (at < size) {
    // Four bytes of length, four of name; length 1: eight more bytes of length.
    std::array<char, 16> head{};
    stream.seekg(static_cast<std::streamoff>(at));
    if (!stream.read(head.data(), 8)) return false;
    const std::string_view name(head.data() + 4, 4);
    std::uint64_t length = big_endian(head.data(), 4), shortest = 8;
    if (length == 1) {
      if (!stream.read(head.data() + 8, 8)) return false;
      length = big_endian(head.data() + 8, 8);
      shortest = 16;
    }
    if (length < shortest || length > size - at) return false;
    has_index = has_index || name == "moov";
    has_samples = has_samples || name == "mdat";
    at += length;
  }
  return has_index && has_samples;
}

}  // namespace figures
