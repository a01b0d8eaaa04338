// The library as an object: adapters find ops by name, which a module's namespace is not for.

import * as namespace from "bernoulli";

export const bernoulli = { ...namespace };
