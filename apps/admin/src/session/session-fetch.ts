import type { Confirmation } from '@viewpoints/domain/accounts/fresh-authentication';

/** Prompts to sign in again; false if nobody is to be prompted. */
type Prompt = () => boolean;

/** Prompts for a password or a code; resolves with whether it was given. */
type Confirm = (by: Confirmation) => Promise<boolean>;

let ask: Prompt | null = null;
let confirm: Confirm | null = null;
let confirming: Promise<boolean> | null = null;
let waiting: { over: Promise<boolean>; end: (resumed: boolean) => void } | null = null;
/** How often the user has signed in again: a response may be to a call made before. */
let resumptions = 0;

/**
 * `fetch` for everything that is called as the account of this page. A call that is refused because
 * the session has ended did nothing; it waits until the user has signed in again over the page and
 * is then retried, unnoticed by its caller. A call that is refused because no password or code was
 * given recently waits in the same way until one is given.
 */
export const sessionFetch: typeof fetch = async (input, init) => {
  for (;;) {
    const before = resumptions;
    const answer = await fetch(input, init);
    if (answer.status === 403) {
      const by = await confirmationFor(input, answer);
      if (by === null || !(await confirmOnce(by))) return answer;
      continue;
    }
    if (answer.status !== 401) return answer;
    if (before !== resumptions) continue;
    if (!ask?.()) return answer;
    waiting ??= makeWaiting();
    if (!(await waiting.over)) return answer;
  }
};

/** Registers how a page prompts for signing in again; returns how to end that. */
export function askToSignIn(how: Prompt): () => void {
  ask = how;
  return () => {
    ask = null;
    // Who is signed in by then is not known: nothing of this account may be sent as theirs.
    endWaiting(false);
  };
}

/** Registers how a page prompts for a password or a code; returns how to end that. */
export function askToConfirm(how: Confirm): () => void {
  confirm = how;
  return () => {
    confirm = null;
  };
}

/** Calls that are refused at the same moment share one prompt. */
function confirmOnce(by: Confirmation): Promise<boolean> {
  confirming ??= (confirm?.(by) ?? Promise.resolve(false)).finally(() => {
    confirming = null;
  });
  return confirming;
}

/** Several calls in one request are not made again: some of them may have been carried out. */
const isBatch = (input: RequestInfo | URL): boolean =>
  (input instanceof Request ? input.url : String(input)).split('?', 1)[0]?.includes(',') ?? false;

/** What a refused call requires before a retry; null if it was refused for another reason. */
async function confirmationFor(
  input: RequestInfo | URL,
  answer: Response,
): Promise<Confirmation | null> {
  if (isBatch(input)) return null;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  const one = (Array.isArray(body) ? body[0] : body) as {
    error?: { data?: { problem?: { code?: string; reasons?: { details?: { by?: string } }[] } } };
  } | null;
  const problem = one?.error?.data?.problem;
  if (problem?.code !== 'authentication_required') return null;
  return problem.reasons?.[0]?.details?.by === 'code' ? 'code' : 'password';
}

/** A session exists again: retries the calls that wait for one. Returns whether there were any. */
export function resumeCalls(): boolean {
  resumptions += 1;
  return endWaiting(true);
}

function endWaiting(resumed: boolean): boolean {
  const waited = waiting;
  waiting = null;
  waited?.end(resumed);
  return waited !== null;
}

function makeWaiting() {
  let end: (resumed: boolean) => void = () => {};
  const over = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  return { over, end };
}
