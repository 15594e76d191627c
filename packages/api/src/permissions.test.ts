import { Role } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callByPath, everyProcedure } from './testing/every-procedure.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from './testing/test-desk.ts';
import { whoMayCall } from './testing/who-may-call.ts';

let desk: TestDesk;
const people = new Map<Role | 'nobody' | 'no role', Person['context']>();
beforeAll(async () => {
  desk = await openTestDesk();
  for (const role of Role.options) people.set(role, (await desk.person(role)).context);
  const roleless = (await desk.person()).context;
  people.set('no role', roleless);
  people.set('nobody', { ...roleless, account: null });
});
afterAll(() => desk.close());

test('the table of who may call what names every procedure and no other', () => {
  expect(Object.keys(whoMayCall).sort()).toEqual(everyProcedure.map(({ path }) => path).sort());
});

/** `through` where a call gets past the guard, whatever its input comes to. */
async function outcome(context: Person['context'], procedure: (typeof everyProcedure)[number]) {
  try {
    await callByPath(context, procedure, { nonsense: true });
    return 'through';
  } catch (error) {
    const { code } = await problemIn(Promise.reject(error));
    if (code === 'unexpected' || code === 'unavailable') throw error;
    return code === 'not_permitted' || code === 'signed_out' ? code : 'through';
  }
}

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
