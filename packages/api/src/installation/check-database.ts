import type { Settings } from '@viewpoints/config/env';
import { exposureInWords } from '@viewpoints/domain/exposures/exposure-in-words';
import { wayOutInWords, wayOutOf } from '@viewpoints/domain/exposures/way-out';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import {
  confineReaderScript,
  findReaderOpenings,
  type ReaderOpenings,
} from '@viewpoints/postgres/roles/confine-reader';
import type { LostAnchors } from '@viewpoints/published/prepare/find-lost-anchors';
import {
  type DatabaseState,
  inspectDatabase,
} from '@viewpoints/published/prepare/inspect-database';
import { checkBackups } from './check-backups.ts';
import { checkClock } from './check-clock.ts';
import { checkMedia } from './check-media.ts';
import type { CheckResult } from './check-result.ts';

/** The settings that a database is looked over with. */
export type DatabaseSettings = Pick<Settings, 'databaseReaderUrl' | 'secret' | 'storage'>;

/**
 * Checks a database: its server, roles and queue, and the faults of the journal that somebody has to repair.
 * @param url as the owner of the tables
 * @param articles `named`: headlines and protected words are told, for who runs the machine;
 *   `counted`: only how many, for accounts that may see no article
 */
export async function checkDatabase(
  url: string,
  settings: DatabaseSettings,
  articles: 'named' | 'counted',
): Promise<CheckResult[]> {
  const state = await inspectDatabase(url, {
    readerUrl: settings.databaseReaderUrl,
    secret: settings.secret,
  });
  const { pendingMigrations: pending, jobs, rebuilds, media, exposures, problems, version } = state;
  const { anchors, lastBackupAt, mediaIds, clock } = state;
  const start = 'Run npm start, which sees to it.';
  return [
    { name: 'Database', ok: true, detail: `PostgreSQL ${version}`, next: null },
    {
      name: 'Migrations',
      ok: pending.length === 0,
      detail: pending.length === 0 ? 'up to date' : `${pending.length} to apply`,
      next: pending.length === 0 ? null : start,
    },
    serverResult('Editors’ role', 'works as it should', problems.editors),
    serverResult('Reading site’s role', 'may sign in', problems.readers),
    describeOpenings(await findReaderOpenings(url), new URL(url).pathname.slice(1)),
    serverResult('Announcements', 'arrive', problems.announcements),
    serverResult('Secret', 'is the journal’s', problems.secret),
    {
      name: 'Job queue',
      ok: jobs !== null && jobs.failed === 0,
      detail: jobs === null ? 'missing' : `${jobs.waiting} waiting, ${jobs.failed} failed`,
      next: jobs === null ? start : jobs.failed === 0 ? null : 'The log of the API says why.',
    },
    ...(rebuilds === null ? [] : [describeRebuilds(rebuilds)]),
    ...(media === null ? [] : [describeMedia(media)]),
    ...(exposures === null ? [] : [describeExposures(exposures, articles)]),
    ...(anchors === null ? [] : [describeAnchors(anchors, articles)]),
    ...(mediaIds === null ? [] : await checkMedia(openMediaStore(settings.storage), mediaIds)),
    checkBackups(lastBackupAt, clock.database),
    checkClock(clock),
  ];
}

/** A rebuild after an upgrade runs while the journal runs, and is no fault. */
function describeRebuilds(rebuilds: NonNullable<DatabaseState['rebuilds']>): CheckResult {
  const lines = rebuilds.map(
    ({ name, done, articles }) => `${name} (${done} of ${articles} articles done)`,
  );
  const detail = lines.length === 0 ? 'none to do' : `${lines.join(', ')}; the API goes on with it`;
  return { name: 'Rebuilds', ok: true, detail, next: null };
}

/** Maximum number of ids that are listed. */
const fewIds = 5;

/** Pictures from before colour profiles were taken out are cleaned while the journal runs. */
function describeMedia({ waiting, failed }: { waiting: number; failed: string[] }): CheckResult {
  const some = `${failed.slice(0, fewIds).join(', ')}${failed.length > fewIds ? ', …' : ''}`;
  return {
    name: 'Stored pictures',
    ok: failed.length === 0,
    detail:
      waiting + failed.length === 0
        ? 'cleaned'
        : `${waiting} still to be cleaned, ${failed.length} that cannot be`,
    next:
      failed.length === 0
        ? null
        : `Send these again in the admin, or remove them: ${some}. Each start tries them once more.`,
  };
}

/** Exposures: each place with the way to resolve it, under the headline of its article. */
function describeExposures(
  { found, unchecked }: NonNullable<DatabaseState['exposures']>,
  articles: 'named' | 'counted',
): CheckResult {
  const lines = found.map(
    (exposed) =>
      `“${exposed.headline}”: ${exposureInWords(exposed)} ${wayOutInWords(wayOutOf(exposed))}`,
  );
  const waiting = unchecked === 0 ? '' : `, ${unchecked} articles still to be checked`;
  return {
    name: 'What is public',
    ok: found.length === 0,
    detail: `${found.length === 0 ? 'nothing exposed' : `${found.length} exposed`}${waiting}`,
    next:
      found.length === 0
        ? null
        : articles === 'named'
          ? [...new Set(lines)].join('\n  ')
          : 'Editors see on the desk what it is and what to do. Tell them at once.',
  };
}

/** Each quote that readers cannot find, under the headline of its article. */
function describeAnchors(
  { checked, lost }: LostAnchors,
  articles: 'named' | 'counted',
): CheckResult {
  const lines = lost
    .slice(0, fewIds)
    .map(({ findingId, headline }) => `“${headline}”: finding ${findingId}`);
  return {
    name: 'Quotes of findings',
    ok: lost.length === 0,
    detail:
      checked === 0
        ? 'none yet'
        : lost.length === 0
          ? `${checked}, all in their place`
          : `${lost.length} of ${checked} lost`,
    next:
      lost.length === 0
        ? null
        : articles === 'counted'
          ? 'Run `viewpoints doctor` on the machine, which names them.'
          : `Anchor these again in the admin, and publish a correction:\n  ${lines.join('\n  ')}`,
  };
}

/** The result of a check of the server; its sentence says what to do if that is known. */
function serverResult(name: string, detail: string, problem: string | null): CheckResult {
  if (problem === null) return { name, ok: true, detail, next: null };
  return { name, ok: false, detail: problem, next: 'Run npm start, or see what it says of this.' };
}

const openingWords: Record<ReaderOpenings['here'][number], string> = {
  temporary_objects: 'make temporary tables',
  large_objects: 'write large objects',
  advisory_locks: 'take advisory locks',
  statistics: 'read statistics of hidden tables',
  temporary_files: 'fill the disk by sorting',
};

/** The server's administrator closes other databases; a managed service may allow only some of it. */
function describeOpenings({ databases, here }: ReaderOpenings, database: string): CheckResult {
  const may = [
    ...(databases.length === 0 ? [] : [`connect to ${databases.join(', ')}`]),
    ...here.map((opening) => openingWords[opening]),
  ];
  const advice = [
    ...(databases.length === 0
      ? []
      : [`Take CONNECT on ${databases.join(', ')} from PUBLIC and grant it to whoever needs it.`]),
    ...(here.length === 0
      ? []
      : [`Run as a superuser: psql -d ${database} -f ${confineReaderScript}`]),
  ];
  return {
    name: 'Reach of the reading site’s role',
    ok: databases.length === 0,
    detail: may.length === 0 ? 'what is published' : `may also ${may.join(', ')}`,
    next: advice.length === 0 ? null : advice.join('\n  '),
  };
}
