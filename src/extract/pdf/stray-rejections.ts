/**
 * pdf.js answers every call with a promise of its own, but on damaged files some promises inside of it fail without anyone waiting
 * for them (a font or an image behind a broken cross-reference entry; found by changing single bytes of a report). Node ends the
 * process for that, and with it the import of every other file. What such a page lacks is told by the call that asked for it.
 */

/** Names of the exceptions of pdf.js that are about the contents of a file. */
const ABOUT_THE_FILE: ReadonlySet<string> = new Set([
  'FormatError',
  'InvalidPDFException',
  'JpegError',
  'JpxError',
  'Jbig2Error',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
]);

/** Whether a rejection that nobody waits for is one of pdf.js about a damaged file. */
export function isStray(reason: unknown): boolean {
  return reason instanceof Error && ABOUT_THE_FILE.has(reason.name);
}

/** Lets damaged files not end the process; every other rejection does as before. Calling it again changes nothing. */
export function outliveStrayRejections(): void {
  if (!process.listeners('unhandledRejection').includes(onRejection)) process.on('unhandledRejection', onRejection);
}

function onRejection(reason: unknown): void {
  // Without another listener Node leaves the rejection to this one: it must still end the process when it is a bug.
  if (!isStray(reason) && process.listenerCount('unhandledRejection') === 1) throw reason;
}
