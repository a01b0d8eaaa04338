declare class SparseAdam {
    constructor(..._: None);
}
declare const bool = "bool";
declare const double = "float64";
declare const float = "float32";
declare const float32 = "float32";
declare const float64 = "float64";
declare const int = "int32";
declare const int32 = "int32";
declare const int64 = "int32";
declare const long = "int32";
declare const multiprocessing: {
    Process: {
        new (..._: None): {};
    };
};
declare const onnx: {
    export: (..._: None) => never;
    _export: (..._: None) => never;
};
declare const uint8 = "uint8";
declare function load(..._: None): never;
declare function save(..._: None): never;
type None = readonly never[];
