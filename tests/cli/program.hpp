#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "store/scratch_folder.hpp"

namespace ceaseline {

/// What a finished program left behind. `code` is its exit code, or minus the signal that ended it.
struct Outcome {
  int code{0};
  std::string out, err;
};

/// The program itself, started in a folder of its own, its output in files beside that folder.
class Program {
 public:
  explicit Program(std::vector<std::string> const& arguments, std::string const& folder = "") {
    std::vector<char*> argv{const_cast<char*>(CEASELINE_PROGRAM)};
    for (std::string const& a : arguments) argv.push_back(const_cast<char*>(a.c_str()));
    argv.push_back(nullptr);
    std::string const out = texts_ / "out";
    std::string const err = texts_ / "err";
    child_ = ::fork();
    if (child_ < 0) throw std::runtime_error("cannot start a process");
    if (child_ > 0) return;
    bool const ready = (folder.empty() || ::chdir(folder.c_str()) == 0) && redirect(out, STDOUT_FILENO) &&
                       redirect(err, STDERR_FILENO);
    if (ready) ::execv(CEASELINE_PROGRAM, argv.data());
    ::_exit(127);
  }
  ~Program() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    (void)wait();
  }
  Program(Program const&) = delete;
  Program& operator=(Program const&) = delete;

  /// \pre it was not waited for: process -1 would be everybody
  void signal(int number) const {
    if (child_ <= 0) throw std::logic_error("there is no process to send a signal to");
    ::kill(child_, number);
  }
  [[nodiscard]] Outcome wait() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), contents(texts_ / "out"),
            contents(texts_ / "err")};
  }

 private:
  static bool redirect(std::string const& path, int to) {
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    return file >= 0 && ::dup2(file, to) >= 0;
  }
  ScratchFolder texts_;
  pid_t child_{-1};
};

[[nodiscard]] inline Outcome run(std::vector<std::string> const& arguments, std::string const& folder = "") {
  Program program{arguments, folder};
  return program.wait();
}

}  // namespace ceaseline
