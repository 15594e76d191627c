import type { Document } from '@viewpoints/domain/document/document';
import { documentLinks } from '@viewpoints/domain/document/document-links';

/** The addresses of an article's links, numbered, and shown only in print. */
export function PrintedLinks({ document }: { document: Document | null }) {
  const links = document === null ? [] : documentLinks(document);
  if (links.length === 0) return null;
  return (
    <section className="printed-links">
      <h2>Links</h2>
      <ol>
        {links.map((href, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same address may occur here twice
          <li key={index}>{href}</li>
        ))}
      </ol>
    </section>
  );
}
