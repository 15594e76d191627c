import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectEditorial } from '@viewpoints/db/client';
import { inspectDatabase } from '@viewpoints/published/prepare/inspect-database';
import { z } from 'zod';
import type { Entry, Ledger } from './ledger.ts';

const Row = z.object({
  id: z.string(),
  state: z.string(),
  save: z.number(),
  headline: z.string(),
  is_live: z.boolean(),
  versions: z.array(z.number()),
  revisions: z.array(z.number()),
  published_version: z.number().nullable(),
  publications: z.number(),
  corrections: z.number(),
  came_out: z.date().nullable(),
});
type Row = z.infer<typeof Row>;

/** The result of the run; `faults` are what must never happen. */
export type Comparison = {
  articles: number;
  versions: number;
  pictures: number;
  schedules: number;
  /**
   * The delays of scheduled publications, in milliseconds, in order: after their time or, where something
   * was down then, after all was ready again.
   */
  lateness: number[];
  faults: string[];
};

/** Milliseconds within which what is scheduled has to be out, once nothing is down. */
const maxLateness = 2_000;

/** Milliseconds in which a queue whose connection was killed begins again: its pause and what a start takes. */
const regains = 5_000;

/** The first moment from a time on at which nothing was down; outages in their order. */
export function whenPossible(time: number, outages: Ledger['outages']): number {
  return outages.reduce(
    (at, { from, to }) => (from <= at && at < to + regains ? to + regains : at),
    time,
  );
}

/** Compares what was acknowledged with what is in the database and on disk, once all is at rest. */
export async function compare(
  databaseUrl: string,
  ledger: Ledger,
  { dataDir, secret }: { dataDir: string; secret: string },
): Promise<Comparison> {
  const editorial = connectEditorial(databaseUrl, { poolSize: 2 });
  const faults: string[] = [];
  try {
    const rows = z.array(Row).parse(
      await editorial.$queryRaw`
      select a.id::text, a.state::text, a.save, a.headline,
             a.live_revision_id is not null as is_live,
             array(select number from published_version v where v.article_id = a.id
                   order by number) as versions,
             array(select number from revision r where r.article_id = a.id
                   order by number) as revisions,
             (select version from published_article p where p.id = a.id) as published_version,
             (select count(*)::int from audit_record r where r.subject_id = a.id
              and r.action = 'article.publish') as publications,
             (select count(*)::int from audit_record r where r.subject_id = a.id
              and r.action = 'article.correct') as corrections,
             (select min(at) from audit_record r where r.subject_id = a.id
              and r.action = 'article.publish') as came_out
      from article a`,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const entry of ledger.entries) faults.push(...faultsOf(entry, byId.get(entry.id)));
    for (const row of rows) faults.push(...halfWritten(row));

    const [waiting] = z.array(z.object({ due: z.number() })).parse(
      await editorial.$queryRaw`
      select count(*)::int as due from pending_announcement where visible_from <= now()`,
    );
    if (waiting?.due !== 0) faults.push(`${waiting?.due} ends of embargoes were not announced.`);
    const { jobs } = await inspectDatabase(databaseUrl, { readerUrl: null, secret });
    if (jobs?.failed !== 0) faults.push(`${jobs?.failed} jobs have failed for good.`);

    const media = z.array(z.object({ id: z.string(), path: z.string(), sha256: z.string() })).parse(
      await editorial.$queryRaw`
      select id::text, path, sha256 from media`,
    );
    faults.push(...(await faultsOfMedia(media, ledger, join(dataDir, 'media'))));

    const scheduled = ledger.entries.filter(({ publishAt }) => publishAt !== null);
    const lateness = scheduled.flatMap(({ id, slug, publishAt }) => {
      const out = byId.get(id)?.came_out;
      if (!out || !publishAt) return [];
      const late = out.getTime() - whenPossible(Date.parse(publishAt), ledger.outages);
      if (late > maxLateness) faults.push(`Published ${late} ms late: ${slug}.`);
      return [Math.max(0, late)];
    });
    return {
      articles: ledger.entries.length,
      versions: rows.reduce((sum, { versions }) => sum + versions.length, 0),
      pictures: ledger.pictures.length,
      schedules: scheduled.length,
      lateness: lateness.toSorted((a, b) => a - b),
      faults,
    };
  } finally {
    await editorial.$disconnect();
  }
}

/** The faults of an acknowledged article. */
function faultsOf(entry: Entry, row: Row | undefined): string[] {
  if (row === undefined) return [`Lost: the article ${entry.id}.`];
  const faults: string[] = [];
  const say = (what: string) => faults.push(`${what}: ${entry.slug}.`);
  if (row.save < entry.save) say(`Lost: save ${entry.save}, it is at ${row.save}`);
  if (row.save === entry.save && row.headline !== entry.headline) say('Lost: words of a save');
  if (row.versions.length !== entry.versions)
    say(`${row.versions.length} versions instead of ${entry.versions}`);
  if (row.publications !== Math.min(entry.versions, 1)) say(`Published ${row.publications} times`);
  if (row.corrections !== entry.corrections) say(`Corrected ${row.corrections} times`);
  if (entry.publishAt !== null && row.came_out === null) say('Scheduled and not published');
  if (entry.gone !== null && row.state !== 'retracted') say('Lost: a retraction');
  return faults;
}

/** Parts of an article without the parts that belong to them. */
function halfWritten({
  id,
  state,
  is_live,
  versions,
  revisions,
  published_version,
}: Row): string[] {
  const faults: string[] = [];
  const hasGaps = (numbers: number[]) => numbers.some((number, index) => number !== index + 1);
  if (hasGaps(versions)) faults.push(`Gaps in the versions of ${id}: ${versions.join()}.`);
  if (hasGaps(revisions)) faults.push(`Gaps in the revisions of ${id}: ${revisions.join()}.`);
  const isOut = published_version !== null;
  if (isOut !== versions.length > 0 || (isOut && published_version !== versions.at(-1)))
    faults.push(`Half written: ${id} is shown as version ${published_version}.`);
  if (is_live !== isOut || ((state === 'published' || state === 'retracted') && !isOut))
    faults.push(`Half written: ${id} is ${state}, and readers see ${isOut ? 'it' : 'nothing'}.`);
  return faults;
}

/** Rows without their bytes, and bytes without a row, except those of interrupted uploads. */
async function faultsOfMedia(
  media: { id: string; path: string; sha256: string }[],
  ledger: Ledger,
  directory: string,
): Promise<string[]> {
  const faults: string[] = [];
  const rows = new Set(media.map(({ id }) => id));
  for (const id of ledger.pictures) if (!rows.has(id)) faults.push(`Lost: the picture ${id}.`);
  for (const { path, sha256 } of media) {
    const bytes = await readFile(join(directory, path)).catch(() => Buffer.alloc(0));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) faults.push(`The picture ${path} has not the bytes that it should.`);
  }
  const names = await readdir(directory).catch(() => []);
  const undecided = new Set(names.filter((name) => name.endsWith('.part')));
  for (const name of names)
    if (!name.endsWith('.part') && !rows.has(name) && !undecided.has(`${name}.part`))
      faults.push(`Bytes of no picture, which no sweep will find: ${name}.`);
  return faults;
}
