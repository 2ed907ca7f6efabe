#include "experiments/output_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <span>
#include <system_error>

#include "world/errors.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
using world::observers::Access;
using world::observers::File;
using world::observers::FileMark;
using world::observers::RunningFingerprint;

std::span<const std::byte> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

/// Hands `n_bytes` of a file to `see`, piece by piece.
template <class See>
void for_each_piece(const File& file, std::uint64_t n_bytes, See&& see) {
  std::string piece;
  for (std::uint64_t at = 0; at < n_bytes; at += piece.size()) {
    piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(n_bytes - at, 1 << 20)));
    file.read_at(at, std::as_writable_bytes(std::span(piece.data(), piece.size())));
    see(piece);
  }
}

/// Adds the first bytes of the file to the fingerprint; a sentence if they are not those of the mark.
std::string misfit_of(const File& file, const FileMark& mark, RunningFingerprint& fingerprint) {
  if (file.size() < mark.bytes) {
    return file.path().string() + ": has " + std::to_string(file.size()) + " bytes, the checkpoint knows " +
           std::to_string(mark.bytes);
  }
  for_each_piece(file, mark.bytes, [&](const std::string& piece) { fingerprint.add(piece); });
  if (fingerprint.value() == mark.xxh3) return "";
  return file.path().string() + ": was changed since the run wrote it";
}

}  // namespace

OutputFile::OutputFile(const fs::path& path) : file_(path, Access::create) {}

OutputFile::OutputFile(const fs::path& path, const FileMark& mark) : file_(path, Access::extend), bytes_(mark.bytes) {
  const std::string misfit = misfit_of(file_, mark, fingerprint_);
  if (!misfit.empty()) throw world::InputError(misfit);
  file_.cut(bytes_);
}

OutputFile::OutputFile(const fs::path& path, int n_lines)
    : file_(path, fs::exists(path) ? Access::extend : Access::create) {
  const std::string text = read_whole(path);
  std::size_t end = 0;
  for (int line = 0; line < n_lines && end < text.size(); ++line)
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  bytes_ = end;
  fingerprint_.add(std::string_view(text).substr(0, end));
  file_.cut(bytes_);
}

void OutputFile::flush() {
  file_.write_at(bytes_, bytes_of(rows_));
  bytes_ += rows_.size();
  fingerprint_.add(rows_);
  rows_.clear();
}

FileMark OutputFile::mark() const {
  return {.name = file_.path().filename().string(), .bytes = bytes_, .xxh3 = fingerprint_.value()};
}

std::string misfit_of(const fs::path& folder, const FileMark& mark) {
  try {
    RunningFingerprint fingerprint;
    return misfit_of(File(folder / mark.name, Access::read), mark, fingerprint);
  } catch (const world::InputError& error) {
    return error.what();
  }
}

std::uint64_t fingerprint_of(const fs::path& path) {
  const File file(path, Access::read);
  RunningFingerprint fingerprint;
  for_each_piece(file, file.size(), [&](const std::string& piece) { fingerprint.add(piece); });
  return fingerprint.value();
}

void write_whole(const fs::path& path, std::string_view text) {
  fs::path unfinished = path;
  unfinished += ".unfinished";
  try {
    File file(unfinished, Access::create);
    file.write_at(0, bytes_of(text));
    file.sync();
    file.close();
  } catch (...) {
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    throw;
  }
  if (std::rename(unfinished.c_str(), path.c_str()) != 0) world::observers::refuse_file(path, "write", errno);
}

std::string read_whole(const fs::path& path) {
  const File file(path, Access::read);
  std::string text;
  for_each_piece(file, file.size(), [&](const std::string& piece) { text += piece; });
  return text;
}

}  // namespace experiments
