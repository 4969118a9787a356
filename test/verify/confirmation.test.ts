import { describe, expect, it } from 'vitest';
import type { Identity, Term } from '../../src/verify/check.js';
import { confirmedNumbers } from '../../src/verify/confirmation.js';
import { readAs, withSecond } from '../support/misread-scans.js';
import { figure } from '../support/statement-factory.js';

type Kind = 'one engine' | 'agreed' | 'digital';

function term(name: string, printed: string, kind: Kind = 'one engine'): Term {
  const read = readAs(figure(printed), printed, 0.95);
  const figures = { 'one engine': read, agreed: withSecond(read, printed), digital: figure(printed) };
  return { sign: 1, label: name, path: `0/${name}/total`, figure: figures[kind] };
}

const sum = (left: Term, ...right: readonly Term[]): Identity => ({
  subject: '',
  shape: 'sum',
  left: [left],
  right,
  doubt: null,
});
const confirmed = (identities: readonly Identity[], broken: readonly string[] = []) =>
  [...confirmedNumbers(identities, (path) => broken.includes(path))].map((path) => path.split('/')[1] ?? '').sort();

const total = term('total', '96.48');
const [a, b] = [term('a', '61.25'), term('b', '35.23')];

describe('confirmedNumbers', () => {
  it('leaves a copy unconfirmed: both may be misread alike, even by two engines', () => {
    expect(confirmed([sum(term('x', '25.33'), term('y', '25.33'))])).toEqual([]);
    expect(confirmed([sum(term('x', '25.33', 'agreed'), term('y', '25.33', 'agreed'))])).toEqual([]);
  });

  it('confirms a copy of what is digital, or confirmed by others', () => {
    expect(confirmed([sum(term('x', '25.33'), term('y', '25.33', 'digital'))])).toEqual(['x']);
    const copy = term('copy', '96.48');
    expect(
      confirmed([sum(total, a, b), sum(term('c', '99.99', 'digital'), total, term('d', '3.51')), sum(copy, total)]),
    ).toContain('copy');
  });

  it('does not let a disputed figure vouch for its copy', () => {
    const copy = term('copy', '96.48');
    const identities = [
      sum(total, a, b),
      sum(term('c', '99.99', 'digital'), total, term('d', '3.51')),
      sum(copy, total),
    ];
    expect(confirmed(identities, ['0/total/total'])).not.toContain('copy');
  });

  it('wants the second engine for twins, whose errors could cancel: two parts of one sum only', () => {
    // 5 may be 6 and 6 be 5 at the same place.
    const twins = [term('p', '15.22'), term('q', '26.41')];
    expect(confirmed([sum(term('t', '41.63', 'digital'), ...twins)])).toEqual([]);
    const agreed = [term('p', '15.22', 'agreed'), term('q', '26.41', 'agreed')];
    expect(confirmed([sum(term('t', '41.63', 'digital'), ...agreed)])).toEqual(['p', 'q']);
  });

  it('confirms zero by any exact identity, but not blanks on both sides', () => {
    expect(confirmed([sum(total, a, b, term('zero', '0.00'))])).toContain('zero');
    const balance: Identity = {
      ...sum(a, a),
      shape: 'balance',
      left: [term('opening', ''), term('in', '7.00', 'digital')],
      right: [term('out', '7.00', 'digital'), term('closing', '')],
    };
    expect(confirmed([balance])).toEqual([]);
  });

  it('doubts a number that is printed unlike the rest of its statement', () => {
    const many = Array.from({ length: 8 }, (_, at) => sum(term(`t${at}`, '96.48', 'digital'), term(`p${at}`, '96.48')));
    const odd = sum(term('whole', '70', 'digital'), term('odd', '70'));
    expect(confirmed([...many, odd])).not.toContain('odd');
    expect(confirmed([...many, odd])).toContain('p0');
  });

  it('has nothing to say of digital figures', () => {
    expect(confirmed([sum(term('x', '5.00', 'digital'), term('y', '5.00', 'digital'))])).toEqual([]);
  });
});
