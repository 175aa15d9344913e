#include "ceaseline/store/disk.hpp"

#include <gtest/gtest.h>

#include "ceaseline/store/sha256.hpp"
#include "store/scratch_folder.hpp"

namespace ceaseline {
namespace {

TEST(NewFile, HasItsNameOnlyWhenItIsWhole) {
  ScratchFolder const folder;
  {
    NewFile file{folder / "x"};
    file.write("half");
    EXPECT_FALSE(std::filesystem::exists(folder / "x"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "what was not finished is gone";
  NewFile file{folder / "x"};
  file.write("all");
  file.finish();
  EXPECT_EQ(contents(folder / "x"), "all");
  EXPECT_FALSE(std::filesystem::exists(folder / "x.part"));
}

TEST(NewFile, ReplacesWhatStoodThere) {
  ScratchFolder const folder;
  write_file(folder / "x", "old and long");
  write_file(folder / "x", "new");
  EXPECT_EQ(read_file(folder / "x"), "new");
}

TEST(DiskError, NamesPathAndReason) {
  try {
    write_file("/proc/no/such/file", "");
    FAIL();
  } catch (DiskError const& e) {
    EXPECT_STREQ(e.what(), "cannot write /proc/no/such/file.part: No such file or directory");
  }
}

TEST(DiskError, TellsThatTheDiskIsFull) {
  try {
    std::string const much(1U << 21U, 'x');
    ScratchFolder const folder;
    std::filesystem::create_symlink("/dev/full", folder / "x.part");
    write_file(folder / "x", much);
    FAIL();
  } catch (DiskError const& e) {
    EXPECT_NE(std::string{e.what()}.find("No space left on device"), std::string::npos) << e.what();
  }
}

// FIPS 180-4 examples (NIST, "SHA256.pdf"), the empty message, and messages at the edges of a block.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace ceaseline
