import { getJournal, getToday } from '../../next/journal.ts';
import { getMenus } from '../../next/menus.ts';
import { MastheadBar } from './masthead-bar.tsx';
import { MastheadSearch } from './masthead-search.tsx';
import { MenuItem } from './menu-link.tsx';

/**
 * The head of every page: the journal's name, what it is, today's date, its sections. On a phone the name
 * stands in a bar, and the sections in a sheet that a button opens without a script.
 */
export async function Masthead() {
  const [journal, today, { head, edited }] = await Promise.all([
    getJournal(),
    getToday(),
    getMenus(),
  ]);
  // As the program makes it, the topics have a line of their own below the rest.
  const above = edited.head ? [] : head.filter(({ kind }) => kind === 'built_in');
  const sections = head.filter((link) => !above.includes(link));
  return (
    <header className="masthead">
      <MastheadBar name={journal.name} />
      <div className="masthead-line">
        <time dateTime={today.iso}>{today.words}</time>
        <ul>
          {above.map((link) => (
            <MenuItem key={link.href} link={link} />
          ))}
          <MastheadSearch />
        </ul>
      </div>
      <p className="masthead-name">
        <a href="/">{journal.name}</a>
      </p>
      <p className="masthead-tagline">{journal.tagline}</p>
      <nav id="menu" className="menu" aria-label="Sections" popover="auto">
        <p className="menu-close">
          <button type="button" popoverTarget="menu" popoverTargetAction="hide">
            Close
          </button>
        </p>
        {sections.length === 0 ? null : (
          <ul className="menu-sections">
            {sections.map((link) => (
              <MenuItem key={link.href} link={link} />
            ))}
          </ul>
        )}
        <ul className="menu-more">
          {above.map((link) => (
            <MenuItem key={link.href} link={link} />
          ))}
          <li>
            <a href="/search" rel="search">
              Search
            </a>
          </li>
        </ul>
      </nav>
    </header>
  );
}
