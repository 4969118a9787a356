import type { Report, StatementKind } from '../../normalize/report.js';
import type { Check, Identity, Term } from '../check.js';
import {
  alongTerm,
  columnDoubt,
  columnLabel,
  downTerm,
  knownColumns,
  type Located,
  missingTerm,
  rowBy,
  rowDoubt,
  rowsOf,
  statementsOf,
  subjectOf,
  sumIdentity,
} from '../terms.js';

const THREE_PUBLIC: ReadonlySet<StatementKind> = new Set(['three-public']);
const ITEMS = ['abroad', 'vehicle', 'vehicle-purchase', 'vehicle-operation', 'reception', 'meetings', 'training'];
/** 国内接待费 and 国（境）外接待费 of the form of Yunnan; 其中：外事接待费 is a part of the former. */
const RECEPTIONS = ['reception-domestic', 'reception-foreign', 'reception-foreign-guests'];
const UNDERSTOOD = new Set([...ITEMS, ...RECEPTIONS, 'total', 'total-with-meetings', 'operating-funds']);

/** One set of “三公” amounts (one phase of one row, or one column), whatever way the form is turned. */
interface AmountSet {
  readonly subject: string;
  readonly at: (key: string) => Term | null;
  readonly doubt: string | null;
}

/** Sets of columns: 预算数, 全年预算数, 决算数, each perhaps of the year before too. */
const SETS = ['', '-approved', '-adjusted', '-executed'].flatMap((phase) => [phase, `${phase}-prior`]);

/** One row with a column for each item (Shanghai, Jiangsu), perhaps as pairs 预算数/决算数: 'total-approved', 'total-executed'. */
function wideSets(table: Located): readonly AmountSet[] {
  return rowsOf(table, null).flatMap((line) =>
    SETS.filter((phase) => ITEMS.some((item) => line.row.figures[item + phase] !== undefined)).map((phase) => ({
      subject: subjectOf(table, ...[line.row.label, phase.slice(1)].filter(Boolean)),
      at: (key) => (line.row.figures[key + phase] === undefined ? null : alongTerm(line, key + phase)),
      doubt: columnDoubt(line),
    })),
  );
}

/** One item a row, one or several value columns (Fujian and most provinces). */
function verticalSets(table: Located): readonly AmountSet[] {
  const lines = rowsOf(table, null);
  const model = lines.find(({ row }) => ITEMS.includes(row.key));
  if (model === undefined) return [];
  return knownColumns(model.row).map((column) => ({
    subject: subjectOf(table, columnLabel(table, null, column)),
    at: (key) => {
      const line = rowBy(lines, key);
      return line === undefined ? null : downTerm(line, column);
    },
    doubt: rowDoubt(lines, column, ({ row }) => UNDERSTOOD.has(row.key)),
  }));
}

function eachSet(find: (set: AmountSet) => readonly Identity[]) {
  return (report: Report) =>
    statementsOf(report, THREE_PUBLIC).flatMap((table) => [...wideSets(table), ...verticalSets(table)].flatMap(find));
}

function total({ subject, at, doubt }: AmountSet): readonly Identity[] {
  const sum = at('total');
  if (sum === null && at('total-with-meetings') !== null) return [];
  const vehicle = at('vehicle');
  const vehicleParts = [at('vehicle-purchase'), at('vehicle-operation')].filter((term) => term !== null);
  const parts = [
    at('abroad') ?? missingTerm('因公出国（境）费'),
    ...(vehicle === null && vehicleParts.length === 2
      ? vehicleParts
      : [vehicle ?? missingTerm('公务用车购置及运行费')]),
    at('reception') ?? missingTerm('公务接待费'),
  ];
  const mixed = (at('meetings') ?? at('training')) !== null && at('total-with-meetings') === null;
  const mixedDoubt = mixed ? '合计可能包括会议费和培训费' : null;
  return [sumIdentity(subject, sum ?? missingTerm('“三公”经费合计'), parts, doubt ?? mixedDoubt)];
}

function vehicles({ subject, at, doubt }: AmountSet): readonly Identity[] {
  const purchase = at('vehicle-purchase');
  const operation = at('vehicle-operation');
  const sum = at('vehicle');
  if (sum === null || (purchase === null && operation === null)) return [];
  const parts = [purchase ?? missingTerm('公务用车购置费'), operation ?? missingTerm('公务用车运行维护费')];
  return [sumIdentity(`${subject}，${sum.label}`, sum, parts, doubt)];
}

function receptions({ subject, at, doubt }: AmountSet): readonly Identity[] {
  const sum = at('reception');
  const domestic = at('reception-domestic');
  const foreign = at('reception-foreign');
  // 国内接待费 alone may be a 其中 of the whole.
  if (sum === null || domestic === null || foreign === null) return [];
  return [sumIdentity(`${subject}，${sum.label}`, sum, [domestic, foreign], doubt)];
}

function withMeetings({ subject, at, doubt }: AmountSet): readonly Identity[] {
  const sum = at('total-with-meetings');
  if (sum === null) return [];
  const parts = [
    at('total') ?? missingTerm('“三公”经费小计'),
    at('meetings') ?? missingTerm('会议费'),
    at('training') ?? missingTerm('培训费'),
  ];
  return [sumIdentity(`${subject}，${sum.label}`, sum, parts, doubt)];
}

/** The “三公” statement, wide or vertical, each phase for itself (T07.1, T07.2). */
export const threePublic: readonly Check[] = [
  {
    id: 'three-public/total',
    zh: '“三公”经费合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费',
    en: 'three public expenses = travel abroad + vehicles + official receptions',
    severity: 'error',
    notApplicable: '机关运行经费 in the same table is not a part.',
    identities: eachSet(total),
  },
  {
    id: 'three-public/vehicles',
    zh: '公务用车购置及运行费 = 公务用车购置费 + 公务用车运行维护费',
    en: 'vehicles = purchase + running costs',
    severity: 'error',
    notApplicable: 'Only where purchase or running costs are printed apart.',
    identities: eachSet(vehicles),
  },
  {
    id: 'three-public/reception',
    zh: '公务接待费 = 国内接待费 + 国（境）外接待费',
    en: 'official receptions = at home + abroad',
    severity: 'error',
    notApplicable: 'Only where both are printed; 其中：外事接待费 is a part of 国内接待费 and is not added.',
    identities: eachSet(receptions),
  },
  {
    id: 'three-public/with-meetings',
    zh: '合计 = “三公”经费小计 + 会议费 + 培训费',
    en: 'total of the form = three public expenses + meetings + training',
    severity: 'error',
    notApplicable: 'Only in forms that print 会议费 and 培训费 beside “三公” and one total over all (Jiangsu).',
    identities: eachSet(withMeetings),
  },
];
