import { Command } from 'commander';
import { EXIT } from '../exit-code.js';
import { formatJson } from '../output/json.js';
import type { Finish, Services } from '../services.js';

/** `juesuan schema`: the contract of `juesuan read FILE --json` as JSON Schema. */
export function schemaCommand(services: Services, finish: Finish): Command {
  return new Command('schema')
    .description('print the JSON Schema of what "juesuan read FILE --json" prints')
    .option('--json', 'accepted like everywhere; the schema is JSON in any case')
    .action(async () => {
      const [{ z }, { reportJsonSchema }] = await Promise.all([import('zod'), import('../../report-json.js')]);
      services.stdout.write(formatJson(z.toJSONSchema(reportJsonSchema)));
      finish(EXIT.done);
    });
}
