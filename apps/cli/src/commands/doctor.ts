import { checkCertificates } from '@viewpoints/api/installation/check-certificates';
import { checkDatabase } from '@viewpoints/api/installation/check-database';
import { checkDirectory } from '@viewpoints/api/installation/check-directory';
import { checkMail } from '@viewpoints/api/installation/check-mail';
import type { CheckResult } from '@viewpoints/api/installation/check-result';
import { loadSettings, type Settings } from '@viewpoints/config/env';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { checkMachine } from '../doctor/check-machine.ts';
import { messageOf } from '../failure.ts';

type Options = { json?: boolean; mail?: string };

export const doctorCommand = new Command('doctor')
  .description('look over this installation and say what is wrong with it')
  .option('--json', 'answer with JSON')
  .option('--mail <address>', 'send a real message to this address')
  .action(async ({ json, mail }: Options) => {
    const settings = loadSettings();
    const { readerUrl, adminUrl, apiUrl } = settings;
    const results = [
      ...(await checkMachine(settings)),
      await checkDirectory(settings),
      ...(await checkOpened(settings)),
      await checkMail(settings, mail ?? null),
      ...(await checkCertificates([readerUrl, adminUrl, apiUrl])),
    ];
    if (json) console.log(JSON.stringify(results, null, 2));
    else for (const result of results) print(result);
    process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
  });

function print({ name, ok, detail, next }: CheckResult): void {
  console.log(`${ok ? '✓' : '✗'} ${name}: ${detail}${next === null ? '' : `\n  ${next}`}`);
}

async function checkOpened(settings: Settings): Promise<CheckResult[]> {
  try {
    const database = await openDatabase(settings, { join: true, say: () => {} });
    try {
      return await checkDatabase(database.url, settings, 'named');
    } finally {
      await database.stop();
    }
  } catch (error) {
    return [{ name: 'Database', ok: false, detail: messageOf(error), next: null }];
  }
}
