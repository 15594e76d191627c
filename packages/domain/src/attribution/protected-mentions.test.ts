import { describe, expect, test } from 'vitest';
import { aBackgroundSource, aFinding, aSource, aWaiver, idOf, ids } from '../testing/builders.ts';
import { findProtectedMentions, protectedStrings } from './protected-mentions.ts';

const source = aBackgroundSource();
const inText = (text: string, ...args: Partial<Parameters<typeof protectedStrings>>) => {
  const [sources = [source], waivers = [], findings = []] = args;
  const found = findProtectedMentions(
    [{ text, at: 'body' }],
    protectedStrings(sources, waivers, findings),
  );
  return {
    reasons: found.reasons.map(({ details }) => details.what),
    warnings: found.warnings.length,
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
      { id: ids.participant, name: 'Ilya Bjørn Ørstedsen', affiliation: 'Ministry of Łąki' },
    ];
    const other = aBackgroundSource({ participants });
    expect(inText(`with ${text}.`, [other]).reasons).toEqual(['name']);
    expect(inText('Ministry of Laki', [other]).reasons).toEqual(['affiliation']);
  });

  test.each(['Ilyas Sorensen said so.', 'The delta navigation was bored.', ''])(
    'given %j then nothing is found',
    (text) => expect(inText(text)).toEqual({ reasons: [], warnings: 0 }),
  );

  test('given the family name alone then a person is asked to look, in its own case only', () => {
    expect(inText('Mr Soren said so.')).toEqual({ reasons: [], warnings: 1 });
    expect(inText('soren')).toEqual({ reasons: [], warnings: 0 });
  });

  test.each(['Kim', 'Rao', 'Lee'])('given %s then three letters are enough', (family) => {
    const participants = [{ id: ids.participant, name: `Ilya ${family}`, affiliation: '' }];
    const other = aBackgroundSource({ participants });
    expect(inText(`Mr ${family} said so.`, [other])).toEqual({ reasons: [], warnings: 1 });
  });

  test('given words that are those of two whom terms protect then each is answered', () => {
    const other = { id: idOf(78), name: 'Mara Soren', affiliation: '' };
    const both = aBackgroundSource({ participants: [...source.participants, other] });
    expect(inText('Ilya Soren', [both])).toEqual({ reasons: ['name'], warnings: 1 });
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

  test('given somebody who may be named and granted another waiver then they may still be named', () => {
    const waivers = [
      aWaiver({ participantId: ids.participant, grantedBy: 'Ilya Soren, by letter' }),
      aWaiver({ id: idOf(79), covers: 'statements', grantedBy: 'Ilya Soren, on the telephone' }),
    ];
    expect(inText('Ilya Soren wrote', [source], waivers).reasons).toEqual([]);
  });

  test('given a participant’s waiver then the name may stand', () => {
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

  test('given what is found then the reason names it by id and does not repeat it', () => {
    const { reasons } = findProtectedMentions(
      [{ text: 'Ilya Soren', at: 'findings.x.holders' }],
      protectedStrings([source], [], []),
    );
    expect(reasons).toMatchObject([
      {
        at: 'findings.x.holders',
        details: { sourceId: ids.source, participantId: ids.participant },
      },
    ]);
    expect(JSON.stringify(reasons)).not.toMatch(/soren/i);
  });

  test('given what is found then the reason says where the first of it stands in that text', () => {
    const texts = [
      { text: 'Said by %49lya Soren, and Soren, Ilya.', at: 'body' },
      { text: 'Mr Soren.', at: 'headline' },
      { text: 'Nobody.', at: 'standfirst' },
    ];
    const found = findProtectedMentions(texts, protectedStrings([source], [], []));
    expect(found.reasons).toMatchObject([
      { code: 'protected_mention', at: 'body', details: { what: 'name', start: 8, end: 20 } },
    ]);
    expect(found.warnings).toMatchObject([
      {
        code: 'possible_protected_mention',
        at: 'headline',
        details: { what: 'name', start: 3, end: 8 },
      },
    ]);
  });

  test('given a name in a script without spaces then it is found within a run of characters', () => {
    const participants = [{ id: ids.participant, name: '山田太郎', affiliation: '' }];
    const other = aBackgroundSource({ participants });
    expect(inText('会議で山田太郎は述べた', [other]).reasons).toEqual(['name']);
  });
});
