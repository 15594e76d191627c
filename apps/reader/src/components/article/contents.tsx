import type { DocumentHeading } from '@viewpoints/domain/document/document-headings';

/** From this many parts on, a piece has a list of them. */
const ENOUGH = 3;

/** The parts of a long piece. */
export function Contents({ headings }: { headings: readonly DocumentHeading[] }) {
  const parts = headings.filter(({ level }) => level === 2);
  if (parts.length < ENOUGH) return null;
  return (
    <nav className="contents" aria-labelledby="in-this-article">
      <p id="in-this-article">In this article</p>
      <ol>
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} dir="auto">
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
