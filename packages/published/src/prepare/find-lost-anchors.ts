import { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { Quote } from '@viewpoints/domain/findings/finding';
import type { Client } from 'pg';
import { z } from 'zod';

/** Published findings whose quote is not where they say, in the version that readers have. */
export type LostAnchors = {
  /** How many quotes were looked up. */
  checked: number;
  lost: { findingId: string; headline: string }[];
};

const Row = z.object({
  id: z.string(),
  headline: z.string(),
  body: Document.nullable(),
  quotes: z.array(z.object({ findingId: z.string(), quote: Quote })),
});

/** Articles that are read at once: a long one has a megabyte. */
const batch = 50;

/**
 * Looks up the quote of each published finding in the text that readers have. One that a correction
 * replaced has no number: its words are in an earlier version.
 * @param client a connection as the owner of the tables
 */
export async function findLostAnchors(client: Client): Promise<LostAnchors> {
  const found: LostAnchors = { checked: 0, lost: [] };
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query(
      `SELECT a.id::text AS id, v.view ->> 'headline' AS headline, v.view -> 'body' AS body,
              (SELECT coalesce(json_agg(json_build_object('findingId', f.id, 'quote', f.view -> 'quote')), '[]')
               FROM published_finding f
               WHERE f.article_id = a.id AND f.withdrawn_at IS NULL AND f.number IS NOT NULL
                 AND jsonb_typeof(f.view -> 'quote') = 'object') AS quotes
       FROM published_article a
       JOIN published_version v ON v.article_id = a.id AND v.number = a.version
       WHERE a.id > $1 AND v.view IS NOT NULL ORDER BY a.id LIMIT ${batch}`,
      [after],
    );
    for (const { headline, body, quotes } of z.array(Row).parse(rows)) {
      const text = body === null ? '' : documentText(body).text;
      for (const { findingId, quote } of quotes) {
        found.checked += 1;
        if (text.slice(quote.start, quote.end) !== quote.exact)
          found.lost.push({ findingId, headline });
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return found;
    after = last.id;
  }
}
