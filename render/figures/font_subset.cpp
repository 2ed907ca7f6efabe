#include "render/figures/font_subset.hpp"

#include <hb-subset.h>
#include <hb.h>

#include <memory>

#include "world/errors.hpp"

namespace figures {
namespace {

template <class T, void (*destroy)(T*)>
struct Destroy {
  void operator()(T* what) const { destroy(what); }
};
template <class T, void (*destroy)(T*)>
using Held = std::unique_ptr<T, Destroy<T, destroy>>;

}  // namespace

std::string font_subset(const std::filesystem::path& file, const std::vector<char32_t>& characters) {
  const Held<hb_blob_t, hb_blob_destroy> blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!blob)
    throw world::InputError(file.string() + ": the font cannot be read; install the Debian package fonts-inter");
  const Held<hb_face_t, hb_face_destroy> face(hb_face_create(blob.get(), 0));
  const Held<hb_subset_input_t, hb_subset_input_destroy> input(hb_subset_input_create_or_fail());
  if (!input) throw std::bad_alloc();
  for (const char32_t character : characters) hb_set_add(hb_subset_input_unicode_set(input.get()), character);
  // No substitutions or kerning: what is drawn elsewhere has none either, and Inter's tables of them are large.
  hb_set_clear(hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
  const Held<hb_face_t, hb_face_destroy> cut(hb_subset_or_fail(face.get(), input.get()));
  if (!cut)
    throw world::InputError(file.string() +
                            ": the font cannot be cut down; install the Debian package fonts-inter again");
  const Held<hb_blob_t, hb_blob_destroy> bytes(hb_face_reference_blob(cut.get()));
  unsigned int length = 0;
  const char* data = hb_blob_get_data(bytes.get(), &length);
  return {data, length};
}

}  // namespace figures
