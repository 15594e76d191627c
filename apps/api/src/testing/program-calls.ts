import type { Program } from './start-program.ts';

/** Calls over HTTP as a signed-in account, as the admin's pages make them. */
export type ProgramCalls = {
  cookie: string;
  query: (path: string, input: unknown) => Promise<ProgramAnswer>;
  mutate: (path: string, input: unknown) => Promise<ProgramAnswer>;
};

export type ProgramAnswer = {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
  body: any;
};

/** The admin's origin where the settings name none. */
export const adminUrl = 'http://localhost:3001';

export async function signInTo(
  { url }: Pick<Program, 'url'>,
  who: { email: string; password: string },
): Promise<ProgramCalls> {
  const json = { origin: adminUrl, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    ...{ method: 'POST', headers: json, body: JSON.stringify(who) },
  });
  if (answer.status !== 200) throw new Error(`sign-in: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  const read = async (sent: Promise<Response>) => {
    const received = await sent;
    return { status: received.status, body: await received.json() };
  };
  return {
    cookie,
    query: (path, input) =>
      read(
        fetch(`${url}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          headers: { ...json, cookie },
        }),
      ),
    mutate: (path, input) =>
      read(
        fetch(`${url}/trpc/${path}`, {
          ...{ method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(input) },
        }),
      ),
  };
}
