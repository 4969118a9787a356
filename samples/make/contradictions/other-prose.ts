import { percent, plain, sum } from '../money.js';
import type { Paragraph } from '../prose.js';
import { type Account, THREE_PUBLIC, type ThreePublicItem } from './figures.js';
import { against, changed, heading, text, wan } from './sentences.js';

/** What the report counts besides money, by year. */
export interface Counts {
  readonly batches: number;
  readonly guests: number;
  readonly bought: number;
  /** Vehicles by kind of use. */
  readonly vehicles: Readonly<Record<string, number>>;
  readonly equipment: number;
  /** Procurement in hundredths of 万元. */
  readonly goods: number;
  readonly works: number;
  readonly services: number;
  /** Contracts with small and medium firms, and of these with small and micro firms. */
  readonly smallAndMedium: number;
  readonly smallAndMicro: number;
}

/** Sections seven to ten: the three public expenses, the other budgets, the operation of the bodies. */
export function otherProse(account: Account, counts: Counts, performance: readonly Paragraph[]): Paragraph[] {
  const { year, body, words, balance, operating, before } = account;
  const { fund } = balance;
  const { goods, works, services, smallAndMedium, smallAndMicro } = counts;
  const bought = goods + works + services;
  const kinds = Object.entries(counts.vehicles);
  const vehicles = sum(kinds.map(([, count]) => count));
  return [
    heading('七、财政拨款“三公”经费支出决算情况说明'),
    ...threePublic(account, counts, vehicles),
    heading('八、政府性基金预算财政拨款支出决算情况说明'),
    text(
      `${year}年度政府性基金预算财政拨款年初结转和结余${wan(fund.opening)}，本年收入${wan(fund.income)}，本年支出${wan(fund.spent)}，年末结转和结余${wan(fund.closing)}。`,
    ),
    heading('九、国有资本经营预算财政拨款支出决算情况说明'),
    text(`${year}年度国有资本经营预算财政拨款支出${wan(0)}，与${year - 1}年度持平。`),
    heading('十、其他重要事项的情况说明'),
    heading('（一）机关运行经费支出情况'),
    text(
      `${year}年度，${body}机关运行经费支出${wan(operating)}，比${year - 1}年度${changed(operating, before.operating)}。主要原因是${operating < before.operating ? '压减会议和差旅支出' : words.operatingMore}。`,
    ),
    heading('（二）政府采购支出情况'),
    text(
      `${year}年度，${body}政府采购支出总额${wan(bought)}，其中：政府采购货物支出${wan(goods)}、政府采购工程支出${wan(works)}、政府采购服务支出${wan(services)}。` +
        `授予中小企业合同金额${wan(smallAndMedium)}，占政府采购支出总额的${percent(smallAndMedium, bought)}，` +
        `其中：授予小微企业合同金额${wan(smallAndMicro)}，占授予中小企业合同金额的${percent(smallAndMicro, smallAndMedium)}。`,
    ),
    heading('（三）国有资产占有使用情况'),
    text(
      `截至${year}年12月31日，${body}共有车辆${vehicles}辆，其中：${kinds.map(([kind, count]) => `${kind}${count}辆`).join('、')}。单价100万元（含）以上设备（不含车辆）${counts.equipment}台（套）。`,
    ),
    ...performance,
  ];
}

function threePublic(account: Account, counts: Counts, vehicles: number): Paragraph[] {
  const { year, before, words } = account;
  const of = (items: readonly ThreePublicItem[]): [budget: number, final: number, before: number] => [
    sum(items.map((item) => account.threePublic[item][0])),
    sum(items.map((item) => account.threePublic[item][1])),
    sum(items.map((item) => before[item])),
  ];
  const [budget, final, last] = of(THREE_PUBLIC);
  const cars = of(['purchase', 'operation']);
  const [, buying] = of(['purchase']);
  const [, running] = of(['operation']);
  const guests = of(['reception']);
  const done = ([planned, spent]: readonly [number, number, number]): string =>
    `完成预算的${percent(spent, planned)}，比${year - 1}年度`;
  return [
    heading('（一）“三公”经费财政拨款支出决算总体情况说明'),
    text(
      `${year}年度“三公”经费财政拨款支出预算为${wan(budget)}，支出决算为${wan(final)}，完成预算的${percent(final, budget)}，比${year - 1}年度${changed(final, last)}。` +
        `${against(final, budget, '公务接待严格按标准执行', words.carsMore)}。`,
    ),
    heading('（二）“三公”经费财政拨款支出决算具体情况说明'),
    text(
      `${year}年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算${wan(0)}，占${percent(0, final)}；` +
        `公务用车购置及运行维护费支出决算${wan(cars[1])}，占${percent(cars[1], final)}；公务接待费支出决算${wan(guests[1])}，占${percent(guests[1], final)}。具体情况如下：`,
    ),
    text(`1.因公出国（境）费支出${wan(0)}，与${year - 1}年度持平。全年安排因公出国（境）团组0次，出国（境）0人次。`),
    text(
      `2.公务用车购置及运行维护费支出${wan(cars[1])}，${done(cars)}${changed(cars[1], cars[2])}。其中：公务用车购置支出${wan(buying)}，` +
        `全年按规定更新购置公务用车${counts.bought}辆；公务用车运行维护费支出${wan(running)}，主要用于${words.drives}所需的燃料费、维修费、过路过桥费、保险费等支出。` +
        `截至${year}年12月31日，本部门公务用车保有量${vehicles}辆。`,
    ),
    text(
      `3.公务接待费支出${wan(guests[1])}，${done(guests)}${changed(guests[1], guests[2])}。主要原因是${guests[1] < guests[2] ? '减少陪餐人数，控制接待标准' : '上级检查指导增多'}。` +
        `全年国内公务接待${counts.batches}批次，${counts.guests}人次，共计支出${plain(guests[1])}万元。`,
    ),
  ];
}
