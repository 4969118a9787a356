/**
 * The few exceptions of the program, each with an exit code and a remedy. A fault in the *data* is a `Finding`,
 * never one of these; anything thrown that is not a `JuesuanError` is a bug of the program (exit code 70).
 */

/** What every expected failure carries: the exit code it leads to and what the user can do about it. */
export abstract class JuesuanError extends Error {
  /** 2 wrong use, 3 input not readable, 4 tool missing. */
  abstract readonly exitCode: number;
  /** What to do next, as one sentence for people. */
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
    this.name = new.target.name;
  }
}

/** A file that cannot be read as a report. `message` is "file: reason". */
export class InputError extends JuesuanError {
  readonly exitCode: number = 3;
  /** The file as the caller named it. */
  readonly file: string;
  /** What was found, without the name of the file. */
  readonly reason: string;

  constructor(file: string, reason: string, remedy: string, options?: ErrorOptions) {
    super(`${file}: ${reason}`, remedy, options);
    this.file = file;
    this.reason = reason;
  }
}

/** There is no such file, or it may not be opened. */
export class NotFoundError extends InputError {
  constructor(file: string, reason = 'there is no such file', options?: ErrorOptions) {
    super(file, reason, 'Check the path and the rights of the file.', options);
  }
}

/** The file has no bytes, or nothing but white space. */
export class EmptyFileError extends InputError {
  constructor(file: string) {
    super(file, 'the file is empty', 'Download the report again; publishers sometimes serve an empty file.');
  }
}

/** Neither a PDF nor text in an encoding that Chinese reports use. `found` names what the first bytes look like. */
export class UnknownFormatError extends InputError {
  constructor(file: string, found: string) {
    super(
      file,
      `expected a PDF or a text file, found ${found}`,
      'Save the report as PDF (or as text in UTF-8 or GB 18030) and read that file.',
    );
  }
}

/** The file can be read, but nothing in it says that it is a report: no table of the known forms, no body, no 决算 or 预算. */
export class NotAReportError extends InputError {
  constructor(file: string) {
    super(
      file,
      'it is not a final account or budget: no table of the known forms, no body and no word of 决算 or 预算 was found',
      'Name the report itself. If this is one, `juesuan stage extract FILE` shows what was read of it.',
    );
  }
}

/** The PDF breaks off: no end marker, or its cross-reference table points behind the end. */
export class TruncatedPdfError extends InputError {
  constructor(file: string, detail = 'its end is missing', options?: ErrorOptions) {
    super(file, `the PDF is cut off: ${detail}`, 'Download the file again and compare its size.', options);
  }
}

/** The PDF is complete but its structure cannot be followed. `detail` is what the parser said. */
export class DamagedPdfError extends InputError {
  constructor(file: string, detail: string, options?: ErrorOptions) {
    super(
      file,
      `the PDF is damaged: ${detail}`,
      'Open it in a PDF viewer and save or print it to a new PDF, or download it again.',
      options,
    );
  }
}

/** The PDF is encrypted and does not open without a password. */
export class PasswordNeededError extends InputError {
  constructor(file: string, options?: ErrorOptions) {
    super(
      file,
      'the PDF needs a password',
      'Ask the publisher for an open copy, or save an unprotected copy with the password.',
      options,
    );
  }
}

/** The page tree of the PDF contains itself, so its pages cannot be counted. */
export class CyclicPageTreeError extends InputError {
  constructor(file: string, options?: ErrorOptions) {
    super(
      file,
      'the page tree of the PDF refers back to itself',
      'Open it in a PDF viewer and print it to a new PDF.',
      options,
    );
  }
}

/** The PDF opens but has no page. */
export class NoPagesError extends InputError {
  constructor(file: string) {
    super(file, 'the PDF has no pages', 'Download the file again, or ask the publisher for the report.');
  }
}

/** A picture that is none, or of a kind that is not read here. `format` is what its first bytes say, `null` for no kind we know. */
export class UnreadableImageError extends InputError {
  constructor(file: string, format: string | null) {
    super(
      file,
      `expected a picture as PNG, JPEG, TIFF or WebP, found ${format ?? 'something else'}`,
      'Save the picture as PNG or TIFF, or all pages as one PDF, and read that file.',
    );
  }
}

/** The picture breaks off or cannot be decoded. `detail` is what the decoder said. */
export class DamagedImageError extends InputError {
  constructor(file: string, detail: string, options?: ErrorOptions) {
    super(
      file,
      `the picture is damaged or cut off: ${detail}`,
      'Download or scan it again; open it in a viewer to see what is left of it.',
      options,
    );
  }
}

/** A picture that would take more memory than a scan of a report ever does. `detail` says what is too much. */
export class ImageTooLargeError extends InputError {
  constructor(file: string, detail: string, options?: ErrorOptions) {
    super(file, `the picture is too large: ${detail}`, 'Scale it down to 300 dpi and read that file.', options);
  }
}

/** A file that would take more memory or time than any report does: far more pages, or a stream that inflates without end. */
export class TooLargeError extends InputError {
  constructor(file: string, detail: string, options?: ErrorOptions) {
    super(
      file,
      `it is larger than any report: ${detail}`,
      'Print the pages of the report to a new PDF and read that file; if it really is so large, cut it into parts.',
      options,
    );
  }
}

/** A document took longer than it is given, and was given up. */
export class TimeLimitError extends InputError {
  constructor(file: string, seconds: number) {
    super(
      file,
      `it took more than ${seconds} s and was given up`,
      'Give it a higher --time-limit alone, or open it in a PDF viewer and print it to a new PDF.',
    );
  }
}

/** A document needed more memory than it is given, and was given up. */
export class MemoryLimitError extends InputError {
  constructor(file: string, megabytes: number) {
    super(
      file,
      `it needed more than ${Math.round(megabytes)} MB of memory and was given up`,
      'Give it a higher --memory-limit alone, or open it in a PDF viewer and print it to a new PDF.',
    );
  }
}

/** The process that read a document ended before the document did. `how` names the signal or the exit code. */
export class WorkerEndedError extends InputError {
  constructor(file: string, how: string, options?: ErrorOptions) {
    super(
      file,
      `the process that read it ended (${how})`,
      'It is tried again by the next import. If it fails every time, please report it with the file.',
      options,
    );
  }
}

/** No process could be started to read a document in: the machine is short of something, and the document is innocent. */
export class WorkerStartError extends JuesuanError {
  readonly exitCode: number = 4;

  constructor(how: string, options?: ErrorOptions) {
    super(
      `a process of the import did not start: ${how}`,
      'See whether memory or processes run short (`juesuan doctor`); the next import tries again.',
      options,
    );
  }
}

/** A command, an option or an argument that does not make sense. */
export class UsageError extends JuesuanError {
  readonly exitCode: number = 2;
}

/** An outside program that the command needs is not there. */
export class ToolMissingError extends JuesuanError {
  readonly exitCode: number = 4;
  /** Name of the tool as a user would look for it. */
  readonly tool: string;

  constructor(tool: string, message: string, remedy: string, options?: ErrorOptions) {
    super(message, remedy, options);
    this.tool = tool;
  }
}
