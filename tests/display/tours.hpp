// Tours for tests of the kiosk.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace tests {

/// A step about a region; `more` are its other keys.
inline std::string step_json(const std::string& more, const std::string& region) {
  const std::string caption = "{date}: {people " + region + "}, {net " + region + "} / {people}";
  return R"({"camera":{"regions":[")" + region + R"("]},"months":["2023-06","2025-06"],"view":"net_rate",)" + more +
         R"(,"highlight":[")" + region + R"("],"caption":{"kk":")" + caption + R"(","ru":")" + caption + R"(","en":")" +
         caption + R"("}})";
}

inline std::string write_tour(const std::string& file, const std::vector<std::string>& steps) {
  std::ofstream stream(file);
  stream << R"({"title":{"kk":"а","ru":"а","en":"a"},"steps":[)";
  for (std::size_t i = 0; i < steps.size(); ++i) stream << (i > 0 ? "," : "") << steps[i];
  stream << "]}";
  return file;
}

}  // namespace tests
