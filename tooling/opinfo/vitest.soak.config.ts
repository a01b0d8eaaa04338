// Whole seeds: `pnpm test:soak`, where BERNOULLI_OPINFO_RECORDS names files of records.
import { testConfig } from "@tooling/vitest";

export default testConfig({ include: ["src/**/*.soak.mjs"] });
