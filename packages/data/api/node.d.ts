import { I as ImageDataset } from './image-dataset.js';
import '@bernoulli/tensor';
interface CIFAR10Options {
    readonly train?: boolean;
}
declare class CIFAR10 extends ImageDataset {
    readonly train: boolean;
    constructor(directory: string, { train }?: CIFAR10Options);
}
export {
  CIFAR10,
  type CIFAR10Options,
};
