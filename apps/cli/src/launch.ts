import { loadSettings, type Settings } from '@viewpoints/config/env';
import { type Database, openDatabase } from './database.ts';
import { Failure } from './failure.ts';
import { prepareJournal } from './journal.ts';
import { onEnd } from './on-end.ts';
import { checkPorts } from './ports.ts';
import { type Site, type SiteOptions, startSite } from './site.ts';
import { build, endTools, generate, type ToolResult } from './tool.ts';

const say = (sentence: string) => console.log(sentence);

/** A site that ends by itself is started again, so many times within a minute. */
const restartsPerMinute = 3;

/**
 * Runs the whole product until it is told to end; resolves to the exit status.
 * @param development rebuild as files change instead of building first
 */
export async function launch(development: boolean): Promise<number> {
  const settings = loadSettings();
  const ending = onEnd(endTools);
  const over = new Promise<null>((done) =>
    ending.signal.addEventListener('abort', () => done(null), { once: true }),
  );
  let database: Database | undefined;
  const sites = new Map<Site['name'], Site>();
  /** Whatever it waits for, it does not keep the end waiting. */
  const unlessOver = async <T>(work: Promise<T>): Promise<T> => {
    const result = await Promise.race([work, over.then(() => ended)]);
    if (result === ended) throw ended;
    return result as T;
  };
  try {
    await checkPorts(settings.ports);
    await unlessOver(make(development));
    // A database that is about to run must be known here, to be stopped.
    database = await openDatabase(settings, { join: false, say });
    if (ending.signal.aborted) return 0;
    const { readerUrl, setupUrl } = await prepareJournal(database.url, settings, say);
    const start = async (options: SiteOptions) => {
      const site = startSite(options);
      sites.set(site.name, site);
      await site.ready;
      return site;
    };
    const options = describeSites(settings, {
      database: database.url,
      reader: readerUrl,
      development,
    });
    const started = await unlessOver(Promise.all(options.map(start)));
    announce(settings, setupUrl);
    const crash = Promise.race(
      started.map((site, index) => keep(site, options[index] as SiteOptions, start, ending.signal)),
    );
    const lost = database.ended.then((reason) => reason ?? new Failure('The database has ended.'));
    const reason = await Promise.race([over, crash, lost]);
    if (reason === null) return 0;
    throw reason;
  } catch (error) {
    if (error === ended) return 0;
    throw error;
  } finally {
    if (ending.signal.aborted) say('\nStopping …');
    await Promise.all([...sites.values()].map((site) => site.stop()));
    await database?.stop();
  }
}

const ended = Symbol('ended');

async function make(development: boolean): Promise<void> {
  let result: ToolResult;
  if (development) {
    result = await generate();
  } else {
    say('Building what has changed; the first time takes a minute or two …');
    result = await build();
  }
  if (!result.ok) {
    throw new Failure(`${result.output}\nThe build failed; what it said stands above.`);
  }
}

/** Set to nothing, not left out: what is left out is read from `.env`. */
const withheld = {
  DATABASE_URL: '',
  DATABASE_READER_URL: '',
  SMTP_URL: '',
  OWNER_EMAIL: '',
  OWNER_PASSWORD: '',
};

/** What each program is told: its own settings and no others' secrets. */
function describeSites(
  settings: Settings,
  { database, reader, development }: { database: string; reader: string; development: boolean },
): SiteOptions[] {
  const common = {
    ...process.env,
    NODE_ENV: development ? 'development' : 'production',
    DATA_DIR: settings.dataDir,
    SECRET: settings.secret,
    READER_URL: settings.readerUrl,
    ADMIN_URL: settings.adminUrl,
    API_URL: settings.apiUrl,
    ...withheld,
  };
  const api = {
    ...common,
    DATABASE_URL: database,
    DATABASE_READER_URL: reader,
    SMTP_URL: settings.smtpUrl ?? '',
  };
  const envs = { api, reader: { ...common, DATABASE_READER_URL: reader }, admin: common };
  return (['api', 'reader', 'admin'] as const).map((name) => ({
    name,
    port: settings.ports[name],
    env: envs[name],
    print: (line) => console.log(`${name.padEnd(6)} | ${line}`),
  }));
}

/** Starts a site again when it ends by itself; resolves when that has happened too often. */
async function keep(
  first: Site,
  options: SiteOptions,
  start: (options: SiteOptions) => Promise<Site>,
  over: AbortSignal,
): Promise<Error> {
  const restarts: number[] = [];
  for (let site = first; ; ) {
    const status = await site.ended;
    if (over.aborted) return new Promise(() => {});
    const now = Date.now();
    while (restarts[0] !== undefined && now - restarts[0] > 60_000) restarts.shift();
    if (restarts.length >= restartsPerMinute) {
      return new Failure(
        `The ${site.name} keeps ending by itself (${status}); see what it printed above.`,
      );
    }
    restarts.push(now);
    console.error(`The ${site.name} ended by itself (${status}); starting it again.`);
    try {
      site = await start(options);
    } catch (error) {
      return error as Error;
    }
  }
}

function announce({ readerUrl, adminUrl, apiUrl }: Settings, setupUrl: string | null): void {
  say(`
Viewpoints is ready.

  Reading site  ${readerUrl}
  Admin         ${adminUrl}
  API           ${apiUrl}
`);
  if (setupUrl !== null) {
    say(`  Nobody owns this journal yet. Make the first account here, once:\n  ${setupUrl}\n`);
  }
  say('Press Ctrl-C to stop.');
}
