/** A feed of a fictional site, as RSS 2.0. */
export const buildRss = (items: readonly string[], more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>The Quay Review</title><link>https://old.example.org/</link><language>en-gb</language>
<atom:link rel="self" href="https://old.example.org/feed.xml"/>
<image><title>A crane</title><link>https://elsewhere.example/</link><url>https://old.example.org/crane.png</url></image>${more}
${items.map((item) => `<item>${item}</item>`).join('\n')}
</channel></rss>`;

/** The same as Atom 1.0. */
export const buildAtom = (entries: readonly string[], more = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xml:lang="fr" xml:base="https://old.example.org/">
<title>The Quay Review</title><link rel="self" href="atom.xml"/><link href="/"/><id>urn:quay</id><updated>2020-01-01T00:00:00Z</updated>${more}
${entries.map((entry) => `<entry>${entry}</entry>`).join('\n')}
</feed>`;
