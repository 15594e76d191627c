import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { kindOf, partsOf } from '../../testing/input-parts.ts';
import { tokenMayCall } from '../../testing/token-may-call.ts';
import { publicReads } from '../public-reads.ts';
import { closedOperations, openOperations } from './list-operations.ts';

const { session, ...byScope } = tokenMayCall;
const ofEditors = (paths: readonly string[]) => paths.map((path) => path.slice('editor.'.length));

describe('what editors do over plain HTTP', () => {
  test('is what a token with the scope may call, and the rest is closed with a reason', () => {
    for (const [scope, paths] of Object.entries(byScope)) {
      const open = openOperations.filter((each) => (each.scope ?? 'any scope') === scope);
      expect(open.map(({ id }) => id).sort(), scope).toEqual(ofEditors(paths).sort());
    }
    expect([...closedOperations.keys()].sort()).toEqual(ofEditors(session).sort());
    for (const why of closedOperations.values()) expect(why).toMatch(/^[A-Z].+\.$/);
  });

  test('has an address of its own each, apart from the public reads', () => {
    const addresses = openOperations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { path } of publicReads) expect(path).not.toMatch(/^\/v1\/editor/);
    for (const address of addresses)
      expect(address).toMatch(/^[A-Z]+ \/v1\/editor(\/([a-z-]+|\{\w+\}))+$/);
  });

  test('takes from the path what the input requires, and has a body only where it may', () => {
    for (const { id, path, method, parameters, body } of openOperations) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = parameters.filter((each) => each.in === 'path');
      expect(inPath.map(({ name }) => name).sort(), id).toEqual(names.sort());
      if (method === 'GET' || method === 'DELETE') expect(body, id).toBeNull();
    }
  });

  test('answers with strict objects only, so that no undeclared field leaves', () => {
    for (const { id, answer } of openOperations)
      for (const part of answer === null ? [] : partsOf(answer)) {
        // A reference has whatever fields CSL has for its type.
        if (kindOf(part) !== 'object' || part.at.endsWith('.csl')) continue;
        const { catchall } = part.schema._zod.def as { catchall?: Parameters<typeof partsOf>[0] };
        expect(catchall?._zod.def.type, `${id}${part.at}`).toBe('never');
      }
  });

  test('has an example of each input, which the procedure takes', () => {
    for (const { id, body, parameters, example } of openOperations) {
      const read = Object.fromEntries(parameters.map(({ name, field }) => [name, field]));
      const input = body ?? z.strictObject(read);
      expect(input.safeParse(example), id).toMatchObject({ success: true });
    }
  });
});
