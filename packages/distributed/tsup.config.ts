// How this package is built: see tooling/tsup.
import { library } from "@tooling/tsup";

export default library();
