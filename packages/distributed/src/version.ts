// The version of this package, which all packages share.

import manifest from "../package.json" with { type: "json" };

export const version: string = manifest.version;
