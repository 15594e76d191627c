import { describe, expect, test } from 'vitest';
import { aBackgroundSource, aFinding, aSource, aWaiver, idOf, ids } from '../testing/builders.ts';
import { mentionReasons } from './mention-reasons.ts';
import { protectedStrings } from './protected-strings.ts';

const source = aBackgroundSource();
const nowhere = { articleId: null };
/** The certain mentions in a text, and the number of possible ones. */
const inText = (text: string, ...args: Partial<Parameters<typeof protectedStrings>>) => {
  const [sources = [source], waivers = [], findings = []] = args;
  const strings = protectedStrings(sources, waivers, findings);
  const found = mentionReasons([{ text, at: 'body' }], strings, nowhere);
  const certain = found.filter(({ code }) => code === 'protected_mention');
  return {
    reasons: certain.map(({ details }) => details.what),
    possible: found.length - certain.length,
  };
};

describe('protected names in a public text', () => {
  test.each([
    ['Ilya Soren said so.'],
    ['said ILYA  SOREN'],
    ['Soren, Ilya'],
    ['Ílya Sören'],
    ['Ilya\u00AD So\u200Bren’s view'],
    ['ilya-soren'],
    ['see /people/ilya_soren.html'],
  ])('given %j then the name is found', (text) => {
    expect(inText(text).reasons).toEqual(['name']);
  });

  test('given the affiliation, the title or the like of an unnamed source then it is found', () => {
    expect(inText('at the Delta Navigation Board').reasons).toEqual(['affiliation']);
    expect(inText('an interview in the delta').reasons).toEqual(['title']);
  });

  test('given who published an unnamed source, or its slug, then it is found', () => {
    const other = aBackgroundSource({ slug: 'paper-9', publisher: 'Halden Institute' });
    expect(inText('as the HALDEN Institute has it', [other]).reasons).toEqual(['publisher']);
    expect(inText('see /sources/paper-9', [other]).reasons).toEqual(['slug']);
    const named = aSource({ slug: 'paper-9', publisher: 'Halden Institute' });
    expect(inText('the Halden Institute, paper 9', [named]).reasons).toEqual([]);
  });

  test.each([
    ['ø as o', 'Ilya Bjorn Orstedsen'],
    ['ø as oe', 'Ilya Bjoern Oerstedsen'],
    ['no middle name', 'Ilya Ørstedsen'],
    ['a Cyrillic letter', 'Ilуa Bjørn Ørstedsen'],
    ['percent-encoding twice', '/people/Ilya%2520Bj%25C3%25B8rn%2520%25C3%2598rstedsen'],
    ['a name run together', '/people/ilyabjornorstedsen'],
    ['a language tag', 'en-x-ilya-orstedsen'],
  ])('given %s then it is no way past', (_, text) => {
    const participants = [
      {
        id: ids.participant,
        name: 'Ilya Bjørn Ørstedsen',
        affiliation: 'Ministry of Łąki',
        alsoProtected: [],
      },
    ];
    const other = aBackgroundSource({ participants });
    expect(inText(`with ${text}.`, [other]).reasons).toEqual(['name']);
    expect(inText('Ministry of Laki', [other]).reasons).toEqual(['affiliation']);
  });

  test.each(['Ilyas Sorensen said so.', 'The delta navigation was bored.', ''])(
    'given %j then nothing is found',
    (text) => expect(inText(text)).toEqual({ reasons: [], possible: 0 }),
  );

  test('given the family name alone then a person has to look, in its own case only', () => {
    expect(inText('Mr Soren said so.')).toEqual({ reasons: [], possible: 1 });
    expect(inText('soren')).toEqual({ reasons: [], possible: 0 });
  });

  test('given a long text that says it on every line then twenty are reported, each with the words around it', () => {
    const text = 'On the weir stood Ilya Soren and waited for the rain. '.repeat(20_000);
    const strings = protectedStrings([source], [], []);
    const found = mentionReasons([{ text, at: 'body' }], strings, nowhere);
    expect(found).toHaveLength(20);
    expect(found[9]?.details.context).toMatch(/^.{60} \[ilya soren\] .{60}$/);
  });

  test('given a first name on every line that two hundred have then twenty are reported of each', () => {
    const letters = 'abcdefghijklmnopqrst';
    const participants = Array.from({ length: 200 }, (_, index) => ({
      ...{ id: idOf(1000 + index), affiliation: '', alsoProtected: [] },
      name: `Ilya Ostren${letters[index % 20]}${letters[Math.floor(index / 20)]}a`,
    }));
    const strings = protectedStrings([aBackgroundSource({ participants })], [], []);
    const text = 'Then Ilya waited for the rain. '.repeat(20_000);
    expect(mentionReasons([{ text, at: 'body' }], strings, nowhere)).toHaveLength(200 * 20);
  });

  test.each(['Kim', 'Rao', 'Lee'])('given %s then three letters are enough', (family) => {
    const participants = [
      { id: ids.participant, name: `Ilya ${family}`, affiliation: '', alsoProtected: [] },
    ];
    const other = aBackgroundSource({ participants });
    expect(inText(`Mr ${family} said so.`, [other])).toEqual({ reasons: [], possible: 1 });
  });

  test('given words that are those of two whom terms protect then each is reported', () => {
    const other = { id: idOf(78), name: 'Mara Soren', affiliation: '', alsoProtected: [] };
    const both = aBackgroundSource({ participants: [...source.participants, other] });
    expect(inText('Ilya Soren', [both])).toEqual({ reasons: ['name'], possible: 1 });
  });

  test('given who granted a waiver that opens no name then they are found, otherwise not', () => {
    const of = (overrides: Parameters<typeof aWaiver>[0]) =>
      aWaiver({ grantedBy: 'Runa Veld, by letter', participantId: ids.participant, ...overrides });
    const granted = (waiver: ReturnType<typeof aWaiver>, sources = [source]) =>
      inText('Runa Veld wrote', sources, [waiver]).reasons;
    expect(granted(of({ covers: 'statements' }))).toEqual(['granter']);
    expect(granted(of({ signedOffBy: null, signedOffAt: null }))).toEqual(['granter']);
    expect(granted(of({ sourceId: idOf(77) }))).toEqual([]);
    expect(granted(of({}))).toEqual([]);
    expect(granted(of({ covers: 'statements' }), [aSource()])).toEqual([]);
  });

  test('given a participant who may be named and granted another waiver then they may still be named', () => {
    const waivers = [
      aWaiver({ participantId: ids.participant, grantedBy: 'Ilya Soren, by letter' }),
      aWaiver({ id: idOf(79), covers: 'statements', grantedBy: 'Ilya Soren, on the telephone' }),
    ];
    expect(inText('Ilya Soren wrote', [source], waivers).reasons).toEqual([]);
  });

  test('given a participant’s waiver then the name is allowed', () => {
    const own = aWaiver({ participantId: ids.participant });
    expect(inText('Ilya Soren', [source], [own]).reasons).toEqual([]);
    const others = aWaiver({ participantId: idOf(78) });
    expect(inText('Ilya Soren', [source], [others]).reasons).toEqual(['name']);
  });

  test('given a source on the record then its participants are open, but for a finding on background', () => {
    const open = aSource({ participants: source.participants });
    const resting = aFinding({
      attribution: {
        sourceId: ids.source,
        terms: 'background',
        descriptor: 'an envoy',
        participantId: ids.participant,
      },
    });
    expect(inText('Ilya Soren', [open]).reasons).toEqual([]);
    expect(inText('Ilya Soren', [open], [], [resting]).reasons).toEqual(['name']);
  });

  test('given another name that is protected then it is found like the first', () => {
    const participants = [
      { id: ids.participant, name: 'Ilya Soren', affiliation: '', alsoProtected: ['The Heron'] },
    ];
    const other = aBackgroundSource({ participants });
    expect(inText('as a heron does', [other]).reasons).toEqual([]);
    expect(inText('as The Heron put it', [other])).toEqual({ reasons: ['name'], possible: 0 });
  });

  test('given what is found then its message does not repeat it, and its details say where', () => {
    const texts = [
      { text: 'Said by %49lya Soren, and Soren, Ilya.', at: 'body' },
      { text: 'Mr Soren.', at: 'headline' },
      { text: 'Nobody.', at: 'standfirst' },
    ];
    const strings = protectedStrings([source], [], []);
    const reasons = mentionReasons(texts, strings, nowhere);
    const whose = { what: 'name', sourceId: ids.source, participantId: ids.participant };
    expect(reasons).toMatchObject([
      { code: 'protected_mention', at: 'body', details: { ...whose, start: 8, end: 20 } },
      { code: 'protected_mention', at: 'body', details: { ...whose, words: 'Soren, Ilya' } },
      {
        code: 'possible_protected_mention',
        at: 'headline',
        details: { ...whose, start: 3, end: 8 },
      },
    ]);
    expect(reasons.map(({ message }) => message).join(' ')).not.toMatch(/soren/i);
  });

  test('given a name in a script without spaces then it is found within a run of characters', () => {
    const participants = [
      { id: ids.participant, name: '山田太郎', affiliation: '', alsoProtected: [] },
    ];
    const other = aBackgroundSource({ participants });
    expect(inText('会議で山田太郎は述べた', [other]).reasons).toEqual(['name']);
  });
});
