// Figures inside documents, as their users set them: LaTeX takes the PDF,
// LibreOffice the SVG and the PNG; the words stay words in what comes out.
#ifdef QONYS_FIGURES
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "tests/experiments/program.hpp"

namespace {

using namespace tests;

std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = ::popen(("{ " + command + "; } 2>/dev/null").c_str(), "r");
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, n);
  ::pclose(pipe);
  return text;
}

bool is_missing(const std::string& program) { return output_of("command -v " + program).empty(); }

/// Draws a figure of a short run of the test world in Kazakh.
void draw(const Scratch& folder, const std::string& name) {
  if (text_of(folder / "run/manifest.toml").empty()) {
    ASSERT_EQ(qonys({"run", tiny(), "--out", folder / "run", "--months", "12", "--scale", "20:1", "--quiet"}).exit_code,
              0);
  }
  const Outcome drawn = qonys({"figure", folder / "run", "--lang", "kk", "--style", "article", "--width-mm", "120",
                               "--out", folder / name, "--quiet"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn.error;
}

void expect_words_and_embedded_fonts(const std::string& pdf) {
  const std::string text = output_of("pdftotext -layout " + pdf + " -");
  for (const std::string words : {"Кім қайда көшті", "2023 жылдан бастап болжам", "Көші-қон сальдосы", "Елорда"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
  EXPECT_EQ(output_of("pdffonts " + pdf + " | tail -n +3 | awk '$(NF-4) != \"yes\"'"), "") << "every font is embedded";
}

TEST(Embedding, LatexSetsThePdfWithItsWords) {
  if (is_missing("pdflatex") || is_missing("pdftotext"))
    GTEST_SKIP() << "no pdflatex (texlive-latex-base) or pdftotext (poppler-utils)";
  const Scratch folder;
  draw(folder, "figure.pdf");
  write_text(folder / "paper.tex",
             "\\documentclass{article}\n\\usepackage{graphicx}\n\\begin{document}\n\\includegraphics{figure.pdf}"
             "\n\\end{document}\n");
  output_of("cd " + (folder / "") + " && pdflatex -interaction=batchmode paper.tex");
  expect_words_and_embedded_fonts(folder / "paper.pdf");
}

TEST(Embedding, LibreOfficeSetsTheSvgWithItsWordsAndThePng) {
  if (is_missing("soffice") || is_missing("pdftotext"))
    GTEST_SKIP() << "no soffice (libreoffice-writer, libreoffice-draw) or pdftotext";
  const Scratch folder;
  draw(folder, "figure.svg");
  draw(folder, "figure.png");
  std::string page =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
      "office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>";
  for (const std::string name : {"figure.svg", "figure.png"}) {
    page +=
        "<text:p><draw:frame text:anchor-type=\"as-char\" svg:width=\"12cm\" svg:height=\"10cm\"><draw:image "
        "xlink:href=\"" +
        name + "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame></text:p>";
  }
  write_text(folder / "page.fodt", page + "</office:text></office:body></office:document>");
  output_of("cd " + (folder / "") + " && soffice --headless -env:UserInstallation=file://" + (folder / "profile") +
            " --convert-to pdf page.fodt");
  expect_words_and_embedded_fonts(folder / "page.pdf");
  EXPECT_NE(output_of("pdfimages -list " + (folder / "page.pdf")).find("image"), std::string::npos)
      << "the PNG is there";
}

}  // namespace
#endif
