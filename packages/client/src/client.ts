import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@viewpoints/api/app-router';
import type { ReaderRouter } from '@viewpoints/api/reader-router';
import { plainJson } from '@viewpoints/domain/plain-json';
import { everyItem, everyItemAfter } from './every-item.ts';
import { Redirected } from './problem.ts';
import { type Persistence, retryLink } from './retry-link.ts';

type PublicOptions = Persistence & {
  /** Origin of the API, such as https://api.journal.example. */
  url: string;
  /** Used in place of the global `fetch`. */
  fetch?: typeof fetch;
};

type EditorOptions = PublicOptions &
  (
    | {
        /** A personal access token: calls act as its account. */
        token: string;
        session?: undefined;
      }
    | {
        /** In a browser: calls carry its session's cookie. */
        session: true;
        token?: undefined;
      }
  );

/** The output of each procedure, by its path: `Outputs['editor']['articles']['get']`. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** Lists as one sequence, over all their pages. */
export type Everything = ReturnType<typeof everything>;

/** Public calls. Drafts, notes and protected sources have no type here at all. */
export type Viewpoints = TRPCClient<ReaderRouter> & { all: Everything };

/** Public calls, and those of an account. */
export type ViewpointsForEditors = TRPCClient<AppRouter> & { all: Everything };

/**
 * The typed client of a journal, in Node and in browsers: `await viewpoints.articles.bySlug.query({
 * slug })`, `for await (const finding of viewpoints.all.findings({ actor }))`. Calls made at the
 * same moment are batched. Each takes an `AbortSignal`, and queries are retried after a temporary
 * problem. Calls throw; `attempt` gives the problem as data.
 */
export function createViewpoints(options: EditorOptions): ViewpointsForEditors;
export function createViewpoints(options: PublicOptions): Viewpoints;
export function createViewpoints(
  options: PublicOptions & { token?: string | undefined; session?: boolean | undefined },
): Viewpoints | ViewpointsForEditors {
  const { url, token, session, retries, timeout, fetch: given = globalThis.fetch } = options;
  const client = createTRPCClient<AppRouter>({
    links: [
      retryLink({ retries, timeout }),
      httpBatchLink({
        url: new URL('/trpc', url).href,
        transformer: plainJson,
        // Longer addresses are cut by some proxies; a batch beyond this is sent in parts.
        maxURLLength: 4_000,
        // The API answers no longer batch.
        maxItems: 30,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        fetch: async (address, init) => {
          const answer = await given(address as URL | string, {
            ...(init as RequestInit),
            ...credentialsOf(session),
            ...(token === undefined ? {} : { redirect: 'manual' }),
          });
          if (token !== undefined && isRedirect(answer)) throw new Redirected();
          return answer;
        },
      }),
    ],
  });
  const all = everything(client);
  return new Proxy(client, {
    get: (target, name) => (name === 'all' ? all : Reflect.get(target, name)),
  }) as ViewpointsForEditors;
}

/** Whether the session's cookie is sent. Some servers at the edge have no cookies, and refuse the option. */
const credentialsOf = (session: boolean | undefined): RequestInit =>
  'credentials' in Request.prototype ? { credentials: session ? 'same-origin' : 'omit' } : {};

/**
 * Whether an answer sends the call on. What goes with a token may reach no other address, and some runtimes
 * send the token as well. (`redirect: 'error'` would look like a lost connection, and is refused at the edge.)
 */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);

function everything({
  articles,
  findings,
  corrections,
  actors,
  issues,
  changes,
}: TRPCClient<ReaderRouter>) {
  return {
    articles: everyItem(articles.list.query),
    findings: everyItem(findings.list.query),
    corrections: everyItem(corrections.list.query),
    actors: everyItem(actors.list.query),
    issues: everyItem(issues.list.query),
    changes: everyItemAfter(changes.list.query),
  };
}
