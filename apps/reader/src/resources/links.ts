/** An entry of a `Link` header: the target, and its relation. */
export type DocumentLink = { to: string; rel: string; type?: string };

/** Writes a `Link` header (RFC 8288). */
export const writeLinks = (links: readonly DocumentLink[]): string =>
  links
    .map(
      ({ to, rel, type }) => `<${to}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`,
    )
    .join(', ');
