/** The version of the reading program. A report read by an older one is read again at the next import. */
export const PROGRAM_VERSION = '0.1.0';
