import { type Command, Option } from 'commander';
import { OCR_MODES, type OcrMode } from '../extract/ocr/ocr-mode.js';
import { parseCount } from './options.js';
import type { Reading } from './services.js';

/** The options of every command that reads reports, as the command line gives them. */
export interface OcrOptions {
  readonly ocr: OcrMode;
  readonly ocrWorkers?: number;
  readonly ocrTimeout?: number;
  /** `false`: --no-ocr-cache. */
  readonly ocrCache?: string | boolean;
}

/** Adds the options for pages that are pictures. */
export function withOcrOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--ocr <mode>',
        'pages without a readable text layer are read from their picture (auto), stay unread (never); always: all pages from their picture',
      )
        .choices(OCR_MODES)
        .default('auto'),
    )
    .addOption(
      new Option(
        '--ocr-workers <n>',
        'processes that read pictures (default: half of the processors, 4 at most)',
      ).argParser(parseCount),
    )
    .addOption(
      new Option('--ocr-timeout <seconds>', 'time for one page, then it stays unread (default: 120)').argParser(
        parseCount,
      ),
    )
    .option('--ocr-cache <folder>', 'where readings of pictures are kept (default: juesuan/ocr in the cache folder)')
    .option('--no-ocr-cache', 'keep no readings of pictures');
}

/** The options as the pipeline takes them. */
export function readingOf(options: OcrOptions): Reading {
  return {
    ocr: options.ocr,
    ...(options.ocrWorkers === undefined ? {} : { workers: options.ocrWorkers }),
    ...(options.ocrTimeout === undefined ? {} : { timeout: options.ocrTimeout * 1000 }),
    ...(typeof options.ocrCache === 'string' ? { cache: options.ocrCache } : {}),
    ...(options.ocrCache === false ? { cache: null } : {}),
  };
}
