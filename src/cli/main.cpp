#include "ceaseline/cli/main.hpp"

int main(int argc, char** argv) { return ceaseline::cli_main(ceaseline::builtin_registries(), argc, argv); }
