import { describe, expect, test } from 'vitest';
import { ToolMissingError } from '../../../../src/errors.js';
import type { EngineName, OcrEngine } from '../../../../src/extract/ocr/engine.js';
import { chooseEngines } from '../../../../src/extract/ocr/engines/choose.js';

function engine(name: EngineName): OcrEngine {
  return {
    id: { name, model: `${name} weights` },
    recognise: async () => [],
    detect: null,
    close: async () => undefined,
  };
}

const loads = (name: EngineName) => async () => engine(name);
const fails = (message: string) => async (): Promise<OcrEngine> => {
  throw new Error(message);
};

describe('chooseEngines', () => {
  test('PP-OCR reads, Tesseract reads again', async () => {
    const { first, second, reason } = await chooseEngines({ ppOcr: loads('pp-ocrv4'), tesseract: loads('tesseract') });
    expect([first.id.name, second?.id.name]).toEqual(['pp-ocrv4', 'tesseract']);
    expect(reason).toBe('read by PP-OCRv4 (pp-ocrv4 weights), doubtful lines again by Tesseract (tesseract weights)');
  });

  test('without onnxruntime-node Tesseract reads alone, and the reason says why', async () => {
    const broken = fails("Cannot find package 'onnxruntime-node' imported from x\nRequire stack:\n- y");
    const { first, second, reason } = await chooseEngines({ ppOcr: broken, tesseract: loads('tesseract') });
    expect([first.id.name, second]).toEqual(['tesseract', null]);
    expect(reason).toBe(
      "read by Tesseract (tesseract weights); onnxruntime-node could not be loaded: Cannot find package 'onnxruntime-node' imported from x",
    );
  });

  test('without tesseract.js there are no second readings', async () => {
    const { first, second, reason } = await chooseEngines({ ppOcr: loads('pp-ocrv4'), tesseract: fails('gone') });
    expect([first.id.name, second]).toEqual(['pp-ocrv4', null]);
    expect(reason).toContain('tesseract.js could not be loaded: gone');
  });

  test('without both it is an expected failure that names both causes', async () => {
    const choice = chooseEngines({ ppOcr: fails('no binding'), tesseract: fails('no data') });
    await expect(choice).rejects.toThrow(ToolMissingError);
    await expect(choice).rejects.toThrow(/no binding.*no data/);
  });
});
