import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIAGNOSES } from '../../src/normalize/report.js';

const page = readFileSync(new URL('../../docs/diagnoses.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \|$/gm)];

describe('docs/diagnoses.md', () => {
  it('has a line for each diagnosis, in their order, and no other', () => {
    expect(rows.map(([, name]) => name)).toEqual([...DIAGNOSES]);
  });

  it('says of each what it means, with an example', () => {
    expect(rows.filter(([, , meaning, example]) => !meaning?.trim() || !example?.trim())).toEqual([]);
  });
});
