// Between the SFML window and Dear ImGui: events in, clipboard and cursor out.
#pragma once

#include <SFML/Window.hpp>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "render/input.hpp"

namespace viewer {

/// SFML's events as inputs. Remembers what is held: SFML names no letter under a Cyrillic layout and tells of
/// no repeats.
class EventReader {
 public:
  /// Which place of the keyboard types a character now; 0: none that is bound. Where nothing is given, `place_of` is
  /// asked.
  explicit EventReader(std::function<char(char32_t)> place_typing = {}) : place_typing_(std::move(place_typing)) {}
  [[nodiscard]] std::optional<Input> read(const sf::Event& event);

 private:
  [[nodiscard]] std::optional<Input> read_key(const sf::Event::KeyEvent& key, bool is_down);
  [[nodiscard]] std::optional<Input> read_text(char32_t character);

  std::function<char(char32_t)> place_typing_;
  std::set<int> held_;
  int n_unnamed_held_ = 0;
  bool control_ = false, shift_ = false, is_repeat_ = false;
};

/// One Dear ImGui context, drawn with OpenGL 2. Needs the window's context to be active.
class ImguiBridge {
 public:
  explicit ImguiBridge(sf::Window& window);
  ~ImguiBridge();
  ImguiBridge(const ImguiBridge&) = delete;
  ImguiBridge& operator=(const ImguiBridge&) = delete;

  void feed(const std::vector<Input>& inputs);
  void begin_frame(double seconds);
  void draw();
  /// After the font atlas was built anew.
  void renew_fonts();
  /// A text is being typed: keys belong to it.
  [[nodiscard]] bool wants_keys() const;

 private:
  void show_cursor();

  sf::Window& window_;
  std::map<int, std::unique_ptr<sf::Cursor>> cursors_;
  int cursor_ = 0;
  bool has_fonts_ = false;
};

}  // namespace viewer
