// How this package is built: see tooling/tsup.
import { library } from "@tooling/tsup";

export default library({
  index: "src/index.ts",
  checkpoint: "src/autograd/checkpoint.ts",
  compile: "src/compile/compile.ts",
  convolutions: "src/convolutions.ts",
  distributions: "src/distributions/index.ts",
  dtypes: "src/dtypes.ts",
  formulas: "src/formulas/index.ts",
  func: "src/func/index.ts",
  lean: "src/lean.ts",
  linalg: "src/linalg.ts",
  "relaxed-simd": "src/relaxed-simd.ts",
  revectorize: "src/revectorize.ts",
});
