import { Callbacks } from './index.js';
import '@bernoulli/tensor';
import '@bernoulli/nn';
type ProgressStream = Pick<NodeJS.WriteStream, "write"> & Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns">>;
interface ProgressOptions {
    readonly stream?: ProgressStream;
    readonly epochLines?: boolean;
    readonly plainInterval?: number;
    readonly clock?: () => number;
}
declare function progress({ stream, epochLines, plainInterval, clock, }?: ProgressOptions): Callbacks;
export {
  progress,
  type ProgressOptions,
  type ProgressStream,
};
