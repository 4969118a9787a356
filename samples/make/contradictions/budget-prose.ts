import { percent, sum } from '../money.js';
import type { Paragraph } from '../prose.js';
import { type Budget, nameOf } from './figures.js';
import { changed, heading, text, wan } from './sentences.js';

/** The explanation of a budget, short. */
export function budgetProse(budget: Budget): Paragraph[] {
  const { year, body, words, general, fund, other, before } = budget;
  const all = general + fund + other;
  const basic = budget.personnel + budget.publicFunds;
  const items = budget.items.filter((item) => item.basic + item.project > 0);
  return [
    heading('一、收支预算总体情况'),
    text(
      `${year}年${body}收、支预算总数各是${wan(all)}，比${year - 1}年预算${changed(all, before.general + before.fund + before.other, '各')}。`,
    ),
    text(
      `收入预算中：一般公共预算拨款收入${wan(general)}，占${percent(general, all)}；政府性基金预算拨款收入${wan(fund)}，占${percent(fund, all)}；其他收入${wan(other)}，占${percent(other, all)}。`,
    ),
    text(
      `支出预算中：基本支出${wan(basic)}，占${percent(basic, all)}；项目支出${wan(all - basic)}，占${percent(all - basic, all)}。`,
    ),
    heading('二、一般公共预算拨款支出情况'),
    text(
      `${year}年一般公共预算拨款支出${wan(general)}，比${year - 1}年预算${changed(general, before.general)}。具体安排如下：`,
    ),
    ...items.map((item, index) =>
      text(
        `${index + 1}.${item.code}${nameOf(item.code)}（项）${wan(item.basic + item.project)}，主要用于${words.purposes[item.code] ?? ''}。`,
      ),
    ),
    heading('三、一般公共预算基本支出情况'),
    text(
      `${year}年一般公共预算基本支出${wan(basic)}，其中：人员经费${wan(budget.personnel)}，公用经费${wan(budget.publicFunds)}。`,
    ),
    heading('四、“三公”经费预算情况'),
    ...threePublic(budget),
    heading('五、政府性基金预算支出情况'),
    text(`${year}年政府性基金预算支出${wan(fund)}，用于${words.fundUse}。`),
    heading('六、国有资本经营预算支出情况'),
    text(`${year}年没有安排国有资本经营预算支出。`),
  ];
}

function threePublic(budget: Budget): Paragraph[] {
  const { year } = budget;
  const { abroad, purchase, operation, reception } = budget.threePublic;
  const of = (list: readonly (readonly [number, number])[], side: 0 | 1): number => sum(list.map((pair) => pair[side]));
  const parts = [abroad, purchase, operation, reception];
  const vehicles = [purchase, operation];
  const sentence = (what: string, list: readonly (readonly [number, number])[]): string => {
    const [now, before] = [of(list, 1), of(list, 0)];
    return `${what}${wan(now)}，${now === before ? `与${year - 1}年预算持平` : `比${year - 1}年预算${changed(now, before)}`}`;
  };
  return [
    text(`${sentence(`${year}年“三公”经费预算`, parts)}。其中：`),
    text(
      `${sentence('因公出国（境）费', [abroad])}；${sentence('公务用车购置及运行费', vehicles)}，其中公务用车购置费${wan(purchase[1])}、公务用车运行费${wan(operation[1])}；${sentence('公务接待费', [reception])}。`,
    ),
  ];
}
