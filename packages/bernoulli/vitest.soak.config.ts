// What takes longer than a test suite may: `pnpm test:soak`.
import { testConfig } from "@tooling/vitest";

export default testConfig({ include: ["src/misuse/*.soak.ts", "src/steps/*.soak.ts"] });
