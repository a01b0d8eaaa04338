// What published packages are promised to work with: the texts say it, and `pnpm rehearse` tries it.
// @ts-check

/** Node's least version stands in every manifest; of Deno and Bun the versions that are tried. */
export const runtimes = { deno: "2.9.6", bun: "1.4.5" };

/** The compilers that take the declarations, with `skipLibCheck: false`: the least, the newest of each line since, and the newest. */
export const compilers = ["5.7.3", "5.9.3", "6.0.3", "7.0.2"];

/** What a text says of the least compiler: "5.7". */
export const leastTypeScript = /** @type {string} */ (compilers[0]).split(".").slice(0, 2).join(".");
