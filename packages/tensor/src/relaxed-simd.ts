// import "@bernoulli/tensor/relaxed-simd": lets Node 20 use relaxed SIMD, which its V8 keeps behind a flag; later versions
// have it anyway, and then this does nothing. For a program to choose, before its first tensor: a library sets no flags.

import { allowRelaxedSimd } from "./backends/wasm/simd.js";

allowRelaxedSimd();
