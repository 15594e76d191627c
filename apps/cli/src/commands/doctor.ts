import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { loadSettings, type Settings } from '@viewpoints/config/env';
import { exposureInWords } from '@viewpoints/domain/exposures/exposure-in-words';
import { wayOutInWords, wayOutOf } from '@viewpoints/domain/exposures/way-out';
import {
  confineReaderScript,
  findReaderOpenings,
  type ReaderOpenings,
} from '@viewpoints/postgres/roles/confine-reader';
import {
  type DatabaseState,
  inspectDatabase,
} from '@viewpoints/published/prepare/inspect-database';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { messageOf } from '../failure.ts';
import { portProblem } from '../ports.ts';

/** One thing that was looked at; `next` says what to do where it is not as it should be. */
type Finding = { name: string; ok: boolean; detail: string; next: string | null };

const oldestNode = 24;
const leastSpace = 500 * 1024 ** 2;

export const doctorCommand = new Command('doctor')
  .description('look over this installation and say what is wrong with it')
  .option('--json', 'answer with JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const settings = loadSettings();
    const findings = [
      checkNode(),
      await checkDirectory(settings),
      ...(await checkDatabase(settings)),
      ...(await checkPorts(settings)),
    ];
    if (json) console.log(JSON.stringify(findings, null, 2));
    else for (const finding of findings) print(finding);
    process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
  });

function print({ name, ok, detail, next }: Finding): void {
  console.log(`${ok ? '✓' : '✗'} ${name}: ${detail}${next === null ? '' : `\n  ${next}`}`);
}

function checkNode(): Finding {
  const ok = Number.parseInt(process.versions.node, 10) >= oldestNode;
  return {
    name: 'Node',
    ok,
    detail: process.versions.node,
    next: ok ? null : 'Run the commands through npm, which brings its own Node.',
  };
}

async function checkDirectory({ dataDir }: Settings): Promise<Finding> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const ok = free >= leastSpace;
    return {
      name: 'Data directory',
      ok,
      detail: `${dataDir}, ${(free / 1024 ** 3).toFixed(1)} GiB free`,
      next: ok ? null : 'Free some space, or set DATA_DIR to a directory on a larger disk.',
    };
  } catch (error) {
    return {
      name: 'Data directory',
      ok: false,
      detail: messageOf(error),
      next: 'Give this user the directory, or set DATA_DIR to another.',
    };
  }
}

async function checkDatabase(settings: Settings): Promise<Finding[]> {
  try {
    const database = await openDatabase(settings, { join: true, say: () => {} });
    try {
      return await describeDatabase(database.url, settings);
    } finally {
      await database.stop();
    }
  } catch (error) {
    return [{ name: 'Database', ok: false, detail: messageOf(error), next: null }];
  }
}

async function describeDatabase(url: string, settings: Settings): Promise<Finding[]> {
  const state = await inspectDatabase(url, {
    readerUrl: settings.databaseReaderUrl,
    secret: settings.secret,
  });
  const { pendingMigrations: pending, jobs, rebuilds, media, exposures, problems, version } = state;
  const kind = settings.databaseUrl === null ? 'embedded' : 'at DATABASE_URL';
  const start = 'Run npm start, which sees to it.';
  return [
    { name: 'Database', ok: true, detail: `PostgreSQL ${version}, ${kind}`, next: null },
    {
      name: 'Migrations',
      ok: pending.length === 0,
      detail: pending.length === 0 ? 'up to date' : `${pending.length} to apply`,
      next: pending.length === 0 ? null : start,
    },
    asFinding('Editors’ role', 'works as it should', problems.editors),
    asFinding('Reading site’s role', 'may sign in', problems.readers),
    describeOpenings(await findReaderOpenings(url), new URL(url).pathname.slice(1)),
    asFinding('Announcements', 'arrive', problems.announcements),
    asFinding('Secret', 'is the journal’s', problems.secret),
    {
      name: 'Job queue',
      ok: jobs !== null && jobs.failed === 0,
      detail: jobs === null ? 'missing' : `${jobs.waiting} waiting, ${jobs.failed} failed`,
      next: jobs === null ? start : jobs.failed === 0 ? null : 'The log of the API says why.',
    },
    ...(rebuilds === null ? [] : [describeRebuilds(rebuilds)]),
    ...(media === null ? [] : [describeMedia(media)]),
    ...(exposures === null ? [] : [describeExposures(exposures)]),
  ];
}

/** A rebuild after an upgrade runs while the journal runs, and is no fault. */
function describeRebuilds(rebuilds: NonNullable<DatabaseState['rebuilds']>): Finding {
  const lines = rebuilds.map(
    ({ name, done, articles }) => `${name} (${done} of ${articles} articles done)`,
  );
  const detail = lines.length === 0 ? 'none to do' : `${lines.join(', ')}; the API goes on with it`;
  return { name: 'Rebuilds', ok: true, detail, next: null };
}

/** Maximum number of ids that are listed. */
const fewIds = 5;

/** Pictures from before colour profiles were taken out are cleaned while the journal runs. */
function describeMedia({ waiting, failed }: { waiting: number; failed: string[] }): Finding {
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
function describeExposures({ found, unchecked }: NonNullable<DatabaseState['exposures']>): Finding {
  const lines = found.map(
    (exposed) =>
      `“${exposed.headline}”: ${exposureInWords(exposed)} ${wayOutInWords(wayOutOf(exposed))}`,
  );
  const waiting = unchecked === 0 ? '' : `, ${unchecked} articles still to be checked`;
  return {
    name: 'What is public',
    ok: found.length === 0,
    detail: `${found.length === 0 ? 'nothing exposed' : `${found.length} exposed`}${waiting}`,
    next: found.length === 0 ? null : [...new Set(lines)].join('\n  '),
  };
}

/** The result of a check of the server; its sentence says what to do if that is known. */
function asFinding(name: string, detail: string, problem: string | null): Finding {
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
function describeOpenings({ databases, here }: ReaderOpenings, database: string): Finding {
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

async function checkPorts({ ports }: Settings): Promise<Finding[]> {
  return Promise.all(
    Object.entries(ports).map(async ([name, port]) => {
      const problem = await portProblem(port);
      const detail = problem === null ? 'free' : problem === 'EADDRINUSE' ? 'in use' : problem;
      const ok = problem === null || problem === 'EADDRINUSE';
      const next = ok ? null : `Set ${name.toUpperCase()}_PORT to another port.`;
      return { name: `Port ${port} (${name})`, ok, detail, next };
    }),
  );
}
