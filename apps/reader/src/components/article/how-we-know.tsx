import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import { SafeLink } from '@viewpoints/ui/document/marked';
import { LooseDate } from '../shared/when.tsx';

/** "How we know": the sources of an article, and their terms. */
export function HowWeKnow({ sources }: { sources: readonly SourceView[] }) {
  if (sources.length === 0) return null;
  return (
    <section className="how-we-know" aria-labelledby="how-we-know">
      <h2 id="how-we-know">How we know</h2>
      <ul>
        {sources.map((source) => (
          <li key={source.wording}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
      <p className="how-we-know-foot">
        <a href="/about/attribution">About these terms</a>
      </p>
    </section>
  );
}

/** One source in the words that its terms allow. */
export function SourceLine({ source }: { source: SourceView }) {
  const { named, wording, terms, termsLabel } = source;
  return (
    <>
      {named === null ? (
        <span className="source-wording" dir="auto">
          {wording}
        </span>
      ) : (
        <span className="source-wording" dir="auto">
          <a href={`/sources/${named.slug}`}>{named.title}</a>
          {named.authors.length === 0 ? null : `, ${named.authors.join(', ')}`}
          {named.publisher === null ? null : `, ${named.publisher}`}
          {named.issued === null ? null : (
            <>
              , <LooseDate edtf={named.issued} />
            </>
          )}
          {named.url === null ? null : (
            <>
              {' '}
              <SafeLink href={named.url}>(original)</SafeLink>
            </>
          )}
        </span>
      )}{' '}
      <a className="terms" data-terms={terms} href={`/about/attribution#${terms}`}>
        {termsLabel}
      </a>
    </>
  );
}
