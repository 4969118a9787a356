import type { FirstLevel, Project } from '../contradictions/evaluation.js';
import { type Account, type AccountItem, nameOf } from '../contradictions/figures.js';
import type { Counts } from '../contradictions/other-prose.js';
import { percent, plain, share } from '../money.js';
import type { Draw } from '../random.js';
import type { Agency } from './agency.js';

/** What a report counts besides money. */
export function inventCounts(agency: Agency, account: Account, draw: Draw): Counts {
  const [goods, works, services] = [draw(800, 5000), draw(3000, 40_000), draw(900, 9000)];
  const smallAndMedium = share(goods + works + services, draw(55, 95));
  const batches = draw(5, 40);
  return {
    batches,
    guests: batches * draw(4, 9),
    bought: account.threePublic.purchase[1] > 0 ? 1 : 0,
    vehicles:
      agency.level === 'unit'
        ? { 其他用车: draw(1, 3) }
        : { 机要通信用车: 1, 应急保障用车: draw(1, 3), 其他用车: draw(1, 2) },
    equipment: draw(0, 4),
    goods,
    works,
    services,
    smallAndMedium,
    smallAndMicro: share(smallAndMedium, draw(40, 90)),
  };
}

/** Indicators of a self-evaluation: name, unit, target; their marks add up to 90. */
const INDICATORS: readonly (readonly [
  first: string,
  second: string,
  name: string,
  unit: string,
  target: readonly [number, number],
  marks: number,
])[] = [
  ['产出指标', '数量指标', '完成任务数量', '项', [12, 96], 15],
  ['产出指标', '数量指标', '服务对象数量', '人次', [300, 4800], 15],
  ['产出指标', '质量指标', '验收合格率', '%', [90, 98], 10],
  ['产出指标', '时效指标', '按期完成率', '%', [90, 96], 10],
  ['效益指标', '社会效益指标', '问题处置率', '%', [85, 95], 20],
  ['效益指标', '可持续影响指标', '管护责任落实率', '%', [88, 96], 10],
  ['满意度指标', '服务对象满意度', '群众满意度', '%', [85, 92], 10],
];

/** Marks from which a project is 优, in hundredths; none here falls under 80, where 良 ends. */
const GOOD = 9000;
/** The indicator that may stay below its target. */
const MISSED = '问题处置率';

/** Self-evaluations of all projects of a year, whatever paid for them: money as in the accounts, marks that add up, in every other one a target missed. */
export function inventProjects(agency: Agency, account: Account, draw: Draw): Project[] {
  return account.items
    .filter((item) => spentOn(item) > 0)
    .map((item, index): Project => {
      const { code, basic, approved } = item;
      const executed = spentOn(item);
      const adjusted = executed + draw(0, share(executed, 12));
      const score = quotient(1000 * executed, adjusted);
      const isMissed = draw(0, 1) === 1;
      const { groups, marks } = groupsOf(
        isMissed ? (agency.deviations[index % agency.deviations.length] ?? '') : null,
        draw,
      );
      const purpose = agency.words.purposes[code] ?? nameOf(code);
      const name = nameOf(code);
      const total = score + marks;
      return {
        name: `${name}项目`,
        department: agency.body,
        implementer: agency.body,
        approved: item.project > 0 ? Math.max(0, approved - basic) : executed,
        adjusted,
        executed,
        rate: percent(executed, adjusted),
        executionScore: plain(score),
        expected: `${purpose}，按计划完成年度任务，提高服务质量，让群众满意。`,
        achieved: `${purpose}，年度任务已经完成，服务对象反映良好。`,
        groups,
        total: plain(total),
        grade: total >= GOOD ? '优' : '良',
        problem: `${name}${agency.problems[index % agency.problems.length]}。`,
        measure: `${name}下一年度${agency.measures[index % agency.measures.length]}。`,
        breakAfter: null,
        rowHeight: 22,
      };
    });
}

function spentOn({ project, fund, otherProject }: AccountItem): number {
  return project + fund + otherProject;
}

/** Whole quotient, rounded half up. */
function quotient(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/** Indicators with their marks in hundredths; with a reason for a deviation, one of them misses its target and loses marks in proportion. */
function groupsOf(deviation: string | null, draw: Draw): { groups: FirstLevel[]; marks: number } {
  let marks = 0;
  const line = ([, , name, unit, [low, high], weight]: (typeof INDICATORS)[number]): string[] => {
    const target = draw(low, high);
    const isMissed = deviation !== null && name === MISSED;
    const above = unit === '%' ? Math.min(100 - target, draw(0, 4)) : draw(0, Math.ceil(target / 20));
    const actual = isMissed ? (draw(0, 2) === 0 ? share(target, draw(45, 60)) : target - draw(2, 6)) : target + above;
    const score = isMissed ? quotient(100 * weight * actual, target) : 100 * weight;
    marks += score;
    const printed = isMissed ? plain(score) : String(weight);
    return [name, '>=', String(target), unit, String(actual), String(weight), printed, isMissed ? deviation : '无'];
  };
  const firsts = [...new Set(INDICATORS.map(([first]) => first))];
  const groups = firsts.map((first): FirstLevel => {
    const of = INDICATORS.filter(([name]) => name === first);
    const seconds = [...new Set(of.map(([, second]) => second))];
    return [first, seconds.map((second) => [second, of.filter(([, name]) => name === second).map(line)])];
  });
  return { groups, marks };
}
