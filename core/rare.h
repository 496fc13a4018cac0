// What usual models never run through (web/tools/usual_models.js), said to the compiler.
#pragma once

/// Before a function: it stays one of its own, so that a core in two parts (web/tools/split.js) has it in the
/// second one, which is loaded when the first derivation stands. It means nothing else.
#define RARE [[gnu::cold, gnu::noinline]]

/// Before a constant: a core in two parts has it in the second one. Until that is there it is zeros, and only
/// RARE functions rely on it.
#ifdef __wasm__
#define LATER [[gnu::section("later")]]
#else
#define LATER
#endif
