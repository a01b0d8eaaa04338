// How this app is built: see tooling/tsup.
import { app } from "@tooling/tsup";

export default app(["src/main.ts"]);
