import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/cli/services.js';
import { NotFoundError } from '../../src/errors.js';
import { run } from './fake-services.js';
import { SAMPLE } from './sample-report.js';

/** How a command line lets reports be read, without the listener. */
async function readingOf(...options: string[]): Promise<Reading | undefined> {
  let seen: Reading | undefined;
  const { exitCode, stderr } = await run(['read', 'demo.pdf', ...options], {
    readReport: async (_file, reading) => {
      seen = reading;
      return SAMPLE;
    },
  });
  expect([exitCode, stderr]).toEqual([0, '']);
  const { onOcrProgress: _, ...rest } = seen ?? {};
  return rest;
}

test.each<readonly [readonly string[], Reading]>([
  [[], { ocr: 'auto' }],
  [['--ocr', 'auto'], { ocr: 'auto' }],
  [['--ocr', 'never'], { ocr: 'never' }],
  [['--ocr=always'], { ocr: 'always' }],
  [['--ocr-workers', '3'], { ocr: 'auto', workers: 3 }],
  [['--ocr-timeout', '20'], { ocr: 'auto', timeout: 20_000 }],
  [['--ocr-cache', '/data/ocr'], { ocr: 'auto', cache: '/data/ocr' }],
  [['--no-ocr-cache'], { ocr: 'auto', cache: null }],
  [
    ['--ocr', 'always', '--ocr-workers', '2', '--ocr-timeout', '5', '--no-ocr-cache'],
    { ocr: 'always', workers: 2, timeout: 5_000, cache: null },
  ],
])('%j', async (options, expected) => {
  expect(await readingOf(...options)).toEqual(expected);
});

describe('wrong use', () => {
  test.each([
    [['--ocr', 'sometimes'], /Allowed choices are auto, never, always/],
    [['--ocr-workers', '0'], /Expected a whole number from 1/],
    [['--ocr-workers', '1.5'], /Expected a whole number from 1/],
    [['--ocr-timeout', 'long'], /Expected a whole number from 1/],
    [['--ocr-cache'], /argument missing/],
  ])('%j', async (options, message) => {
    const { exitCode, stderr } = await run(['read', 'demo.pdf', ...options]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});

test.each([
  ['stage', ['stage', 'extract', 'demo.pdf', '--ocr', 'never']],
  ['read', ['read', 'demo.pdf', '--ocr', 'never']],
  ['import', ['import', 'demo.pdf', '--ocr', 'never']],
])('%s hands the options on', async (_, argv) => {
  const seen: (Reading | undefined)[] = [];
  await run(argv, {
    readReport: async (_file, reading) => {
      seen.push(reading);
      return SAMPLE;
    },
    stage: async (_name, _file, reading) => {
      seen.push(reading);
      return '';
    },
  });
  expect(seen).toMatchObject([{ ocr: 'never' }]);
});

test.each([
  ['is read', async () => SAMPLE],
  [
    'fails',
    async () => {
      throw new NotFoundError('demo.pdf', 'it is gone');
    },
  ],
])('the line on the terminal goes when the report %s', async (_, end) => {
  let stderr = '';
  const write = (text: string) => {
    stderr += text;
  };
  await run(['read', 'demo.pdf'], {
    stderr: { write, isTerminal: true, columns: 80 },
    readReport: async (file, reading) => {
      reading?.onOcrProgress?.({ file, done: 1, of: 2 });
      return end();
    },
  });
  expect(stderr).toMatch(/^\r\u001b\[Kreading pictures: page 1\/2\r\u001b\[K(?:juesuan: demo\.pdf: |$)/);
});
