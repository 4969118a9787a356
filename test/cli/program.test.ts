import { describe, expect, it } from 'vitest';
import { DamagedPdfError } from '../../src/errors.js';
import { run } from './fake-services.js';

describe('the command line', () => {
  it.each([
    [['--version'], 0, /^9\.8\.7\n$/],
    [['--help'], 0, /Usage: juesuan/],
    [['help', 'read'], 0, /Usage: juesuan read/],
    [['read', '--help'], 0, /Usage: juesuan read/],
  ])('%j talks on stdout', async (argv, exitCode, stdout) => {
    expect(await run(argv)).toEqual({ exitCode, stdout: expect.stringMatching(stdout), stderr: '' });
  });

  it.each([
    [[], /Usage: juesuan/],
    [['raed', 'demo.pdf'], /unknown command 'raed'/],
    [['read'], /missing required argument 'file'/],
    [['read', 'demo.pdf', 'more.pdf'], /too many arguments/],
    [['read', 'demo.pdf', '--colour'], /unknown option '--colour'/],
    [['import'], /missing required argument 'path'/],
    [['import', 'demo.pdf', '--concurrency', '0'], /Expected a whole number from 1/],
    [['query', 'x', '--format', 'xml'], /Allowed choices are table, csv, json/],
    [['query', 'x', '--param', 'year'], /Expected name=value/],
    [['query', 'x', '--param', 'a=1', '--param', 'a=2'], /"a" is given twice/],
    [['audit', '--format', 'html'], /Allowed choices are/],
    [['stage', 'guess', 'demo.pdf'], /Allowed choices are extract, segment, normalize, verify/],
  ])('%j is wrong use: exit code 2, words on stderr, nothing on stdout', async (argv, words) => {
    expect(await run(argv)).toEqual({ exitCode: 2, stdout: '', stderr: expect.stringMatching(words) });
  });

  it('tells an unreadable input with its remedy: exit code 3', async () => {
    const reports = { 'demo.pdf': new DamagedPdfError('demo.pdf', 'no cross-reference table') };
    const { exitCode, stdout, stderr } = await run(['read', 'demo.pdf'], { reports });
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^juesuan: demo\.pdf: the PDF is damaged: no cross-reference table\n {9}Open it/);
  });

  it('shows where a bug is: exit code 70', async () => {
    const { exitCode, stderr } = await run(['read', 'demo.pdf'], {
      reports: { 'demo.pdf': new TypeError('x of null') },
    });
    expect(exitCode).toBe(70);
    expect(stderr).toMatch(/a fault in juesuan itself: x of null[\s\S]*TypeError: x of null\n\s+at /);
  });
});
