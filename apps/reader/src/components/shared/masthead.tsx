import { getJournal, getToday } from '../../next/journal.ts';
import { readerApi } from '../../next/reader-api.ts';
import { MastheadSearch } from './masthead-search.tsx';

/** The head of every page: the journal's name, what it is, today's date, its topics. */
export async function Masthead() {
  const [journal, today, topics] = await Promise.all([
    getJournal(),
    getToday(),
    readerApi().navigation.topics(),
  ]);
  return (
    <header className="masthead">
      <div className="masthead-line">
        <time dateTime={today.iso}>{today.words}</time>
        <ul>
          <li>
            <a href="/findings">Findings</a>
          </li>
          <li>
            <a href="/archive">Archive</a>
          </li>
          <li>
            <a href="/corrections">Corrections</a>
          </li>
          <MastheadSearch />
        </ul>
      </div>
      <p className="masthead-name">
        <a href="/">{journal.name}</a>
      </p>
      <p className="masthead-tagline">{journal.tagline}</p>
      {topics.length === 0 ? null : (
        <nav className="topics" aria-label="Topics">
          <ul>
            {topics.map((topic) => (
              <li key={topic.slug}>
                <a href={`/topics/${topic.slug}`}>{topic.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
