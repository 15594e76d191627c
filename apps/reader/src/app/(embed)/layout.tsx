import type { ReactNode } from 'react';
import { useJournal } from '../../next/journal.ts';
import { currentRender } from '../../next/render-context.ts';
import '../../styles/site.css';

export const dynamic = 'force-dynamic';

/** What other sites show in a frame: only this may be framed. Links lead out of the frame. */
export default function EmbedLayout({ children }: { children: ReactNode }) {
  const journal = useJournal();
  currentRender().isEmbed = true;
  return (
    <html lang={journal.language}>
      <head>
        <base target="_top" />
        <meta name="robots" content="noindex" />
      </head>
      <body>{children}</body>
    </html>
  );
}
