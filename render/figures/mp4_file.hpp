// Whether an MP4 file is all there: ffmpeg ends with status 0 on a full disk.
#pragma once

#include <filesystem>

namespace figures {

/// Its boxes fill it to the last byte, and there are an index and samples among them.
[[nodiscard]] bool is_whole_mp4(const std::filesystem::path& path);

}  // namespace figures
