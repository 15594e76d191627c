import { Role, Scope } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callByPath, everyProcedure } from './testing/every-procedure.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from './testing/test-desk.ts';
import { tokenMayCall } from './testing/token-may-call.ts';
import { whoMayCall } from './testing/who-may-call.ts';

let desk: TestDesk;
const people = new Map<Role | 'nobody' | 'no role', Person['context']>();
/** An account with every role, at a session and by a token of each scope. */
const callers = new Map<Scope | 'session' | 'every scope', Person['context']>();
beforeAll(async () => {
  desk = await openTestDesk();
  for (const role of Role.options) people.set(role, (await desk.person(role)).context);
  const roleless = (await desk.person()).context;
  people.set('no role', roleless);
  people.set('nobody', { ...roleless, account: null });
  const { context } = await desk.person(...Role.options);
  const byToken = (...scopes: Scope[]) => ({
    ...context,
    account: context.account && { ...context.account, scopes, session: null, token: null },
  });
  callers.set('session', context);
  callers.set('every scope', byToken(...Scope.options));
  for (const scope of Scope.options) callers.set(scope, byToken(scope));
});
afterAll(() => desk.close());

test('the table of who may call what names every procedure and no other', () => {
  expect(Object.keys(whoMayCall).sort()).toEqual(everyProcedure.map(({ path }) => path).sort());
});

test('the table of what tokens may call names every procedure of editors, each once', () => {
  const editors = everyProcedure
    .map(({ path }) => path)
    .filter((path) => path.startsWith('editor.'));
  expect(Object.values(tokenMayCall).flat().sort()).toEqual(editors.sort());
});

/** `through` if a call gets past the guard, whatever happens to its input. */
async function outcome(context: Person['context'], procedure: (typeof everyProcedure)[number]) {
  try {
    await callByPath(context, procedure, { nonsense: true });
    return 'through';
  } catch (error) {
    const { code, reasons } = await problemIn(Promise.reject(error));
    if (code === 'unexpected' || code === 'unavailable') throw error;
    const [reason] = reasons;
    if (reason?.code === 'session_required') return 'session_required';
    if (reason?.code === 'token_scope') return `token_scope ${reason.details.scope}`;
    return code === 'not_permitted' || code === 'signed_out' ? code : 'through';
  }
}

describe.each(everyProcedure)('$path by an access token', (procedure) => {
  const needed = (Object.keys(tokenMayCall) as (keyof typeof tokenMayCall)[]).find((scope) =>
    tokenMayCall[scope].includes(procedure.path),
  );
  test.each(['session', 'every scope', ...Scope.options] as const)('of %s', async (by) => {
    const context = callers.get(by);
    if (context === undefined) throw new Error(`nobody calls by ${by}`);
    const isOpen = needed === undefined || needed === 'any scope';
    const covered = isOpen || by === needed || (by === 'every scope' && needed !== 'session');
    const refused = needed === 'session' ? 'session_required' : `token_scope ${needed}`;
    expect(await outcome(context, procedure)).toBe(
      covered || by === 'session' ? 'through' : refused,
    );
  });
});

describe.each(everyProcedure)('$path', (procedure) => {
  const table = whoMayCall[procedure.path] ?? [];
  test.each(['nobody', 'no role', ...Role.options] as const)('as %s', async (who) => {
    const context = people.get(who);
    if (context === undefined) throw new Error(`nobody is ${who}`);
    const allowed =
      table === 'everybody' ||
      (table === 'every account' && who !== 'nobody') ||
      (Array.isArray(table) && (table as readonly string[]).includes(who));
    const refused = who === 'nobody' ? 'signed_out' : 'not_permitted';
    expect(await outcome(context, procedure)).toBe(allowed ? 'through' : refused);
  });
});
