import { plain } from '../money.js';
import { drawCentred } from '../prose.js';
import { head } from '../rows.js';
import type { Sheets } from '../sheets.js';
import { type Cell, drawTable, type PrintedRow } from '../table.js';
import type { TruthRow, TruthStatement } from '../truth.js';

/** An indicator as printed: name, 指标性质, 指标值, 度量单位, actual value, weight, score, deviation. */
type Indicator = readonly string[];
/** The indicators of a second level under their name. */
export type SecondLevel = readonly [name: string, indicators: readonly Indicator[]];
/** The second levels of a first level under its name. */
export type FirstLevel = readonly [name: string, children: readonly SecondLevel[]];

/** A self-evaluation table in the Sichuan form; money in hundredths of 万元, marks as printed. */
export interface Project {
  readonly name: string;
  readonly department: string;
  readonly implementer: string;
  readonly approved: number;
  readonly adjusted: number;
  readonly executed: number;
  readonly rate: string;
  readonly executionScore: string;
  readonly expected: string;
  readonly achieved: string;
  readonly groups: readonly FirstLevel[];
  readonly total: string;
  readonly grade: string;
  readonly problem: string;
  readonly measure: string;
  /** Number of indicators before a page break in the first group; `null` for a table on one page. */
  readonly breakAfter: number | null;
  /** Least height of a row in points. */
  readonly rowHeight: number;
}

const WIDTHS = [46, 56, 104, 38, 52, 44, 54, 38, 42, 76];
const TITLE = '项目支出绩效自评表';
const MARGIN = 56;

/** Prints one table from the top of a new page on; cells of the first two levels run over a page break. */
export function drawEvaluation(paper: Sheets, year: number, project: Project): TruthStatement {
  paper.addPage('portrait');
  const first = paper.pageNumber;
  drawCentred(paper, TITLE, 74, 15);
  drawCentred(paper, `（${year}年度）`, 94, 11);
  const truth: TruthRow[] = [];
  let y = 104;
  const band = (rows: readonly PrintedRow[]): void => {
    const drawn = drawTable(
      paper,
      {
        widths: WIDTHS,
        header: rows,
        body: [],
        rules: 'thin',
        repeatHeader: false,
        rowHeight: project.rowHeight,
        orientation: 'portrait',
      },
      y,
    );
    truth.push(...drawn.truth);
    y = drawn.bottom;
  };
  band(headRows(project));
  for (const [index, group] of project.groups.entries()) {
    const cut = index === 0 ? project.breakAfter : null;
    if (cut === null) {
      band(groupRows(group));
      continue;
    }
    band(groupRows([group[0], before(group[1], cut)]));
    paper.addPage('portrait');
    y = MARGIN;
    band(groupRows(['', after(group[1], cut)]));
  }
  band(footRows(project));
  return {
    form: `X:${TITLE}`,
    title: TITLE,
    unit: '万元',
    pages: Array.from({ length: paper.pageNumber - first + 1 }, (_, index) => first + index),
    columns: ['指标性质', '指标值', '度量单位', '实际完成值', '权重', '得分', '偏差原因分析'],
    rows: truth,
    blank_rows: 0,
    notes: [],
  };
}

function headRows(project: Project): PrintedRow[] {
  const name = (text: string): Cell => head(text, 2);
  const none = '0.00';
  const funds: readonly (readonly [label: string, values: readonly string[]])[] = [
    ['总额', [...amounts(project), '10', project.rate, project.executionScore]],
    ['其中：财政资金', [...amounts(project), '/', project.rate, '/']],
    ['其他资金', [none, none, none, '/', '/', '/']],
  ];
  return [
    { cells: [name('项目名称'), head(project.name, 8)] },
    { cells: [name('主管部门'), head(project.department, 3), head('实施单位', 2), head(project.implementer, 3)] },
    {
      cells: [
        head('项目资金（万元）', 2, 4),
        head(''),
        head('年初预算', 2),
        ...['调整后预算数', '预算执行数', '权重', '执行率', '得分'].map((text) => head(text)),
      ],
    },
    ...funds.map(
      ([label, values]): PrintedRow => ({
        cells: [{ text: label }, ...values.map((text, index) => head(text, index === 0 ? 2 : 1))],
        truth: [{ side: null, code: null, label, values }],
      }),
    ),
    { cells: [head('年度总体目标', 2, 2), head('预期目标', 4), head('实际完成情况', 4)] },
    {
      cells: [
        { text: project.expected, columnSpan: 4 },
        { text: project.achieved, columnSpan: 4 },
      ],
    },
    {
      cells: [
        '一级指标',
        '二级指标',
        '三级指标',
        '指标性质',
        '指标值',
        '度量单位',
        '实际完成值',
        '权重',
        '得分',
        '偏差原因分析',
      ].map((text) => head(text)),
    },
  ];
}

function amounts({ approved, adjusted, executed }: Project): string[] {
  return [approved, adjusted, executed].map(plain);
}

/** Rows of a first-level group; its cell and those of the second level span their rows. */
function groupRows([name, children]: FirstLevel): PrintedRow[] {
  const length = children.reduce((sum, [, indicators]) => sum + indicators.length, 0);
  return children.flatMap(([second, indicators], child) =>
    indicators.map((indicator, row): PrintedRow => {
      const [label = '', ...values] = indicator;
      return {
        cells: [
          ...(child === 0 && row === 0 ? [head(name, 1, length)] : []),
          ...(row === 0 ? [head(second, 1, indicators.length)] : []),
          { text: label },
          ...values.map((text) => head(text)),
        ],
        truth: [{ side: null, code: null, label, values }],
      };
    }),
  );
}

function footRows(project: Project): PrintedRow[] {
  return [
    {
      cells: [head('合计', 7), head('100'), head(project.total), head('')],
      truth: [{ side: null, code: null, label: '合计', values: ['100', project.total] }],
    },
    { cells: [head('自评等级', 2), head(project.grade, 8)] },
    { cells: [head('存在主要问题', 2), { text: project.problem, columnSpan: 8 }] },
    { cells: [head('改进措施', 2), { text: project.measure, columnSpan: 8 }] },
  ];
}

/** The first so many indicators. */
function before(children: readonly SecondLevel[], count: number): SecondLevel[] {
  let left = count;
  return children.flatMap(([name, indicators]): SecondLevel[] => {
    const kept = indicators.slice(0, Math.max(0, left));
    left -= indicators.length;
    return kept.length === 0 ? [] : [[name, kept]];
  });
}

/** The indicators after the first so many; a second level that was cut goes on without its name. */
function after(children: readonly SecondLevel[], count: number): SecondLevel[] {
  let left = count;
  return children.flatMap(([name, indicators]): SecondLevel[] => {
    const rest = indicators.slice(Math.max(0, left));
    const isCut = left > 0 && rest.length < indicators.length;
    left -= indicators.length;
    return rest.length === 0 ? [] : [[isCut ? '' : name, rest]];
  });
}
