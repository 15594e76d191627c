import { rm } from 'node:fs/promises';
import { appRouter } from '@viewpoints/api/app-router';
import { type ListedProcedure, listProcedures } from '@viewpoints/api/list-procedures';
import { z } from 'zod';
import type { Statuses } from './calls.ts';
import { fuzzedInput, type JsonSchema } from './fuzzed-input.ts';
import { createProduct } from './product.ts';
import { createRandom } from './random.ts';

type Procedure = Pick<ListedProcedure, 'path' | 'type'> & { schema: JsonSchema };

/** They would lock the fuzzer itself out, or wait on purpose. */
const left = /^editor\.(people\.(disable|setRoles)|settings\.save)$|^setup\./;

/** Calls at once. */
const callers = 6;

/** How long an answer may take, in milliseconds. */
const timeoutMs = 60_000;

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every procedure with what it takes; those that take nothing are given something all the same. */
function procedures(): Procedure[] {
  return listProcedures(appRouter)
    .filter(({ path }) => !left.test(path))
    .map(({ path, type, inputs }) => ({
      ...{ path, type },
      schema: inputs.reduce<JsonSchema>(
        (_, input) =>
          z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as unknown as JsonSchema,
        {},
      ),
    }));
}

/**
 * Calls every procedure with inputs that are nearly right, as an owner, over HTTP: none may be
 * answered as a fault of the product, and the product has to be there at the end.
 * @returns whether that was so
 */
export async function fuzz({
  calls,
  seed,
  signal,
}: {
  calls: number;
  seed: number;
  signal: AbortSignal;
}): Promise<boolean> {
  const random = createRandom(seed);
  const product = await createProduct();
  console.log(`Seed ${seed}; data in ${product.dataDir}.`);
  const statuses: Statuses = new Map();
  const codes = new Map<string, number>();
  const faults: string[] = [];
  const known = new Set<string>();
  try {
    await product.start();
    await product.becomesReady();
    const headers = await signIn(product);
    const all = procedures();
    let done = 0;
    const call = async () => {
      while (done < calls && !signal.aborted) {
        done += 1;
        const procedure = all[random.between(0, all.length - 1)];
        if (procedure === undefined) return;
        const input = JSON.stringify(fuzzedInput(procedure.schema, random, [...known]));
        const { status, code, text } = await send(product.apiUrl, headers, procedure, input);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        codes.set(code, (codes.get(code) ?? 0) + 1);
        for (const id of text.match(ids)?.slice(0, 5) ?? []) if (known.size < 2_000) known.add(id);
        if (status === 0 || status === 500)
          faults.push(`${procedure.path} ${status} ${code}: ${input.slice(0, 400)}`);
        if (done % 1_000 === 0) console.log(`${done}/${calls}, ${faults.length} faults`);
      }
    };
    await Promise.all(Array.from({ length: callers }, call));
    await product.becomesReady();
    print(statuses, 'statuses');
    print(codes, 'codes');
    for (const fault of faults.slice(0, 50)) console.log(`✗ ${fault}`);
    const ok = faults.length === 0 && !signal.aborted;
    if (ok) await rm(product.dataDir, { recursive: true, force: true });
    return ok;
  } finally {
    await product.end();
  }
}

async function signIn({
  apiUrl,
  adminUrl,
  owner,
}: Awaited<ReturnType<typeof createProduct>>): Promise<Record<string, string>> {
  const headers = { origin: adminUrl, 'content-type': 'application/json' };
  const answer = await fetch(`${apiUrl}/auth/sign-in/email`, {
    ...{ method: 'POST', headers, body: JSON.stringify(owner) },
  });
  if (answer.status !== 200) throw new Error(`Signing in was answered ${answer.status}.`);
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  return { ...headers, cookie: cookies.join('; ') };
}

/** Status 0 where there was no answer; the code of the problem, or "done". */
async function send(
  apiUrl: string,
  headers: Record<string, string>,
  { path, type }: Procedure,
  input: string,
): Promise<{ status: number; code: string; text: string }> {
  const timeout = AbortSignal.timeout(timeoutMs);
  // A long input of a query goes the way that a mutation's goes: its refusal is an answer too.
  const inAddress = type === 'query' && input.length < 1_500;
  const answer = await (inAddress
    ? fetch(`${apiUrl}/trpc/${path}?input=${encodeURIComponent(input)}`, {
        headers,
        signal: timeout,
      })
    : fetch(`${apiUrl}/trpc/${path}`, { method: 'POST', headers, body: input, signal: timeout })
  ).catch(() => null);
  if (answer === null) return { status: 0, code: 'none', text: '' };
  const text = await answer.text();
  const code = /"code":"([a-z_]+)"/.exec(text)?.[1] ?? 'none';
  return { status: answer.status, code: answer.ok ? 'done' : code, text };
}

function print(counts: ReadonlyMap<string | number, number>, name: string): void {
  const listed = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([key, times]) => `${key} × ${times}`);
  console.log(`${name}: ${listed.join(', ')}`);
}
