import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@viewpoints/api/app-router';
import type { ReaderRouter } from '@viewpoints/api/reader-router';
import { plainJson } from '@viewpoints/domain/plain-json';
import { everyItem } from './every-item.ts';

type PublicOptions = {
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

/** What each procedure gives, by its path: `Outputs['editor']['articles']['get']`. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** Lists as one sequence, over all their pages. */
export type Everything = ReturnType<typeof everything>;

/** What anybody may call. Drafts, notes and protected sources have no type here at all. */
export type Viewpoints = TRPCClient<ReaderRouter> & { all: Everything };

/** What an account may call besides. */
export type ViewpointsForEditors = TRPCClient<AppRouter> & { all: Everything };

/**
 * The typed client of a journal, in Node and in browsers:
 * `await viewpoints.articles.bySlug.query({ slug })`,
 * `for await (const finding of viewpoints.all.findings({ actor }))`.
 * Calls made at the same moment travel together. They throw; `attempt` gives the problem as data.
 */
export function createViewpoints(options: EditorOptions): ViewpointsForEditors;
export function createViewpoints(options: PublicOptions): Viewpoints;
export function createViewpoints(
  options: PublicOptions & { token?: string | undefined; session?: boolean | undefined },
): Viewpoints | ViewpointsForEditors {
  const { url, token, session, fetch: given = globalThis.fetch } = options;
  const client = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: new URL('/trpc', url).href,
        transformer: plainJson,
        // Longer addresses are cut by some proxies; a batch beyond this is sent in parts.
        maxURLLength: 4_000,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        fetch: (address, init) =>
          given(address as URL | string, {
            ...(init as RequestInit),
            credentials: session ? 'same-origin' : 'omit',
          }),
      }),
    ],
  });
  const all = everything(client);
  return new Proxy(client, {
    get: (target, name) => (name === 'all' ? all : Reflect.get(target, name)),
  }) as ViewpointsForEditors;
}

function everything({ articles, findings, corrections, actors, issues }: TRPCClient<ReaderRouter>) {
  return {
    articles: everyItem(articles.list.query),
    findings: everyItem(findings.list.query),
    corrections: everyItem(corrections.list.query),
    actors: everyItem(actors.list.query),
    issues: everyItem(issues.list.query),
  };
}
