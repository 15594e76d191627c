import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { Masthead } from '../../components/shared/masthead.tsx';
import { SiteFooter } from '../../components/shared/site-footer.tsx';
import { useJournal } from '../../next/journal.ts';
import '../../styles/site.css';
import { themeColours } from '../../styles/theme-colours.ts';

/** Every page is rendered on request and cached by our own server. */
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: themeColours.light },
    { media: '(prefers-color-scheme: dark)', color: themeColours.dark },
  ],
};

export default function SiteLayout({ children }: { children: ReactNode }) {
  const journal = useJournal();
  return (
    <html lang={journal.language} data-journal={journal.name}>
      <body>
        <a className="skip-link" href="#content">
          Skip to text
        </a>
        {journal.notice === '' ? null : (
          <aside className="notice" aria-label="Notice">
            {journal.notice}
          </aside>
        )}
        <Masthead />
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}
