// What `pnpm test` asks of the tests, and what it says before and after them. Runs nothing.
// @ts-check
import { askedFor } from "./changed.mjs";

/**
 * @typedef {object} Plan
 * @property {string | null} seed null where all variants run
 * @property {string} told
 * @property {Record<string, string>} environment what packages/testing/src/variants.ts reads
 */

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {readonly string[] | null} files that have changed, or null where nobody knows
 * @param {string} root
 * @param {Date} today of which the seed is the day, so that what failed fails again
 * @returns {Plan}
 */
export function planOf(environment, files, root, today) {
  const wanted = environment["BERNOULLI_TESTS"] ?? "";
  if (!["", "all", "edges", "tenth"].includes(wanted))
    throw new Error(`BERNOULLI_TESTS is "${wanted}"; take "all", "edges" or "tenth"`);
  const all = (/** @type {string} */ why) => ({
    seed: null,
    told: `All variants of the tests run: ${why}.`,
    environment: { BERNOULLI_TESTS: "all" },
  });
  if (wanted === "all") return all("they were asked for");
  if (files === null && wanted === "") return all("without git, nobody knows what has changed");
  const { everythingFor, changed } = askedFor(files ?? [], root);
  if (everythingFor !== null && wanted === "") return all(`${everythingFor} has changed, on which every op may hang`);
  const seed = environment["BERNOULLI_TEST_SEED"] || today.toISOString().slice(0, 10);
  const edges = wanted === "edges" ? "the edges" : "a sixth of the edges";
  const beside = changed.length === 0 ? "" : `, and all of ${changed.map((path) => path.split("/").at(-1)).join(", ")}`;
  return {
    seed,
    told: `Of the variants of the tests run ${edges} and a tenth, by the seed ${seed}${beside}.`,
    environment: {
      BERNOULLI_TESTS: wanted || "tenth",
      BERNOULLI_TEST_SEED: seed,
      BERNOULLI_TEST_CHANGED: changed.join("\n"),
    },
  };
}

/**
 * What the reports of a run say of variants.
 *
 * @param {readonly { name: string, report: { testResults: { assertionResults: { meta?: any }[] }[] } }[]} reports
 * @param {Plan} plan
 * @param {boolean} passed
 * @returns {{ told: string, problem: boolean }} a problem where variants that should have run are told by no test
 */
export function leftOut(reports, { seed }, passed) {
  const counts = reports.flatMap(({ report }) =>
    report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ meta }) => (meta?.variants === undefined ? [] : [meta.variants])),
    ),
  );
  const all = counts.reduce((sum, one) => sum + one.all, 0);
  const chosen = counts.reduce((sum, one) => sum + one.chosen, 0);
  const hasOps = reports.some(({ name }) => name === "@bernoulli/tensor");
  if (hasOps && passed && chosen === 0)
    return {
      told: "No variant of the ops' tests has run, or none was told: see packages/testing/src/variants.ts.",
      problem: true,
    };
  if (seed === null) return { told: `Of ${all} variants of the tests none was left out.`, problem: false };
  const told = [`Of ${all} variants of the tests ${all - chosen} were left out: pnpm test:all runs them too.`];
  if (!passed)
    told.push(
      `To run the same ones again: BERNOULLI_TEST_SEED=${seed} pnpm test. One test, whatever the seed: cd PACKAGE && pnpm vitest run FILE -t NAME.`,
    );
  return { told: told.join("\n"), problem: false };
}
