/** Asks to sign in again; false where nobody is to be asked. */
type Ask = () => boolean;

let ask: Ask | null = null;
let waiting: { over: Promise<boolean>; end: (resumed: boolean) => void } | null = null;
/** How often somebody has signed in again: an answer may be to a call made before. */
let resumptions = 0;

/**
 * `fetch` for everything that is called as the account of this page. A call that is refused
 * because the session has ended did nothing; it waits until somebody has signed in again over the
 * page and is then made once more, so that whoever made it never hears of this.
 */
export const sessionFetch: typeof fetch = async (input, init) => {
  for (;;) {
    const before = resumptions;
    const answer = await fetch(input, init);
    if (answer.status !== 401) return answer;
    if (before !== resumptions) continue;
    if (!ask?.()) return answer;
    waiting ??= makeWaiting();
    if (!(await waiting.over)) return answer;
  }
};

/** Registers how a page asks to sign in again; returns how to end that. */
export function askToSignIn(how: Ask): () => void {
  ask = how;
  return () => {
    ask = null;
    // Who is signed in by then is not known: nothing of this account may be sent as theirs.
    endWaiting(false);
  };
}

/** There is a session again: makes the calls once more that wait for one. Says whether any did. */
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
