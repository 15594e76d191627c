import { use } from 'react';
import { useJournal } from '../../next/journal.ts';
import { getMenus } from '../../next/menus.ts';
import { MenuItem } from './menu-link.tsx';

/** The foot of every page: where else to go, and where the journal is elsewhere. */
export function SiteFooter() {
  const journal = useJournal();
  const { foot, social } = use(getMenus());
  return (
    <footer className="site-footer">
      <p className="site-footer-name">{journal.name}</p>
      <nav aria-label="About this journal">
        {foot.map(({ heading, entries }) => (
          <div key={entries[0]?.href} className="site-footer-group">
            {heading === '' ? null : <h2 dir="auto">{heading}</h2>}
            <ul>
              {entries.map((link) => (
                <MenuItem key={link.href} link={link} />
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {social.length === 0 ? null : (
        <nav aria-label="Elsewhere">
          <ul className="site-footer-social">
            {social.map(({ site, address }) => (
              <li key={address}>
                <a href={address} rel="me" dir="auto">
                  {site}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p className="site-footer-note">
        {journal.subscriptions
          ? 'No cookies, no trackers: this site does not know who reads it.'
          : 'No cookies, no trackers: this site does not know who you are, and does not ask.'}
      </p>
    </footer>
  );
}
