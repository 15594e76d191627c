import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { Role, Scope } from './account.ts';
import { type Action, actions } from './action.ts';
import { can, checkScope } from './permissions.ts';

const everyRole = [...Role.options];
const fourEyes = { fourEyes: true };
const anothers = { ownerIds: [idOf(2)] };
const tokenOf = (...scopes: Scope[]) => ({ id: idOf(1), roles: everyRole, scopes });

const allowedWith = (scope: Scope): Action[] =>
  actions.filter((action) => checkScope(tokenOf(scope), action).ok);

describe('what an access token may be used for', () => {
  test('looking changes nothing: every action of `read` lists or views', () => {
    for (const action of allowedWith('read')) expect(action).toMatch(/\.(list|view)$/);
  });

  test('what readers see follows from `publish` alone', () => {
    expect(allowedWith('publish')).toEqual([
      'article.schedule',
      'article.reschedule',
      'article.unschedule',
      'article.embargo',
      'article.publish',
      'article.correct',
      'article.request_text',
      'article.take_text',
      'article.archive',
      'article.redact',
      'trash.empty',
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
      'terms.set',
      'menus.save',
    ]);
  });

  test('no scope covers power over accounts, settings and records, nor the second person, nor what is taken back, nor links out', () => {
    const all = tokenOf(...Scope.options);
    const never = actions.filter((action) => !checkScope(all, action).ok);
    expect(never).toEqual([
      'article.approve',
      'article.retract',
      'article.confirm_text',
      'article.restore',
      'trash.restore',
      'preview_link.create',
      'newsletter.send_back',
      'newsletter.approve',
      'newsletter.test',
      'import_run.list',
      'import_run.confirm',
      'import_run.sign',
      'import_run.undo',
      'finding.verify',
      'null_result.verify',
      'quote_check.create',
      'source.confirm_change',
      'clearance.confirm',
      'waiver.sign_off',
      'media.check',
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
      'audit.list',
      'audit.export',
      'outbox.list',
    ]);
    for (const action of never)
      expect(can(all, action, anothers, fourEyes)).toMatchObject({
        ok: false,
        reasons: [{ code: 'session_required', details: { action } }],
      });
  });

  test('given a scope that is missing, the refusal names it', () => {
    expect(can(tokenOf('read', 'write'), 'article.publish', anothers, fourEyes)).toMatchObject({
      ok: false,
      reasons: [{ code: 'token_scope', details: { action: 'article.publish', scope: 'publish' } }],
    });
  });

  test('given neither role nor scope, both are reported', () => {
    const acting = { id: idOf(1), roles: ['contributor' as const], scopes: ['read' as const] };
    const permission = can(acting, 'topic.create', null, fourEyes);
    expect(permission.ok ? [] : permission.reasons.map(({ code }) => code)).toEqual([
      'role_missing',
      'token_scope',
    ]);
  });

  test('a token never does what its owner could not do at a session', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Role.options)),
        fc.uniqueArray(fc.constantFrom(...Scope.options)),
        fc.constantFrom(...actions),
        fc.constantFrom(anothers, { ownerIds: [idOf(1)] }, null),
        (roles, scopes, action, subject) => {
          const byToken = can({ id: idOf(1), roles, scopes }, action, subject, fourEyes);
          const atSession = can({ id: idOf(1), roles }, action, subject, fourEyes);
          expect(atSession.ok || !byToken.ok).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
