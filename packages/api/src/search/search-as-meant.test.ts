import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReaderCaller, type ReaderCaller, type ReaderCalls } from '../reader-caller.ts';

/*
 * A query finds what was plainly meant, in a journal with articles in languages that drop each other's
 * words. Articles are identified by their headlines; each says in one sentence what it is there for.
 */

let db: TestDatabase;
let door: ReaderCaller;
let read: ReaderCalls;
let by: string;
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** Headline, language, what it says. */
const articles = [
  ['Brussels', 'en', 'The EU will keep its sanctions on the harbour.'],
  ['Elsewhere', 'en', 'Sanctions were lifted by the islands alone.'],
  ['Assembly', 'en', 'A UN vote was put off.'],
  ['Ballot', 'en', 'A vote was put off in the valley.'],
  ['Engines', 'en', 'AI rules were drafted by the clerks.'],
  ['Nurses', 'en', 'The WHO sent nurses, who stayed.'],
  ['Tribunal', 'en', 'He was tried for war crimes.'],
  ['Burglary', 'en', 'Crimes of that kind are rare.'],
  ['Verse', 'en', 'They asked who is who at court, until the snow.'],
  ['Testament', 'en', 'She left a will and a mill.'],
  ['Lorries', 'en', 'Three lorries came over the pass.'],
  ['Horses', 'en', 'Three horses came over the pass.'],
  ['Houses', 'en', 'Three houses stood by the pass.'],
  ['Joined', 'en', 'The ceasefire held for a week.'],
  ['Hyphened', 'en', 'The cease-fire held for a month.'],
  ['Parted', 'en', 'They would cease fire at dawn.'],
  ['Poseidon', 'en', 'A P-8A was seen over the strait.'],
  ['Neptune', 'en', 'A P8 was seen over the bay.'],
  ['Orion', 'en', 'A P-8 was seen over the cape.'],
  ['Falcon', 'en', 'An F-16 was sold.'],
  ['Hornet', 'en', 'An F16 was bought.'],
  ['Fever', 'en', 'COVID-19 closed the pass, and nobody cooperated.'],
  ['Paper', 'en', 'UNSCR-1325 was read out.'],
  ['Krieg', 'de', 'Der Krieg war lang, und man hat ihn verloren. Crimes gab es.'],
  ['Vote', 'fr', 'Il y a eu un vote sur les sanctions, et ai-je dit non, son fils aussi.'],
  ['Union', 'it', 'Le regole sono utili ai pescatori e alla UE.'],
  ['Снег', 'ru', 'Снег ещё лежит, и переговоры идут.'],
  ['Reservoir', 'en', 'The reservoir is what they talk of.'],
  ['خواست', 'fa', 'شورا می‌خواهد کتاب‌ها بسته شوند.'],
  ['نخواست', 'fa', 'دولت میخواهد برود.'],
] as const;

beforeAll(async () => {
  db = await createTestDatabase();
  door = createReaderCaller({ databaseUrl: db.readerUrl, log });
  read = door.calls();
  by = (await addAccount(db.editorial)).id;
  for (const [place, [headline, language, text]] of articles.entries()) {
    const article = await addArticle(db.editorial, {
      ...{ by, headline, language, standfirst: '', body: paragraphs(text) },
      direction: language === 'fa' ? 'rtl' : 'ltr',
    });
    if (headline === 'Reservoir') await addPositions(article);
    await publish(db.editorial, article.id, { at: new Date(Date.UTC(2021, 1, place + 1)) });
  }
});
afterAll(async () => {
  await door.close();
  await db.drop();
});

async function addPositions(article: Parameters<typeof addFinding>[1]) {
  const issue = await addIssue(db.editorial, { name: 'The Ashkand reservoir' });
  const positions = [
    ['Terraces', 'rejects', 'No dam is worth a village'],
    ['Valley Growers', 'refuses', 'The growers will not move'],
    ['Ministry', 'supports', 'It must be built by spring'],
    ['Engineers', 'warns', 'The wall could crack'],
  ] as const;
  for (const [name, stance, proposition] of positions) {
    const actor = await addActor(db.editorial, { name });
    await addFinding(db.editorial, article, {
      ...{ by, stance, proposition, quote: 'The reservoir is what they talk of.' },
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
      issueIds: [issue.id],
    });
  }
}

/** Headlines and propositions of all that answers, in the order of the alphabet. */
async function found(q: string): Promise<string[]> {
  const { items } = await read.search.query({ q, limit: 100 });
  return items
    .map((hit) =>
      hit.kind === 'finding'
        ? hit.finding.proposition
        : hit.kind === 'page'
          ? hit.page.title
          : hit.article.headline,
    )
    .toSorted();
}

describe('a question, and what must be found', () => {
  it.each<[question: string, answers: string[]]>([
    // Words that other languages of the journal have in every sentence.
    ['EU sanctions', ['Brussels']],
    ['eu sanctions', ['Brussels', 'Vote']],
    ['EU', ['Brussels']],
    ['the EU', ['Brussels']],
    ['UN vote', ['Assembly']],
    ['the UN', ['Assembly']],
    ['AI rules', ['Engines']],
    ['war crimes', ['Krieg', 'Tribunal']],
    ['war', ['Tribunal']],
    ['the war', ['Tribunal']],
    ['in the war', ['Tribunal']],
    // Capitals make a name of a word that is common in small letters.
    ['WHO', ['Nurses']],
    ['the WHO', ['Nurses']],
    ['"the WHO"', ['Nurses']],
    ['THE WAR CRIMES', ['Krieg', 'Tribunal']],
    // If there is nothing else, common words are searched for.
    ['who is who', ['Verse']],
    ['Will', ['Brussels', 'Testament', 'The growers will not move']],
    ['ещё', ['Снег']],
    ['until', ['Verse']],
    // A question in another language than the journal's.
    ['der Krieg', ['Krieg']],
    ['снег и переговоры', ['Снег']],
    // One word, two words, and two with a hyphen.
    ['ceasefire', ['Hyphened', 'Joined', 'Parted']],
    ['cease-fire', ['Hyphened', 'Joined', 'Parted']],
    ['cease fire', ['Hyphened', 'Joined', 'Parted']],
    ['ceasefires', ['Hyphened', 'Joined']],
    ['co-operated', ['Fever']],
    ['P-8', ['Neptune', 'Orion', 'Poseidon']],
    ['P8', ['Neptune', 'Orion', 'Poseidon']],
    ['p-8a', ['Neptune', 'Orion', 'Poseidon']],
    ['P-8A', ['Neptune', 'Orion', 'Poseidon']],
    ['p8a', ['Neptune', 'Orion', 'Poseidon']],
    ['8a', ['Poseidon']],
    ['F16', ['Falcon', 'Hornet']],
    ['F-16', ['Falcon', 'Hornet']],
    ['f 16', ['Falcon', 'Hornet']],
    ['covid19', ['Fever']],
    ['COVID-19', ['Fever']],
    ['covid 19', ['Fever']],
    ['unscr1325', ['Paper']],
    ['UNSCR 1325', ['Paper']],
    ['می‌خواهد', ['خواست', 'نخواست']],
    ['میخواهد', ['خواست', 'نخواست']],
    ['می خواهد', ['خواست', 'نخواست']],
    ['کتابها', ['خواست']],
    ['کتاب‌ها', ['خواست']],
    ['held -cease-fire', []],
    ['week OR month -cease-fire', []],
    // Either of two.
    ['lorries OR horses', ['Horses', 'Lorries']],
    ['lorries OR gorses', ['Lorries']],
    ['pass lorries OR horses', ['Horses', 'Lorries']],
    ['"three lorries" OR "three horses" OR unicorns', ['Horses', 'Lorries']],
    ['lorries AND pass', ['Lorries']],
    ['gorses OR unicorns', []],
    // Words for stances.
    ['who opposes the reservoir', ['No dam is worth a village', 'The growers will not move']],
    ['who supports the reservoir?', ['It must be built by spring']],
    ['warnings reservoir', []],
    ['warned reservoir', ['The wall could crack']],
    // The beginning of a word.
    ['cease*', ['Hyphened', 'Joined', 'Parted']],
    ['cooperat*', ['Fever']],
    ['lorr* pass', ['Lorries']],
  ])('%s', async (question, answers) => {
    expect(await found(question)).toEqual(answers.toSorted());
  });
});

describe('what is said of a question', () => {
  const ignored = async (q: string) =>
    (await read.search.query({ q })).ignored.map(({ text, why }) => [text, why]);

  it.each<[question: string, told: [text: string, why: string][]]>([
    ['EU sanctions', []],
    ['war crimes', []],
    ['the EU', [['the', 'too_common']]],
    [
      'in the war',
      [
        ['in', 'too_common'],
        ['the', 'too_common'],
      ],
    ],
    ['the WHO', [['the', 'too_common']]],
    ['WHO', []],
    ['who is who', []],
    ['снег и переговоры', [['и', 'too_common']]],
    ['der Krieg lang:de', [['der', 'too_common']]],
    ['lorries OR horses', []],
    [`${'peace '.repeat(40)}`, []],
    ['ab* lorries', [['*', 'star']]],
    ['lor*ries', [['*', 'star']]],
  ])('%s', async (question, suggestion) => {
    expect(await ignored(question)).toEqual(suggestion);
  });

  it('given capitals, then they are marked where they occur, and the same word in small letters is not', async () => {
    const [hit] = (await read.search.query({ q: 'WHO' })).items;
    expect(hit?.excerpt).toEqual({ text: 'The WHO sent nurses, who stayed.', marks: [[4, 7]] });
  });

  it('given a value that a field does not have, then those it has', async () => {
    const { ignored } = await read.search.query({ q: 'stance:banana kind:fruit in:body lorries' });
    expect(ignored.map(({ text, allowed }) => [text, allowed.slice(0, 2)])).toEqual([
      ['stance:banana', ['supports', 'accepts_if']],
      ['kind:fruit', ['article', 'page']],
      ['in:body', ['title']],
    ]);
  });

  it('given the name of a page about the journal, then that page, and no word like it', async () => {
    const pages = async (q: string) => {
      const { pages, mended, didYouMean } = await read.search.query({ q });
      return [...pages.map(({ path }) => path), mended, didYouMean].filter((each) => each !== null);
    };
    expect(await pages('privacy')).toEqual(['/about/privacy']);
    expect(await pages('Cookies')).toEqual(['/about/privacy']);
    expect(await pages('accessibility')).toEqual(['/about/accessibility']);
    expect(await pages('attribution')).toEqual(['/about/attribution']);
    expect(await pages('corrections')).toEqual(['/corrections']);
    expect(await pages('chatham house rule')).toEqual(['/about/attribution#chatham_house']);
    expect(await pages('off the record')).toEqual(['/about/attribution#terms']);
    expect(await pages('lorries')).toEqual([]);
  });

  it('given two words run together, then what has both, and no name of two words', async () => {
    expect(await found('valleygrowers')).toEqual(['The growers will not move']);
    expect((await read.search.query({ q: 'valleygrowers' })).names).toEqual([]);
    expect((await read.search.query({ q: 'valley growers' })).names).toMatchObject([
      { name: 'Valley Growers' },
    ]);
  });

  it('given a kind, then how many there are of each, whichever is shown', async () => {
    const counts = async (kind?: 'actor' | 'issue') =>
      Object.fromEntries(
        (await read.search.query({ q: 'reservoir', ...(kind ? { kind } : {}) })).facets.kind?.map(
          ({ value, count }) => [value, count],
        ) ?? [],
      );
    const all = { article: 1, finding: 4, issue: 1 };
    expect(await counts()).toEqual(all);
    expect(await counts('issue')).toEqual(all);
    expect(await counts('actor')).toEqual(all);
    const actors = await read.search.query({ q: 'reservoir', kind: 'actor' });
    expect(actors).toMatchObject({ total: 0, names: [], items: [], closest: [], didYouMean: null });
  });
});
