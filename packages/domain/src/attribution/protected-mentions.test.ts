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

  test.each(['Ilyas Sorensen said so.', 'The delta navigation was bored.', ''])(
    'given %j then nothing is found',
    (text) => expect(inText(text)).toEqual({ reasons: [], warnings: 0 }),
  );

  test('given the family name alone then a person is asked to look, in its own case only', () => {
    expect(inText('Mr Soren said so.')).toEqual({ reasons: [], warnings: 1 });
    expect(inText('soren')).toEqual({ reasons: [], warnings: 0 });
  });

  test.each(['Rao', 'Kim', 'Lee'])(
    'given the family name %s then a person is asked to look',
    (family) => {
      const participants = [{ id: ids.participant, name: `Ana ${family}`, affiliation: '' }];
      const other = aBackgroundSource({ participants });
      expect(inText(`Ms ${family} said so.`, [other])).toEqual({ reasons: [], warnings: 1 });
    },
  );

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
    expect(JSON.stringify(reasons)).not.toContain('Soren');
  });

  test('given a name in a script without spaces then it is found within a run of characters', () => {
    const participants = [{ id: ids.participant, name: '山田太郎', affiliation: '' }];
    const other = aBackgroundSource({ participants });
    expect(inText('会議で山田太郎は述べた', [other]).reasons).toEqual(['name']);
  });
});
