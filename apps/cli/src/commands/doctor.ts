import { loadSettings, type Settings } from '@viewpoints/config/env';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { checkCertificates } from '../doctor/check-certificates.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkMachine } from '../doctor/check-machine.ts';
import { checkMail } from '../doctor/check-mail.ts';
import type { Finding } from '../doctor/finding.ts';
import { messageOf } from '../failure.ts';

type Options = { json?: boolean; mail?: string };

export const doctorCommand = new Command('doctor')
  .description('look over this installation and say what is wrong with it')
  .option('--json', 'answer with JSON')
  .option('--mail <address>', 'send a real message to this address')
  .action(async ({ json, mail }: Options) => {
    const settings = loadSettings();
    const { readerUrl, adminUrl, apiUrl } = settings;
    const findings = [
      ...(await checkMachine(settings)),
      ...(await checkOpened(settings)),
      await checkMail(settings, mail ?? null),
      ...(await checkCertificates([readerUrl, adminUrl, apiUrl])),
    ];
    if (json) console.log(JSON.stringify(findings, null, 2));
    else for (const finding of findings) print(finding);
    process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
  });

function print({ name, ok, detail, next }: Finding): void {
  console.log(`${ok ? '✓' : '✗'} ${name}: ${detail}${next === null ? '' : `\n  ${next}`}`);
}

async function checkOpened(settings: Settings): Promise<Finding[]> {
  try {
    const database = await openDatabase(settings, { join: true, say: () => {} });
    try {
      return await checkDatabase(database.url, settings);
    } finally {
      await database.stop();
    }
  } catch (error) {
    return [{ name: 'Database', ok: false, detail: messageOf(error), next: null }];
  }
}
