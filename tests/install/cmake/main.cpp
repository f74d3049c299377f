#include <iostream>

#include <lianxi/version.hpp>

int main() { std::cout << lianxi::version << '\n'; }
