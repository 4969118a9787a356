/** What programs that bring a file write beside it, or call it by, until it is whole: browsers, wget and rsync, aria2, FTP programs, office programs. */
const PARTIAL = ['part', 'partial', 'crdownload', 'download', 'opdownload', 'filepart', 'aria2', 'tmp', 'temp', '!ut'];

/** Whether a name is that of a file which is still being written, or of a lock. Pure. */
export function isPartialName(name: string): boolean {
  return (
    /^[.~]/.test(name) || name.endsWith('~') || PARTIAL.some((ending) => name.toLowerCase().endsWith(`.${ending}`))
  );
}

/** The partial file that stands beside a document while it is being brought ("a.pdf" and "a.pdf.part"); `null` where there is none. Pure. */
export function partialBeside(file: string, all: ReadonlySet<string>): string | null {
  return PARTIAL.map((ending) => `${file}.${ending}`).find((name) => all.has(name)) ?? null;
}
