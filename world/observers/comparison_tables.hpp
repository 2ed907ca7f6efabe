// A comparison as files and as text: compare.csv, pairs.csv, compare.md in
// three languages, and the table of the terminal.
#pragma once

#include <string>

#include "world/observers/column.hpp"
#include "world/observers/comparison.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& comparison_columns();
/// The whole of compare.csv, header row included.
[[nodiscard]] std::string comparison_csv(const Comparison& comparison);

/// The measures that their rows name, as if they were columns.
[[nodiscard]] const FileColumns& measure_columns();

[[nodiscard]] const FileColumns& pairs_columns();
/// The whole of pairs.csv, header row included.
[[nodiscard]] std::string pairs_csv(const Comparison& comparison);

/// Aligned text of at most 100 columns.
[[nodiscard]] std::string comparison_table(const Comparison& comparison, Language language);

/// The whole of compare.md, compare.kk.md or compare.ru.md.
[[nodiscard]] std::string comparison_markdown(const Comparison& comparison, Language language);
/// The name of that file: English has no code in it.
[[nodiscard]] std::string comparison_file_name(Language language);

}  // namespace world::observers
