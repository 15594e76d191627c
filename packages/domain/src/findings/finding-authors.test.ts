import { describe, expect, test } from 'vitest';
import type { Role } from '../accounts/account.ts';
import type { Colleague } from '../accounts/colleague.ts';
import { aFinding, aQuote, idOf } from '../testing/builders.ts';
import {
  type FieldAuthor,
  type FindingField,
  findingFields,
  nameFields,
  rewrittenFields,
  type SecondPersonAction,
  verificationOf,
  verifiersOf,
} from './finding-authors.ts';

const person = (number: number, name: string, ...roles: Role[]): Colleague => ({
  id: idOf(number),
  name,
  roles,
});
const ines = person(1, 'Ines Falk', 'contributor');
const helen = person(2, 'Helen Novak', 'editor');
const omar = person(3, 'Omar Haddad', 'publisher');
const fourEyes = { fourEyes: true };

/** Everything by one person but what others are said to have written. */
const by = (author: Colleague, others: Partial<Record<FindingField, Colleague>> = {}) =>
  findingFields.map((field): FieldAuthor => ({ field, authorId: (others[field] ?? author).id }));

const messageFor = (
  acting: Colleague,
  authors: FieldAuthor[],
  colleagues: Colleague[],
  action: SecondPersonAction = 'finding.verify',
) => {
  const permission = verificationOf(acting, action, authors, fourEyes, colleagues);
  return permission.ok ? 'ok' : permission.reasons.map(({ message }) => message).join(' ');
};

describe('a finding is verified', () => {
  test('by an account that wrote none of its present words', () => {
    expect(messageFor(helen, by(ines), [helen, ines, omar])).toBe('ok');
    expect(messageFor(helen, by(ines, { proposition: helen }), [helen, ines, omar])).toBe(
      'You wrote the proposition. Omar Haddad can verify it.',
    );
    expect(messageFor(omar, by(ines, { proposition: helen }), [helen, ines, omar])).toBe('ok');
    expect(messageFor(helen, by(helen), [helen, omar])).toBe(
      'You wrote it. Omar Haddad can verify it.',
    );
  });

  test('and rejected likewise', () => {
    const authors = by(ines, { holders: helen, asOf: helen });
    expect(messageFor(helen, authors, [helen, ines, omar], 'finding.reject')).toBe(
      'You wrote the holders and when it was held. Omar Haddad can reject it.',
    );
    expect(messageFor(omar, authors, [helen, ines, omar], 'finding.reject')).toBe('ok');
  });

  test('not without the role, and the refusal says so', () => {
    const permission = verificationOf(ines, 'finding.verify', by(helen), fourEyes, [helen, ines]);
    expect(permission).toMatchObject({ reasons: [{ code: 'role_missing' }] });
  });

  test('alone where four eyes are off, and the permission says so', () => {
    const off = { fourEyes: false };
    expect(verificationOf(helen, 'finding.verify', by(helen), off, [helen])).toEqual({
      ok: true,
      alone: true,
    });
    expect(verificationOf(helen, 'finding.verify', by(omar), off, [helen])).toEqual({
      ok: true,
      alone: false,
    });
  });

  test('the reason names the fields and who can act', () => {
    const authors = by(ines, { evidence: helen });
    expect(
      verificationOf(helen, 'finding.verify', authors, fourEyes, [helen, ines, omar]),
    ).toMatchObject({
      reasons: [
        {
          code: 'own_words',
          details: { action: 'finding.verify', fields: ['evidence'], people: [omar.id] },
        },
      ],
    });
    expect(
      verifiersOf('finding.verify', authors, fourEyes, [helen, ines, omar]).map(({ id }) => id),
    ).toEqual([omar.id]);
  });
});

describe('two people who both wrote in a finding', () => {
  test('learn how one of them can verify it', () => {
    const authors = by(helen, { proposition: omar });
    expect(messageFor(helen, authors, [helen, omar])).toBe(
      'You wrote 16 of its 17 fields. Omar Haddad wrote the proposition. Say in your own words what Omar Haddad wrote, and Omar Haddad can verify it.',
    );
  });

  test('learn so where only one of them may verify', () => {
    const authors = by(ines, { proposition: helen });
    expect(messageFor(helen, authors, [helen, ines])).toBe(
      'You wrote the proposition. Ines Falk wrote 16 of its 17 fields. Once Ines Falk has said in their own words what you wrote, you can verify it.',
    );
  });

  test('who are one learn how to get a second', () => {
    expect(messageFor(helen, by(helen), [helen])).toBe(
      'You wrote it. Nobody else here can verify it. Invite a second person, or turn off four eyes in the settings.',
    );
  });

  test('and nobody else is named as an author', () => {
    const authors = by(helen, { proposition: omar });
    const [nora, tove] = [person(4, 'Nora Lind', 'contributor'), person(5, 'Tove Aas', 'admin')];
    expect(messageFor(helen, authors, [nora, helen, omar, tove])).toBe(
      messageFor(helen, authors, [helen, omar]),
    );
    expect(messageFor(helen, by(helen), [helen, nora, tove])).toBe(
      messageFor(helen, by(helen), [helen]),
    );
  });
});

describe('the fields that an author wrote', () => {
  test.each<[FindingField[], string]>([
    [['stance'], 'the stance'],
    [['stance', 'scope'], 'the stance and the time it speaks of'],
    [['stance', 'scope', 'placeIds'], 'the stance, the time it speaks of and the places'],
    [['stance', 'scope', 'placeIds', 'issueIds'], '4 of its 17 fields'],
    [findingFields.filter((field) => field !== 'asOf'), '16 of its 17 fields'],
    [[...findingFields], 'it'],
  ])('%j are “%s”', (fields, words) => {
    expect(nameFields(fields)).toBe(words);
  });
});

describe('what was written', () => {
  test('is every public field and never the note', () => {
    expect(findingFields).toHaveLength(17);
    expect(findingFields).not.toContain('note');
    const finding = aFinding();
    expect(rewrittenFields(finding, { ...finding, note: 'For the desk.' })).toEqual([]);
  });

  test('is compared by field, a quote by its words and not by its place', () => {
    const finding = aFinding();
    const quote = aQuote();
    const moved = { ...quote, start: quote.start + 9, end: quote.end + 9, prefix: 'Elsewhere. ' };
    const other = aQuote('the dry winter');
    const evidence = (given: typeof quote | null) => ({ ...finding.evidence, quote: given });
    expect(rewrittenFields(finding, { ...finding, evidence: evidence(moved) })).toEqual([]);
    expect(rewrittenFields(finding, { ...finding, evidence: evidence(other) })).toEqual([
      'evidence',
    ]);
    expect(rewrittenFields(finding, { ...finding, evidence: evidence(null) })).toEqual([
      'evidence',
    ]);
    const unquoted = { ...finding, evidence: evidence(null) };
    expect(rewrittenFields(unquoted, { ...unquoted })).toEqual([]);
    expect(rewrittenFields(unquoted, finding)).toEqual(['evidence']);
    expect(rewrittenFields(finding, { ...finding, stance: 'rejects', asOf: null })).toEqual([
      'stance',
      'asOf',
    ]);
  });
});
