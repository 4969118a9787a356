import { percent, plain, sum } from '../money.js';
import type { Paragraph } from '../prose.js';
import { classSpending, economicNames, type Figures, type Item, nameOf, type ShanghaiTexts } from './figures.js';
import { threePublicTotals } from './summaries.js';

const heading = (text: string): Paragraph => ({ kind: 'heading', text });
const text = (content: string): Paragraph => ({ kind: 'text', text: content });

/** Part three: the explanation, every amount in it taken from the statements. */
export function narrative(figures: Figures): Paragraph[] {
  const { year, general, fund, nonFiscal, lastYear } = figures;
  const body = `${figures.texts.body}${year}年度`;
  const fiscalIncome = general.income + fund.income;
  const income = fiscalIncome + nonFiscal.income;
  const spent = general.spent + fund.spent + nonFiscal.spent;
  const basic = figures.personnel + figures.operating;
  const total = income + nonFiscal.surplusUsed + general.opening + fund.opening + nonFiscal.opening;
  const fiscalTotal = fiscalIncome + general.opening + fund.opening;
  return [
    heading('一、收入支出决算总体情况说明'),
    text(`${body}收入支出总计${plain(total)}万元。${change(year, '收入支出总计', total, lastYear.total)}。`),
    heading('二、收入决算情况说明'),
    text(
      `本年收入合计${plain(income)}万元，其中：财政拨款收入${plain(fiscalIncome)}万元，占${percent(fiscalIncome, income)}；` +
        `其他收入${plain(nonFiscal.income)}万元，占${percent(nonFiscal.income, income)}。`,
    ),
    heading('三、支出决算情况说明'),
    text(
      `本年支出合计${plain(spent)}万元，其中：基本支出${plain(basic)}万元，占${percent(basic, spent)}；` +
        `项目支出${plain(spent - basic)}万元，占${percent(spent - basic, spent)}。`,
    ),
    heading('四、财政拨款收入支出决算总体情况说明'),
    text(
      `${body}财政拨款收入支出总计${plain(fiscalTotal)}万元。${change(year, '财政拨款收入支出总计', fiscalTotal, lastYear.fiscalTotal)}。`,
    ),
    heading('五、一般公共预算财政拨款支出决算情况说明'),
    ...generalBudget(figures, spent),
    heading('六、一般公共预算财政拨款基本支出决算情况说明'),
    text(
      `一般公共预算财政拨款基本支出${plain(basic)}万元。其中：人员经费${plain(figures.personnel)}万元，主要包括：` +
        `${listed(figures, ['301', '303'])}；公用经费${plain(figures.operating)}万元，主要包括：${listed(figures, ['302', '310'])}。`,
    ),
    heading('七、财政拨款“三公”经费支出决算情况说明'),
    ...threePublic(figures),
    heading('八、政府性基金预算财政拨款收入支出决算情况说明'),
    text(
      `${body}政府性基金预算财政拨款年初结转和结余${plain(fund.opening)}万元，本年收入${plain(fund.income)}万元，` +
        `本年支出${plain(fund.spent)}万元，年末结转和结余${plain(fund.closing)}万元。`,
    ),
    heading('九、国有资本经营预算财政拨款收入支出决算情况说明'),
    text(`${body}没有国有资本经营预算财政拨款收入和支出。`),
    heading('十、其他重要事项说明'),
    ...other(figures),
  ];
}

/** How a total changed against last year, amounts in hundredths of 万元. */
function change(year: number, what: string, now: number, before: number): string {
  if (now === before) return `与${year - 1}年度相比，${what}持平`;
  const [verb, rate] = now > before ? ['增加', '增长'] : ['减少', '下降'];
  const gap = Math.abs(now - before);
  return `与${year - 1}年度相比，${what}${verb}${plain(gap)}万元，${rate}${percent(gap, before)}`;
}

function generalBudget(figures: Figures, spent: number): Paragraph[] {
  const { year } = figures;
  const total = figures.general.spent;
  const classes = [...new Set(figures.items.map(({ code }) => code.slice(0, 3)))]
    .map((code) => ({ name: nameOf(code), amount: classSpending(figures, code).general }))
    .filter(({ amount }) => amount > 0)
    .map(({ name, amount }) => `${name}（类）${plain(amount)}万元，占${percent(amount, total)}`);
  const items = figures.items.filter((item) => item.basic + item.project > 0);
  const approved = sum(items.map((item) => item.approved));
  return [
    heading('（一）一般公共预算财政拨款支出决算总体情况'),
    text(
      `一般公共预算财政拨款支出${plain(total)}万元，占本年支出合计的${percent(total, spent)}。` +
        `${change(year, '一般公共预算财政拨款支出', total, figures.lastYear.general)}。`,
    ),
    heading('（二）一般公共预算财政拨款支出决算结构情况'),
    text(`一般公共预算财政拨款支出${plain(total)}万元，主要用于以下方面：${classes.join('；')}。`),
    heading('（三）一般公共预算财政拨款支出决算具体情况'),
    text(
      `一般公共预算财政拨款支出年初预算为${plain(approved)}万元，支出决算为${plain(total)}万元，完成年初预算的${percent(total, approved)}。其中：`,
    ),
    ...items.map((item, index) => text(`${index + 1}、${itemSentence(item, figures.texts)}`)),
  ];
}

function itemSentence(item: Item, texts: ShanghaiTexts): string {
  const spent = item.basic + item.project;
  const path = [
    `${nameOf(item.code.slice(0, 3))}（类）`,
    `${nameOf(item.code.slice(0, 5))}（款）`,
    `${nameOf(item.code)}（项）`,
  ];
  const { more, less, same } = texts.reasons;
  const reason =
    spent === item.approved
      ? same
      : spent > item.approved
        ? `决算数大于预算数的主要原因：${more}`
        : `决算数小于预算数的主要原因：${less}`;
  return `${path.join('')}。主要用于：${texts.purposes[item.code] ?? nameOf(item.code)}。年初预算为${plain(item.approved)}万元，支出决算为${plain(spent)}万元。${reason}。`;
}

/** Names of the economic sections with money in them. */
function listed(figures: Figures, classes: readonly string[]): string {
  return economicNames()
    .filter(({ code }) => code.length === 5 && classes.includes(code.slice(0, 3)))
    .filter(({ code }) => (figures.economic.get(code) ?? 0) > 0)
    .map(({ name }) => name)
    .join('、');
}

function threePublic(figures: Figures): Paragraph[] {
  const { year } = figures;
  const { abroad, purchase, operation, reception } = figures.threePublic;
  const { budget, final } = threePublicTotals(figures);
  const vehicles = [purchase[0] + operation[0], purchase[1] + operation[1]] as const;
  const sentence = (name: string, [planned, spent]: readonly [number, number]): string =>
    `${name}支出决算为${plain(spent)}万元，完成预算的${percent(spent, planned)}`;
  return [
    heading('（一）“三公”经费财政拨款支出决算总体情况说明'),
    text(
      `“三公”经费财政拨款支出年初预算为${plain(budget)}万元，支出决算为${plain(final)}万元，完成预算的${percent(final, budget)}，其中：` +
        `${sentence('因公出国（境）费', abroad)}；${sentence('公务用车购置及运行维护费', vehicles)}；${sentence('公务接待费', reception)}。` +
        `${change(year, '“三公”经费支出', final, figures.lastYear.threePublic)}。`,
    ),
    heading('（二）“三公”经费财政拨款支出决算具体情况说明'),
    text(`1、因公出国（境）费支出${plain(abroad[1])}万元。全年安排因公出国（境）团组1个，累计2人次。`),
    text(
      `2、公务用车购置及运行维护费支出${plain(vehicles[1])}万元。其中：公务用车购置费${plain(purchase[1])}万元，购置0辆；` +
        `公务用车运行维护费${plain(operation[1])}万元，年末公务用车保有量2辆。`,
    ),
    text(`3、公务接待费支出${plain(reception[1])}万元，全部为国内接待，共接待6批次、41人次。`),
  ];
}

function other(figures: Figures): Paragraph[] {
  const { draw, year } = figures;
  const [goods, works, services] = [draw(2000, 5000), draw(300, 900), draw(90000, 140000)];
  return [
    heading('（一）机关运行经费支出情况'),
    text(
      `机关运行经费支出${plain(figures.operating)}万元。${change(year, '机关运行经费支出', figures.operating, figures.lastYear.operating)}。`,
    ),
    heading('（二）政府采购支出情况'),
    text(
      `政府采购金额为${plain(goods + works + services)}万元，其中：货物采购金额${plain(goods)}万元、工程采购金额${plain(works)}万元、服务采购金额${plain(services)}万元。`,
    ),
    heading('（三）国有资产占有使用情况说明'),
    text(
      `截至${figures.year}年12月31日，${figures.texts.body}共有车辆2辆，其中：机要通信用车1辆、应急保障用车1辆。单价100万元（含）以上设备（不含车辆）3台（套）。`,
    ),
  ];
}
