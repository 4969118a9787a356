import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { TooLargeError } from '../../../../src/errors.js';
import { checkStreams } from '../../../../src/extract/pdf/streams/check-streams.js';
import { bomb, bombs } from '../../../support/hostile-pdfs/bombs.js';
import { pagePdf, streamBody } from '../../../support/pdf-bytes.js';

const FLATE = '/Filter /FlateDecode';
const MEGABYTE = 1 << 20;

const refusal = (bytes: Uint8Array): Promise<unknown> =>
  checkStreams(bytes, 'report.pdf').then(
    () => null,
    (error: unknown) => error,
  );

function imagePdf(entries: string, data: Uint8Array): Uint8Array {
  return pagePdf('/X Do', {
    resources: '/XObject << /X 6 0 R >>',
    more: [streamBody(`/Type /XObject /Subtype /Image ${entries}`, data)],
  });
}

describe('streams that become too large', () => {
  test.each(bombs().filter(({ name }) => name !== 'many small bombs on one page'))('$name', async ({ bytes }) => {
    expect(await refusal(bytes)).toBeInstanceOf(TooLargeError);
  });

  test('the error says how large, and where', async () => {
    expect(await refusal(pagePdf(bomb(' '), { filters: FLATE }))).toHaveProperty(
      'reason',
      expect.stringMatching(/a stream of \d+ bytes becomes more than 67108864 \(at byte \d+\)/),
    );
  });

  test('a function of more samples than any has', async () => {
    const function_ = streamBody('/FunctionType 0 /Size [9999 9999] /BitsPerSample 8', 'a');
    expect(await refusal(pagePdf('', { more: [function_] }))).toHaveProperty(
      'reason',
      expect.stringMatching(/samples/),
    );
  });
});

describe('streams that may be as they are', () => {
  test.each([
    ['content of 63 MB', pagePdf(bomb(' ', 63 * MEGABYTE), { filters: FLATE })],
    ['an image of 150 MB', imagePdf(`/Width 15000 /Height 10000 ${FLATE}`, bomb('\0', 150 * MEGABYTE))],
    ['content that is deflated twice', pagePdf(deflateSync(deflateSync('q Q')), { filters: '/Filter [/Fl /Fl]' })],
    ['data that is cut off', pagePdf(bomb(' ').subarray(0, 60_000), { filters: FLATE })],
    ['the word in a text', pagePdf('BT (a stream of words, endstream) Tj ET')],
  ])('%s', async (_, bytes) => {
    expect(await refusal(bytes)).toBeNull();
  });

  test.each(['quanzhou-bigdata-2023-final-rebuilt', 'quanzhou-bigdata-2023-final-scan', 'lanze-water-2022-final'])(
    'the sample %s',
    async (sample) => {
      expect(await refusal(readFileSync(`samples/${sample}.pdf`))).toBeNull();
    },
  );
});
