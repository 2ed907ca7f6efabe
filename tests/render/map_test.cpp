// The projection keeps areas, the map is the country's, wrong map files are refused.
#include "render/figures/map.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "render/figures/map_place.hpp"
#include "world/errors.hpp"

namespace {

using figures::Albers;
using figures::Box;
using figures::Camera;
using figures::Geo;
using figures::Map;
using figures::Point;

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

const std::vector<std::string> regions = {"KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31",
                                          "KZ-33", "KZ-35", "KZ-39", "KZ-43", "KZ-47", "KZ-55", "KZ-59",
                                          "KZ-61", "KZ-62", "KZ-63", "KZ-71", "KZ-75", "KZ-79"};

Map kazakhstan() {
  const std::string file = QONYS_TEST_ASSETS "/kazakhstan/regions.geojson";
  return Map::parse(bytes_of(file), file, regions);
}

std::string refusal(const std::string& geojson) {
  try {
    static_cast<void>(Map::parse(geojson, "m.geojson", {"A"}));
  } catch (const world::InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Projection, GoesThereAndBack) {
  const Albers albers(43, 53, {67, 48});
  for (double longitude = 46; longitude <= 88; longitude += 3) {
    for (double latitude = 40; latitude <= 56; latitude += 2) {
      const Geo again = albers.back(albers.forward({longitude, latitude}));
      EXPECT_NEAR(again.longitude, longitude, 1e-9);
      EXPECT_NEAR(again.latitude, latitude, 1e-9);
    }
  }
}

TEST(Projection, KeepsTheAreaOfASphericalRectangle) {
  const Albers albers(43, 53, {67, 48});
  constexpr double degree = 3.14159265358979323846 / 180;
  for (const double latitude : {41.0, 47.0, 54.0}) {
    double twice = 0;
    std::vector<Point> ring;
    for (int i = 0; i <= 100; ++i) ring.push_back(albers.forward({60 + i / 100.0, latitude}));
    for (int i = 0; i <= 100; ++i) ring.push_back(albers.forward({61 - i / 100.0, latitude + 1}));
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point a = ring[i], b = ring[(i + 1) % ring.size()];
      twice += a.x * b.y - b.x * a.y;
    }
    const double exact = Albers::earth_radius_km * Albers::earth_radius_km * degree *
                         (std::sin((latitude + 1) * degree) - std::sin(latitude * degree));
    EXPECT_NEAR(twice / 2 / exact, 1, 1e-5);
  }
}

TEST(Projection, OfASouthernCountryIsNoMirrorImage) {
  const Albers albers = Albers::of_bounds({-70, -50}, {-55, -22});
  EXPECT_GT(albers.forward({-60, -40}).x, albers.forward({-65, -40}).x);
  EXPECT_GT(albers.forward({-60, -30}).y, albers.forward({-60, -45}).y);
  const Geo again = albers.back(albers.forward({-60, -30}));
  EXPECT_NEAR(again.longitude, -60, 1e-9);
  EXPECT_NEAR(again.latitude, -30, 1e-9);
}

TEST(MapOfKazakhstan, LiesOnTheParallelsOfItsGeometryNotes) {
  const Map map = kazakhstan();
  const Albers& albers = map.projection();
  EXPECT_EQ(albers.first_parallel(), 43);
  EXPECT_EQ(albers.second_parallel(), 53);
  EXPECT_EQ(albers.origin().longitude, 67);
  EXPECT_EQ(albers.origin().latitude, 48);
}

TEST(MapOfKazakhstan, HasTheAreasOfItsGeometryNotesAndThreeSmallCities) {
  const Map map = kazakhstan();
  double all = 0;
  std::string small;
  for (int r = 0; r < map.n_regions(); ++r) {
    all += map.shape(r).area_km2;
    if (map.shape(r).is_small) small += regions[static_cast<std::size_t>(r)] + " ";
  }
  EXPECT_NEAR(all, 2'724'254, 14'000);  // half a per cent: the notes are on the ellipsoid
  EXPECT_NEAR(map.shape(0).area_km2, 184'164, 1'000);
  EXPECT_EQ(small, "KZ-71 KZ-75 KZ-79 ");
}

TEST(MapOfKazakhstan, EveryAnchorLiesInItsOwnRegion) {
  const Map map = kazakhstan();
  for (int r = 0; r < map.n_regions(); ++r)
    EXPECT_EQ(map.region_at(map.shape(r).anchor), r) << regions[static_cast<std::size_t>(r)];
  EXPECT_EQ(map.region_at({0, 2000}), -1);
}

TEST(MapPlace, IsInTheBoxAndKeepsClearOfWhatIsTaken) {
  const Map map = kazakhstan();
  const Box box{20, 80, 1260, 660}, legend{20, 460, 270, 660};
  const Camera camera = fit_beside(map, box, {legend});
  for (int r = 0; r < map.n_regions(); ++r) {
    for (const auto& ring : map.shape(r).rings) {
      for (const Point km : ring) {
        const Point page = camera.to_page(km);
        EXPECT_TRUE(page.x > box.left - 0.01 && page.x < box.right + 0.01 && page.y > box.top - 0.01 &&
                    page.y < box.bottom + 0.01);
        EXPECT_FALSE(legend.contains(page));
      }
    }
  }
  EXPECT_GT(camera.scale, 0.7 * figures::fit(map, box).scale);
}

TEST(MapFile, IsRefusedInOneLineThatSaysWhy) {
  EXPECT_NE(refusal("{").find("m.geojson: it is no GeoJSON"), std::string::npos);
  EXPECT_NE(refusal(R"({"type":"FeatureCollection","features":[]})").find("region 'A' of the run has no outline"),
            std::string::npos);
  const auto with = [](const std::string& geometry) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"iso":"A"},"geometry":)" +
           geometry + "}]}";
  };
  EXPECT_NE(refusal(with("null")).find("region A: the geometry is ''"), std::string::npos);
  EXPECT_NE(refusal(with(R"({"type":"Point","coordinates":[1,2]})")).find("the geometry is 'Point'"),
            std::string::npos);
  EXPECT_NE(refusal(with(R"({"type":"Polygon","coordinates":[[[0,0],[1,0]]]})")).find("fewer than four positions"),
            std::string::npos);
  EXPECT_NE(refusal(with(R"({"type":"Polygon","coordinates":[[[0,0],[1,"x"],[1,1],[0,0]]]})")).find("a position is"),
            std::string::npos);
  EXPECT_NE(refusal(with(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,95],[0,0]]]})"))
                .find("beyond 180 or 90 degrees"),
            std::string::npos);
  EXPECT_EQ(refusal(with(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]})")), "");
}

TEST(MapFile, BringsItsOwnLineOfSources) {
  const auto credits = figures::credits_of(R"({"attribution":{"en":"E","kk":"K"},"features":[]})");
  EXPECT_EQ(credits.en, "E");
  EXPECT_EQ(credits.kk, "K");
  EXPECT_EQ(credits.ru, "");
  EXPECT_EQ(figures::credits_of("nonsense").en, "");
}

}  // namespace
