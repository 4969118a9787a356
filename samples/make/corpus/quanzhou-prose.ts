import { type Account, economicNames, nameOf } from '../contradictions/figures.js';
import type { Counts } from '../contradictions/other-prose.js';
import { heading, text, wan } from '../contradictions/sentences.js';
import { percent, sum } from '../money.js';
import type { Paragraph } from '../prose.js';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];
const INCOMES = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];

/** 增加1.00万元，增长2.00%, as Quanzhou says it: with both parts also where nothing changed. */
function moved(now: number, before: number): string {
  const gap = Math.abs(now - before);
  const [verb, rate] = now < before ? ['减少', '下降'] : ['增加', '增长'];
  if (before === 0) return gap === 0 ? `增加${wan(0)}，增长0.00%，与上年持平` : `净增加${wan(gap)}`;
  return `${verb}${wan(gap)}，${rate}${percent(gap, before)}${gap === 0 ? '，与上年持平' : ''}`;
}

/** Part three of the Quanzhou form; `before` are the accounts of the year before, item by item. */
export function quanzhouProse(
  account: Account,
  before: Account,
  counts: Counts,
  performance: readonly Paragraph[],
): Paragraph[] {
  const { year, words, balance } = account;
  const { general } = balance;
  const last = before.balance.general;
  const [all, allBefore] = [general.income + general.opening, last.income + last.opening];
  const why = words.moved;
  const none = (what: string): Paragraph =>
    text(
      `${year}年度${what}支出${wan(0)}，比上年决算数${moved(0, 0)}，主要原因是本单位${year}年度没有使用${what}财政拨款安排的支出。`,
    );
  return [
    heading('一、收入支出决算总体情况说明'),
    heading('（一）收入支出决算总体情况说明'),
    text(
      `${year}年度本单位收入总计${wan(all)}，支出总计${wan(all)}，与上年决算数相比，各${moved(all, allBefore)}。主要是${why}。`,
    ),
    heading('（二）收入决算情况说明'),
    text(`${year}年度收入${wan(general.income)}，比上年决算数${moved(general.income, last.income)}，具体情况如下：`),
    text(`1.一般公共预算财政拨款收入${wan(general.income)}。`),
    text(`2.政府性基金预算财政拨款收入${wan(0)}。`),
    text(`3.国有资本经营预算财政拨款收入${wan(0)}。`),
    ...INCOMES.map((name, index) => text(`${index + 4}.${name}${wan(0)}。`)),
    heading('（三）支出决算情况说明'),
    text(`${year}年度支出${wan(general.spent)}，比上年决算数${moved(general.spent, last.spent)}，具体情况如下：`),
    text(
      `1.基本支出${wan(account.personnel + account.publicFunds)}。其中，人员支出${wan(account.personnel)}，公用支出${wan(account.publicFunds)}。`,
    ),
    text(`2.项目支出${wan(sum(account.items.map(({ project }) => project)))}。`),
    ...['上缴上级支出', '经营支出', '对附属单位补助支出'].map((name, index) => text(`${index + 3}.${name}${wan(0)}。`)),
    heading('二、财政拨款收入支出决算总体情况说明'),
    text(
      `${year}年度财政拨款收入总计${wan(all)}，支出总计${wan(all)}，与上年决算数相比，各${moved(all, allBefore)}。主要是：${why}。`,
    ),
    heading('三、一般公共预算财政拨款支出决算情况说明'),
    text(
      `${year}年度一般公共预算拨款支出${wan(general.spent)}，比上年决算数${moved(general.spent, last.spent)}，具体情况如下(按项级科目分类统计)：`,
    ),
    ...itemSentences(account, before),
    heading('四、政府性基金预算财政拨款支出决算情况说明'),
    none('政府性基金预算'),
    heading('五、国有资本经营预算财政拨款支出决算情况说明'),
    none('国有资本经营预算'),
    heading('六、一般公共预算财政拨款基本支出决算情况说明'),
    text(`${year}年度一般公共预算财政拨款基本支出${wan(account.personnel + account.publicFunds)}，其中：`),
    text(`（一）人员经费${wan(account.personnel)}，主要包括：${listed(account, ['301', '303'])}。`),
    text(`（二）公用经费${wan(account.publicFunds)}，主要包括：${listed(account, ['302', '310'])}。`),
    heading('七、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    ...threePublic(account, counts),
    heading('八、预算绩效情况说明'),
    ...performance,
    heading('九、其他重要事项情况说明'),
    ...other(account, counts),
  ];
}

function itemSentences(account: Account, before: Account): Paragraph[] {
  const spent = (of: Account, code: string): number =>
    sum(of.items.filter((item) => item.code === code).map((item) => item.basic + item.project));
  return account.items
    .filter(({ basic, project }) => basic + project > 0)
    .map(({ code }, index) => {
      const [now, last] = [spent(account, code), spent(before, code)];
      const why = now < last ? account.words.less[code.slice(0, 3)] : account.words.more[code.slice(0, 3)];
      const name = nameOf(code).replace(/支出$/, '');
      return text(
        `（${NUMERALS[index]}）${code}-${name}支出${wan(now)}，较上年决算数${moved(now, last)}。主要原因是${now === last ? '与上年持平' : `${name}方面${why}`}。`,
      );
    });
}

function listed(account: Account, classes: readonly string[]): string {
  return economicNames()
    .filter(([code]) => classes.some((of) => code.startsWith(of)) && (account.economic.get(code) ?? 0) > 0)
    .map(([, name]) => name)
    .join('、');
}

function threePublic(account: Account, counts: Counts): Paragraph[] {
  const { year, before } = account;
  const { abroad, purchase, operation, reception } = account.threePublic;
  const vehicles = sum(Object.values(counts.vehicles));
  const done = ([budget, final]: readonly [number, number]): string => {
    if (budget === 0) return '完成全年预算数0.00%，与全年预算数持平';
    const gap = `${final < budget ? '较全年预算数减少' : '较全年预算数增加'}${wan(Math.abs(budget - final))}`;
    return `完成全年预算数${percent(final, budget)}，${gap}`;
  };
  const cars = [purchase[0] + operation[0], purchase[1] + operation[1]] as const;
  const [budget, final] = [abroad[0] + cars[0] + reception[0], abroad[1] + cars[1] + reception[1]];
  const carsBefore = before.purchase + before.operation;
  const all = before.abroad + carsBefore + before.reception;
  return [
    text(
      `${year}年度一般公共预算拨款“三公”经费支出${wan(final)}，完成全年预算的${percent(final, budget)}；较上年${moved(final, all)}。具体情况如下：`,
    ),
    text(
      `（一）因公出国（境）费支出${wan(abroad[1])}，${done(abroad)}；较上年${moved(abroad[1], before.abroad)}。全年安排本单位组织的出国（境）团组0个，参加其他单位出国（境）团组0个；全年因公出国（境）累计0人次。`,
    ),
    text(`（二）公务用车购置及运行费支出${wan(cars[1])}，${done(cars)}；较上年${moved(cars[1], carsBefore)}。其中：`),
    text(
      `公务用车购置费支出${wan(purchase[1])}，${done(purchase)}；较上年${moved(purchase[1], before.purchase)}。${year}年度公务用车购置0辆。`,
    ),
    text(
      `公务用车运行费支出${wan(operation[1])}，${done(operation)}；较上年${moved(operation[1], before.operation)}。截至${year}年12月31日，本单位公务用车保有量为${vehicles}辆。`,
    ),
    text(
      `（三）公务接待费支出${wan(reception[1])}，${done(reception)}；较上年${moved(reception[1], before.reception)}。累计接待${counts.batches}批次、${counts.guests}人次。`,
    ),
  ];
}

function other(account: Account, counts: Counts): Paragraph[] {
  const { year } = account;
  const { goods, works, services, smallAndMedium, smallAndMicro } = counts;
  const bought = goods + works + services;
  const kinds = Object.entries(counts.vehicles);
  return [
    heading('（一）机关运行经费'),
    text(`${year}年度机关运行经费支出${wan(0)}，增长0.00%，与上年持平，主要是：本单位为事业单位没有机关运行经费。`),
    heading('（二）政府采购情况'),
    text(
      `本单位${year}年度政府采购支出总额${wan(bought)}，其中：政府采购货物支出${wan(goods)}、政府采购工程支出${wan(works)}、政府采购服务支出${wan(services)}。` +
        `授予中小企业合同金额${wan(smallAndMedium)}，占政府采购支出总额的${percent(smallAndMedium, bought)}，` +
        `其中：授予小微企业合同金额${wan(smallAndMicro)}，占授予中小企业合同金额的${percent(smallAndMicro, smallAndMedium)}。`,
    ),
    heading('（三）国有资产占用使用情况'),
    text(
      `截至${year}年12月31日，本单位共有车辆${sum(kinds.map(([, count]) => count))}辆，其中：${kinds.map(([kind, count]) => `${kind}${count}辆`).join('、')}；` +
        `单位价值100万元以上设备（不含车辆）${counts.equipment}台（套）。`,
    ),
  ];
}
