#include "render/imgui_bridge.hpp"

#include <imgui.h>
#include <imgui/backends/imgui_impl_opengl2.h>

#include <algorithm>
#include <string>
#include <utility>

namespace viewer {
namespace {

using Kind = Input::Kind;

Key named_key(sf::Keyboard::Key key) {
  using K = sf::Keyboard;
  if (key >= K::F1 && key <= K::F12) return static_cast<Key>(static_cast<int>(Key::f1) + (key - K::F1));
  switch (key) {
    case K::Space:
      return Key::space;
    case K::Enter:
      return Key::enter;
    case K::Escape:
      return Key::escape;
    case K::Tab:
      return Key::tab;
    case K::Backspace:
      return Key::backspace;
    case K::Delete:
      return Key::erase;
    case K::Left:
      return Key::left;
    case K::Right:
      return Key::right;
    case K::Up:
      return Key::up;
    case K::Down:
      return Key::down;
    case K::Home:
      return Key::home;
    case K::End:
      return Key::end;
    case K::PageUp:
      return Key::page_up;
    case K::PageDown:
      return Key::page_down;
    default:
      return Key::none;
  }
}

Input mouse(Kind kind, int x, int y, int button = 0) {
  Input input;
  input.kind = kind;
  input.x = static_cast<float>(x);
  input.y = static_cast<float>(y);
  input.button = button;
  return input;
}

Input bare(Kind kind) {
  Input input;
  input.kind = kind;
  return input;
}

constexpr int place_slot = 256;  // of io.KeysDown: named keys below, places above

int slot_of(const Stroke& stroke) {
  return stroke.key == Key::place ? place_slot + stroke.place : static_cast<int>(stroke.key);
}

void map_keys(ImGuiIO& io) {
  const std::pair<ImGuiKey_, Key> named[] = {{ImGuiKey_Tab, Key::tab},
                                             {ImGuiKey_LeftArrow, Key::left},
                                             {ImGuiKey_RightArrow, Key::right},
                                             {ImGuiKey_UpArrow, Key::up},
                                             {ImGuiKey_DownArrow, Key::down},
                                             {ImGuiKey_PageUp, Key::page_up},
                                             {ImGuiKey_PageDown, Key::page_down},
                                             {ImGuiKey_Home, Key::home},
                                             {ImGuiKey_End, Key::end},
                                             {ImGuiKey_Delete, Key::erase},
                                             {ImGuiKey_Backspace, Key::backspace},
                                             {ImGuiKey_Space, Key::space},
                                             {ImGuiKey_Enter, Key::enter},
                                             {ImGuiKey_Escape, Key::escape}};
  for (const auto& [theirs, ours] : named) io.KeyMap[theirs] = static_cast<int>(ours);
  const std::pair<ImGuiKey_, char> placed[] = {{ImGuiKey_A, 'a'}, {ImGuiKey_C, 'c'}, {ImGuiKey_V, 'v'},
                                               {ImGuiKey_X, 'x'}, {ImGuiKey_Y, 'y'}, {ImGuiKey_Z, 'z'}};
  for (const auto& [theirs, place] : placed) io.KeyMap[theirs] = place_slot + place;
}

const char* clipboard_text(void*) {
  static std::string text;
  const auto utf8 = sf::Clipboard::getString().toUtf8();
  text.assign(utf8.begin(), utf8.end());
  return text.c_str();
}

void set_clipboard_text(void*, const char* text) {
  const std::string words = text;
  sf::Clipboard::setString(sf::String::fromUtf8(words.begin(), words.end()));
}

void feed_one(const Input& input, ImGuiIO& io) {
  switch (input.kind) {
    case Kind::move:
      io.MousePos = {input.x, input.y};
      break;
    case Kind::press:
    case Kind::release:
      io.MousePos = {input.x, input.y};
      io.MouseDown[input.button] = input.kind == Kind::press;
      break;
    case Kind::wheel:
      io.MouseWheel += input.y;
      break;
    case Kind::key:
    case Kind::key_up:
      io.KeyCtrl = input.stroke.control;
      io.KeyShift = input.stroke.shift;
      if (input.stroke.key != Key::none) io.KeysDown[slot_of(input.stroke)] = input.kind == Kind::key;
      break;
    case Kind::text:
      io.KeyCtrl = input.stroke.control;
      io.KeyShift = input.stroke.shift;
      if (input.character != 0) io.AddInputCharacter(static_cast<unsigned>(input.character));
      if (input.stroke.control) io.KeysDown[slot_of(input.stroke)] = true;
      break;
    case Kind::lost_focus:
      std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
      std::fill(std::begin(io.MouseDown), std::end(io.MouseDown), false);
      io.KeyCtrl = io.KeyShift = false;
      break;
    case Kind::resized:
    case Kind::closed:
      break;
  }
}

}  // namespace

std::optional<Input> EventReader::read(const sf::Event& event) {
  const auto button_of = [](sf::Mouse::Button button) { return static_cast<int>(button); };  // left, right, middle
  switch (event.type) {
    case sf::Event::MouseMoved:
      return mouse(Kind::move, event.mouseMove.x, event.mouseMove.y);
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased:
      if (event.mouseButton.button > sf::Mouse::Middle) return {};
      return mouse(event.type == sf::Event::MouseButtonPressed ? Kind::press : Kind::release, event.mouseButton.x,
                   event.mouseButton.y, button_of(event.mouseButton.button));
    case sf::Event::MouseWheelScrolled: {
      if (event.mouseWheelScroll.wheel != sf::Mouse::VerticalWheel) return {};
      Input input = bare(Kind::wheel);
      input.y = event.mouseWheelScroll.delta;
      return input;
    }
    case sf::Event::KeyPressed:
      return read_key(event.key, true);
    case sf::Event::KeyReleased:
      return read_key(event.key, false);
    case sf::Event::TextEntered:
      return read_text(event.text.unicode);
    case sf::Event::LostFocus:
      held_.clear();
      n_unnamed_held_ = 0;
      control_ = shift_ = false;
      return bare(Kind::lost_focus);
    case sf::Event::Resized:
      return bare(Kind::resized);
    case sf::Event::Closed:
      return bare(Kind::closed);
    default:
      return {};
  }
}

std::optional<Input> EventReader::read_key(const sf::Event::KeyEvent& key, bool is_down) {
  // A key that is itself held beside others is not told as held while it goes down.
  const auto is_one_of = [&](sf::Keyboard::Key left, sf::Keyboard::Key right) {
    return key.code == left || key.code == right;
  };
  control_ = is_one_of(sf::Keyboard::LControl, sf::Keyboard::RControl) ? is_down : key.control;
  shift_ = is_one_of(sf::Keyboard::LShift, sf::Keyboard::RShift) ? is_down : key.shift;
  if (key.code == sf::Keyboard::Unknown) {  // a letter of a Cyrillic layout, or two of them at once
    is_repeat_ = is_down && n_unnamed_held_ > 0;
    n_unnamed_held_ = is_down ? 1 : 0;
  } else {
    is_repeat_ = is_down && !held_.insert(key.code).second;
    if (!is_down) held_.erase(key.code);
  }
  Input input = bare(is_down ? Kind::key : Kind::key_up);
  input.stroke = {.key = named_key(key.code), .place = 0, .shift = shift_, .control = control_};
  input.is_repeat = is_repeat_;
  return input;
}

std::optional<Input> EventReader::read_text(char32_t character) {
  Input input = bare(Kind::text);
  const char place =
      place_typing_ && is_ambiguous(character) ? place_typing_(character) : place_of(character, control_);
  if (character < 32 && !control_) return {};  // Enter, Tab and their like are keys
  if (character == 127 || (character == ' ')) {
    if (character == 127) return {};
  }
  input.stroke = {
      .key = place == 0 ? Key::none : Key::place, .place = place, .shift = shift_ && place != '/', .control = control_};
  input.character = control_ ? 0 : character;
  input.is_repeat = is_repeat_;
  return input;
}

ImguiBridge::ImguiBridge(sf::Window& window) : window_(window) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  map_keys(io);
  io.GetClipboardTextFn = clipboard_text;
  io.SetClipboardTextFn = set_clipboard_text;
  ImGui_ImplOpenGL2_Init();
}

ImguiBridge::~ImguiBridge() {
  ImGui_ImplOpenGL2_Shutdown();
  ImGui::DestroyContext();
}

void ImguiBridge::renew_fonts() {
  if (has_fonts_) ImGui_ImplOpenGL2_DestroyFontsTexture();
  ImGui_ImplOpenGL2_CreateFontsTexture();
  has_fonts_ = true;
}

void ImguiBridge::feed(const std::vector<Input>& inputs) {
  ImGuiIO& io = ImGui::GetIO();
  for (int place = 'a'; place <= 'z'; ++place) io.KeysDown[place_slot + place] = false;  // a text has no end
  for (const Input& input : inputs) feed_one(input, io);
}

void ImguiBridge::begin_frame(double seconds) {
  ImGuiIO& io = ImGui::GetIO();
  const sf::Vector2u size = window_.getSize();
  io.DisplaySize = {static_cast<float>(size.x), static_cast<float>(size.y)};
  io.DeltaTime = std::max(static_cast<float>(seconds), 1e-4F);
  ImGui_ImplOpenGL2_NewFrame();
  ImGui::NewFrame();
}

void ImguiBridge::draw() {
  ImGui::Render();
  ImGui_ImplOpenGL2_RenderDrawData(ImGui::GetDrawData());
  show_cursor();
}

bool ImguiBridge::wants_keys() const { return ImGui::GetIO().WantTextInput; }

void ImguiBridge::show_cursor() {
  const int wanted = ImGui::GetMouseCursor();
  if (wanted == cursor_) return;
  cursor_ = wanted;
  const auto kind = wanted == ImGuiMouseCursor_TextInput   ? sf::Cursor::Text
                    : wanted == ImGuiMouseCursor_Hand      ? sf::Cursor::Hand
                    : wanted == ImGuiMouseCursor_ResizeEW  ? sf::Cursor::SizeHorizontal
                    : wanted == ImGuiMouseCursor_ResizeAll ? sf::Cursor::SizeAll
                                                           : sf::Cursor::Arrow;
  auto& cursor = cursors_[kind];
  if (!cursor) {
    cursor = std::make_unique<sf::Cursor>();
    if (!cursor->loadFromSystem(kind)) return;
  }
  window_.setMouseCursor(*cursor);
}

}  // namespace viewer
