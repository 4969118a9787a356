import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/cli/exit-code.js';
import * as errors from '../../src/errors.js';

const failures: readonly (readonly [string, unknown, number, RegExp])[] = [
  ['a missing file', new errors.NotFoundError('a.pdf'), 3, /^a\.pdf: there is no such file$/],
  ['an empty file', new errors.EmptyFileError('a.pdf'), 3, /^a\.pdf: the file is empty$/],
  ['a strange file', new errors.UnknownFormatError('a.doc', 'a ZIP archive'), 3, /^a\.doc: expected .* found a ZIP/],
  ['a cut PDF', new errors.TruncatedPdfError('a.pdf'), 3, /^a\.pdf: the PDF is cut off/],
  ['a damaged PDF', new errors.DamagedPdfError('a.pdf', 'bad xref'), 3, /^a\.pdf: the PDF is damaged: bad xref$/],
  ['a locked PDF', new errors.PasswordNeededError('a.pdf'), 3, /needs a password/],
  ['a cyclic PDF', new errors.CyclicPageTreeError('a.pdf'), 3, /refers back to itself/],
  ['a PDF without pages', new errors.NoPagesError('a.pdf'), 3, /no pages/],
  ['wrong use', new errors.UsageError('no such query', 'List them.'), 2, /^no such query$/],
  ['a missing tool', new errors.ToolMissingError('tesseract', 'no tesseract', 'Install it.'), 4, /^no tesseract$/],
  [
    'a file the system cannot find',
    Object.assign(new Error('x'), { code: 'ENOENT', path: 'b.pdf' }),
    3,
    /^b\.pdf: there/,
  ],
  ['a full disk', Object.assign(new Error('x'), { code: 'ENOSPC' }), 3, /^the disk is full$/],
  ['a bug', new TypeError('x is not a function'), 70, /^a fault in juesuan itself: x is not/],
  ['a thrown string', 'boom', 70, /^a fault in juesuan itself: boom$/],
];

describe('failureOf', () => {
  it.each(failures)('turns %s into its exit code and message', (_name, error, exitCode, message) => {
    const failure = failureOf(error);
    expect(failure.exitCode).toBe(exitCode);
    expect(failure.message).toMatch(message);
    expect(failure.remedy).not.toBe('');
  });

  it('shows where it happened only for a bug', () => {
    expect(failureOf(new errors.EmptyFileError('a.pdf')).trace).toBeNull();
    expect(failureOf(new TypeError('x')).trace).toMatch(/exit-code\.test/);
  });

  it.each([
    [0, 0],
    [1, 2],
  ])('takes %i of the argument parser for %i, and adds no words', (parser, exitCode) => {
    expect(failureOf(new CommanderError(parser, 'commander.x', 'y'))).toMatchObject({ exitCode, message: '' });
  });
});
