import type { DocumentHeading } from '@viewpoints/domain/document/document-headings';

/** From this many parts on, an article has a table of contents. */
const ENOUGH = 3;

/** The parts of a long article. */
export function Contents({
  headings,
  label = 'In this article',
}: {
  headings: readonly DocumentHeading[];
  label?: string;
}) {
  const parts = headings.filter(({ level }) => level === 2);
  if (parts.length < ENOUGH) return null;
  return (
    <nav className="contents" aria-labelledby="in-this-article">
      <p id="in-this-article">{label}</p>
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
