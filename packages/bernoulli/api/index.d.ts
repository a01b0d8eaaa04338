import * as data from '@bernoulli/data';
export {
  data,
};
export {
  enumerate,
} from '@bernoulli/data';
import * as formats from '@bernoulli/formats';
export {
  formats,
};
import { FunctionalCallOptions, functionalCall } from '@bernoulli/nn';
import * as nn from '@bernoulli/nn';
export {
  nn,
};
export {
  functional as F,
} from '@bernoulli/nn';
export * from '@bernoulli/tensor';
import * as distributions from '@bernoulli/tensor/distributions';
export {
  distributions,
};
import * as trainer from '@bernoulli/trainer';
export {
  trainer,
};
import * as func$1 from '@bernoulli/tensor/func';
import * as optim$1 from '@bernoulli/optim';
import { SWALR, SWALROptions } from '@bernoulli/optim';
import * as swaUtils$1 from '@bernoulli/nn/swa-utils';
import * as checkpoint from '@bernoulli/tensor/checkpoint';
function _mergeNamespaces(n, m) {
    m.forEach(function (e) {
        e && typeof e !== 'string' && !Array.isArray(e) && Object.keys(e).forEach(function (k) {
            if (k !== 'default' && !(k in n)) {
                var d = Object.getOwnPropertyDescriptor(e, k);
                Object.defineProperty(n, k, d.get ? d : {
                    enumerable: true,
                    get: function () { return e[k]; }
                });
            }
        });
    });
    return Object.freeze(n);
}
declare const float32 = "float32";
declare const float64 = "float64";
declare const int32 = "int32";
declare const int64 = "int32";
declare const uint8 = "uint8";
var func = _mergeNamespaces({
    __proto__: null,
    FunctionalCallOptions: FunctionalCallOptions,
    functionalCall: functionalCall
}, [func$1]);
type None = readonly never[];
declare function save(..._: None): never;
declare function load(..._: None): never;
declare const onnx: {
    export: (..._: None) => never;
    _export: (..._: None) => never;
};
declare const multiprocessing: {
    Process: {
        new (..._: None): {};
    };
};
declare class SparseAdam {
    constructor(..._: None);
}
var swaUtils = _mergeNamespaces({
    __proto__: null,
    SWALR: SWALR,
    SWALROptions: SWALROptions
}, [swaUtils$1]);
var optim = _mergeNamespaces({
    __proto__: null,
    SparseAdam: SparseAdam,
    swaUtils: swaUtils
}, [optim$1]);
declare const utils_checkpoint: typeof checkpoint;
declare const utils_data: typeof data;
declare namespace utils {
    export { utils_checkpoint as checkpoint, utils_data as data };
}
export {
  float32,
  float64,
  func,
  int32,
  int64,
  load,
  multiprocessing,
  onnx,
  optim,
  save,
  uint8,
  utils,
};
