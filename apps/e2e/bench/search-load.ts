import { Agent, get } from 'node:http';
import type { LargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { randomFrom } from '@viewpoints/published/testing/large-journal/random';

/** Calls of the search by what they are like, each as a path of the API. */
export type Questions = Record<string, string[]>;

const call = (procedure: 'query' | 'suggest', input: object) =>
  `/trpc/search.${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

/** Fifty questions of each kind about a large journal. The same journal gives the same ones. */
export function questionsAbout({
  tongues,
  cast,
}: Pick<LargeJournal, 'tongues' | 'cast'>): Questions {
  const chance = randomFrom(99);
  const [tongue] = tongues;
  if (tongue === undefined) throw new Error('there is no language');
  const words = (from: number, to: number) => chance.pick(tongue.words.slice(from, to));
  const fifty = (make: () => string) => Array.from({ length: 50 }, make);
  const query = (q: string, more = {}) => call('query', { q, ...more });
  const misspell = (word: string) => word.slice(0, 2) + word.slice(3);
  return {
    'a rare word': fifty(() => query(words(2_000, 3_000))),
    'a common word': fifty(() => query(words(0, 30))),
    'two words': fifty(() => query(`${words(0, 200)} ${words(0, 200)}`)),
    'a phrase': fifty(() => query(`"${words(0, 300)} ${words(0, 300)}"`)),
    'a name': fifty(() => query(chance.pickByRank(cast.actors).name)),
    'a word, narrowed': fifty(() =>
      query(words(0, 100), { kind: 'finding', actor: chance.pickByRank(cast.actors).slug }),
    ),
    fields: fifty(() => query(`${words(0, 500)} after:2022 lang:en -${words(0, 500)}`)),
    'a misspelt word': fifty(() => query(misspell(words(500, 3_000)))),
    suggestions: fifty(() => call('suggest', { q: words(0, 3_000).slice(0, 4) })),
  };
}

/** Requests `paths` over so many connections for so long; returns how long each took, in milliseconds. */
export async function ask(
  url: string,
  paths: readonly string[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1_000;
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const path = paths[next % paths.length] ?? '';
      next += 1;
      const began = performance.now();
      const status = await statusOf(url + path, agent);
      times.push(performance.now() - began);
      if (status !== 200) throw new Error(`${status}: ${decodeURIComponent(path)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return times;
}

function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((done, failed) => {
    get(url, { agent }, (answer) => {
      answer.resume();
      answer.once('end', () => done(answer.statusCode ?? 0));
    }).once('error', failed);
  });
}
