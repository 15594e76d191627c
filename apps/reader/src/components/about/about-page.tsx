import { documentHeadings } from '@viewpoints/domain/document/document-headings';
import type { PageView } from '@viewpoints/domain/pages/page-view';
import { DocumentView } from '@viewpoints/ui/document/document-view';
import { useJournalLanguage } from '../../next/journal.ts';
import { pictureSources } from '../../pictures/picture-addresses.ts';
import { pageData } from '../../structured-data/page-data.ts';
import { documentLabels } from '../../words/document-labels.ts';
import { languageInItself } from '../../words/language-names.ts';
import { Contents } from '../article/contents.tsx';
import { EmbedSupport } from '../article/embed-support.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { Day } from '../shared/when.tsx';
import { PageList } from './page-list.tsx';

/** A page of the journal about itself: its text, and what stands around it. */
export function AboutPage({ page }: { page: PageView }) {
  const { path, body, retraction, above, below, beside, translations } = page;
  const own = useJournalLanguage(page.language);
  const trail = [
    ...(path.startsWith('about/') ? [{ path: 'about', title: 'About' }] : []),
    ...above,
  ];
  return (
    <main id="content" className="page about-page">
      <PageHead
        title={page.title}
        description={page.summary}
        path={`/${path}`}
        kind="article"
        language={page.language}
        markdown={`/${path}.md`}
        translations={translations.map((each) => ({
          language: each.language,
          path: `/${each.path}`,
        }))}
        crumbs={trail.map((each) => ({ name: each.title, path: `/${each.path}` }))}
        data={(siteUrl) => [pageData(page, siteUrl)]}
      />
      <article lang={page.language} dir={page.direction}>
        <header className="page-heading">
          {trail.length === 0 ? null : (
            <nav className="rubric" aria-label="Pages above" {...own}>
              {trail.map((each) => (
                <a key={each.path} href={`/${each.path}`} dir="auto">
                  {each.title}
                </a>
              ))}
            </nav>
          )}
          <h1>{page.title}</h1>
          {page.summary === '' ? null : <p className="standfirst">{page.summary}</p>}
          {translations.length === 0 ? null : (
            <p className="also-in">
              <span {...own}>Also in</span>
              {translations.map((each) => (
                <a
                  key={each.id}
                  href={`/${each.path}`}
                  hrefLang={each.language}
                  lang={each.language}
                  dir={each.direction}
                >
                  {languageInItself(each.language)}
                </a>
              ))}
            </p>
          )}
        </header>
        {retraction === null ? null : (
          <section className="retraction" aria-labelledby="retracted" {...own}>
            <h2 id="retracted">Page retracted</h2>
            <p dir="auto">{retraction.why}</p>
          </section>
        )}
        {body === null ? null : (
          <>
            <Contents headings={documentHeadings(body)} label="On this page" />
            <div className="prose">
              <DocumentView
                document={body}
                language={page.language}
                words={documentLabels}
                quotes={[]}
                beside={() => []}
                pictures={page.pictures}
                sourcesOf={pictureSources}
              />
              <EmbedSupport document={body} />
            </div>
          </>
        )}
        <p className="about-page-date" {...own}>
          Last changed <Day at={page.changedAt} />
        </p>
      </article>
      {below.length === 0 ? null : (
        <section aria-labelledby="below">
          <h2 id="below">More</h2>
          <PageList pages={below} />
        </section>
      )}
      {beside.length === 0 ? null : (
        <section aria-labelledby="beside">
          <h2 id="beside">Beside this page</h2>
          <PageList pages={beside} />
        </section>
      )}
    </main>
  );
}
