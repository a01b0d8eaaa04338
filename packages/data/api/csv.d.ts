import { Tensor } from '@bernoulli/tensor';
import { D as Dataset } from './dataset.js';
interface TableOptions {
    readonly header?: boolean;
    readonly delimiter?: string;
}
interface CSVOptions extends TableOptions {
    readonly label?: string;
    readonly target?: string;
    readonly features?: readonly string[];
    readonly categories?: Readonly<Record<string, readonly string[] | null>>;
    readonly classes?: readonly string[];
    readonly source?: string;
}
declare class CSVDataset implements Dataset<[
    features: Tensor,
    target: Tensor
]> {
    #private;
    readonly length: number;
    readonly featureNames: readonly string[];
    readonly classes: readonly string[];
    readonly categories: Readonly<Record<string, readonly string[]>>;
    constructor(text: string, options: CSVOptions);
    get(index: number): [
        features: Tensor,
        target: Tensor
    ];
    getBatch(indices: readonly number[]): [
        features: Tensor,
        targets: Tensor
    ];
}
export {
  CSVDataset,
  type CSVOptions,
  type TableOptions,
};
