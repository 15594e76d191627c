import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, ids } from '../testing/builders.ts';
import { Role } from './account.ts';
import { type Action, actions } from './action.ts';
import {
  articleSubject,
  can,
  canOnAll,
  findingSubject,
  rolesFor,
  waiverSubject,
} from './permissions.ts';

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
  | 'second sign-off';

/** Who may do what, written out by hand for every action there is. */
const table: [Action[], Record<Role, Cell>][] = [
  [
    ['desk.view', 'visits.view'],
    { contributor: 'any', editor: 'any', publisher: 'any', admin: 'any' },
  ],
  [
    [
      'source.describe',
      'terms.propose',
      'actor.list',
      'issue.list',
      'topic.list',
      'series.list',
      'place.list',
      'author.list',
      'house_style.list',
      'word_style.list',
      'media.list',
      'media.view',
    ],
    { contributor: 'any', editor: 'any', publisher: 'any', admin: '–' },
  ],
  [
    [
      'article.list',
      'article.view',
      'article.create',
      'article.edit',
      'article.submit',
      'article.recall',
      'article.assign',
      'article.keep_revision',
      'article.name_version',
      'article.restore_words',
      'article.import',
      'article.trash',
      'trash.list',
      'trash.restore',
      'comment.list',
      'comment.start',
      'comment.reply',
      'comment.resolve',
      'comment.reopen',
      'suggestion.list',
      'suggestion.accept',
      'suggestion.refuse',
      'finding.list',
      'source.list',
      'finding.propose',
      'finding.edit',
      'finding.reanchor',
      'finding.link',
      'finding.unlink',
      'preview_link.list',
      'preview_link.create',
      'preview_link.revoke',
      'quote_check.list',
      'quote_check.create',
      'quote_check.revoke',
    ],
    { contributor: 'own', editor: 'any', publisher: 'any', admin: '–' },
  ],
  [['comment.edit'], { contributor: 'own', editor: 'own', publisher: 'own', admin: '–' }],
  [['comment.remove'], { contributor: 'own', editor: 'own', publisher: 'any', admin: '–' }],
  [
    ['article.request_changes'],
    { contributor: '–', editor: 'not own', publisher: 'not own', admin: '–' },
  ],
  [
    ['article.approve'],
    { contributor: 'of others in own', editor: 'not own', publisher: 'not own', admin: '–' },
  ],
  [
    [
      'finding.verify',
      'finding.reject',
      'newsletter.approve',
      'null_result.reject',
      'source.confirm_change',
      'clearance.confirm',
      'media.check',
    ],
    { contributor: '–', editor: 'not own', publisher: 'not own', admin: '–' },
  ],
  [
    [
      'article.schedule',
      'article.reschedule',
      'article.unschedule',
      'article.embargo',
      'article.publish',
      'article.correct',
      'article.retract',
      'article.request_text',
      'article.take_text',
      'article.archive',
      'trash.empty',
      'article.restore',
      'article.redact',
      'release.schedule',
      'release.unschedule',
      'release.publish',
      'newsletter.schedule',
      'newsletter.unschedule',
      'finding.supersede',
      'finding.withdraw',
      'null_result.withdraw',
      'redirect.edit',
      'redirect.remove',
    ],
    { contributor: '–', editor: 'draft it', publisher: 'any', admin: '–' },
  ],
  [
    ['terms.set', 'waiver.record'],
    { contributor: 'propose', editor: 'any', publisher: 'second sign-off', admin: '–' },
  ],
  [
    ['import_run.confirm', 'import_run.sign', 'import_run.undo', 'menus.save'],
    { contributor: '–', editor: '–', publisher: 'any', admin: '–' },
  ],
  [
    ['waiver.sign_off', 'article.confirm_text', 'null_result.verify'],
    { contributor: '–', editor: '–', publisher: 'not own', admin: '–' },
  ],
  [
    [
      'article.prepare',
      'import_run.list',
      'import_upload.list',
      'import_upload.begin',
      'import_upload.import',
      'import_upload.cancel',
      'release.list',
      'release.view',
      'release.create',
      'release.edit',
      'release.remove',
      'newsletter.list',
      'newsletter.view',
      'newsletter.create',
      'newsletter.edit',
      'newsletter.remove',
      'newsletter.submit',
      'newsletter.send_back',
      'newsletter.test',
      'null_result.list',
      'null_result.view',
      'null_result.propose',
      'null_result.edit',
      'null_result.remove',
      'redirect.list',
      'quote_check.remove',
      'source.view',
      'clearance.list',
      'clearance.record',
      'exposure.list',
      'source.create',
      'source.edit',
      'source.remove',
      'source.settle_description',
      'waiver.list',
      'actor.create',
      'actor.edit',
      'actor.remove',
      'issue.create',
      'issue.edit',
      'issue.remove',
      'topic.create',
      'topic.edit',
      'topic.remove',
      'series.create',
      'series.edit',
      'series.remove',
      'place.create',
      'place.edit',
      'place.remove',
      'author.create',
      'author.edit',
      'author.remove',
      'house_style.edit',
      'word_style.edit',
      'word_import.remove',
      'media.upload',
      'media.edit',
      'media.remove',
      'menus.view',
    ],
    { contributor: '–', editor: 'any', publisher: 'any', admin: '–' },
  ],
  [
    [
      'people.view',
      'people.invite',
      'people.set_roles',
      'people.disable',
      'people.enable',
      'people.reset_second_factor',
      'token.list',
      'token.create',
      'token.revoke',
      'settings.view',
      'settings.save',
      'webhook.list',
      'webhook.create',
      'webhook.edit',
      'webhook.rotate_secret',
      'webhook.pause',
      'webhook.resume',
      'webhook.replay',
      'webhook.test',
      'webhook.remove',
      'outbox.list',
    ],
    { contributor: '–', editor: '–', publisher: '–', admin: 'any' },
  ],
  [
    ['audit.list', 'audit.export'],
    { contributor: '–', editor: '–', publisher: 'any', admin: 'any' },
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
      'not own': ['own_work', 'ok'],
      // Of something that is in nothing of theirs.
      'of others in own': ['own_work', 'not_your_own'],
      'draft it': ['prepare_only', 'prepare_only'],
      propose: ['propose_only', 'propose_only'],
      'second sign-off': ['sign_off_only', 'sign_off_only'],
    };
    expect([codes(own), codes(other)]).toEqual(expected[cell]);
  });

  test('is written out here for every action', () => {
    expect(table.flatMap(([actions]) => actions).sort()).toEqual([...actions].sort());
  });

  test('leaves no action that nobody carries out', () => {
    expect(actions.filter((action) => rolesFor(action).length === 0)).toEqual([]);
  });

  test('given an account without a role then it may do nothing', () => {
    for (const action of actions) {
      expect(can(as(), action, null, { fourEyes: false }).ok).toBe(false);
    }
  });
});

describe('a refusal', () => {
  test.each<[Role, Action, object]>([
    ['admin', 'article.publish', { code: 'role_missing', details: { roles: ['publisher'] } }],
    ['contributor', 'article.edit', { code: 'not_your_own', details: {} }],
    ['editor', 'article.publish', { code: 'prepare_only', details: { roles: ['publisher'] } }],
    ['contributor', 'terms.set', { code: 'propose_only', details: { roles: ['editor'] } }],
    ['publisher', 'waiver.record', { code: 'sign_off_only', details: { roles: ['editor'] } }],
  ])('given a %s and %s names the action, and who carries it out', (role, action, expected) => {
    const permission = can(as(role), action, anothers, fourEyes);
    expect(permission).toMatchObject({ ok: false, reasons: [expected] });
    expect(permission.ok ? null : permission.reasons[0]?.details.action).toBe(action);
  });

  test('given own work names the action', () => {
    expect(can(as('editor'), 'article.approve', mine, fourEyes)).toMatchObject({
      reasons: [{ code: 'own_work', details: { action: 'article.approve' } }],
    });
  });

  test('names each role that would do, as a sentence does', () => {
    const permission = can(as('admin'), 'article.edit', mine, fourEyes);
    expect(permission.ok ? '' : permission.reasons[0]?.message).toBe(
      'This needs the role of contributor, editor or publisher.',
    );
  });
});

test.each<[Action, Role[]]>([
  ['article.edit', ['contributor', 'editor', 'publisher']],
  ['article.approve', ['contributor', 'editor', 'publisher']],
  ['article.publish', ['publisher']],
  ['terms.set', ['editor']],
  ['waiver.sign_off', ['publisher']],
])('%s is carried out by %j', (action, roles) => {
  expect(rolesFor(action)).toEqual(roles);
});

test.each<[Role, Action, boolean]>([
  ['contributor', 'article.list', false],
  ['editor', 'article.list', true],
  ['publisher', 'article.list', true],
  ['admin', 'article.list', false],
  ['contributor', 'article.edit', false],
  ['contributor', 'actor.list', true],
  ['contributor', 'media.edit', false],
  ['editor', 'media.edit', true],
  ['editor', 'article.publish', false],
  ['publisher', 'article.publish', true],
])('given a %s, %s is allowed on everything: %s', (role, action, allowed) => {
  expect(canOnAll(as(role), action)).toBe(allowed);
  expect(canOnAll({ ...as(role), scopes: [] }, action)).toBe(false);
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

  test('an article belongs to the one who began it, whoever wrote last', () => {
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
        fc.constantFrom(...actions),
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
      fc.property(anyRoles, fc.constantFrom(...actions), (roles, action) => {
        const permission = can(as(...roles), action, mine, fourEyes);
        if (permission.ok) return;
        expect(permission.reasons.length).toBeGreaterThan(0);
        for (const { message } of permission.reasons) expect(message).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});
