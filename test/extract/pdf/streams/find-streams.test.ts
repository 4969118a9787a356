import { expect, test } from 'vitest';
import { streamsOf } from '../../../../src/extract/pdf/streams/find-streams.js';

const found = (text: string) => [...streamsOf(Buffer.from(text, 'latin1'))];

test.each([
  { name: 'line feed', text: '1 0 obj << /Length 3 >> stream\nabc\nendstream', start: 31, length: 4 },
  {
    name: 'carriage return and line feed',
    text: '1 0 obj << /Length 3 >> stream\r\nabc\nendstream',
    start: 32,
    length: 4,
  },
  {
    name: 'a length beyond the end that is shown',
    text: '1 0 obj << /Length 12 >> stream\nabc\nendstream---',
    start: 32,
    length: 12,
  },
  { name: 'a length elsewhere', text: '1 0 obj << /Length 9 0 R >> stream\nabc\nendstream---', start: 35, length: 16 },
  {
    name: 'a length right behind',
    text: '1 0 obj << /Length 2 0 R >> stream\nabc\nendstream\nendobj\n2 0 obj\n3\nendobj\n3 0 obj',
    start: 35,
    length: 4,
  },
  { name: 'no length', text: '1 0 obj << >> stream\nabc\nendstream', start: 21, length: 13 },
])('the data of a stream, $name', ({ text, start, length }) => {
  expect(found(text)).toMatchObject([{ start, length }]);
});

test('escaped names are read as what they mean', () => {
  expect(found('1 0 obj << /F#69lter /Fl#61teDecode >>\nstream\nabc')[0]?.dictionary).toContain('/Filter /FlateDecode');
});

test('a word is no stream', () => {
  expect(found('(a stream of words) (upstream) endstream\n')).toEqual([]);
});
