import { readFile, writeFile } from 'node:fs/promises';
import { importRedirects } from '@viewpoints/api/redirects/import-redirects';
import { exportRedirects } from '@viewpoints/api/redirects/list-redirects';
import { ExportRedirects, ImportRedirects } from '@viewpoints/api/redirects/redirect-inputs';
import { loadSettings } from '@viewpoints/config/env';
import { RedirectOrigin } from '@viewpoints/domain/redirects/redirect';
import { Command, Option } from 'commander';
import { getAccount, withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';

export const redirectsCommand = new Command('redirects')
  .description(
    'addresses that readers are sent on from: bring them in from a file, or write them to one',
  )
  .addCommand(
    new Command('import')
      .description('bring in a file of comma-separated values, from and to: all of it or nothing')
      .argument('<file>', 'a .csv file')
      .requiredOption('--as <email>', 'the publisher who brings them in')
      .action(async (file: string, options: { as: string }) => {
        const given = ImportRedirects.safeParse({ csv: await readFile(fromCaller(file), 'utf8') });
        if (!given.success) throw new Failure('The file is too large. Bring in a part at a time.');
        const { added, changed, unchanged } = await withEditorial(async (context, editorial) => {
          const account = await getAccount(editorial, options.as);
          const instance = { ...context.instance, readerUrl: loadSettings().readerUrl };
          return importRedirects({ ...context, instance, account }, given.data);
        });
        console.log(`${added} added, ${changed} changed, ${unchanged} as they were.`);
      }),
  )
  .addCommand(
    new Command('export')
      .description('write redirects to a file that can be brought in')
      .argument('<file>', 'a new .csv file')
      .addOption(new Option('--origin <origin>', 'only these').choices(RedirectOrigin.options))
      .action(async (file: string, { origin }: { origin?: RedirectOrigin }) => {
        const path = fromCaller(file);
        let [csv, cursor]: [string, string | null] = ['', null];
        await withEditorial(async (_, editorial) => {
          do {
            const request = ExportRedirects.parse({ cursor, ...(origin && { origin }) });
            const part = await exportRedirects(editorial, request);
            csv += part.csv;
            cursor = part.nextCursor;
          } while (cursor !== null);
        });
        await writeFile(path, csv, { flag: 'wx' }).catch(() => {
          throw new Failure(`${path} is there already, or cannot be written.`);
        });
        console.log(`Written to ${path}.`);
      }),
  );
