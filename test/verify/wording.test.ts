import { describe, expect, it } from 'vitest';
import type { Identity, Term } from '../../src/verify/check.js';
import { evaluate } from '../../src/verify/identity.js';
import { missingTerm, quantityTerm } from '../../src/verify/terms.js';
import { decimalText, evidenceOf, gapText, isZero, sideText, termText, valueText } from '../../src/verify/wording.js';
import { aQuantity } from '../support/narrative-factory.js';
import { figure, report, statement } from '../support/statement-factory.js';

const term = (label: string, printed: string, sign: 1 | -1 = 1): Term => ({
  sign,
  label,
  path: `0/0/${label}`,
  figure: figure(printed),
});

const cars = (printed: string) => quantityTerm('fact/0', '车辆', aQuantity(printed, 'count', { unit: '辆' }));

const same = (left: Term, right: Term): Identity => ({
  subject: '',
  shape: 'same-fact',
  left: [left],
  right: [right],
  doubt: null,
});

describe('termText', () => {
  it.each([
    [term('行政运行', '1,511.89'), '“行政运行”1,511.89（第1页）'],
    [term('行政运行', ''), '“行政运行”空白（第1页）'],
    [missingTerm('合计'), '“合计”没有找到'],
    [cars('4'), '“车辆”4辆（第2页）'],
  ])('%#: %s', (one, text) => {
    expect(termText(one)).toBe(text);
  });
});

describe('sideText', () => {
  it('names what is not zero with its sign, and counts the rest', () => {
    const side = [term('甲', '5.00'), term('乙', '2.00', -1), term('丙', '0.00'), term('丁', '')];
    expect(sideText(side)).toBe('“甲”5.00（第1页） − “乙”2.00（第1页）（另有 2 项为零或空白）');
  });
  it('names a single term even when it is zero, and says when all of several are', () => {
    expect(sideText([term('甲', '0.00')])).toBe('“甲”0.00（第1页）');
    expect(sideText([term('甲', '0.00'), term('乙', '')])).toBe('2 项都是零或空白');
  });
  it('an unreadable number is not zero', () => {
    expect(isZero(term('甲', '?'))).toBe(false);
    expect(isZero(missingTerm('甲'))).toBe(false);
  });
});

describe('evidenceOf', () => {
  it('points at what the message names: zeros among several are left out', () => {
    const sum: Identity = {
      ...same(term('甲', '0.00'), term('乙', '5.00')),
      right: [term('乙', '5.00'), term('丙', '0.00')],
    };
    expect(evidenceOf(sum)).toHaveLength(2);
  });
});

describe('values for people', () => {
  it.each([
    [264_300, '26.43'],
    [40_000, '4'],
    [-71_000, '-7.1'],
    [1, '0.0001'],
    [0, '0'],
  ])('%d ten-thousandths: %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  it('stand in the unit that is printed: of the statement, or of the prose', () => {
    const table = report({ ...statement('expenditure', ['total'], []), unit: '单位：元' });
    const prose = quantityTerm('claim/0/amount', '收入', aQuantity('3'));
    expect(valueText(table, same(term('甲', '3.00'), prose), 3_000_000)).toBe('30000.00 元');
    expect(valueText(report(), same(prose, prose), 3_000_000)).toBe('3.00 万元');
    const identity = same(cars('4'), cars('6'));
    const evaluated = { check: '', identity, evaluation: evaluate(identity) };
    expect(gapText(report(), evaluated)).toBe('左边 4 辆，右边 6 辆，相差 2 辆（四舍五入最多能解释 0 辆）');
  });
});
