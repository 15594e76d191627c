import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { pagePathPattern } from '@viewpoints/domain/pages/page-path';
import { builtInAt } from '@viewpoints/domain/redirects/built-in-address';
import { redirectKey } from '@viewpoints/domain/redirects/redirect-key';
import { z } from 'zod';

const raw = Prisma.raw;
const visible = Prisma.sql`a.visible_from <= now()`;

/** Kinds with a slug in the address of what readers have. */
const kindAt = new Map<string, string>(
  kindsWith('path').flatMap((kind) =>
    kind === 'finding' ? [] : [[kinds[kind].path, kind] as [string, string]],
  ),
);

/** Whether readers have something of a kind with the slug \`w.slug\`: the same as the policies of their role. */
const isPublic: Prisma.Sql = Prisma.join(
  [...kindAt.values()].map((kind) => {
    if (kind === 'article')
      return Prisma.sql`w.kind = 'article' AND EXISTS (SELECT FROM published_article a
        WHERE a.slug = w.slug AND a.path IS NULL AND ${visible})`;
    if (kind === 'source')
      return Prisma.sql`w.kind = 'source' AND EXISTS (SELECT FROM published_source s
        JOIN published_article a ON a.id = s.article_id WHERE s.slug = w.slug AND ${visible})`;
    return Prisma.sql`w.kind = ${raw(`'${kind}'`)} AND EXISTS (
      SELECT FROM ${raw(`"${kinds[kind as keyof typeof kinds].table}"`)} e
      JOIN published_mention m ON m.kind = ${raw(`'${kind}'`)} AND m.ref_id = e.id
      JOIN published_article a ON a.id = m.article_id WHERE e.slug = w.slug AND ${visible})`;
  }),
  ' OR ',
);

const Found = z.object({ address: z.string() });
type Wanted = { address: string; kind: string; slug: string; path: string };

/** What may be at an address, if it is not made by the program. */
function wantedAt(address: string): Wanted | null {
  const path = redirectKey(address)?.path.replace(/\.md$/, '') ?? '';
  const [first = '', slug = '', ...rest] = path.slice(1).split('/');
  const kind = rest.length === 0 && slug !== '' ? kindAt.get(first) : undefined;
  if (kind !== undefined) return { address, kind, slug, path: '' };
  const bare = path.slice(1);
  return {
    address,
    kind: 'page',
    slug: bare.split('/').at(-1) ?? '',
    path: pagePathPattern.test(bare) ? bare : '',
  };
}

/**
 * Of these addresses of the site those at which readers have something, or are led on to something, apart
 * from edited redirects. What the program makes counts as there.
 */
export async function listPublicAddresses(
  tx: Transaction,
  addresses: readonly string[],
): Promise<Set<string>> {
  const built = addresses.filter((each) => {
    const key = redirectKey(each);
    return key === null || key.path.startsWith('/?') || builtInAt(key) !== null;
  });
  const wanted = addresses
    .filter((each) => !built.includes(each))
    .flatMap((each) => wantedAt(each) ?? []);
  if (wanted.length === 0) return new Set(built);
  const rows = await parseRowsIn(
    tx,
    Found,
    Prisma.sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS g(address text, kind text, slug text, path text)
    ), w AS (
      SELECT address, kind, slug, path FROM given
      UNION ALL SELECT g.address, g.kind, ${formerSlug}, g.path FROM given g
        JOIN former_slug f ON f.kind::text = g.kind AND f.slug = g.slug
    )
    SELECT DISTINCT w.address FROM w
    WHERE ${isPublic}
      OR w.kind = 'page' AND w.path <> '' AND EXISTS (SELECT FROM published_article a
        WHERE a.path = w.path AND ${visible})`,
  );
  return new Set([...built, ...rows.map(({ address }) => address)]);
}

/** The present slug of what a former one `f` names. */
const formerSlug: Prisma.Sql = Prisma.sql`CASE g.kind ${Prisma.join(
  [...kindAt.values()].map((kind) => {
    const table =
      kind === 'article'
        ? 'published_article'
        : kind === 'source'
          ? 'source'
          : kinds[kind as keyof typeof kinds].table;
    return raw(`WHEN '${kind}' THEN (SELECT e.slug FROM "${table}" e WHERE e.id = f.ref_id)`);
  }),
  ' ',
)} END`;
