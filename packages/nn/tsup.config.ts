// How this package is built: see tooling/tsup.
import { library } from "@tooling/tsup";

export default library({ index: "src/index.ts", models: "src/models/index.ts", "swa-utils": "src/averages/index.ts" });
