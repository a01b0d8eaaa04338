// How this package is built: see tooling/tsup. Beside the library, which bundlers take, one file for pages without a bundler.
import { library, singleFile } from "@tooling/tsup";

const options = library();
export default { ...options, plugins: [...(options.plugins ?? []), singleFile("bernoulli.min.js")] };
