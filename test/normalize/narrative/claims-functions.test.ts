import { describe, expect, it } from 'vitest';
import { claimLine, claimsOf, type ProseSetting } from '../../support/claim-lines.js';

interface Case extends ProseSetting {
  readonly name: string;
  readonly texts: readonly string[];
  /** One line a claim; parts and shares name a claim by its place in this list. */
  readonly claims: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'budget and accounts of a function (national)',
    headings: ['一般公共预算财政拨款支出决算情况说明'],
    texts: [
      '一般公共预算财政拨款支出年初预算为30.00万元，支出决算为29.00万元，完成年初预算的96.67%。其中：',
      '1.一般公共服务支出（类）财政事务（款）行政运行（项）。主要用于：机关运转、人员经费等支出。年初预算为10.00万元，支出决算为9.50万元，完成预算的95%。决算数小于预算数的主要原因是厉行节约，减少开支。',
      '2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为3.00万元，支出决算为3.00万元。决算数与预算数基本持平。',
    ],
    claims: [
      'general-budget-expenditure | “一般公共预算财政拨款支出” | approved | amount 30.00万元',
      'general-budget-expenditure | “一般公共预算财政拨款支出” | executed | amount 29.00万元 | completion 96.67% | completion of approved',
      'general-budget-function/2010601 | “一般公共服务支出（类）财政事务（款）行政运行（项）” | approved | amount 10.00万元 | part of 0',
      'general-budget-function/2010601 | “一般公共服务支出（类）财政事务（款）行政运行（项）” | executed | amount 9.50万元 | completion 95% | completion of approved | less current approved | part of 1 | reason 厉行节约，减少开支',
      'general-budget-function/2210201 | “住房保障支出（类）住房改革支出（款）住房公积金（项）” | approved | amount 3.00万元 | part of 0',
      'general-budget-function/2210201 | “住房保障支出（类）住房改革支出（款）住房公积金（项）” | executed | amount 3.00万元 | about-equal current approved | part of 1',
    ],
  },
  {
    name: 'code and name, against the year before (Fujian)',
    headings: ['一般公共预算财政拨款支出决算情况说明'],
    texts: [
      '（一）2080505-机关事业单位基本养老保险缴费支出5.00万元，较上年决算数增加1.00万元，增长25.00%。主要原因是缴费基数调整。',
      '（二）2210202-提租补贴支出1.20万元，较上年决算数净增加1.20万元。',
    ],
    claims: [
      'general-budget-function/2080505 | “2080505-机关事业单位基本养老保险缴费支出” | executed | amount 5.00万元 | change 1.00万元 | percent 25.00% | increase | against prior executed | reason 缴费基数调整',
      'general-budget-function/2210202 | “2210202-提租补贴支出” | executed | amount 1.20万元 | change 1.20万元 | new | against prior executed',
    ],
  },
  {
    name: 'structure with a sign lost',
    headings: ['一般公共预算财政拨款支出决算情况说明'],
    texts: [
      '一般公共预算财政拨款支出100.00万元，主要用于以下方面：教育支出（类）76.23万元，占76.23；卫生健康支出（类）23.77万元，占23.77%。',
    ],
    claims: [
      'general-budget-expenditure | “一般公共预算财政拨款支出” | executed | amount 100.00万元',
      'general-budget-function/205 | “教育支出（类）” | executed | amount 76.23万元 | share 76.23 | share of 0() | part of 0',
      'general-budget-function/210 | “卫生健康支出（类）” | executed | amount 23.77万元 | share 23.77% | share of 0() | part of 0',
    ],
  },
  {
    name: 'full-year budget, code of the class with its mark',
    headings: ['一般公共预算财政拨款支出决算情况说明'],
    texts: [
      '社会保障和就业支出（208类）。全年预算为20万元，支出决算为20万元，完成全年预算的100%，决算数等于全年预算数。',
    ],
    claims: [
      'general-budget-function/208 | “社会保障和就业支出（208类）” | adjusted | amount 20万元',
      'general-budget-function/208 | “社会保障和就业支出（208类）” | executed | amount 20万元 | completion 100% | completion of adjusted | equal current adjusted',
    ],
  },
  {
    name: 'path with hyphens in quotation marks (Shanghai budget)',
    headings: ['2023年部门预算编制说明'],
    kind: 'budget',
    texts: [
      '2023年，示例局收入预算1,300.00万元，其中：财政拨款收入1,300.00万元，比2022年预算增加20.50万元；事业收入0万元。',
      '支出预算1,300.00万元，其中：财政拨款支出预算1,300.00万元。财政拨款支出预算中，一般公共预算拨款支出预算1,300.00万元，比2022年预算持平；政府性基金拨款支出预算0万元，与2022年预算持平。',
      '财政拨款支出主要内容如下：',
      '1. “一般公共服务支出-财政事务-行政运行”科目1,202.95万元，主要用于行政单位的基本支出。',
    ],
    claims: [
      'revenue | “收入预算” | approved | amount 1,300.00万元',
      'revenue-source/fiscal | “财政拨款收入” | approved | amount 1,300.00万元 | change 20.50万元 | increase | against prior approved | part of 0',
      'revenue-source/institutional | “事业收入” | approved | amount 0万元 | part of 0',
      'expenditure | “支出预算” | approved | amount 1,300.00万元',
      'fiscal-expenditure | “财政拨款支出预算” | approved | amount 1,300.00万元 | part of 3',
      'general-budget-expenditure | “一般公共预算拨款支出预算” | approved | amount 1,300.00万元 | unchanged | against prior approved | equal prior approved | part of 4',
      'government-funds-expenditure | “政府性基金拨款支出预算” | approved | amount 0万元 | unchanged | against prior approved | equal prior approved | part of 4',
      'fiscal-function/2010601 | “一般公共服务支出-财政事务-行政运行” | approved | amount 1,202.95万元 | part of 4 | purpose 行政单位的基本支出',
    ],
  },
  {
    name: 'execution of the year before as a base (Shanghai budget)',
    headings: ['2023年部门预算编制说明'],
    kind: 'budget',
    texts: [
      '1. “教育支出（类）普通教育（款）初中教育（项）”25.70万元，主要用于校舍。2022年当年预算执行数为60.10万元，2023年预算安排25.80万元，比2022年预算执行数减少57.07%。主要原因是：项目调整。',
    ],
    claims: [
      'expenditure-function/2050203 | “教育支出（类）普通教育（款）初中教育（项）” | approved | amount 25.70万元 | purpose 校舍',
      'expenditure-function/2050203 | “教育支出（类）普通教育（款）初中教育（项）” | approved | amount 25.80万元 | base 60.10万元 | percent 57.07% | decrease | against prior executed | reason 项目调整',
    ],
  },
  {
    name: 'section heading names the class (Jiangsu)',
    headings: ['财政拨款支出预算情况说明', '公共安全支出（类）'],
    kind: 'budget',
    texts: [
      '检察（款）：2023年预算支出合计30.00万元。其中：',
      '1．行政运行（项）支出 20.00 万元，与上年相比增加 2.00 万元，增长 11.11 %。主要原因是调整补贴，增加部门支出 1.50 万元。',
      '2．一般行政管理事务（项）：支出10.00万元，与上年相比减少 40.00 万元，降幅 80.0 %。',
    ],
    claims: [
      'fiscal-function/20404 | “检察（款）” | approved | amount 30.00万元',
      'fiscal-function/2040401 | “行政运行（项）支出” | approved | amount 20.00万元 | change 2.00万元 | percent 11.11% | increase | against prior | part of 0 | reason 调整补贴，增加部门支出1.50万元 | parts 部门支出 +1.50万元',
      'fiscal-function/2040402 | “一般行政管理事务（项）” | approved | amount 10.00万元 | change 40.00万元 | percent 80.0% | decrease | against prior | part of 0',
    ],
  },
  {
    name: 'government-managed funds',
    headings: ['政府性基金预算财政拨款收入支出决算情况说明'],
    texts: [
      '政府性基金预算财政拨款收入6.00万元，支出5.00万元，支出具体情况如下：',
      '1.城乡社区支出（类）国有土地使用权出让收入安排的支出（款）征地和拆迁补偿支出（项）。年初预算为4.00万元，支出决算为5.00万元。决算数大于预算数的主要原因：追加。',
    ],
    claims: [
      'revenue-source/government-funds | “政府性基金预算财政拨款收入” | executed | amount 6.00万元',
      'government-funds-expenditure | “支出” | executed | amount 5.00万元',
      'government-funds-function/2120801 | “城乡社区支出（类）国有土地使用权出让收入安排的支出（款）征地和拆迁补偿支出（项）” | approved | amount 4.00万元 | part of 1',
      'government-funds-function/2120801 | “城乡社区支出（类）国有土地使用权出让收入安排的支出（款）征地和拆迁补偿支出（项）” | executed | amount 5.00万元 | greater current approved | part of 1 | reason 追加',
    ],
  },
];

describe('claims: functions', () => {
  it.each(CASES)('$name', ({ texts, claims, ...setting }) => {
    expect(claimsOf(texts, setting).map(claimLine)).toEqual(claims);
  });
});
