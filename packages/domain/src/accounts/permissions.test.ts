import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, ids } from '../testing/builders.ts';
import { Role } from './account.ts';
import { Action, actionRoles } from './action.ts';
import { articleSubject, can, findingSubject, rolesFor, waiverSubject } from './permissions.ts';

const me = idOf(1);
const fourEyes = { fourEyes: true };
const mine = { ownerIds: [me] };
const anothers = { ownerIds: [idOf(2)] };
const as = (...roles: Role[]) => ({ id: me, roles });

type Cell =
  | '–'
  | 'own'
  | 'any'
  | 'not own'
  | 'of others in own'
  | 'draft it'
  | 'propose'
  | 'yes'
  | 'second sign-off';

/** The table of the glossary, as it is written there. */
const table: [Action[], Record<Role, Cell>][] = [
  [
    ['article.create', 'article.edit', 'finding.propose', 'article.submit'],
    { contributor: 'own', editor: 'any', publisher: 'any', admin: '–' },
  ],
  [
    ['article.request_changes'],
    { contributor: '–', editor: 'not own', publisher: 'not own', admin: '–' },
  ],
  [
    ['article.approve'],
    { contributor: 'of others in own', editor: 'not own', publisher: 'not own', admin: '–' },
  ],
  [
    ['finding.verify', 'finding.reject'],
    { contributor: '–', editor: 'not own', publisher: 'not own', admin: '–' },
  ],
  [
    [
      'article.schedule',
      'article.publish',
      'article.embargo',
      'article.correct',
      'article.retract',
      'finding.withdraw',
      'article.archive',
    ],
    { contributor: '–', editor: 'draft it', publisher: 'yes', admin: '–' },
  ],
  [
    ['terms.set', 'waiver.record'],
    { contributor: 'propose', editor: 'yes', publisher: 'second sign-off', admin: '–' },
  ],
  [
    ['topic.edit', 'issue.edit', 'actor.edit', 'source.edit', 'media.upload'],
    { contributor: '–', editor: 'yes', publisher: 'yes', admin: '–' },
  ],
  [
    ['people.invite', 'people.set_roles', 'token.create', 'settings.save'],
    { contributor: '–', editor: '–', publisher: '–', admin: 'yes' },
  ],
];

const rows = table.flatMap(([actions, cells]) =>
  actions.flatMap((action) => Role.options.map((role) => [role, action, cells[role]] as const)),
);

describe('the table of actions and roles', () => {
  test.each(rows)('given a %s, %s is: %s', (role, action, cell) => {
    const own = can(as(role), action, mine, fourEyes);
    const other = can(as(role), action, anothers, fourEyes);
    const codes = (permission: typeof own) =>
      permission.ok ? 'ok' : permission.reasons.map(({ code }) => code).join();
    const expected: Record<Cell, [string, string]> = {
      '–': ['role_missing', 'role_missing'],
      own: ['ok', 'not_your_own'],
      any: ['ok', 'ok'],
      yes: ['ok', 'ok'],
      'not own': ['own_work', 'ok'],
      // Of something that is in nothing of theirs.
      'of others in own': ['own_work', 'not_your_own'],
      'draft it': ['prepare_only', 'prepare_only'],
      propose: ['propose_only', 'propose_only'],
      'second sign-off': ['sign_off_only', 'sign_off_only'],
    };
    expect([codes(own), codes(other)]).toEqual(expected[cell]);
  });

  test('names every action once and nobody may do what is in no row', () => {
    expect(Object.keys(actionRoles).sort()).toEqual([...Action.options].sort());
    for (const action of Action.options) expect(rolesFor(action)).not.toEqual([]);
  });

  test('given somebody without a role then nothing is theirs to do', () => {
    for (const action of Action.options) {
      expect(can(as(), action, null, { fourEyes: false }).ok).toBe(false);
    }
  });
});

describe('a second person', () => {
  test('given four eyes are off then own work passes, and says that nobody else saw it', () => {
    expect(can(as('editor'), 'article.approve', mine, { fourEyes: false })).toEqual({
      ok: true,
      alone: true,
    });
    expect(can(as('editor'), 'article.approve', anothers, { fourEyes: false })).toEqual({
      ok: true,
      alone: false,
    });
  });

  test('given all four roles and four eyes then own work is still refused', () => {
    const everything = as(...Role.options);
    expect(can(everything, 'article.approve', mine, fourEyes)).toMatchObject({
      ok: false,
      reasons: [{ code: 'own_work' }],
    });
    expect(can(everything, 'waiver.sign_off', mine, fourEyes).ok).toBe(false);
    expect(can(everything, 'article.publish', mine, fourEyes)).toEqual({ ok: true, alone: false });
  });

  test('a contributor approves what others wrote in their own article, and nothing else', () => {
    const approve = (ownerId: string, wholeOwnerId: string, eyes = true) =>
      can(
        as('contributor'),
        'article.approve',
        { ownerIds: [ownerId], wholeOwnerIds: [wholeOwnerId] },
        { fourEyes: eyes },
      );
    expect(approve(idOf(2), me)).toEqual({ ok: true, alone: false });
    expect(approve(me, me)).toMatchObject({ reasons: [{ code: 'own_work' }] });
    expect(approve(me, me, false)).toMatchObject({ reasons: [{ code: 'own_work' }] });
    expect(approve(idOf(2), idOf(2))).toMatchObject({ reasons: [{ code: 'not_your_own' }] });
  });

  test('an article belongs to who began it, whoever wrote last', () => {
    const subject = articleSubject({ createdBy: ids.contributor });
    const edit = (id: string) =>
      can({ id, roles: ['contributor'] }, 'article.edit', subject, fourEyes);
    expect(edit(ids.contributor).ok).toBe(true);
    expect(edit(ids.editor)).toMatchObject({ reasons: [{ code: 'not_your_own' }] });
  });

  test('a finding belongs to its proposer, a waiver to its recorder', () => {
    expect(
      can(as('editor'), 'finding.verify', findingSubject({ proposedBy: me }), fourEyes).ok,
    ).toBe(false);
    expect(
      can(as('publisher'), 'waiver.sign_off', waiverSubject({ recordedBy: me }), fourEyes).ok,
    ).toBe(false);
  });
});

describe('permissions as a whole', () => {
  const anyRoles = fc.uniqueArray(fc.constantFrom(...Role.options));

  test('given any roles then one more never takes anything away', () => {
    fc.assert(
      fc.property(
        anyRoles,
        fc.constantFrom(...Role.options),
        fc.constantFrom(...Action.options),
        fc.constantFrom(mine, anothers, null),
        fc.boolean(),
        (roles, more, action, subject, eyes) => {
          const before = can(as(...roles), action, subject, { fourEyes: eyes });
          const after = can(as(...roles, more), action, subject, { fourEyes: eyes });
          expect(after.ok || !before.ok).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('given anything refused then there is a reason, and it is a sentence', () => {
    fc.assert(
      fc.property(anyRoles, fc.constantFrom(...Action.options), (roles, action) => {
        const permission = can(as(...roles), action, mine, fourEyes);
        if (permission.ok) return;
        expect(permission.reasons.length).toBeGreaterThan(0);
        for (const { message } of permission.reasons) expect(message).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});
