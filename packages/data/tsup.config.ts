// How this package is built: see tooling/tsup.
import { library } from "@tooling/tsup";

export default library(["src/index.ts", "src/node.ts", "src/browser.ts", "src/csv.ts"]);
