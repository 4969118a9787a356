import { describe, expect, it } from 'vitest';
import type { Panel, StatementKind } from '../../../src/normalize/report.js';
import { rowNamer } from '../../../src/normalize/statements/row-keys.js';
import { statementTemplates } from '../../../src/normalize/statements/templates.js';

/** The keys of labels printed below each other. */
function keysOf(kind: StatementKind, panel: Panel | null, ...labels: string[]): string[] {
  const template = statementTemplates().kinds.find((one) => one.kind === kind) ?? null;
  const namer = rowNamer();
  return labels.map((label) => namer.key(label, panel, template, 2024));
}

describe('rowNamer', () => {
  it.each<[string, StatementKind, Panel | null, string[], string[]]>([
    [
      'revenue of the summary',
      'revenue-and-expenditure',
      'revenue',
      [
        '一、一般公共预算财政拨款收入',
        '四、上级补助收入',
        '本年收入合计',
        '使用非财政拨款结余（含专用结余）',
        '用事业基金弥补收支差额',
        '年初结转和结余',
        '总计',
      ],
      [
        'general-budget',
        'superior-subsidy',
        'current-total',
        'use-nonfiscal-surplus',
        'use-nonfiscal-surplus-2',
        'opening',
        'grand-total',
      ],
    ],
    [
      'expenditure of the summary, classes by name and never by ordinal',
      'revenue-and-expenditure',
      'expenditure',
      [
        '一、一般公共服务支出',
        '二十四、抗疫特别国债安排的支出',
        '二十四、债务还本支出',
        '七、文化体育与传媒支出',
        '本年支出合计',
        '结余分配',
        '年末结转和结余',
        '总计',
      ],
      [
        'func-201',
        'func-234',
        'func-231',
        'func-207',
        'current-total',
        'surplus-distribution',
        'closing',
        'grand-total',
      ],
    ],
    [
      'the three funds again below the opening balance',
      'appropriations',
      'revenue',
      [
        '一、一般公共预算财政拨款',
        '二、政府性基金预算财政拨款',
        '三、国有资本经营预算财政拨款',
        '本年收入合计',
        '年初财政拨款结转和结余',
        '一、一般公共预算财政拨款',
        '二、政府性基金预算财政拨款',
        '三、国有资本经营预算财政拨款',
        '总计',
      ],
      [
        'general-budget',
        'government-funds',
        'state-capital',
        'current-total',
        'opening',
        'opening-general-budget',
        'opening-government-funds',
        'opening-state-capital',
        'grand-total',
      ],
    ],
    [
      'funds below 财政拨款收入: numbered as sub-levels only',
      'revenue-and-expenditure',
      'revenue',
      ['一、财政拨款收入', '1. 一般公共预算资金', '2、政府性基金', '二、事业收入', '1.一般公共预算资金'],
      ['fiscal', 'fiscal-general-budget', 'fiscal-government-funds', 'institutional', 'general-budget'],
    ],
    [
      'funds on the level of 财政拨款收入 are rows of their own',
      'revenue-and-expenditure',
      'revenue',
      ['一、财政拨款收入', '二、政府性基金'],
      ['fiscal', 'government-funds'],
    ],
    [
      '“三公” down the page',
      'three-public',
      null,
      [
        '合计',
        '1．因公出国（境）费',
        '2．公务用车购置及运行维护费',
        '（1）公务用车购置费',
        '（2）公务用车运行维护费',
        '3．公务接待费',
        '4.会议费',
      ],
      ['total', 'abroad', 'vehicle', 'vehicle-purchase', 'vehicle-operation', 'reception', 'meetings'],
    ],
    [
      'totals of basic expenditure',
      'general-budget-basic-expenditure',
      null,
      ['人员经费合计', '日常公用经费合计', '合计'],
      ['personnel-total', 'public-total', 'total'],
    ],
    [
      'groups and entries of a revenue list (Jiangsu)',
      'revenue',
      null,
      [
        '收入总计',
        '一般公共预算资金/小计',
        '一般公共预算资金/公共财政拨款（补助）资金',
        '一般公共预算资金/专项收入',
        '其他资金/小计',
        '某某资金/小计',
      ],
      ['grand-total', 'general-budget', 'general-budget-item', 'general-budget-item-2', 'other', 'row-6'],
    ],
    [
      'unknown labels by their number, empty ones too',
      'expenditure',
      null,
      ['合计', '某某单位', '', '某某单位'],
      ['total', 'row-2', 'row-3', 'row-4'],
    ],
    ['an expenditure class on no side', 'expenditure', null, ['教育支出'], ['row-1']],
  ])('%s', (_, kind, panel, labels, keys) => {
    expect(keysOf(kind, panel, ...labels)).toEqual(keys);
  });

  it('takes the context of each panel by itself, and keeps codes apart', () => {
    const namer = rowNamer();
    const template = statementTemplates().kinds.find((one) => one.kind === 'appropriations') ?? null;
    expect([
      namer.key('年初财政拨款结转和结余', 'revenue', template, 2024),
      namer.key('二、外交支出', 'expenditure', template, 2024),
      namer.key('一、一般公共预算财政拨款', 'revenue', template, 2024),
      namer.codeKey('301', null),
      namer.codeKey('301', null),
      namer.codeKey('301', 'revenue'),
    ]).toEqual(['opening', 'func-202', 'opening-general-budget', '301', '301-2', '301']);
  });
});
