import type { Report } from '../../normalize/report.js';
import { groupBy } from '../group-by.js';
import { moneyText } from '../money-text.js';
import { integerOf, measureOf, stepOf } from '../value.js';
import { matchNumbers } from './match.js';
import { type KeyedNumber, keyedNumbers, kindsByTitle } from './numbers.js';
import {
  REVISION_CHECKS,
  type Revision,
  type RevisionChange,
  type RevisionFinding,
  type VersionNumber,
} from './revision.js';

/** From so many numbers on, most of which differ, two versions may be two reports. */
const ENOUGH = 10;
/** How many numbers a message names before it counts the rest. */
const NAMED = 6;

/**
 * Which numbers changed from one version of a report to the next. A blank or a dash is zero, as in sums; tables printed in different units
 * are compared within the rounding of the coarser one. Numbers of the prose are compared where the sentence, or what it is about, is found again.
 */
export function compareVersions(old: Report, now: Report): Revision {
  const byTitle = kindsByTitle(old, now);
  const { both, gone, added } = matchNumbers(keyedNumbers(old, byTitle), keyedNumbers(now, byTitle));
  const matched = (side: 0 | 1) => both.map((pair) => pair[side]);
  const judged = both.map(([one, other]) => ({ one, other, verdict: judge(one, other) }));
  const of = (verdict: Verdict) => judged.filter((each) => each.verdict === verdict);
  const changed = of('changed');
  const valued = judged.filter(({ one, other }) => !isNothing(one) || !isNothing(other));
  return {
    unchanged: of('same').length,
    findings: [
      ...otherReport(valued.length, changed.length),
      ...changed.map(({ one, other }) => changedFinding(one, other)),
      ...rowFindings({ numbers: gone, side: 'old', wholeTables: without(gone, matched(0)), unreadPages: unread(now) }),
      ...rowFindings({
        numbers: added,
        side: 'new',
        wholeTables: without(added, matched(1)),
        unreadPages: unread(old),
      }),
      ...unreadableFinding(of('unreadable')),
    ],
  };
}

/** The statements that have numbers of the first list and none of the second. */
function without(numbers: readonly KeyedNumber[], matched: readonly KeyedNumber[]): ReadonlySet<string> {
  const found = new Set(matched.map(tableOf));
  return new Set(numbers.map(tableOf).filter((table) => table !== '' && !found.has(table)));
}

type Verdict = 'same' | 'changed' | 'unreadable';

function judge({ number: one }: KeyedNumber, { number: other }: KeyedNumber): Verdict {
  if (one.printed === other.printed && integerOf(one) === integerOf(other)) return 'same';
  if (one.reading === 'unreadable' || other.reading === 'unreadable') {
    if (integerOf(one) === null || integerOf(other) === null) return 'unreadable';
  }
  const gap = Math.abs((integerOf(one) ?? 0) - (integerOf(other) ?? 0));
  const [step, otherStep] = [stepOf(one), stepOf(other)];
  const rounding = step === null || otherStep === null || step === otherStep ? 0 : Math.max(step, otherStep);
  return 2 * gap <= rounding ? 'same' : 'changed';
}

function isNothing({ number }: KeyedNumber): boolean {
  return number.reading !== 'unreadable' && (integerOf(number) ?? 0) === 0;
}

function unread({ source }: Report): number {
  return source.pages.filter(({ condition }) => condition === 'needs-ocr').length;
}

function otherReport(compared: number, changed: number): readonly RevisionFinding[] {
  if (compared < ENOUGH || 2 * changed <= compared) return [];
  const message = `两个版本中对应的 ${compared} 个数有 ${changed} 个不同。可能整份报告重编，也可能是另一份报告被认作同一份，请对照原文。`;
  return [{ check: REVISION_CHECKS.other, severity: 'warning', message, places: [], figures: [], changes: [] }];
}

function changedFinding(one: KeyedNumber, other: KeyedNumber): RevisionFinding {
  const doubtful = isDoubtful(one) || isDoubtful(other);
  const doubt = doubtful ? '其中有识别自图像而未经核对的数，也可能只是识别不同。' : '';
  const gap = measureOf(other.number) === 'money' ? `，相差 ${gapText(one, other)}` : '';
  return {
    check: other.rowPath === null ? REVISION_CHECKS.number : REVISION_CHECKS.figure,
    severity: doubtful ? 'note' : 'warning',
    message: `“${nameOf(other)}”：原为${numberText(one)}，现为${numberText(other)}${gap}。${doubt}`,
    places: other.number.places,
    figures: [other.path],
    changes: [changeOf(one, other)],
  };
}

/** Read from a picture, and confirmed by no sum. */
function isDoubtful({ number }: KeyedNumber): boolean {
  return 'readings' in number && number.status !== 'verified' && number.status !== 'consistent';
}

function gapText(one: KeyedNumber, other: KeyedNumber): string {
  return moneyText(
    (integerOf(other.number) ?? 0) - (integerOf(one.number) ?? 0),
    'measure' in other.number ? other.number.unit : other.unit,
  );
}

/** Numbers of one version only, with what is needed to tell them. */
interface OneSided {
  readonly numbers: readonly KeyedNumber[];
  readonly side: 'old' | 'new';
  /** Statements of this version of which no number is in the other version. */
  readonly wholeTables: ReadonlySet<string>;
  /** Pages of the other version that could not be read. */
  readonly unreadPages: number;
}

/**
 * One finding for each row that only one version has, as far as it has amounts, and one for a whole statement. What only one version says in
 * prose is no change of a number.
 */
function rowFindings({ numbers, side, wholeTables, unreadPages }: OneSided): readonly RevisionFinding[] {
  const figures = numbers.filter((number) => number.rowPath !== null && !isNothing(number));
  const doubt = unreadPages > 0 ? `另一版本有 ${unreadPages} 页未能读出，可能在其中。` : '';
  const groupOf = (number: KeyedNumber) =>
    wholeTables.has(tableOf(number)) ? tableOf(number) : (number.rowPath ?? '');
  return groupBy(figures, groupOf).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const name = wholeTables.has(tableOf(first)) ? first.source : `${first.source}·${first.row}`;
    const what = side === 'old' ? '原版本有、现版本没有的数' : '现版本有、原版本没有的数';
    return [
      {
        check: REVISION_CHECKS.row,
        severity: unreadPages > 0 ? 'note' : 'warning',
        message: `“${name}”：${what}：${amountsText(group, name === first.source)}。${doubt}`,
        places: side === 'new' ? group.flatMap(({ number }) => number.places) : [],
        figures: side === 'new' ? group.map(({ path }) => path) : [],
        changes: group.map((number) => (side === 'old' ? changeOf(number, null) : changeOf(null, number))),
      },
    ];
  });
}

/** Amounts by their columns; of a whole statement with their rows, and only the first ones. */
function amountsText(group: readonly KeyedNumber[], wholeTable: boolean): string {
  const shown = wholeTable ? group.slice(0, NAMED) : group;
  const texts = shown.map((number) => `${wholeTable ? `${number.row}·` : ''}${number.column}${numberText(number)}`);
  const rest = group.length > shown.length ? ` 等 ${group.length} 个数，整张表都是` : '';
  return texts.join('；') + rest;
}

/** Index of the statement of a figure. */
function tableOf({ rowPath }: KeyedNumber): string {
  return rowPath?.split('/')[0] ?? '';
}

function unreadableFinding(
  pairs: readonly { readonly one: KeyedNumber; readonly other: KeyedNumber }[],
): readonly RevisionFinding[] {
  if (pairs.length === 0) return [];
  const shown = pairs
    .slice(0, NAMED)
    .map(({ one, other }) => `“${nameOf(other)}”原为${numberText(one)}，现为${numberText(other)}`);
  const rest = pairs.length > NAMED ? ` 等 ${pairs.length} 处` : '';
  return [
    {
      check: REVISION_CHECKS.unreadable,
      severity: 'note',
      message: `有的数在其中一个版本里无法读出，不能判断是否改动：${shown.join('；')}${rest}。`,
      places: pairs.flatMap(({ other }) => other.number.places),
      figures: pairs.map(({ other }) => other.path),
      changes: pairs.map(({ one, other }) => changeOf(one, other)),
    },
  ];
}

function nameOf({ source, row, column }: KeyedNumber): string {
  return [source, row, column].filter(Boolean).join('·');
}

/** 2566.19（第3页，2566.19 万元）: as printed, with the page, and the amount where the unit stands above the table. */
function numberText({ number, unit }: KeyedNumber): string {
  const value = integerOf(number);
  const printed = number.printed === '' ? '空白' : number.printed + ('measure' in number ? number.unit : '');
  const page = number.places[0] ? `第${number.places[0].page}页` : '';
  const amount = value === null || 'measure' in number ? '' : moneyText(value, unit);
  const facts = [page, amount].filter((fact) => fact !== '').join('，');
  return facts === '' ? ` ${printed}` : ` ${printed}（${facts}）`;
}

function changeOf(old: KeyedNumber | null, now: KeyedNumber | null): RevisionChange {
  const named = now ?? old;
  return {
    source: named?.source ?? '',
    row: named?.row ?? '',
    column: named?.column ?? '',
    measure: measureOf(named?.number ?? null),
    old: versionNumber(old),
    new: versionNumber(now),
  };
}

function versionNumber(keyed: KeyedNumber | null): VersionNumber | null {
  if (keyed === null) return null;
  const { path, number } = keyed;
  const { printed, status, places } = number;
  return { path, printed, value: integerOf(number), status, places };
}
