import { expect, test } from 'vitest';
import { lighten } from '../../../../../src/extract/ocr/engines/onnx/lighten.js';
import { decodeModel, encodeModel } from '../../../../../src/extract/ocr/engines/onnx/model-file.js';
import { lineTensor } from '../../../../../src/extract/ocr/engines/pp-ocr/line-tensor.js';
import { findPpOcrModels } from '../../../../../src/extract/ocr/engines/pp-ocr/models.js';
import { loadOnnxRuntime } from '../../../../../src/extract/ocr/engines/pp-ocr/session.js';
import { drawLine } from '../../../../support/line-picture.js';

test('the recogniser of the package is made lighter in all its 28 blocks, and sees the same', async () => {
  const { file } = findPpOcrModels().recognition();
  const model = decodeModel(file);
  expect(lighten(model)).toBe(28);
  const { InferenceSession, Tensor } = await loadOnnxRuntime();
  const [whole, light] = [await InferenceSession.create(file), await InferenceSession.create(encodeModel(model))];
  for (const text of ['一、一般公共预算财政拨款收入', '-1,234,567.89']) {
    const { data, dims } = lineTensor(await drawLine(text, 40));
    const [before = [], after = []] = await Promise.all(
      [whole, light].map(async (session) => {
        const [input = '', output = ''] = [...session.inputNames, ...session.outputNames];
        const result = (await session.run({ [input]: new Tensor('float32', data, dims) }))[output];
        if (!(result?.data instanceof Float32Array)) throw new Error('the recogniser gave no numbers');
        return [...result.data];
      }),
    );
    expect(after).toHaveLength(before.length);
    expect(before.reduce((most, value) => Math.max(most, value), 0)).toBeGreaterThan(0.9);
    const furthest = before.reduce((most, value, at) => Math.max(most, Math.abs(value - (after[at] ?? 1))), 0);
    expect(furthest).toBeLessThan(0.001);
  }
});
