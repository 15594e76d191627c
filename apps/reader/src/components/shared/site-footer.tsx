import { useJournal } from '../../next/journal.ts';
import { ContactLink } from './contact-link.tsx';

/** The foot of every page: where else to go, and how the journal works. */
export function SiteFooter() {
  const journal = useJournal();
  return (
    <footer className="site-footer">
      <p className="site-footer-name">{journal.name}</p>
      <nav aria-label="About this journal">
        <ul>
          <li>
            <a href="/about">About</a>
          </li>
          <li>
            <a href="/about/attribution">How we attribute</a>
          </li>
          <li>
            <a href="/about/privacy">Privacy</a>
          </li>
          <li>
            <a href="/about/accessibility">Accessibility</a>
          </li>
          <li>
            <a href="/corrections">Corrections</a>
          </li>
          <li>
            <a href="/findings">All findings</a>
          </li>
          <li>
            <a href="/archive">All articles</a>
          </li>
          {journal.subscriptions ? (
            <li>
              <a href="/subscribe">Subscribe</a>
            </li>
          ) : null}
          {journal.contact === '' ? null : (
            <li>
              <ContactLink contact={journal.contact}>Write to us</ContactLink>
            </li>
          )}
        </ul>
      </nav>
      <p className="site-footer-note">
        {journal.subscriptions
          ? 'No cookies, no trackers: this site does not know who reads it.'
          : 'No cookies, no trackers: this site does not know who you are, and does not ask.'}
      </p>
    </footer>
  );
}
