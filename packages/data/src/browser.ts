// The entry @bernoulli/data/browser: what needs a page's workers. Only re-exports.

export { defineDataset } from "./workers/pages.js";
