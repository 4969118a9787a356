import { importDocument } from './import-document.js';
import { type Answer, type Request, sentError } from './messages.js';

/*
 * The program of a worker process of an import. Whatever a document does to it, only this process and this document are lost.
 * It ends when the program that started it does.
 */

function say(answer: Answer): void {
  process.send?.(answer);
}

process.on('message', ({ job }: Request) => {
  importDocument(job, (progress) => say({ answer: 'progress', progress })).then(
    (result) => say({ answer: 'done', result }),
    (error: unknown) => say({ answer: 'failed', error: sentError(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches all processes of the terminal; the program decides which documents are given up.
process.on('SIGINT', () => {});
say({ answer: 'ready' });
