import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashOf } from '@viewpoints/api/accounts/password';
import { connectEditorial, inTransaction } from '@viewpoints/db/client';
import { insertAccount } from '@viewpoints/db/editorial/accounts';
import { blockPart, listWrittenParts } from '@viewpoints/db/editorial/contributions';
import { newId } from '@viewpoints/db/editorial/new-id';
import { Document } from '@viewpoints/domain/document/document';
import { openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';
import { openDesk } from './calls.ts';
import { findVictims, killOutright } from './processes.ts';
import { createProduct, type Product } from './product.ts';
import { createRandom, type Random } from './random.ts';
import { connectPage, type Page } from './together-page.ts';
import { createSuggestions, type Decider } from './together-suggestions.ts';

/** The probability, in each round, of what is not done in most. */
const likelihood = { drop: 0.01, kill: 0.004, decide: 0.06, join: 0.02 } as const;

/** Words that the text may have; from there on a page deletes a word for each that it writes. */
const maxTextLength = 2_000;

/**
 * Two people write, delete and suggest at random in one article for so many minutes, also in what the
 * other suggests, while suggestions are accepted and refused by either, their connections drop and the
 * API is killed. In the end both pages say the same, so does what is stored; every word is in it with
 * its authors, and none of the deleted or of those that are only suggested.
 */
export async function soakTogether({
  minutes,
  seed,
  signal,
}: {
  minutes: number;
  seed: number;
  signal: AbortSignal;
}): Promise<boolean> {
  const random = createRandom(seed);
  const product = await createProduct();
  console.log(`Seed ${seed}; data in ${product.dataDir}.`);
  const pages: Page[] = [];
  try {
    await product.start();
    await product.becomesReady();
    const people = await addPeople(product);
    const [{ desk }] = people;
    const created = await desk.call<{ id: string }>('editor.articles.create', {
      headline: 'Written together',
    });
    if (created.kind !== 'done') throw new Failure('No article could be begun.');
    const { id } = created.value;
    for (const [letter, { desk, accountId }] of [
      ['a', people[0]],
      ['b', people[1]],
    ] as const)
      pages.push(
        await connectPage({ product, cookie: desk.cookie, accountId, articleId: id, letter }),
      );
    /** The authors of words that were suggested; of all others it is who has the page. */
    const accepted = new Map<string, string[]>();
    const suggestions = createSuggestions(people, {
      articleId: id,
      onAccepted: (word, authors) => void accepted.set(word, authors),
    });
    const storedWords = async (): Promise<string> => {
      const answer = await desk.ask<{ article: { body: unknown } }>('editor.articles.get', { id });
      if (answer.kind !== 'done') throw new Failure('The article could not be read.');
      return JSON.stringify(answer.value.article.body);
    };

    const counts = { drops: 0, kills: 0, lost: 0 };
    const until = Date.now() + minutes * 60_000;
    while (Date.now() < until && !signal.aborted) {
      const length = pages.reduce((sum, page) => sum + page.words().length, 0);
      for (const page of pages) {
        if (random.next() < 0.6) page.write(random);
        if (random.next() < (length < maxTextLength ? 0.15 : 0.6)) page.erase(random);
        if (random.next() < 0.1) suggestions.make(page, random);
      }
      await sleep(random.between(20, 140));
      if (random.next() < likelihood.join)
        for (const page of pages) await suggestions.join(page, random);
      if (random.next() < likelihood.decide) await suggestions.decide(random);
      if (random.next() < likelihood.drop) {
        counts.drops += 1;
        dropOne(pages, random);
      }
      if (random.next() < likelihood.kill && killApi(product)) {
        counts.kills += 1;
        const acknowledged = pages.flatMap((page) => page.acknowledged());
        await product.becomesReady();
        counts.lost += missing(acknowledged, await storedWords()).length;
      }
    }
    if (signal.aborted) return false;

    for (const page of pages) page.connect();
    for (const page of pages) await page.allAcknowledged();
    // The last update of each has reached the other by then.
    await sleep(2_000);
    const stored = await storedWords();
    const misplaced = await suggestions.faults(stored);
    const words = pages.flatMap((page) => page.words());
    const erased = pages.flatMap((page) => page.erased());
    const back = erased.filter((word) => stored.includes(word));
    const gone = missing(words, stored);
    const [first, second] = pages.map((page) => page.body());
    const written = pages.flatMap((page) =>
      page.words().map((word) => ({ word, authors: accepted.get(word) ?? [page.accountId] })),
    );
    const blocks = await recordedAuthors(product, id, stored);
    const wrong = written.filter(
      ({ word, authors }) =>
        !authors.every((author) =>
          blocks.some((block) => block.text.includes(word) && block.authors.has(author)),
        ),
    );
    const faults = [
      ...(counts.lost > 0 ? [`${counts.lost} acknowledged words were gone after a kill.`] : []),
      ...gone.slice(0, 20).map((word) => `“${word}” is not in what is stored.`),
      ...back.slice(0, 20).map((word) => `“${word}” was deleted and is stored.`),
      ...misplaced.slice(0, 20),
      ...wrong.slice(0, 20).map(({ word }) => `“${word}” is not recorded as its author’s.`),
      ...(first === second ? [] : ['The two pages do not say the same.']),
      ...(first === stored ? [] : ['What is stored is not what the pages say.']),
      ...pages.flatMap((page) => page.refusals()),
    ];
    const acknowledged = pages.flatMap((page) => page.acknowledged()).length;
    console.log(
      `\n${words.length + erased.length} words written, ${erased.length} deleted, ${acknowledged} of the rest ` +
        `acknowledged; ${gone.length} missing, ${back.length} came back; ` +
        `${wrong.length} without their author; ${suggestions.counts.made} suggestions, ` +
        `${suggestions.counts.shared} times in another’s, ${suggestions.counts.accept} accepted, ` +
        `${suggestions.counts.refuse} refused; ${counts.drops} dropped connections, ${counts.kills} kills; seed ${seed}`,
    );
    for (const fault of faults) console.log(`✗ ${fault}`);
    if (faults.length === 0) await rm(product.dataDir, { recursive: true, force: true });
    else console.log(`\nIts data are left in ${product.dataDir}.`);
    return faults.length === 0;
  } finally {
    for (const page of pages) page.close();
    await product.end();
  }
}

/** Two who write in one article: a contributor, whose it is, and an editor. */
async function addPeople(product: Product): Promise<[Decider, Decider]> {
  const password = 'another long run';
  const accounts = [
    { id: newId(), email: 'wren@soak.example', name: 'Wren Tolliver', role: 'contributor' },
    { id: newId(), email: 'ines@soak.example', name: 'Ines Marlow', role: 'editor' },
  ] as const;
  const editorial = await connectTo(product);
  try {
    const passwordHash = await hashOf(password);
    for (const { role, ...account } of accounts)
      await insertAccount(editorial, { ...account, roles: [role], passwordHash, at: new Date() });
  } finally {
    await editorial.$disconnect();
  }
  const [writer, editor] = await Promise.all(
    accounts.map(async ({ id, email }) => ({
      accountId: id,
      desk: await openDesk(product, { email, password }, new Map()),
    })),
  );
  if (writer === undefined || editor === undefined) throw new Failure('Nobody is signed in.');
  return [writer, editor];
}

async function connectTo({ dataDir }: Product) {
  const settings = { databaseUrl: null, dataDir };
  const { url } = await openDatabase(settings, { join: true, say: () => {} });
  return connectEditorial(url, { poolSize: 1 });
}

/** The blocks of a text, with whom the database has as their authors. */
async function recordedAuthors(product: Product, articleId: string, body: string) {
  const editorial = await connectTo(product);
  try {
    const written = await inTransaction(editorial, (tx) => listWrittenParts(tx, articleId));
    return Document.parse(JSON.parse(body)).content.map((block) => {
      const part = blockPart(block);
      const authors = written.filter(({ parts }) => parts.some((each) => each.part === part));
      return {
        text: JSON.stringify(block),
        authors: new Set(authors.map(({ authorId }) => authorId)),
      };
    });
  } finally {
    await editorial.$disconnect();
  }
}

/** Words are letter, number and x, so that two adjacent ones can be separated. */
const missing = (words: readonly string[], stored: string): string[] =>
  words.filter((word) => !stored.includes(word));

function dropOne(pages: readonly Page[], random: Random): void {
  const page = pages[random.between(0, pages.length - 1)];
  page?.disconnect();
  setTimeout(() => page?.connect(), random.between(500, 4_500)).unref();
}

function killApi(product: Product): boolean {
  const [pid] = findVictims(product.launcher(), product.dataDir).api;
  return pid !== undefined && killOutright(pid);
}
