import { D as Dataset } from './dataset.js';
import '@bernoulli/tensor';
declare function defineDataset<Settings, Made extends Dataset>(start: () => Worker, make: (settings: Settings) => Made): (settings: Settings) => Made;
export {
  defineDataset,
};
