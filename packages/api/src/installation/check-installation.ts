import type { Settings } from '@viewpoints/config/env';
import { checkCertificates } from './check-certificates.ts';
import { checkDatabase, type DatabaseSettings } from './check-database.ts';
import { checkDirectory } from './check-directory.ts';
import { checkMail } from './check-mail.ts';
import type { CheckResult } from './check-result.ts';
import { messageOf } from './message-of.ts';

export type InstallationSettings = DatabaseSettings &
  Pick<Settings, 'dataDir' | 'smtpUrl' | 'readerUrl' | 'adminUrl' | 'apiUrl'>;

/** Looks over the installation that a program belongs to, as far as it can be seen from there. */
export type InstallationCheck = () => Promise<CheckResult[]>;

/**
 * What `viewpoints doctor` looks at, for the admin: without headlines or protected words. Calls that
 * come while one is at work share its results, since it reads every published article.
 * @param databaseUrl as the owner of the tables
 */
export function createInstallationCheck(
  databaseUrl: string,
  settings: InstallationSettings,
): InstallationCheck {
  let running: Promise<CheckResult[]> | null = null;
  return () => {
    running ??= checkAll(databaseUrl, settings).finally(() => {
      running = null;
    });
    return running;
  };
}

async function checkAll(
  databaseUrl: string,
  settings: InstallationSettings,
): Promise<CheckResult[]> {
  const { readerUrl, adminUrl, apiUrl } = settings;
  const [directory, database, mail, certificates] = await Promise.all([
    checkDirectory(settings),
    checkDatabase(databaseUrl, settings, 'counted').catch((error: unknown) => [
      { name: 'Database', ok: false, detail: messageOf(error), next: null },
    ]),
    checkMail(settings, null),
    checkCertificates([readerUrl, adminUrl, apiUrl]),
  ]);
  return [directory, ...database, mail, ...certificates];
}
