import { type CodeRow, codeTable, tableYear } from '../../normalize/classify/code-table.js';
import type { CodeScheme, Report } from '../../normalize/report.js';
import type { Check, Judgement } from '../check.js';
import { codedRows, codeOf, rowsByCode } from '../code-tree.js';
import { ECONOMIC, FUNCTIONAL, TWO_SIDED } from '../forms.js';
import { type Located, type LocatedRow, rowsOf, statementsOf, subjectOf } from '../terms.js';

const CODED = new Set([...FUNCTIONAL, ...ECONOMIC]);

/** Several rows of one kind as one note: a budget that numbers its items in its own way would otherwise fill pages. */
function note(subject: string, lines: readonly LocatedRow[], message: string): Judgement {
  return {
    subject,
    // Code or name, nobody can say which of the two is the slip; and catalogues lag behind notices.
    outcome: 'unresolved',
    measure: 'count',
    left: lines.map(({ row }) => row.label).join('、'),
    right: '',
    terms: [],
    about: [],
    diagnosis: null,
    message,
    places: lines.flatMap(({ row }) => row.places),
  };
}

const pageOf = ({ row }: LocatedRow) => (row.places[0] ? `（第${row.places[0].page}页）` : '');

/** A name for comparison: without the ordinal of the summary lists, brackets and blanks. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[一二三四五六七八九十]+、/, '');
}

const tables = new Map<CodeScheme, ReadonlyMap<string, readonly CodeRow[]>>();

/** Names of a scheme by code. */
function namesOf(scheme: CodeScheme): ReadonlyMap<string, readonly CodeRow[]> {
  const known = tables.get(scheme);
  if (known !== undefined) return known;
  const byCode = new Map<string, CodeRow[]>();
  for (const row of codeTable(scheme)) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  tables.set(scheme, byCode);
  return byCode;
}

function isValid(row: CodeRow, year: number): boolean {
  return (tableYear(row.valid_from) ?? 0) <= year && year <= (tableYear(row.valid_to) ?? 9999);
}

/** The same code twice in one statement under different names: one of the two codes is a slip. */
function twice(table: Located): readonly Judgement[] {
  return [...rowsByCode(codedRows(rowsOf(table, null)))].flatMap(([code, lines]) => {
    const names = new Set(lines.map(({ row }) => plain(row.label)).filter((name) => name !== ''));
    if (lines.length < 2 || names.size < 2) return [];
    const printed = lines.map((line) => `“${line.row.label}”${pageOf(line)}`).join('、');
    return [note(subjectOf(table, code), lines, `同一编码印在不同的名称前：${printed}。`)];
  });
}

/** The sibling that has this name, where the catalogue is sure of both: "30203 水费", and 水费 is 30205. */
function siblingNamed(scheme: CodeScheme, code: string, label: string, year: number): string | null {
  const names = namesOf(scheme);
  const sure = (row: CodeRow) => row.evidence === 'documented' && isValid(row, year);
  if (!names.get(code)?.some(sure)) return null;
  for (const [other, rows] of names) {
    if (other === code || other.length !== code.length || other.slice(0, -2) !== code.slice(0, -2)) continue;
    if (rows.some((row) => sure(row) && plain(row.name) === plain(label))) return other;
  }
  return null;
}

function misnumbered(table: Located, year: number): readonly Judgement[] {
  const found = rowsOf(table, null).flatMap((line) => {
    const { code } = line.row;
    if (code === null || code.match !== 'other-name' || code.code.length === 3) return [];
    const other = siblingNamed(code.scheme, code.code, line.row.label, year);
    return other === null
      ? []
      : [{ line, text: `${code.code} “${line.row.label}”（目录：${code.catalogueName}，同名编码 ${other}）` }];
  });
  if (found.length === 0) return [];
  const listed = found.map(({ text }) => text).join('；');
  const message = `有 ${found.length} 行的编码与名称在 ${year} 年的科目目录中不是同一科目：${listed}。按编码汇总时请按名称改正。`;
  return [
    note(
      subjectOf(table, '编码与名称'),
      found.map(({ line }) => line),
      message,
    ),
  ];
}

/** A class or code under a name that was given up before the year, while the catalogue is sure of the name that followed. */
function outdated(line: LocatedRow, year: number): string | null {
  const code = codeOf(line);
  if (code === null || (line.row.code !== null && line.row.code.match !== 'known')) return null;
  const rows = namesOf(line.row.code?.scheme ?? 'functional').get(code) ?? [];
  const label = plain(line.row.label);
  const own = rows.filter((row) => [plain(row.name), code + plain(row.name)].includes(label));
  const ended = own.length > 0 && own.every((row) => (tableYear(row.valid_to) ?? 9999) < year);
  const current = rows.find((row) => row.evidence === 'documented' && isValid(row, year));
  return ended && current ? current.name : null;
}

function oldNames(report: Report, year: number): readonly Judgement[] {
  const found = new Map<string, { readonly lines: LocatedRow[]; readonly current: string }>();
  for (const table of statementsOf(report, new Set([...CODED, ...TWO_SIDED]))) {
    const lines = [...rowsOf(table, null), ...rowsOf(table, 'expenditure')];
    for (const line of lines) {
      const current = outdated(line, year);
      if (current === null) continue;
      const name = `${codeOf(line)} ${plain(line.row.label)}`;
      const same = found.get(name) ?? { lines: [], current };
      same.lines.push(line);
      found.set(name, same);
    }
  }
  return [...found].map(([name, { lines, current }]) => {
    const where = [...new Set(lines.map((line) => `${line.table.statement.title}${pageOf(line)}`))].join('、');
    return note(name, lines, `印的是旧名称，${year} 年的名称是“${current}”：${where}。`);
  });
}

function eachTable(find: (table: Located, year: number) => readonly Judgement[]) {
  return (report: Report): readonly Judgement[] => {
    const year = report.fiscalYear;
    return year === null ? [] : statementsOf(report, CODED).flatMap((table) => find(table, year));
  };
}

/**
 * Codes and their names (Z.1). Notes only: the catalogue is put together from reports. Not asked is whether a parent stands before its
 * children: in forms of several blocks side by side the page has no such order (Quanzhou prints 30703 before 307).
 */
export const codes: readonly Check[] = [
  {
    id: 'codes/twice',
    zh: '一张表中，一个科目编码只对应一个名称',
    en: 'in one statement a classification code stands before one name only',
    severity: 'note',
    notApplicable: 'The same code with the same name may be repeated for several units or projects.',
    identities: () => [],
    judgements: eachTable(twice),
  },
  {
    id: 'codes/name',
    zh: '科目编码与名称在当年科目目录中是同一科目',
    en: 'code and name are the same entry of the classification of the year',
    severity: 'note',
    notApplicable:
      'Told only where the printed name is that of a sibling code and the catalogue has several documents for both; shortened and local names are not told.',
    identities: () => [],
    judgements: eachTable(misnumbered),
  },
  {
    id: 'codes/name-of-other-year',
    zh: '科目名称是当年使用的名称',
    en: 'the name of a code is the one used in the year',
    severity: 'note',
    notApplicable:
      'Reports for a year of change may keep the old name; told only where the catalogue is sure of the new one.',
    identities: () => [],
    judgements: (report) => (report.fiscalYear === null ? [] : oldNames(report, report.fiscalYear)),
  },
];
