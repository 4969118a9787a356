/**
 * How much of one document is read. Reports of bodies stay far below each of these; what goes beyond is refused with `TooLargeError`, or
 * the page is left unread with its reason, before it costs memory or time. They bound what a file can make the program do before and while
 * it is read; what no limit here foresees (an encrypted stream that inflates without end, patterns that paint themselves) is stopped by
 * the limits of time and memory of the process that reads.
 */

/** Bytes of a file. A scan of 200 pages in colour has about 100 MB; the file is in memory twice, its own and pdf.js's copy. */
export const MOST_FILE_BYTES = 256 * 1024 ** 2;

/** Bytes of a text dump. A department of 200 pages is a dump of half a megabyte. */
export const MOST_DUMP_BYTES = 16 * 1024 ** 2;

/** Pages of a document. The accounts of a whole province have some hundred. */
export const MOST_PAGES = 2000;

/** Points of a side of a page: the limit that PDF itself sets (ISO 32000-1, annex C), 5 m. */
export const LONGEST_PAGE_SIDE = 14_400;

/** Operators, glyphs and segments of lines of a page. A dense table has ten thousand, a map or a chart a hundred thousand. */
export const MOST_OPERATORS = 500_000;

/**
 * Forms in forms and saved graphics states, one in the other. Reports need a dozen. pdf.js looks every state up through all of those
 * around it, so that its time grows with the square of them.
 */
export const MOST_NESTED = 1000;

/** Glyphs of a page. A page of A4 holds about 3,000 characters, one of A0 fifty thousand. */
export const MOST_GLYPHS = 100_000;

/** Drawn strokes of a page. Excel draws each edge of each cell, a few thousand; maps draw more, and are no tables. */
export const MOST_STROKES = 100_000;

/** Bytes that a stream of a PDF may become: content, fonts and objects. A whole Chinese font has 10 to 20 MB. */
export const MOST_STREAM_BYTES = 64 * 1024 ** 2;

/** Samples of a function (of a colour space). A table of four colours has 17 to the power of four. */
export const MOST_SAMPLES = 2 ** 22;

/** Pixels of a picture: A2 at 600 dpi, with some room. Also the bytes that the stream of an image in a PDF may become. */
export const MOST_PIXELS = 160_000_000;

/** Times that one stream may be compressed over and over; some producers do it twice. */
export const MOST_COMPRESSIONS = 3;
