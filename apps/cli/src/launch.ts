import { EventEmitter, once } from 'node:events';
import { loadSettings, type Settings } from '@viewpoints/config/env';
import { type Database, openDatabase } from './database.ts';
import { describeSites } from './describe-sites.ts';
import { Failure } from './failure.ts';
import { checkPorts } from './ports.ts';
import { writeRunningFile } from './running.ts';
import { onShutdown } from './shutdown.ts';
import { type Site, type SiteOptions, startSite } from './site.ts';
import { supervise } from './supervise.ts';
import { build, endTools, generate } from './tool.ts';
import { watchSources } from './watch.ts';

const say = (sentence: string) => console.log(sentence);

/** Thrown inside `launch` when a stop is requested while it waits for something. */
const stopRequested = Symbol('stop requested');

/**
 * Runs the whole product until a stop is requested; resolves to the exit status.
 * @param development rebuild as files change instead of building first
 * @param built run what was built before, and build nothing
 */
export async function launch(development: boolean, built = false): Promise<number> {
  const settings = loadSettings();
  const { signal } = onShutdown(endTools);
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(stopRequested), { once: true });
  });
  over.catch(() => {});
  const sites = new Map<Site['name'], Site>();
  const supervised: Promise<void>[] = [];
  let database: Database | undefined;
  let stopWatching = () => {};
  let noLongerRunning = async () => {};
  try {
    await checkPorts(settings.ports);
    if (!built) await Promise.race([make(development), over]);
    // Awaited even on abort, so that the database can be stopped.
    database = await openDatabase(settings, { join: false, say });
    signal.throwIfAborted();
    // The database client exists only now.
    const { prepareJournal } = await import('./journal.ts');
    const { readerUrl: reader, setupUrl } = await prepareJournal(database.url, settings, say);
    signal.throwIfAborted();

    const start = async (options: SiteOptions) => {
      const site = startSite(options);
      sites.set(site.name, site);
      await site.ready.catch(async (error: unknown) => {
        // A site that runs and never answers would block the port for the next.
        await site.stop();
        throw error;
      });
      return site;
    };
    const options = describeSites(settings, { database: database.url, reader, development });
    const started = Promise.all(options.map(async (one) => [await start(one), one] as const));
    const running = await Promise.race([started, over]);
    noLongerRunning = await writeRunningFile(settings.dataDir);
    announce(settings, setupUrl);

    const changes = new EventEmitter();
    if (development) stopWatching = watchForChanges(sites, changes);
    const nextChange = development ? () => once(changes, 'change').then(() => {}) : null;
    const common = { signal, say: (sentence: string) => console.error(sentence) };
    for (const [site, one] of running)
      supervised.push(
        supervise(site, {
          ...common,
          ...{ name: `The ${site.name}`, start: () => start(one), nextChange },
        }),
      );
    // The others know it by its port, and find it there again.
    const { port } = new URL(database.url);
    supervised.push(
      supervise(database, {
        ...common,
        name: 'The database',
        start: () => openDatabase(settings, { join: false, say, port: Number(port) }),
        onStarted: (restarted) => {
          database = restarted;
          say('The database runs again.');
        },
      }),
    );
    return await over;
  } catch (error) {
    if (signal.aborted) return 0;
    throw error;
  } finally {
    if (signal.aborted) say('\nStopping …');
    stopWatching();
    await noLongerRunning();
    await Promise.all([...sites.values()].map((site) => site.stop()));
    // A part that was being started when all was to end is known by then, and can be stopped.
    if (signal.aborted) await Promise.all(supervised);
    await Promise.all([...sites.values()].map((site) => site.stop()));
    await database?.stop();
  }
}

async function make(development: boolean): Promise<void> {
  if (!development) say('Building what has changed; the first time takes a minute or two …');
  const { ok, output } = await (development ? generate() : build());
  if (!ok) throw new Failure(`${output}\nThe build failed; what it said stands above.`);
}

/**
 * The API's modules are loaded once, so it is restarted on a change; the two others rebuild by
 * themselves. The database client is written again when the schema changes.
 */
function watchForChanges(sites: ReadonlyMap<Site['name'], Site>, changes: EventEmitter) {
  const restart = () => {
    say('Sources changed; starting the api again …');
    changes.emit('change');
    void sites.get('api')?.stop();
  };
  const packages = ['domain', 'postgres', 'db', 'published', 'api'];
  const code = [...packages.map((name) => `packages/${name}/src`), 'apps/api/src'];
  const stopCode = watchSources(code, restart);
  const stopSchema = watchSources(['prisma'], async () => {
    const { ok, output } = await generate();
    if (ok) restart();
    else say(output);
  });
  return () => {
    stopCode();
    stopSchema();
  };
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
