import { ATTRIBUTE, FLOAT, type OnnxAttribute, type OnnxNode } from './model-file.js';

/** New steps of a model. `gives` is the name of the value, and the beginning of every other name that is needed. */

/** A constant of one number for each channel. */
function perChannel(gives: string, dims: number[], number: number, channels: number): OnnxNode {
  const rawData = new Uint8Array(new Float32Array(channels).fill(number).buffer);
  const value: OnnxAttribute = {
    name: 'value',
    type: ATTRIBUTE.tensor,
    t: { dims, dataType: FLOAT, rawData, floatData: [] },
  };
  return { opType: 'Constant', name: gives, input: [], output: [gives], attribute: [value] };
}

/**
 * `scale` times a value plus `shift`, as a convolution of single pixels channel by channel: onnxruntime does that in the layout in which
 * it convolves, where multiplying and adding would have the whole picture laid out anew, twice.
 */
export function scaledAndShifted(
  value: string,
  gives: string,
  { scale, shift }: { readonly scale: number; readonly shift: number },
  channels: number,
): OnnxNode[] {
  const pairs: readonly (readonly [string, number[]])[] = [
    ['dilations', [1, 1]],
    ['kernel_shape', [1, 1]],
    ['strides', [1, 1]],
    ['pads', [0, 0, 0, 0]],
  ];
  const attribute: OnnxAttribute[] = pairs.map(([name, ints]) => ({ name, type: ATTRIBUTE.ints, ints }));
  attribute.push({ name: 'group', type: ATTRIBUTE.int, i: channels });
  const [weights, biases] = [`${gives}.weights`, `${gives}.biases`];
  return [
    perChannel(weights, [channels, 1, 1, 1], scale, channels),
    perChannel(biases, [channels], shift, channels),
    { opType: 'Conv', name: gives, input: [value, weights, biases], output: [gives], attribute },
  ];
}

/** A value kept between two limits; limits as attributes, as before version 11 of the format. */
export function clipped(value: string, gives: string, min: number, max: number): OnnxNode {
  const limits = { min, max };
  const attribute = Object.entries(limits).map(([name, f]) => ({ name, type: ATTRIBUTE.float, f }));
  return { opType: 'Clip', name: gives, input: [value], output: [gives], attribute };
}

/** Two values of the same shape, number by number. */
export function product(left: string, right: string, gives: string): OnnxNode {
  return { opType: 'Mul', name: gives, input: [left, right], output: [gives], attribute: [] };
}
