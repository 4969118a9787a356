import {
  ATTRIBUTE,
  FLOAT,
  type OnnxAttribute,
  type OnnxModel,
  type OnnxNode,
} from '../../../../../src/extract/ocr/engines/onnx/model-file.js';

/** A constant of a made model. */
export function constant(
  name: string,
  numbers: readonly number[],
  dims: readonly number[] = [numbers.length],
): OnnxNode {
  const t = {
    dims: [...dims],
    dataType: FLOAT,
    floatData: [],
    rawData: new Uint8Array(Float32Array.from(numbers).buffer),
  };
  return { opType: 'Constant', input: [], output: [name], attribute: [{ name: 'value', type: ATTRIBUTE.tensor, t }] };
}

/** A step of a made model. */
export function step(
  opType: string,
  input: readonly string[],
  output: string,
  attributes: { readonly [name: string]: number | readonly number[] } = {},
): OnnxNode {
  const attribute = Object.entries(attributes).map(([name, value]): OnnxAttribute => {
    if (typeof value !== 'number') return { name, type: ATTRIBUTE.ints, ints: [...value] };
    return opType === 'Conv' ? { name, type: ATTRIBUTE.int, i: value } : { name, type: ATTRIBUTE.float, f: value };
  });
  return { opType, input: [...input], output: [output], attribute };
}

/** A convolution of single pixels from two channels to two; `kernel` and `pads` as they stand in the file. */
export function convolution(
  input: string,
  output: string,
  weights: readonly number[],
  biases: readonly number[],
  { kernel = 1, pads = 0 } = {},
): OnnxNode[] {
  return [
    constant(`${output}.w`, weights, [2, 2, 1, 1]),
    constant(`${output}.b`, biases),
    step('Conv', [input, `${output}.w`, `${output}.b`], output, {
      kernel_shape: [kernel, kernel],
      pads: [pads, pads, pads, pads],
      group: 1,
    }),
  ];
}

/** The eight steps after a convolution, as PaddlePaddle writes them; `six` and `three` as they should be unless told. */
export function tail(
  value: string,
  output: string,
  numbers: { readonly a: number; readonly b: number; readonly c: number; readonly d: number },
  { three = 3, six = 6, most = 6 } = {},
): OnnxNode[] {
  const at = (name: string) => `${output}.${name}`;
  const constants = { ...numbers, three, six };
  return [
    ...Object.entries(constants).map(([name, number]) => constant(at(name), [number])),
    step('Mul', [at('a'), value], at('scaled')),
    step('Add', [at('scaled'), at('b')], at('x')),
    step('Add', [at('x'), at('three')], at('plus')),
    step('Clip', [at('plus')], at('clip'), { min: 0, max: most }),
    step('Mul', [at('x'), at('clip')], at('times')),
    step('Div', [at('times'), at('six')], at('swish')),
    step('Mul', [at('c'), at('swish')], at('out')),
    step('Add', [at('out'), at('d')], output),
  ];
}

/** What a made model gives for one pixel of two channels, a margin of zeros around it. The inputs of its steps must be there before them. */
export function run(model: OnnxModel, input: readonly number[], output: string): readonly number[] {
  const values = new Map<string, readonly number[]>([['input', input]]);
  for (const node of model.graph.node) values.set(node.output[0] ?? '', result(node, values));
  return values.get(output) ?? [];
}

function result(node: OnnxNode, values: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const [first = [], second = [], third = []] = node.input.map((name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${name} is not known before ${node.output.join()}`);
    return value;
  });
  const pair = (reckon: (a: number, b: number) => number) =>
    (first.length > 1 ? first : second).map((_, at) =>
      reckon(first[at] ?? first[0] ?? 0, second[at] ?? second[0] ?? 0),
    );
  const setting = (name: string) => node.attribute.find((one) => one.name === name);
  switch (node.opType) {
    case 'Constant': {
      const raw = node.attribute[0]?.t?.rawData ?? new Uint8Array();
      return [...new Float32Array(new Uint8Array(raw).buffer)];
    }
    case 'Conv': {
      const alone = Number(setting('group')?.i) > 1;
      return third.map((bias, at) =>
        alone
          ? bias + (second[at] ?? 0) * (first[at] ?? 0)
          : bias + (second[2 * at] ?? 0) * (first[0] ?? 0) + (second[2 * at + 1] ?? 0) * (first[1] ?? 0),
      );
    }
    case 'Clip':
      return first.map((value) => Math.min(setting('max')?.f ?? 0, Math.max(setting('min')?.f ?? 0, value)));
    case 'Mul':
      return pair((a, b) => a * b);
    case 'Add':
      return pair((a, b) => a + b);
    case 'Div':
      return pair((a, b) => a / b);
    default:
      throw new Error(`${node.opType} is not made here`);
  }
}
