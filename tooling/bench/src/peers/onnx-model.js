// Writes the reference net as an ONNX file's bytes. ONNX is protocol buffers: every field is a key (its number and how it is
// coded) and a value; the numbers here are those of onnx.proto, next to the names that they have there.

const varint = (value) => {
  const bytes = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
};
const number = (field, value) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field, value) => Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);
const text = (field, value) => bytes(field, Buffer.from(value));
const message = (field, ...parts) => bytes(field, Buffer.concat(parts));

const FLOAT = 1;
const INT = 2;
const INTS = 7;

/** A TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
const initializer = (name, { shape, values }) =>
  message(
    5,
    ...shape.map((size) => number(1, size)),
    number(2, FLOAT),
    text(8, name),
    bytes(9, Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  );

/** An AttributeProto: name 1, i 3, ints 8, type 20. */
const attribute = ([name, value]) =>
  Array.isArray(value)
    ? message(5, text(1, name), ...value.map((item) => number(8, item)), number(20, INTS))
    : message(5, text(1, name), number(3, value), number(20, INT));

/** A NodeProto: input 1, output 2, op_type 4, attribute 5. */
const node = (type, inputs, output, attributes = {}) =>
  message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, type),
    ...Object.entries(attributes).map(attribute),
  );

/** A ValueInfoProto: name 1, type 2, therein tensor_type 1, therein elem_type 1 and shape 2, therein dim 1 with dim_value 1. */
const tensor = (field, name, shape) => {
  const dimensions = shape.map((size) => message(1, number(1, size)));
  return message(field, text(1, name), message(2, message(1, number(1, FLOAT), message(2, ...dimensions))));
};

/** A ModelProto that takes `images` and gives `logits`; `layers` are those of reference-net.js. */
export function onnxModel(layers, batch) {
  const weights = layers.flatMap(({ name, weight, bias }) => [
    initializer(`${name}.weight`, weight),
    initializer(`${name}.bias`, bias),
  ]);
  const parameters = (name) => [`${name}.weight`, `${name}.bias`];
  const nodes = ["conv1", "conv2", "conv3"].flatMap((name, at) => [
    node("Conv", [at === 0 ? "images" : `pooled${at - 1}`, ...parameters(name)], name, { kernel_shape: [3, 3] }),
    node("Relu", [name], `${name}.relu`),
    node("MaxPool", [`${name}.relu`], `pooled${at}`, { kernel_shape: [2, 2], strides: [2, 2] }),
  ]);
  nodes.push(
    node("Flatten", ["pooled2"], "features", { axis: 1 }),
    node("Gemm", ["features", ...parameters("fc1")], "fc1", { transB: 1 }),
    node("Relu", ["fc1"], "fc1.relu"),
    node("Gemm", ["fc1.relu", ...parameters("fc2")], "logits", { transB: 1 }),
  );
  return Buffer.concat([
    number(1, 8), // ir_version
    // graph: node 1, name 2, initializer 5, input 11, output 12
    message(
      7,
      ...nodes,
      text(2, "reference"),
      ...weights,
      tensor(11, "images", [batch, 3, 32, 32]),
      tensor(12, "logits", [batch, 10]),
    ),
    message(8, text(1, ""), number(2, 17)), // opset_import: domain 1, version 2
  ]);
}
