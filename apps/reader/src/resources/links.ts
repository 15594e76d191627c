/** What a `Link` header can say of a document: where it leads, and what that is to it. */
export type DocumentLink = { to: string; rel: string; type?: string };

/** Writes a `Link` header (RFC 8288). */
export const writeLinks = (links: readonly DocumentLink[]): string =>
  links
    .map(
      ({ to, rel, type }) => `<${to}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`,
    )
    .join(', ');
