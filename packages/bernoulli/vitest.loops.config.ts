// The part of `pnpm test:soak` that trains outside every scope: without the leak guard, which is one.
import { testConfig } from "@tooling/vitest";

export default testConfig({ include: ["src/loops/*.soak.ts"], setupFiles: [] });
