import { describe, expect, test } from 'vitest';
import { aBackgroundSource, aSource, aWaiver, idOf, ids } from '../testing/builders.ts';
import { isNamed, isWider, protectedAtOnce, protectionLost } from './protection.ts';
import type { Source, SourceContent } from './source.ts';

const ilya = {
  ...{ id: ids.participant, name: 'Ilya Soren', affiliation: '', alsoProtected: [] },
};
const mira = { id: idOf(78), name: 'Mira Hale', affiliation: '', alsoProtected: [] };
const closed = aBackgroundSource({ participants: [ilya, mira], publisher: null });
const open = aSource({ participants: [ilya, mira] });
const nobodyRelies = { waivers: [], relied: false };
const somebodyRelies = { waivers: [], relied: true };

const lost = (
  before: Source,
  change: Partial<SourceContent>,
  standing: Parameters<typeof protectionLost>[2] = nobodyRelies,
) => {
  const { id: _, save: __, createdAt: ___, updatedAt: ____, ...content } = before;
  return protectionLost(before, { ...content, ...change }, standing);
};

describe('removing a participant of a source', () => {
  test.each([
    ['whose terms protect them', closed],
    ['whose terms are open now, and may be closed again', open],
  ])('waits for a second person, of one %s', (_, source) => {
    expect(lost(source, { participants: [mira] })).toEqual(['participants']);
    expect(lost(source, { participants: [{ ...ilya, name: 'Jon Reed' }, mira] })).toEqual([
      'participants',
    ]);
    expect(lost(source, { participants: [mira, ilya] })).toEqual([]);
  });

  test('waits also if the name occurs elsewhere, for it is searched for otherwise there', () => {
    const published = { ...closed, publisher: 'Ilya Soren' };
    expect(lost(published, { participants: [mira] })).toEqual(['participants']);
  });
});

describe('a participant whom a waiver of the whole source names', () => {
  const waivers = [aWaiver({ sourceId: closed.id, participantId: null, covers: 'identity' })];

  test('waits for a second person to be taken off: a finding may have narrower terms', () => {
    expect(lost(closed, { participants: [mira] }, { waivers, relied: false })).toEqual([
      'participants',
    ]);
  });
});

describe('wider terms', () => {
  const wider = { terms: { attribution: 'on_record', disclosure: 'clear' } } as const;

  test('wait once the source is relied on', () => {
    expect(lost(closed, wider)).toEqual([]);
    expect(lost(closed, wider, somebodyRelies)).toEqual(['terms']);
    const narrower = { terms: { attribution: 'off_record', disclosure: 'clear' } } as const;
    expect(lost(closed, narrower, somebodyRelies)).toEqual([]);
  });

  test('that wait stay as they were, and what is added is there at once', () => {
    const { id: _, save: __, createdAt: ___, updatedAt: ____, ...content } = closed;
    const after = { ...content, ...wider, note: 'They agreed.' };
    expect(protectedAtOnce(closed, after, ['terms'])).toEqual({
      ...content,
      note: 'They agreed.',
    });
  });
});

test('another public wording waits once the source is relied on', () => {
  const another = { descriptor: 'somebody else' };
  expect(lost(closed, another)).toEqual([]);
  expect(lost(closed, another, somebodyRelies)).toEqual(['descriptor']);
});

describe('what identifies an unnamed source', () => {
  const unnamed = aBackgroundSource({
    ...{ title: 'Minutes of the lock-keepers', slug: 'lock-log', publisher: 'Delta Press' },
    ...{ authors: ['Runa Veld', 'Tove Lind'], descriptor: 'an official' },
    ...{ url: 'https://delta.example/minutes', archiveUrl: 'https://archive.example/minutes' },
    participants: [{ ...ilya, affiliation: 'Delta Navigation Board', alsoProtected: ['Ilja'] }],
  });
  const [participant] = unnamed.participants;
  if (!participant) throw new Error('the source has a participant');

  test.each<[string, Partial<SourceContent>, string[]]>([
    ['its title', { title: 'A conversation' }, ['title']],
    ['its slug', { slug: 'talk' }, ['slug']],
    ['its publisher', { publisher: null }, ['publisher']],
    ['one of its authors', { authors: ['Tove Lind'] }, ['authors']],
    ['the order of its authors', { authors: ['Tove Lind', 'Runa Veld'] }, []],
    ['its address', { url: null }, ['url']],
    ['the address of its copy', { archiveUrl: 'https://archive.example/b' }, ['url']],
    ['which of its addresses is which', { url: unnamed.archiveUrl, archiveUrl: unnamed.url }, []],
    ['an affiliation', { participants: [{ ...participant, affiliation: '' }] }, ['participants']],
    ['another name', { participants: [{ ...participant, alsoProtected: [] }] }, ['participants']],
    ['its note', { note: 'Nothing.' }, []],
    ['its kind', { kind: 'report' }, []],
    ['its title and its authors', { title: 'Talk', authors: [] }, ['title', 'authors']],
    ['an author and one more', { authors: ['Runa Veld', 'Tove Lind', 'Jon Reed'] }, []],
  ])('given %s is changed then these wait', (_, change, fields) => {
    expect(lost(unnamed, change)).toEqual(fields);
    expect(lost(unnamed, change, somebodyRelies)).toEqual(fields);
  });

  test('given the terms are opened as well then what it stops protecting waits all the same', () => {
    const opened = { terms: { attribution: 'on_record', disclosure: 'clear' } } as const;
    expect(lost(unnamed, { ...opened, title: 'A conversation' })).toEqual(['title']);
    expect(lost(unnamed, opened)).toEqual([]);
  });

  test('given a source that is named then only its participants wait', () => {
    const named = { ...unnamed, terms: open.terms };
    expect(lost(named, { title: 'Talk', authors: [], url: null, publisher: null })).toEqual([]);
    expect(lost(named, { participants: [] })).toEqual(['participants']);
  });

  test('given a waiver lets the source be named then what identifies it does not wait', () => {
    const waivers = [aWaiver()];
    expect(lost(unnamed, { title: 'Talk', url: null }, { waivers, relied: false })).toEqual([]);
  });

  test('given a participant may be named by their own waiver then they can be taken off', () => {
    const waivers = [aWaiver({ participantId: ids.participant })];
    expect(lost(unnamed, { participants: [] }, { waivers, relied: false })).toEqual([]);
  });

  test('given a waiver that opens no name then who granted it goes on being looked for', () => {
    const waivers = [aWaiver({ covers: 'statements', participantId: ids.participant })];
    expect(lost(unnamed, { note: 'Nothing.' }, { waivers, relied: false })).toEqual([]);
    expect(lost(open, { title: 'Talk' }, { waivers, relied: false })).toEqual([]);
  });
});

describe('what of a change takes effect at once', () => {
  const content = (source: Source): SourceContent => {
    const { id: _, save: __, createdAt: ___, updatedAt: ____, ...rest } = source;
    return rest;
  };
  const participantsAfter = (before: Source['participants'], after: Source['participants']) =>
    protectedAtOnce(
      { ...closed, participants: before },
      { ...content(closed), participants: after },
      ['participants'],
    ).participants;

  test('given the address waits then both addresses stay, and else neither', () => {
    const before = {
      ...closed,
      ...{ url: 'https://delta.example/a', archiveUrl: 'https://archive.example/a' },
    };
    const after = { ...content(before), url: null, archiveUrl: null, note: 'Nothing.' };
    expect(protectedAtOnce(before, after, ['url'])).toEqual({
      ...content(before),
      note: 'Nothing.',
    });
    expect(protectedAtOnce(before, after, ['title'])).toMatchObject({
      url: null,
      archiveUrl: null,
    });
  });

  test('given participants do not wait then they are as they are given', () => {
    const after = { ...content(closed), participants: [mira] };
    expect(protectedAtOnce(closed, after, ['title']).participants).toEqual([mira]);
  });

  test('given as many other names as there may be then the former name is looked for still', () => {
    const many = Array.from({ length: 20 }, (_, index) => `Other ${index}`);
    const before = { ...closed, participants: [{ ...ilya, affiliation: 'The Weir Board' }] };
    const { id: _, save: __, createdAt: ___, updatedAt: ____, ...content } = before;
    const renamed = { ...ilya, name: 'Jon Reed', affiliation: '', alsoProtected: many };
    const [joined] = protectedAtOnce(before, { ...content, participants: [renamed] }, [
      'participants',
    ]).participants;
    expect(joined?.alsoProtected).toEqual(['Ilya Soren', 'The Weir Board', ...many.slice(0, 18)]);
  });

  test('given one is removed and one added then all three are there', () => {
    const jon = { id: idOf(79), name: 'Jon Reed', affiliation: '', alsoProtected: [] };
    expect(participantsAfter([ilya, mira], [mira, jon])).toEqual([mira, jon, ilya]);
  });

  test.each<[string, object, object, string[]]>([
    ['nothing', {}, {}, []],
    ['the name', {}, { name: 'Jon Reed' }, ['Ilya Soren']],
    ['the affiliation', { affiliation: 'Board' }, { affiliation: 'Ministry' }, ['Board']],
    ['the affiliation, taken off', { affiliation: 'Board' }, { affiliation: '' }, ['Board']],
    ['the affiliation, where there was none', {}, { affiliation: 'Board' }, []],
    ['other names, taken off', { alsoProtected: ['Ilja', 'I. S.'] }, {}, ['Ilja', 'I. S.']],
    ['one of them', { alsoProtected: ['Ilja'] }, { alsoProtected: ['I. S.'] }, ['I. S.', 'Ilja']],
    ['none of them', { alsoProtected: ['Ilja'] }, { alsoProtected: ['Ilja'] }, ['Ilja']],
    ['one to the name', { alsoProtected: ['Jon Reed'] }, { name: 'Jon Reed' }, ['Ilya Soren']],
  ])('given of somebody is changed: %s, then these are looked for too', (_, was, is, also) => {
    const [joined, ...others] = participantsAfter(
      [mira, { ...ilya, ...was }],
      [{ ...ilya, ...is }],
    );
    expect(joined).toEqual({ ...ilya, ...is, alsoProtected: also });
    expect(others).toEqual([mira]);
  });
});

describe('wider terms are those that let more be said', () => {
  test.each([
    ['on_record', 'clear', 'background', 'clear', false],
    ['background', 'clear', 'on_record', 'clear', true],
    ['off_record', 'clear', 'deep_background', 'clear', true],
    ['background', 'red', 'background', 'amber_strict', true],
    ['background', 'clear', 'background', 'green', false],
    ['background', 'red', 'off_record', 'clear', true],
    ['background', 'green', 'background', 'green', false],
  ] as const)('from %s, %s to %s, %s: %s', (from, level, to, newLevel, wider) => {
    const before = { attribution: from, disclosure: level };
    expect(isWider(before, { attribution: to, disclosure: newLevel })).toBe(wider);
  });
});

test.each([
  ['on the record', open, [], true],
  ['on background', closed, [], false],
  ['on background, its identity waived', closed, [aWaiver()], true],
  ['on background, that not signed off', closed, [aWaiver({ signedOffBy: null })], false],
  ['on background, for one participant', closed, [aWaiver({ participantId: ilya.id })], false],
])('a source %s is named to readers or not', (...[, source, waivers, named]) => {
  expect(isNamed(source, waivers)).toBe(named);
});
