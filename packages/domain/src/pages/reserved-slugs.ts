/** What the first part of an address is used for already: no page at the root may have it. */
const addresses: Readonly<Record<string, string>> = {
  about: 'the index of pages about the journal',
  accounts: 'signing in',
  actors: 'actors',
  admin: 'the admin',
  api: 'the API',
  archive: 'the archive',
  articles: 'articles',
  atom: 'feeds',
  authors: 'people',
  board: 'stance boards',
  busy: 'the answer to too many requests',
  changes: 'the log of changes',
  corrections: 'corrections',
  editor: 'the API',
  embed: 'what other sites embed',
  feed: 'feeds',
  feeds: 'feeds',
  findings: 'findings',
  fonts: 'fonts',
  front: 'the front page',
  healthz: 'checks of the server',
  issues: 'issues',
  journal: 'the journal',
  login: 'signing in',
  mcp: 'the API',
  media: 'pictures and files',
  metrics: 'checks of the server',
  newsletter: 'newsletters',
  newsletters: 'newsletters',
  'nothing-here': 'the answer to an unknown address',
  oembed: 'what other sites embed',
  pages: 'pages',
  people: 'people',
  places: 'places',
  positions: 'positions',
  preview: 'previews',
  previews: 'previews',
  'quote-check': 'quote checks',
  rss: 'feeds',
  scripts: 'scripts',
  search: 'the search',
  series: 'series',
  share: 'share images',
  sitemap: 'sitemaps',
  sources: 'sources',
  static: 'files of the site',
  subscribe: 'subscriptions',
  subscription: 'subscriptions',
  subscriptions: 'subscriptions',
  topics: 'topics',
  trpc: 'the API',
  unavailable: 'the answer while the site is down',
  v1: 'the API',
  versions: 'earlier versions',
};

/** Languages of ISO 639-1, whose codes are the addresses of fronts. */
const languages =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );

/** Slugs that no page at the root may have, each with what has it. */
export const reservedPageSlugs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(languages.map((code) => [code, 'the pages in a language'])),
  ...addresses,
};

/** The pages under `/about` that the program makes, by their slugs. */
export const builtInAboutPages: Readonly<Record<string, string>> = {
  attribution: 'How we attribute',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
};
