import { z } from 'zod';

/*
 * zod writes and compiles a function for each schema of an object, which pays after thousands of values. A command checks a few with each
 * schema and ends: without generated code a whole import takes some three percent less. Only the program decides so, not the library: it is a
 * setting of the whole process. It holds for schemas that are made later, so this module is loaded before them.
 */
z.config({ jitless: true });
