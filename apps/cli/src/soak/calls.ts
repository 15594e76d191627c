import type { Problem } from '@viewpoints/domain/problem';

/** The result of a call. Without a response it is unknown whether it was carried out. */
export type Outcome<Value = unknown> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; code: string; status: number; reasons: string[] }
  | { kind: 'unknown' };

/** A person at the desk, over HTTP as the admin's pages are. */
export type Desk = {
  /** The session cookie that a browser would send. */
  cookie: string;
  call: <Value>(path: string, input: unknown) => Promise<Outcome<Value>>;
  ask: <Value>(path: string, input: unknown) => Promise<Outcome<Value>>;
  upload: (bytes: Uint8Array) => Promise<Outcome<{ id: string }>>;
};

/** How often each status was returned; 0 means no response. */
export type Statuses = Map<number, number>;

export const count = (statuses: Statuses, status: number): void => {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
};

/** How long an answer may take, in milliseconds: longer than any command waits for readers. */
const timeoutMs = 30_000;

/** Signs in, and retries until the API runs. */
export async function openDesk(
  { apiUrl, adminUrl }: { apiUrl: string; adminUrl: string },
  who: { email: string; password: string },
  statuses: Statuses,
): Promise<Desk> {
  const headers = { origin: adminUrl, 'content-type': 'application/json' };
  const send = async (path: string, init: RequestInit): Promise<Response | null> => {
    const sent = fetch(`${apiUrl}${path}`, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    const answer = await sent.catch(() => null);
    count(statuses, answer?.status ?? 0);
    return answer;
  };
  const signIn = await send('/auth/sign-in/email', {
    ...{ method: 'POST', headers, body: JSON.stringify(who) },
  });
  if (signIn?.status !== 200) throw new Error(`Signing in was answered ${signIn?.status}.`);
  const cookie = signIn.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  const signed = { ...headers, cookie };
  return {
    cookie,
    call: async (path, input) =>
      read(
        await send(`/trpc/${path}`, {
          ...{ method: 'POST', headers: signed, body: JSON.stringify(input) },
        }),
      ),
    ask: async (path, input) =>
      read(
        await send(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          headers: signed,
        }),
      ),
    upload: async (bytes) => {
      const answer = await send('/media?fileName=soak.png', {
        method: 'POST',
        headers: { ...signed, 'content-type': 'image/png' },
        body: bytes as Uint8Array<ArrayBuffer>,
      });
      return read(answer, (body) => body as { id: string });
    },
  };
}

type Envelope = { result?: { data: unknown }; error?: { data?: { problem?: Problem } } };

async function read<Value>(
  answer: Response | null,
  valueIn: (body: unknown) => Value = (body) => (body as Envelope).result?.data as Value,
): Promise<Outcome<Value>> {
  const body: unknown = await answer?.json().catch(() => null);
  if (answer === null || body === null || body === undefined) return { kind: 'unknown' };
  if (answer.ok) return { kind: 'done', value: valueIn(body) };
  // A server that says it cannot be reached may have done it all the same.
  if (answer.status >= 500) return { kind: 'unknown' };
  const problem = (body as Envelope).error?.data?.problem ?? (body as Problem);
  return {
    kind: 'refused',
    status: answer.status,
    code: problem.code,
    reasons: (problem.reasons ?? []).map(({ code }) => code),
  };
}
