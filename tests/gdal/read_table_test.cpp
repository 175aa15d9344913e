// Tables of cells as they are written, and what is refused as none.
#include "ceaseline/gdal/read_table.hpp"

#include <gmock/gmock.h>

#include "scratch.hpp"

using ceaseline::read_table;
using testing::ElementsAre;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows table(std::string const& text) {
  Scratch const scratch;
  return read_table(scratch.write("log.csv", text));
}

TEST(ReadTable, GivesCellsAsTheyAreWritten) {
  EXPECT_EQ(
      table("time,kind,km\n2021-03-04T05:06Z,mortar,007.50\n,\"a, \"\"b\"\"\", x \n"),
      (Rows{{"time", "kind", "km"}, {"2021-03-04T05:06Z", "mortar", "007.50"}, {"", "a, \"b\"", " x "}}));
}

TEST(ReadTable, TakesTheSeparatorOfItsFirstRow) {
  EXPECT_EQ(table("a;b\n1,5;2\n"), (Rows{{"a", "b"}, {"1,5", "2"}}));
  EXPECT_EQ(table("a\tb,c\td\n1\t2\t3\n"), (Rows{{"a", "b,c", "d"}, {"1", "2", "3"}}));
  EXPECT_EQ(table("\"x;y;z\",b\n1,2\n"), (Rows{{"x;y;z", "b"}, {"1", "2"}}));
  EXPECT_EQ(table("only\n1\n"), (Rows{{"only"}, {"1"}}));
}

TEST(ReadTable, KeepsRowsAsLongAsTheyAre) {
  EXPECT_EQ(table("a,b\n1\n1,2,3,4\n1,\n"), (Rows{{"a", "b"}, {"1"}, {"1", "2", "3", "4"}, {"1", ""}}));
}

TEST(ReadTable, TakesByteOrderMarksLineEndsAndALastLineWithoutOne) {
  EXPECT_EQ(table("\xef\xbb\xbf\x61,b\r\n1,2\r\n\r\n3,\"4\n5\""),
            (Rows{{"a", "b"}, {"1", "2"}, {"3", "4\n5"}}));
}

TEST(ReadTable, IsMisledByNothing) {
  // Names that GDAL takes for geometry, and a file beside it that gives types and a coordinate system.
  Scratch const scratch;
  auto const path = scratch.write("log.csv", "WKT,X,Y,n\nPOINT(1 2),3,4,007\n");
  (void)scratch.write("log.csvt", "WKT,Integer,Real,Integer\n");
  EXPECT_EQ(read_table(path), (Rows{{"WKT", "X", "Y", "n"}, {"POINT(1 2)", "3", "4", "007"}}));
  // Its name says nothing.
  EXPECT_EQ(read_table(scratch.write("log.geojson", "a,b\n")), (Rows{{"a", "b"}}));
}

TEST(ReadTable, RefusesWhatIsNoTable) {
  Scratch const scratch;
  auto const refused = [&](std::string const& text) {
    return refusal_of(read_table, scratch.write("log.csv", text));
  };
  EXPECT_EQ(refused(""), "FILE: error: the file is empty");
  EXPECT_EQ(refused(std::string{"a,b\0c\n", 6}),
            "FILE: error: not a text in UTF-8; save the table as CSV, UTF-8");
  EXPECT_EQ(refused("a,b\n\xe9,1\n"), "FILE: error: not a text in UTF-8; save the table as CSV, UTF-8");
  EXPECT_EQ(refused("\xff\xfe\x61\n"), "FILE: error: not a text in UTF-8; save the table as CSV, UTF-8");
  EXPECT_EQ(refused("a,b\n\"1,2\n3,4\n"), "FILE: error: a quotation mark is opened and never closed");
  EXPECT_EQ(refused("a" + std::string(1000, ',') + "\n"),
            "FILE: error: a row has more than 1000 cells; keep only the columns in use");
  EXPECT_EQ(refused(std::string(5'000'001, '\n')),
            "FILE: error: more than 5 million cells; keep only the rows and columns in use");
  EXPECT_EQ(refused("\n\n"), "FILE: error: holds no row; a table has at least a header");
  EXPECT_EQ(refusal_of(read_table, scratch.name("")),
            "FILE: error: not a regular file; give the name of a table file");
  EXPECT_EQ(refusal_of(read_table, scratch.name("absent.csv")), "FILE: error: there is no such file");
  EXPECT_EQ(refusal_of(read_table, "/vsicurl/http://example.org/x.csv"),
            "FILE: error: not a file name; save the table as a file and give its name");
  auto const large = scratch.write("large.csv", "a,b\n");
  std::filesystem::resize_file(large, (64U << 20U) + 1);
  EXPECT_EQ(refusal_of(read_table, large),
            "FILE: error: larger than 64 MB; keep only the rows and columns in use");
}

TEST(ReadTable, TakesAThousandCellsARow) {
  EXPECT_EQ(table("a" + std::string(999, ',') + "\n").front().size(), 1000U);
}

}  // namespace
