#include <gtest/gtest.h>
#include <zlib.h>

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "ceaseline/mission/simulation.hpp"
#include "experiment/small_study.hpp"
#include "lived.hpp"
#include "pack.hpp"
#include "play_map.hpp"
#include "play_record.hpp"

namespace ceaseline::report {
namespace {

using Json = nlohmann::ordered_json;

/// What the script does with a packed text: base 64, inflate, JSON, columns.
class Unpacked {
 public:
  explicit Unpacked(std::string const& base64) {
    std::string const packed = decoded(base64);
    bytes_.resize(64U << 20U);
    uLongf size = static_cast<uLongf>(bytes_.size());
    EXPECT_EQ(uncompress(reinterpret_cast<Bytef*>(bytes_.data()), &size,
                         reinterpret_cast<Bytef const*>(packed.data()), static_cast<uLong>(packed.size())),
              Z_OK);
    std::uint32_t length = 0;
    std::memcpy(&length, bytes_.data(), 4);
    json = Json::parse(bytes_.substr(4, length));
    base_ = 4 + length;
  }

  [[nodiscard]] std::vector<double> column(Json const& entry) const {
    std::string const type = entry.at("type");
    std::size_t const at = base_ + entry.at("at").get<std::size_t>();
    std::vector<double> values;
    double sum = 0;
    for (std::size_t i = 0; i < entry.at("n"); ++i) {
      double const v = type == "i8"    ? value<std::int8_t>(at, i)
                       : type == "u8"  ? value<std::uint8_t>(at, i)
                       : type == "i16" ? value<std::int16_t>(at, i)
                       : type == "i32" ? value<std::int32_t>(at, i)
                                       : value<double>(at, i);
      sum = entry.contains("steps") ? sum + v : v;
      values.push_back(sum);
    }
    return values;
  }

  Json json;

 private:
  static std::string decoded(std::string const& text) {
    std::string const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t word = 0;
    int bits = 0;
    for (char const c : text) {
      if (c == '=') break;
      word = word << 6 | static_cast<std::uint32_t>(letters.find(c));
      bits += 6;
      if (bits >= 8) out += static_cast<char>(word >> (bits -= 8) & 0xff);
    }
    return out;
  }
  template <class T>
  [[nodiscard]] double value(std::size_t at, std::size_t i) const {
    T v;
    std::memcpy(&v, bytes_.data() + at + i * sizeof v, sizeof v);
    return static_cast<double>(v);
  }
  std::string bytes_;
  std::size_t base_{0};
};

TEST(Pack, GivesBackWhatItTook) {
  Pack pack;
  Json const json{{"small", pack.column({-128, 0, 127})},
                  {"middle", pack.column({-129, 5})},
                  {"large", pack.column({40000})},
                  {"huge", pack.column({40'000'000'000, 3})},
                  {"steps", pack.steps({100'000, 100'002, 99'999})},
                  {"real", pack.reals({0.1, -2.5e300})},
                  {"none", pack.column({})},
                  {"words", "ends on a \"quote\" \xc3\xa9"}};
  Unpacked const back{pack.base64(json)};
  EXPECT_EQ(back.json.at("words"), json.at("words"));
  EXPECT_EQ(back.column(back.json.at("small")), (std::vector<double>{-128, 0, 127}));
  EXPECT_EQ(back.column(back.json.at("middle")), (std::vector<double>{-129, 5}));
  EXPECT_EQ(back.column(back.json.at("large")), (std::vector<double>{40000}));
  EXPECT_EQ(back.column(back.json.at("huge")), (std::vector<double>{40e9, 3}));
  EXPECT_EQ(back.column(back.json.at("steps")), (std::vector<double>{100'000, 100'002, 99'999}));
  EXPECT_EQ(back.column(back.json.at("real")), (std::vector<double>{0.1, -2.5e300}));
  EXPECT_TRUE(back.column(back.json.at("none")).empty());
  EXPECT_EQ(back.json.at("small").at("type"), "i8");
  EXPECT_EQ(back.json.at("middle").at("type"), "i16");
}

class Play : public testing::Test {
 protected:
  Study study_ = small::study();
  World const& world_ = *study_.cases.front().world;
};

TEST_F(Play, TellsTheTruthOfTheRecord) {
  LivedTruth const truth = lived_truth(study_, 3);
  LivedDesign const lived = lived_design(study_, 0, 3);
  ASSERT_EQ(truth.incidents.size(), lived.record.incidents.size());
  Pack pack;
  Json const json{{"truth", truth_json(truth, pack)}, {"design", design_json(lived, world_, pack)}};
  Unpacked const back{pack.base64(json)};
  Json const& t = back.json.at("truth");
  std::vector<double> const start = back.column(t.at("start"));
  std::vector<double> const acts = back.column(t.at("acts"));
  std::vector<double> const step = back.column(back.json.at("design").at("fates").at("step"));
  double all_acts = 0;
  for (std::size_t i = 0; i < truth.incidents.size(); ++i) {
    EXPECT_EQ(start[i], static_cast<double>(ms_of(lived.record.incidents[i].start) / 1000));
    EXPECT_EQ(acts[i], lived.record.incidents[i].acts);
    EXPECT_EQ(step[i], static_cast<double>(lived.record.fates[i].step));
    all_acts += acts[i];
  }
  EXPECT_EQ(back.column(t.at("act")).size(), static_cast<std::size_t>(all_acts));
}

TEST_F(Play, PutsEveryHourOfEverySegmentIntoFourBits) {
  Study const near = small::study({{"world.reference_kind", "explosion"}, {"world.lane_depth_a", "500 m"}});
  LivedDesign const lived = lived_design(near, 0, 0);
  std::size_t const hours = 240;
  EXPECT_EQ(lived.seen.size(), static_cast<std::size_t>(world_.segments()) * hours / 2);
  EXPECT_EQ(lived.heard.size(), lived.seen.size());
  // By night nobody of this design is on the road, and eyes see nothing.
  double day = 0;
  double night = 0;
  for (std::size_t h = 0; h < hours; ++h) {
    int const level = lived.seen[h / 2] >> (h % 2 * 4) & 15;
    (h % 24 >= 7 && h % 24 < 13 ? day : h % 24 >= 17 || h % 24 < 4 ? night : day) += level;
  }
  EXPECT_GT(day, 0);
  EXPECT_EQ(night, 0);
}

TEST_F(Play, KeepsNothingOfTheMissionsKnowledgeInTheTruth) {
  Pack pack;
  Json const truth = truth_json(lived_truth(study_, 0), pack);
  for (char const* const known :
       {"step", "reason", "noticed", "verified", "reported", "declared", "half_axis"})
    EXPECT_FALSE(truth.contains(known)) << known;
}

TEST_F(Play, DrawsARiverAndTakesItForNoTown) {
  Frame const& frame = world_.line().frame();
  study_.places.push_back({"stream",
                           "",
                           "river",
                           Side::A,
                           frame.to_geographic({0, 0}),
                           "",
                           {frame.to_geographic({0, 0}), frame.to_geographic({7000, -3000})}});
  Pack pack;
  Unpacked const back{pack.base64(Json{{"map", map_json(study_, pack)}})};
  Json const& map = back.json.at("map");
  ASSERT_EQ(map.at("rivers").size(), 1U);
  EXPECT_EQ(map.at("rivers")[0].at("title"), "stream");
  EXPECT_EQ(back.column(map.at("rivers")[0].at("x")), (std::vector<double>{0, 7000}));
  EXPECT_EQ(back.column(map.at("rivers")[0].at("y")), (std::vector<double>{0, -3000}));
  for (Json const& place : map.at("places")) EXPECT_NE(place.at("role"), "river");
}

/// Zigzag differences in groups of seven bits, as tools/report/basemap.mjs packs lines.
std::string packed_line(int border, std::vector<std::pair<int, int>> const& points) {
  std::string out;
  auto const number = [&out](std::uint32_t n) {
    for (; n >= 0x80; n >>= 7) out += static_cast<char>(n | 0x80);
    out += static_cast<char>(n);
  };
  number(static_cast<std::uint32_t>(border));
  number(static_cast<std::uint32_t>(points.size()));
  int lon = 0;
  int lat = 0;
  for (auto const& [x, y] : points) {
    for (int const step : {x - lon, y - lat})
      number(static_cast<std::uint32_t>(step < 0 ? -2 * step - 1 : 2 * step));
    lon = x;
    lat = y;
  }
  return out;
}

TEST(Basemap, IsClippedWithOnePointBeyondTheWindow) {
  std::string const packed =
      packed_line(0, {{-50000, 0}, {5000, 1000}, {8000, 2000}, {90000, 3000}, {9000, 4000}}) +
      packed_line(1, {{500000, 500000}, {510000, 510000}}) + packed_line(1, {{2000, 2000}, {3000, -3000}});
  std::vector<BaseLine> const lines = clipped_basemap(packed, {0, -1}, {1, 1});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_FALSE(lines[0].border);
  ASSERT_EQ(lines[0].points.size(), 4U);
  EXPECT_NEAR(lines[0].points.front().lon, -5, 1e-9);
  EXPECT_NEAR(lines[0].points[1].lon, 0.5, 1e-9);
  EXPECT_NEAR(lines[0].points.back().lon, 9, 1e-9);
  EXPECT_EQ(lines[1].points.size(), 2U) << "comes back into the window";
  EXPECT_TRUE(lines[2].border);
  EXPECT_NEAR(lines[2].points.back().lat, -0.3, 1e-9);
}

}  // namespace
}  // namespace ceaseline::report
