import type { ReaderDatabase } from '@viewpoints/db/client';
import { answerRead } from '../http/answer-read.ts';
import { type PublicRead, publicReads } from '../http/public-reads.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** The answers of the loaded sample to the example of each public read, as the document shows them. */
export async function sampleAnswers(reader: ReaderDatabase): Promise<string> {
  const answer = (id: string, given: PublicRead['example'] = {}) => {
    const read = findRead(id);
    return answerRead(
      read,
      { reader, requestId: null, log },
      addressOf(read, { ...read.example, ...given }),
    );
  };
  const listed = (await answer('findings.list')) as { items: { id: string }[] };
  const id = listed.items[0]?.id ?? '';
  const ids = new Map([[id, String(findRead('findings.byId').example.id)]]);
  const answers: Record<string, unknown> = {};
  for (const read of publicReads) {
    const whole = await answer(read.id, read.id === 'findings.byId' ? { id } : {});
    const short = cutShort(whole, ids);
    answers[read.id] = read.answer.parse(read.id === 'changes.list' ? atOneTime(short) : short);
  }
  return `${stableIds(JSON.stringify(answers, null, 2), ids)}\n`;
}

/** Entries of the log with one time, since they have that of the load. */
const atOneTime = (page: unknown) => {
  const { items, ...rest } = page as { items: object[] };
  return { ...rest, items: items.map((item) => ({ ...item, at: '2026-11-30T09:00:00.000Z' })) };
};

function findRead(id: string): PublicRead {
  const found = publicReads.find((read) => read.id === id);
  if (found === undefined) throw new Error(`there is no public read ${id}`);
  return found;
}

function addressOf({ parameters }: PublicRead, values: PublicRead['example']) {
  const given = (place: 'path' | 'query') =>
    Object.fromEntries(
      parameters.flatMap(({ name, in: at }) =>
        at === place && values[name] !== undefined ? [[name, String(values[name])]] : [],
      ),
    );
  return { path: given('path'), query: given('query') };
}

/** The first of each list of things, the beginning of each text, and cursors without ids of a load. */
function cutShort(value: unknown, ids: Map<string, string>, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'nextCursor') return stableCursor(value, ids);
    return key === 'text' ? value.slice(0, 200) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const isOfThings = value.some((each) => typeof each === 'object' && !Array.isArray(each));
    return (isOfThings ? value.slice(0, 1) : value).map((each) => cutShort(each, ids));
  }
  const fields = Object.entries(value).map(([name, each]) => [name, cutShort(each, ids, name)]);
  return Object.fromEntries(fields);
}

const anId = /[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/g;

/** Ids differ with each load: each gets one that is always the same, in order of appearance. */
function stableIds(text: string, ids: Map<string, string>): string {
  const given = new Set(ids.values());
  return text.replaceAll(anId, (id) => {
    if (given.has(id)) return id;
    const stable = ids.get(id) ?? `00000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`;
    ids.set(id, stable);
    given.add(stable);
    return stable;
  });
}

function stableCursor(cursor: string, ids: Map<string, string>): string {
  // Those of the log are ids themselves.
  if (cursor.match(anId)?.[0] === cursor) return cursor;
  const position = Buffer.from(cursor, 'base64url').toString('utf8');
  return Buffer.from(stableIds(position, ids)).toString('base64url');
}
