import type { Finding } from '@viewpoints/domain/findings/finding';
import type { Transaction } from '../client.ts';

/** Records that the present words of a finding were verified: no others can be published. */
export async function insertVerifiedWording(
  tx: Transaction,
  finding: Finding,
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO verified_wording (finding_id, words, verified_by_id, verified_at)
    VALUES (${finding.id}::uuid, finding_words(${JSON.stringify(finding)}::jsonb), ${by}::uuid, ${at})
    ON CONFLICT (finding_id, md5(words::text)) DO NOTHING`;
}

/**
 * Records what was verified of an article so far in the present form of `finding_words`: of every
 * published version, and of the findings that are verified now. Earlier forms are not removed.
 * @param findings all findings of the article, which the caller has locked
 */
export async function addVerifiedWordings(
  tx: Transaction,
  articleId: string,
  findings: Finding[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO verified_wording (finding_id, words, verified_by_id, verified_at)
    SELECT (f ->> 'id')::uuid, finding_words(f), (f ->> 'verifiedBy')::uuid, (f ->> 'verifiedAt')::timestamptz
    FROM revision r CROSS JOIN LATERAL jsonb_array_elements(r.findings) AS f
    WHERE r.article_id = ${articleId}::uuid AND r.reason IN ('published', 'corrected')
      AND f ->> 'verifiedAt' IS NOT NULL
      AND EXISTS (SELECT FROM finding WHERE id = (f ->> 'id')::uuid)
    ON CONFLICT (finding_id, md5(words::text)) DO NOTHING`;
  for (const finding of findings)
    if (finding.verifiedAt !== null)
      await insertVerifiedWording(tx, finding, {
        by: finding.verifiedBy,
        at: new Date(finding.verifiedAt),
      });
}
