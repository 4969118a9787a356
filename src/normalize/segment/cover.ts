import type { Block, TextLine } from '../../extract/document.js';
import type { Agency, Finding, Region, ReportKind, ReportScope } from '../report.js';
import { agencyOf } from './agency.js';
import { coverLines } from './cover-lines.js';
import { fiscalYearOf } from './fiscal-year.js';
import { headingNumber, tableLabel } from './headings.js';
import { regionOf } from './region.js';
import { kindOf, scopeOf } from './scope.js';

/** What a report is, whose, and of which year; `null` for what it does not say. */
export interface Identity {
  readonly kind: ReportKind | null;
  readonly scope: ReportScope | null;
  readonly fiscalYear: number | null;
  readonly agency: Agency | null;
  readonly region: Region | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads the identity of a report from its cover; where the cover is silent or missing, from headings and titles of tables, then from
 * the prose, and year and kind at last from the file name. Never guesses: what is not said is `null`, with a note.
 */
export function identify({
  blocks,
  contents,
  file,
}: {
  readonly blocks: readonly Block[];
  readonly contents: ReadonlySet<TextLine>;
  readonly file: string;
}): Identity {
  const cover = [...coverLines(blocks, contents)];
  const body = blocks
    .filter((block) => block.kind === 'line')
    .filter((line) => !cover.includes(line) && !contents.has(line));
  const titles = [...contents, ...body.filter((line) => isTitleLine(line.text))];
  const prose = body.filter((line) => !isTitleLine(line.text));
  const texts = [cover, titles, prose].map((lines) => lines.map((line) => line.text));
  const kind = kindOf([...texts, [nameOf(file)]]);
  const scope = scopeOf([...texts, body.map((line) => line.text.replace(/^\s*部门\s*[:：]/u, '本部门'))]);
  const year = fiscalYearOf({ cover, titles: titles.filter((line) => isDocumentTitle(line.text)), prose, file });
  const { agency, findings } = agencyOf(blocks, cover);
  const region = regionOf(agency?.name ?? null);
  return {
    kind,
    scope,
    fiscalYear: year.year,
    agency,
    region: region.region,
    findings: [...unsaid(kind, scope), ...year.findings, ...findings, ...region.findings],
  };
}

/** Short, no sentence, and about 决算 or 预算: a heading or the title of a table. */
function isTitleLine(text: string): boolean {
  const plain = (headingNumber(text)?.rest ?? tableLabel(text)?.rest ?? text).replace(/\s/gu, '');
  return (
    plain.length <= 50 &&
    /(?:决算|预算)/u.test(plain) &&
    /(?:表|说明|情况|概况|总计|决算|预算)$/u.test(plain) &&
    !/[。；，,:：]/u.test(plain)
  );
}

/** A title of the whole report or of a table, whose year is the report's: 2025年部门收入预算总表, 2018 年度部门预算情况说明. */
function isDocumentTitle(text: string): boolean {
  return /年.{0,30}(?:决算|预算)/u.test(text) && !/与|比|上年|完成/u.test(text);
}

function nameOf(file: string): string {
  const name = (file.split(/[\\/]/u).at(-1) ?? '').toLowerCase();
  return name.replace(/final[-_ ]?accounts?|final|juesuan/gu, '决算').replace(/budget|yusuan/gu, '预算');
}

function* unsaid(kind: ReportKind | null, scope: ReportScope | null): Generator<Finding> {
  const note = (check: string, message: string): Finding => ({
    check,
    severity: 'note',
    message,
    places: [],
    figures: [],
  });
  if (kind === null) yield note('identity/no-kind', '没有写明是决算还是预算。');
  if (scope === null) yield note('identity/no-scope', '没有写明是部门还是单位的报告。');
}
