import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lighten, lightened } from '../../../../../src/extract/ocr/engines/onnx/lighten.js';
import { decodeModel, encodeModel, type OnnxModel } from '../../../../../src/extract/ocr/engines/onnx/model-file.js';
import { constant, convolution, run, step, tail } from './made-model.js';

const WEIGHTS = [0.5, -1.5, 2, 0.25];
const BIASES = [0.75, -0.5];
const NUMBERS = { a: 1.5, b: -0.25, c: 0.8, d: 0.3 };

const modelOf = (...nodes: OnnxModel['graph']['node'][]): OnnxModel => ({ graph: { node: nodes.flat(), output: [] } });
const steps = (model: OnnxModel) => model.graph.node.map(({ opType }) => opType).filter((type) => type !== 'Constant');

describe('a convolution with its hard swish', () => {
  test('becomes four steps, five where the shift cannot be handed on', () => {
    const model = modelOf(convolution('input', 'c1', WEIGHTS, BIASES), tail('c1', 'y', NUMBERS));
    expect(lighten(model)).toBe(1);
    expect(steps(model)).toEqual(['Conv', 'Conv', 'Clip', 'Mul', 'Conv']);
    // Weights and biases of the three convolutions; the six numbers of the steps before are gone.
    expect(model.graph.node.filter(({ opType }) => opType === 'Constant')).toHaveLength(6);
  });

  const number = fc.double({ min: -4, max: 4, noNaN: true }).map(Math.fround);
  const some = (length: number) => fc.array(number, { minLength: length, maxLength: length });
  const numbers = fc.record({ a: number, b: number, c: number, d: number });

  test.each([
    ['handed on to a convolution of single pixels', {}, 7],
    ['kept where the next has a margin', { pads: 1 }, 8],
    ['kept where the next sees several pixels', { kernel: 3 }, 8],
  ])('gives the same numbers, its shift %s', (_, next, count) => {
    fc.assert(
      fc.property(some(2), some(4), some(2), numbers, numbers, some(4), (input, first, biases, one, two, second) => {
        const make = () =>
          modelOf(
            convolution('input', 'c1', first, biases),
            tail('c1', 'y', one),
            convolution('y', 'c2', second, biases, next),
            tail('c2', 'z', two),
            [constant('half', [0.5]), step('Mul', ['z', 'half'], 'end')],
          );
        const light = make();
        expect(lighten(light)).toBe(2);
        // Two and a last one, the tail of each, and what follows.
        expect(steps(light)).toHaveLength(count + 3);
        const expected = run(make(), input, 'end');
        run(light, input, 'end').forEach((value, at) => {
          expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 2);
        });
      }),
    );
  });

  test.each([
    ['three is another number', convolution('input', 'c1', WEIGHTS, BIASES), tail('c1', 'y', NUMBERS, { three: 2 })],
    ['six is another number', convolution('input', 'c1', WEIGHTS, BIASES), tail('c1', 'y', NUMBERS, { six: 3 })],
    ['the limit is another number', convolution('input', 'c1', WEIGHTS, BIASES), tail('c1', 'y', NUMBERS, { most: 5 })],
    [
      'somebody else takes what is in between',
      convolution('input', 'c1', WEIGHTS, BIASES),
      [...tail('c1', 'y', NUMBERS), step('Add', ['y.x', 'y.clip'], 'other')],
    ],
    [
      'somebody else takes the convolution',
      convolution('input', 'c1', WEIGHTS, BIASES),
      [...tail('c1', 'y', NUMBERS), step('Add', ['c1', 'y'], 'other')],
    ],
    [
      'its weights belong to another one too',
      convolution('input', 'c1', WEIGHTS, BIASES),
      [...tail('c1', 'y', NUMBERS), step('Conv', ['y', 'c1.w', 'c1.b'], 'other')],
    ],
    ['nothing follows', convolution('input', 'c1', WEIGHTS, BIASES), []],
  ])('stays as it is where %s', (_, ...parts) => {
    const model = modelOf(...parts);
    const before = structuredClone(model);
    expect(lighten(model)).toBe(0);
    expect(model).toEqual(before);
  });

  test.each([
    ['c1', 0],
    ['y.x', 0],
    ['y.swish', 0],
    ['y', 1],
  ])('a model that gives %s itself: %i are changed', (name, changed) => {
    const { graph } = modelOf(convolution('input', 'c1', WEIGHTS, BIASES), tail('c1', 'y', NUMBERS));
    expect(lighten({ graph: { ...graph, output: [{ name }] } })).toBe(changed);
  });

  test('a file without one is the same file', () => {
    const file = encodeModel(modelOf(convolution('input', 'c1', WEIGHTS, BIASES)));
    expect(lightened(file)).toBe(file);
  });

  test('comes out of a file lighter, with all that is unknown here', () => {
    const made = modelOf(convolution('input', 'c1', WEIGHTS, BIASES), tail('c1', 'y', NUMBERS));
    // Version of the format, field 1, as a whole number: 8.
    const version = Buffer.of(0x08, 0x08);
    const light = lightened(Buffer.concat([version, encodeModel(made)]));
    expect(steps(decodeModel(light))).toEqual(['Conv', 'Conv', 'Clip', 'Mul', 'Conv']);
    expect(Buffer.from(light).includes(version)).toBe(true);
    const input = [1.25, -0.5];
    const expected = run(made, input, 'y');
    run(decodeModel(light), input, 'y').forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 5);
    });
  });
});
