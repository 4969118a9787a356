import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CyclicPageTreeError,
  DamagedPdfError,
  EmptyFileError,
  InputError,
  NoPagesError,
  NotFoundError,
  PasswordNeededError,
  TruncatedPdfError,
  UnknownFormatError,
} from '../src/errors.js';
import type { SourceDocument, TextRun } from '../src/extract/document.js';
import type { Box } from '../src/extract/place.js';
import { normalize } from '../src/normalize/normalize.js';
import type { Report } from '../src/normalize/report.js';
import { extract, readReport } from '../src/pipeline.js';
import type { VerifiedReport } from '../src/verify/check.js';
import * as hostile from './support/hostile.js';
import {
  HIDDEN_TEXT,
  rotated,
  textDoubled,
  withFullWidthDigits,
  withHiddenText,
  withoutRules,
  withoutToUnicode,
  withPinyin,
} from './support/pdf-variants.js';

const SAMPLE = 'samples/quanzhou-bigdata-2023-final-rebuilt.pdf';
const OTHER_SAMPLES = ['samples/shenjiang-data-2024-final.pdf', 'samples/shenjiang-archives-2025-budget.pdf'];
const bytes = readFileSync(SAMPLE);
const folder = mkdtempSync(join(tmpdir(), 'juesuan-pipeline-'));
let original: VerifiedReport;

beforeAll(async () => {
  original = await readReport(SAMPLE);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file that goes away after the tests. */
function written(name: string, content: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Every printed value under the names by which a program finds it. */
function valuesOf({ statements }: Report): string[] {
  return figuresOf(statements).map(({ name, figure }) => `${name} = ${figure.printed}`);
}

function figuresOf(statements: Report['statements']) {
  return statements.flatMap(({ kind, rows }) =>
    rows.flatMap(({ panel, key, figures }) =>
      Object.entries(figures).map(([column, figure]) => ({ name: `${kind}/${panel}/${key}/${column}`, figure })),
    ),
  );
}

/** Known statements with their rows, labels and codes, without the values. */
function rowsOf({ statements }: Report): unknown {
  return statements
    .filter(({ kind }) => kind !== 'other')
    .map(({ kind, title, unit, rows }) => ({
      kind,
      title,
      unit,
      rows: rows.map(({ panel, key, label, code }) => [panel, key, label, code?.code ?? null]),
    }));
}

function boxesOf({ statements }: Report): { name: string; page: number; box: Box }[] {
  return figuresOf(statements).flatMap(({ name, figure }) =>
    figure.places.flatMap(({ page, box }) => (box ? [{ name, page, box }] : [])),
  );
}

/** What a report says beside its statements, without places. */
function wordsOf({ sections, claims, facts, evaluations }: VerifiedReport): unknown {
  const isPlaceless = (key: string, value: unknown) => (/^(places?|page|box|pages)$/.test(key) ? undefined : value);
  return JSON.parse(JSON.stringify({ sections, claims, facts, evaluations }, isPlaceless));
}

/** Boxes of everything that is told beside the statements, in the order of the report. */
function otherBoxes({ claims, facts, evaluations }: VerifiedReport): { page: number; box: Box }[] {
  const found: { page: number; box: Box }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('page' in value && 'box' in value && value.box !== null) found.push(value as { page: number; box: Box });
    else for (const part of Object.values(value)) collect(part);
  };
  collect({ claims, facts, evaluations });
  return found;
}

/** The largest distance of a side of a box from the same side of the other report's box, in points. */
function farthest(report: Report, other: Report): number {
  const boxes = boxesOf(other);
  return boxesOf(report).reduce((worst, { name, page, box }, index) => {
    const twin = boxes[index];
    expect([twin?.name, twin?.page]).toEqual([name, page]);
    const sides = (['left', 'top', 'right', 'bottom'] as const).map((side) =>
      Math.abs(box[side] - (twin?.box[side] ?? Number.POSITIVE_INFINITY)),
    );
    return Math.max(worst, ...sides);
  }, 0);
}

/** Findings of reading and of the statements' own sums: the report's faults in prose and self-evaluations are told elsewhere. */
function readingFindings({ findings }: VerifiedReport): readonly string[] {
  const reading =
    /^(structure|identity|parse|totals|hierarchy|across|balance|basic-expenditure|revenue-list|three-public)\//;
  return findings.filter(({ check }) => reading.test(check)).map(({ message }) => message);
}

test('the sample is worth the comparisons: all nine statements, hundreds of figures, each with a place', () => {
  expect(original.statements.filter(({ kind }) => kind !== 'other')).toHaveLength(9);
  expect(valuesOf(original).length).toBeGreaterThan(500);
  expect(boxesOf(original)).toHaveLength(valuesOf(original).length);
  expect(readingFindings(original)).toEqual([]);
});

describe('the same report by other producers reads the same', () => {
  test.each([
    { name: 'every text drawn twice', variant: textDoubled },
    { name: 'with hidden text', variant: withHiddenText },
    { name: 'without rules', variant: withoutRules },
    { name: 'turned by 90, seen upright', variant: (pdf: Uint8Array) => rotated(pdf, 90, 'upright') },
    { name: 'turned by 270, seen upright', variant: (pdf: Uint8Array) => rotated(pdf, 270, 'upright') },
    { name: 'lying on its side (90)', variant: (pdf: Uint8Array) => rotated(pdf, 90, 'sideways') },
    { name: 'upside down', variant: (pdf: Uint8Array) => rotated(pdf, 180, 'sideways') },
    { name: 'lying on its side (270)', variant: (pdf: Uint8Array) => rotated(pdf, 270, 'sideways') },
  ])('$name', async ({ name, variant }) => {
    const report = await readReport(written(`${name}.pdf`, await variant(bytes)));
    expect(valuesOf(report)).toEqual(valuesOf(original));
    expect(rowsOf(report)).toEqual(rowsOf(original));
    expect(readingFindings(report)).toEqual([]);
    // What needs no table is told of each alike; without rules the self-evaluation tables may read less.
    const prose = ({ findings }: VerifiedReport) =>
      findings.map(({ check }) => check).filter((check) => /^(narrative|completion)\//.test(check));
    expect(prose(report)).toEqual(prose(original));
    if (name !== 'without rules') expect(wordsOf(report)).toEqual(wordsOf(original));
  });

  test.each(
    OTHER_SAMPLES.flatMap((sample) => [
      { sample, name: 'drawn twice', variant: textDoubled },
      { sample, name: 'with hidden text', variant: withHiddenText },
      { sample, name: 'lying on its side', variant: (pdf: Uint8Array) => rotated(pdf, 90, 'sideways') },
    ]),
  )('$sample $name', async ({ sample, variant }) => {
    const [before, after] = [await readReport(sample), written('variant.pdf', await variant(readFileSync(sample)))];
    const report = await readReport(after);
    expect(valuesOf(before).length).toBeGreaterThan(300);
    expect(valuesOf(report)).toEqual(valuesOf(before));
    expect(rowsOf(report)).toEqual(rowsOf(before));
  });

  test('in full-width digits, after their normalization', async () => {
    const report = await readReport(written('full-width.pdf', await withFullWidthDigits(bytes)));
    const figures = figuresOf(report.statements);
    expect(figures.some(({ figure }) => /[０-９]．[０-９]/.test(figure.printed))).toBe(true);
    expect(valuesOf(report).map((value) => value.normalize('NFKC'))).toEqual(valuesOf(original));
    expect(figures.map(({ figure }) => figure.amount)).toEqual(
      figuresOf(original.statements).map(({ figure }) => figure.amount),
    );
  });
});

describe('figures stand where the reader sees them', () => {
  test.each([90, 270] as const)('turned by %i in the file, upright for the reader', async (angle) => {
    const report = await readReport(written(`seen-${angle}.pdf`, await rotated(bytes, angle, 'upright')));
    expect(farthest(report, original)).toBeLessThan(0.5);
  });

  test.each([
    [90, 'the statements', boxesOf],
    [270, 'the statements', boxesOf],
    [90, 'the prose and the self-evaluations', otherBoxes],
    [180, 'the prose and the self-evaluations', otherBoxes],
    [270, 'the prose and the self-evaluations', otherBoxes],
  ] as const)('turned by %i: those of %s', async (angle, _, boxes) => {
    const report = await readReport(written(`side-${angle}.pdf`, await rotated(bytes, angle, 'sideways')));
    const size = new Map(original.source.pages.map(({ number, width, height }) => [number, { width, height }]));
    const turned = boxes(original).map(({ page, box: { left, top, right, bottom } }) => {
      const { width, height } = size.get(page) ?? { width: Number.NaN, height: Number.NaN };
      if (angle === 90) return { left: height - bottom, top: left, right: height - top, bottom: right };
      if (angle === 270) return { left: top, top: width - right, right: bottom, bottom: width - left };
      return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
    });
    const seen = boxes(report).map(({ box }) => box);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen).toHaveLength(turned.length);
    for (const [index, box] of seen.entries())
      for (const side of ['left', 'top', 'right', 'bottom'] as const)
        expect(Math.abs(box[side] - (turned[index]?.[side] ?? Number.NaN))).toBeLessThan(0.5);
  });

  test('the runs inside the box of a figure spell what it prints, for 200 figures and more', async () => {
    const document = await extract(SAMPLE);
    const printed = figuresOf(normalize(document).statements).filter(({ figure }) => figure.printed !== '');
    expect(printed.length).toBeGreaterThan(200);
    for (const { name, figure } of printed) {
      const spelled = figure.places.map(({ page, box }) => (box ? inside(document, page, box) : '')).join('');
      expect(`${name} ${spelled}`).toBe(`${name} ${figure.printed}`);
    }
  });
});

/** Text of the runs whose centre lies in the box, from top to bottom and left to right. */
function inside(document: SourceDocument, page: number, box: Box): string {
  const lies = ({ box: { left, top, right, bottom } }: TextRun): boolean =>
    left + right > 2 * box.left &&
    left + right < 2 * box.right &&
    top + bottom > 2 * box.top &&
    top + bottom < 2 * box.bottom;
  return (document.pages[page - 1]?.runs ?? [])
    .filter(lies)
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
    .map(({ text }) => text)
    .join('');
}

describe('nothing is read from a text layer that cannot be trusted', () => {
  test.each([SAMPLE, ...OTHER_SAMPLES])('%s without character maps: every page asks for OCR', async (sample) => {
    const report = await readReport(written('unmapped.pdf', await withoutToUnicode(readFileSync(sample))), {
      ocr: 'never',
    });
    const printed = (await readReport(sample)).source.pages.filter(({ condition }) => condition === 'read');
    const asked = report.source.pages.filter(({ condition }) => condition === 'needs-ocr');
    expect(asked.map(({ number }) => number)).toEqual(printed.map(({ number }) => number));
    for (const { reason } of asked) expect(reason).toMatch(/character map/);
    expect(figuresOf(report.statements)).toEqual([]);
    expect(report.statements).toEqual([]);
  });

  test.each([SAMPLE, ...OTHER_SAMPLES])('%s with pinyin: every page that shows some asks for OCR', async (sample) => {
    const document = await extract(written('pinyin.pdf', await withPinyin(readFileSync(sample))), { ocr: 'never' });
    const injected = document.pages.filter(({ runs }) => runs.some(({ text }) => /[àáèéìíù][a-z]*\)/.test(text)));
    expect(injected.length).toBeGreaterThan(document.pages.length * 0.8);
    for (const page of injected)
      expect(page).toMatchObject({ condition: 'needs-ocr', reason: expect.stringMatching(/pinyin/) });
    expect(figuresOf(normalize(document).statements)).toEqual([]);
  });

  test('hidden text is in no run, line or cell', async () => {
    const file = written('hidden.pdf', await withHiddenText(bytes));
    const text = JSON.stringify(await extract(file));
    expect(text).not.toContain(HIDDEN_TEXT.invisible);
    expect(text).not.toContain(HIDDEN_TEXT.clipped);
  });
});

describe('what is no report is refused with its own error', () => {
  test.each([
    { name: 'empty.pdf', make: hostile.emptyFile, error: EmptyFileError },
    { name: 'random.pdf', make: () => hostile.randomBytes(5000), error: UnknownFormatError },
    { name: 'page.pdf', make: hostile.htmlNamedPdf, error: UnknownFormatError },
    { name: 'cut.pdf', make: () => hostile.truncated(bytes), error: TruncatedPdfError },
    { name: 'cyclic.pdf', make: hostile.cyclicPageTree, error: CyclicPageTreeError },
    { name: 'no-pages.pdf', make: hostile.withoutPages, error: NoPagesError },
    { name: 'locked.pdf', make: hostile.userPasswordPdf, error: PasswordNeededError },
    {
      name: 'damaged.pdf',
      make: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), hostile.randomBytes(3000), Buffer.from('\n%%EOF\n')]),
      error: DamagedPdfError,
    },
  ])('$name: $error.name', async ({ name, make, error }) => {
    const file = written(name, await make());
    const thrown: unknown = await readReport(file).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(error);
    if (!(thrown instanceof InputError)) return;
    expect(thrown.name).toBe(error.name);
    expect(thrown.message).toBe(`${file}: ${thrown.reason}`);
    expect([thrown.file, thrown.exitCode]).toEqual([file, 3]);
    expect(thrown.remedy).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each([
    { path: join(folder, 'nowhere.pdf'), error: NotFoundError, reason: /no such file/ },
    { path: folder, error: InputError, reason: /a folder without pictures$/ },
  ])('what is not there: $reason', async ({ path, error, reason }) => {
    const thrown: unknown = await readReport(path).catch((cause: unknown) => cause);
    expect(thrown).toBeInstanceOf(error);
    expect(thrown).toHaveProperty('reason', expect.stringMatching(reason));
  });
});
