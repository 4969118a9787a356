import { percent, sum } from '../money.js';
import type { Paragraph } from '../prose.js';
import {
  type Account,
  type AccountItem,
  balances,
  economicNames,
  nameOf,
  SOURCES,
  total,
  type Words,
} from './figures.js';
import { against, changed, heading, text, wan } from './sentences.js';
import { spentOn } from './summaries.js';

/** Sections one to six of the explanation: totals, income, spending, appropriations, general budget, basic expenditure. */
export function accountProse(account: Account): Paragraph[] {
  const { year, balance, before, words } = account;
  const { general, fund, other } = balance;
  const income = balances(account, SOURCES, 'income');
  const spent = balances(account, SOURCES, 'spent');
  const basic = sum(account.items.map((item) => item.basic + item.otherBasic));
  const fiscal = total(account, ['general', 'fund']);
  return [
    heading('一、收入支出决算总体情况说明'),
    text(`${totals(account)}主要变动原因是${words.moved}。`),
    heading('二、收入决算情况说明'),
    text(
      `${year}年度本年收入合计${wan(income)}，其中：一般公共预算财政拨款收入${wan(general.income)}，占${percent(general.income, income)}；` +
        `政府性基金预算财政拨款收入${wan(fund.income)}，占${percent(fund.income, income)}；其他收入${wan(other.income)}，占${percent(other.income, income)}。`,
    ),
    heading('三、支出决算情况说明'),
    text(
      `${year}年度本年支出合计${wan(spent)}，其中：基本支出${wan(basic)}，占${percent(basic, spent)}；项目支出${wan(spent - basic)}，占${percent(spent - basic, spent)}。`,
    ),
    heading('四、财政拨款收入支出决算总体情况说明'),
    text(
      `${year}年度财政拨款收、支总计各是${wan(fiscal)}。与${year - 1}年度相比，财政拨款收、支总计${changed(fiscal, before.fiscalTotal, '各')}。`,
    ),
    heading('五、一般公共预算财政拨款支出决算情况说明'),
    ...generalBudget(account, spent),
    heading('六、一般公共预算财政拨款基本支出决算情况说明'),
    text(`${year}年度一般公共预算财政拨款基本支出${wan(account.personnel + account.publicFunds)}，其中：`),
    text(`人员经费${wan(account.personnel)}，主要包括：${listed(account, ['301', '303'])}。`),
    text(`公用经费${wan(account.publicFunds)}，主要包括：${listed(account, ['302', '310'])}。`),
  ];
}

/** Both totals in one sentence: in 2022 each is said twice, as some provinces do, in 2023 once for both sides. */
function totals(account: Account): string {
  const { year, before } = account;
  const all = total(account, SOURCES);
  if (year === 2023)
    return `${year}年度收、支总计各是${wan(all)}。与${year - 1}年度相比，收、支总计${changed(all, before.total, '各')}。`;
  const [gap, rate] = [Math.abs(all - before.total), percent(Math.abs(all - before.total), before.total)];
  const [verb, change] = all < before.total ? ['减少', '下降'] : ['增加', '增长'];
  return (
    `${year}年度收入总计、支出总计分别为${wan(all)}、${wan(all)}。与${year - 1}年度相比，收、支总计各${verb}${wan(gap)}、${wan(gap)}，` +
    `各${change}${rate}、${rate}。`
  );
}

function generalBudget(account: Account, spent: number): Paragraph[] {
  const { year, before, words } = account;
  const amount = account.balance.general.spent;
  const items = account.items.filter((item) => item.basic + item.project > 0);
  const approved = sum(items.map((item) => item.approved));
  const classes = [...new Set(items.map(({ code }) => code.slice(0, 3)))].map((code) => {
    const part = spentOn(account, code).general;
    return `${nameOf(code)}（类）支出${wan(part)}，占${percent(part, amount)}`;
  });
  return [
    heading('（一）一般公共预算财政拨款支出决算总体情况'),
    text(
      `${year}年度一般公共预算财政拨款支出${wan(amount)}，占本年支出合计的${percent(amount, spent)}。` +
        `与${year - 1}年度相比，一般公共预算财政拨款支出${changed(amount, before.general)}。主要变动原因是${amount < before.general ? words.generalLess : words.generalMore}。`,
    ),
    heading('（二）一般公共预算财政拨款支出决算结构情况'),
    text(`${year}年度一般公共预算财政拨款支出${wan(amount)}，主要用于以下方面：${classes.join('；')}。`),
    heading('（三）一般公共预算财政拨款支出决算具体情况'),
    text(
      `${year}年度一般公共预算财政拨款支出年初预算为${wan(approved)}，支出决算为${wan(amount)}，完成年初预算的${percent(amount, approved)}。其中：`,
    ),
    ...items.map((item, index) => text(`${index + 1}.${itemSentence(item, words)}`)),
  ];
}

/** One item: those of the body's own class say their budget, the others only how much of it was spent. */
function itemSentence(item: AccountItem, words: Words): string {
  const spent = item.basic + item.project;
  const of = (reasons: Readonly<Record<string, string>>): string => reasons[item.code.slice(0, 3)] ?? '';
  const reason = against(spent, item.approved, of(words.less), of(words.more));
  const budget = item.code.startsWith(words.budgeted) ? `年初预算为${wan(item.approved)}，` : '';
  return (
    `${item.code}${nameOf(item.code)}（项）：${budget}支出决算为${wan(spent)}，完成年初预算的${percent(spent, item.approved)}，` +
    `${reason}。主要用于${words.purposes[item.code] ?? ''}。`
  );
}

/** Names of the economic sections 款 of some classes with money in them. */
function listed(account: Account, classes: readonly string[]): string {
  return economicNames()
    .filter(([code]) => classes.some((of) => code.startsWith(of)) && (account.economic.get(code) ?? 0) > 0)
    .map(([, name]) => name)
    .join('、');
}
