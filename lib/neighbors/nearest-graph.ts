// The ONNX graph of an exact search: similarities = queries · rowsᵀ, then the k largest of each row.
// Written by hand in the protocol-buffer wire format; field numbers are those of onnx.proto3.

const float32 = 1;
const int64 = 7;

/** The graph as an ONNX model of some 300 bytes (opset 13: Gemm, TopK). */
export function nearestGraph(): Uint8Array {
  const similarity = node("Gemm", ["queries", "rows"], ["similarity"], { transB: 1 });
  const nearest = node("TopK", ["similarity", "k"], ["similarities", "indices"], {
    axis: 1,
    largest: 1,
    sorted: 1,
  });
  const graph = [
    ...similarity,
    ...nearest,
    ...text(2, "nearest"),
    ...tensor(11, "queries", float32, ["q", "d"]),
    ...tensor(11, "rows", float32, ["n", "d"]),
    ...tensor(11, "k", int64, ["one"]),
    ...tensor(12, "similarities", float32, ["q", "kept"]),
    ...tensor(12, "indices", int64, ["q", "kept"]),
  ];
  return model(graph);
}

/** The graph of the similarities alone, as an ONNX model: products = queries · rowsᵀ. */
export function productGraph(): Uint8Array {
  return model([
    ...node("Gemm", ["queries", "rows"], ["products"], { transB: 1 }),
    ...text(2, "products"),
    ...tensor(11, "queries", float32, ["q", "d"]),
    ...tensor(11, "rows", float32, ["n", "d"]),
    ...tensor(12, "products", float32, ["q", "n"]),
  ]);
}

function model(graph: number[]): Uint8Array {
  const irVersion = 8;
  const opset = 13;
  return Uint8Array.from([...number(1, irVersion), ...block(7, graph), ...block(8, number(2, opset))]);
}

function node(
  operator: string,
  inputs: string[],
  outputs: string[],
  attributes: Record<string, number>,
): number[] {
  const integerAttribute = 2;
  const described = Object.entries(attributes).flatMap(([name, value]) =>
    block(5, [...text(1, name), ...number(3, value), ...number(20, integerAttribute)]),
  );
  const names = [...inputs.flatMap((name) => text(1, name)), ...outputs.flatMap((name) => text(2, name))];
  return block(1, [...names, ...text(4, operator), ...described]);
}

function tensor(field: number, name: string, elementType: number, dimensions: string[]): number[] {
  const shape = dimensions.flatMap((dimension) => block(1, text(2, dimension)));
  return block(field, [
    ...text(1, name),
    ...block(2, block(1, [...number(1, elementType), ...block(2, shape)])),
  ]);
}

function text(field: number, value: string): number[] {
  return block(field, [...new TextEncoder().encode(value)]);
}

function block(field: number, bytes: number[]): number[] {
  return [...variableLength((field << 3) | 2), ...variableLength(bytes.length), ...bytes];
}

function number(field: number, value: number): number[] {
  return [...variableLength(field << 3), ...variableLength(value)];
}

function variableLength(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}
