// Nothing but what CMake puts in front: the headers that all tests share, parsed once.
