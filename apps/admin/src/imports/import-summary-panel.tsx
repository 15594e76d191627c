'use client';

import { importSentenceOf } from '@viewpoints/domain/imports/import-points';
import type { ImportSummary } from '@viewpoints/domain/imports/import-run';
import { sayLeftOut } from '@viewpoints/domain/imports/left-out';
import { counted } from '@viewpoints/domain/text/counted';

/** Names that are listed before the rest is a number. */
const SHOWN = 30;

/** What of an import did not become articles. */
export function ImportSummaryPanel({ summary }: { summary: ImportSummary }) {
  const { known, leftOut, comments, fields, refused } = summary;
  const lines = [
    ...(known > 0 ? [`Came in before: ${counted(known, 'article')}.`] : []),
    ...leftOut.map(({ type, why, count }) => `${count} ${type || 'items'}: ${sayLeftOut(why)}.`),
    ...(comments > 0 ? [`${counted(comments, 'comment')} of readers stay on the old site.`] : []),
    ...fields.slice(0, SHOWN).map(({ name, items }) => `Not read: ${name} (${items}).`),
    ...refused.slice(0, SHOWN).map(({ headline, foreignId, points }) => {
      const why = points.map(({ code }) => importSentenceOf(code)).join('; ');
      return `Did not come in: ${headline || foreignId}${why === '' ? '' : `. ${why}`}.`;
    }),
    ...(refused.length > SHOWN ? [`${refused.length - SHOWN} more did not come in.`] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="import-left-out" className="grid gap-2">
      <h2 id="import-left-out" className="text-base font-semibold">
        Left out
      </h2>
      <ul className="grid list-disc gap-1 ps-5 text-sm wrap-anywhere">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
