import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceDocument, TextRun } from '../src/extract/document.js';
import { sha256Of } from '../src/extract/hash.js';
import type { LayoutRun } from '../src/extract/layout/run.js';
import type { OcrPage } from '../src/extract/ocr/ocr-page.js';
import type { Figure } from '../src/normalize/printed.js';
import { extract, readReport } from '../src/pipeline.js';
import type { VerifiedReport } from '../src/verify/check.js';
import { madeService } from './extract/made-service.js';
import { ocrPage, run } from './extract/ocr/made-pages.js';

const SAMPLE = 'samples/quanzhou-bigdata-2023-final-rebuilt.pdf';
let digital: SourceDocument;
let original: VerifiedReport;

beforeAll(async () => {
  digital = await extract(SAMPLE);
  original = await readReport(SAMPLE);
});

/** The runs of a digital page as an engine would read them; `misread` may change their texts. */
function scanOf(page: number, misread: (run: TextRun, page: number) => string): OcrPage {
  const { runs, rules } = digital.pages[page - 1] ?? { runs: [], rules: [] };
  return ocrPage(
    runs.map((printed): LayoutRun => {
      const text = misread(printed, page);
      const { left, right } = printed.box;
      const step = (right - left) / Math.max(1, text.length);
      const parts = [...text].map((character, at) => ({
        text: character,
        box: { ...printed.box, left: left + at * step, right: left + (at + 1) * step },
      }));
      return { ...run(text, printed.box), parts, size: printed.box.bottom - printed.box.top };
    }),
    { rules },
  );
}

/** The sample as if it had been scanned. The second engine reads what is printed. */
async function readScanned(misread: (run: TextRun, page: number) => string = ({ text }) => text) {
  const numberOf = (key: string) => Number(key.split('-').at(-1));
  const { service } = madeService(async (key) => scanOf(numberOf(key), misread));
  const again: { readonly page: number; readonly text: string | undefined }[] = [];
  const report = await readReport(SAMPLE, {
    ocr: 'always',
    ocrService: async () => ({
      ...service,
      read: async (request) => {
        const read = await service.read(request);
        const truth = digital.pages[numberOf(request.key) - 1]?.runs ?? [];
        const readAgain = async (wanted: readonly number[]): Promise<OcrPage> => {
          again.push(...wanted.map((index) => ({ page: numberOf(request.key), text: truth[index]?.text })));
          const runs = read.page.runs.map((first, index) => {
            const second = { engine: 'second', text: truth[index]?.text ?? '', confidence: 0.9 };
            return wanted.includes(index) ? { ...first, readings: [...(first.readings ?? []), second] } : first;
          });
          return { ...read.page, runs };
        };
        return { ...read, readAgain };
      },
    }),
  });
  return { report, again };
}

function figuresOf({ statements }: VerifiedReport): { readonly path: string; readonly figure: Figure }[] {
  return statements.flatMap(({ kind, rows }, statement) =>
    rows.flatMap(({ figures }, row) =>
      Object.entries(figures).map(([column, figure]) => ({ path: `${kind} ${statement}/${row}/${column}`, figure })),
    ),
  );
}

function amountsOf(report: VerifiedReport): string[] {
  return figuresOf(report).map(({ path, figure }) => `${path}: ${figure.amount}`);
}

describe('a report read from pictures', () => {
  test('gives what its text layer gives, and says of each page that it was read from its picture', async () => {
    const { report } = await readScanned();
    expect(amountsOf(report)).toEqual(amountsOf(original));
    const printed = report.source.pages.filter(({ condition }) => condition === 'read');
    expect(printed.length).toBeGreaterThan(10);
    for (const { ocr } of printed) expect(ocr?.engine).toBe('first');
    for (const { figure } of figuresOf(report)) expect(figure.readings).toBeDefined();
  });

  test('gives the findings of its text layer, and none more', async () => {
    const { report } = await readScanned();
    const told = ({ findings }: VerifiedReport) =>
      findings.map(({ check, severity, message }) => [check, severity, message]);
    expect(told(report)).toEqual(told(original));
  });

  test('has those figures read again that nothing confirms, and no others', async () => {
    const { report, again } = await readScanned();
    const doubtful = figuresOf(report).filter(({ figure }) =>
      (figure.readings ?? []).some(({ engine }) => engine === 'second'),
    );
    expect(again.length).toBeGreaterThan(0);
    expect(doubtful).toHaveLength(again.length);
    expect(doubtful.length).toBeLessThan(figuresOf(report).length / 2);
  });

  test('a misread figure is read again, and its misreading is never the word of the report', async () => {
    const victim = figuresOf(original).find(
      ({ figure }) => figure.status === 'verified' && /^[1-9]\d\d\.\d\d$/.test(figure.printed),
    );
    const place = victim?.figure.places[0];
    const box = place?.box;
    if (victim === undefined || place === undefined || !box) throw new Error('the sample has no such figure');
    const wrong = victim.figure.printed.replace(/^\d/, (digit) => (digit === '7' ? '1' : '7'));
    const { report, again } = await readScanned(({ text, box: at }, page) =>
      page === place.page &&
      text === victim.figure.printed &&
      at.left >= box.left - 1 &&
      at.right <= box.right + 1 &&
      at.top >= box.top - 1 &&
      at.bottom <= box.bottom + 1
        ? wrong
        : text,
    );
    expect(again).toContainEqual({ page: place.page, text: victim.figure.printed });
    const found = figuresOf(report).find(({ path }) => path === victim.path)?.figure;
    expect(found?.readings?.slice(0, 2).map(({ engine, text }) => [engine, text])).toEqual([
      ['first', wrong],
      ['second', victim.figure.printed],
    ]);
    expect([found?.status, found?.amount]).toEqual(['repaired', victim.figure.amount]);
  });

  test('a digital report starts nothing', async () => {
    const ocrService = async () => {
      throw new Error('started');
    };
    expect(amountsOf(await readReport(SAMPLE, { ocrService }))).toEqual(amountsOf(original));
  });
});

describe('pictures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-scans-'));
  const scans = join(folder, 'scans');
  const pictures = ['10.png', '9.png'].map((name) => join(scans, name));

  beforeAll(async () => {
    mkdirSync(scans);
    for (const [grey, file] of pictures.entries())
      writeFileSync(
        file,
        await sharp({ create: { width: 83, height: 117, channels: 3, background: { r: grey, g: 0, b: 0 } } })
          .png()
          .toBuffer(),
      );
    writeFileSync(join(folder, 'named.pdf.bin'), readFileSync(pictures[0] ?? ''));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const { service } = madeService(async (key, image) => ocrPage([run(`${key.slice(-2)} ${(await image()).data[0]}`)]));
  const ocrService = async () => service;
  const shown = ({ pages }: SourceDocument) => pages.map(({ runs }) => runs[0]?.text);

  test('of a folder are the pages of one report, in the order of their numbers', async () => {
    const document = await extract(scans, { ocrService });
    expect(document).toMatchObject({ file: scans, format: 'image' });
    expect(shown(document)).toEqual(['-1 1', '-2 0']);
    expect(document.sha256).toBe(sha256Of(pictures.toReversed().map((file) => readFileSync(file))));
  });

  test.each(['scans/9.png', 'named.pdf.bin'])('%s is a report, whatever its name', async (name) => {
    const document = await extract(join(folder, name), { ocrService });
    expect([document.format, shown(document).length]).toEqual(['image', 1]);
    expect(document.sha256).toBe(sha256Of([readFileSync(join(folder, name))]));
  });

  test('that are not to be read are kept, unread', async () => {
    const { source } = await readReport(scans, { ocr: 'never', ocrService });
    expect(source.pages.map(({ condition }) => condition)).toEqual(['needs-ocr', 'needs-ocr']);
  });

  test('tell how far their reading is', async () => {
    const told: string[] = [];
    await extract(scans, { ocrService, onOcrProgress: ({ file, done, of }) => told.push(`${file} ${done}/${of}`) });
    expect(told).toEqual([0, 1, 2].map((done) => `${scans} ${done}/2`));
  });
});
