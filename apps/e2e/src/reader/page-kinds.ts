import type { ReaderFixture } from './reader-fixture.ts';

/** One address of each kind of page, of the sample journal, by what it is. */
export async function pageKinds({ editorial }: ReaderFixture): Promise<Record<string, string>> {
  const { id } = await editorial.publishedFinding.findFirstOrThrow({
    where: { withdrawnAt: null, supersededBy: { isNot: null } },
    select: { id: true },
  });
  return {
    front: '/',
    article: '/articles/arveth-changes-his-tense',
    'long article with notes, table and figure': '/articles/the-grammar-of-conditions',
    'right-to-left article': '/articles/where-the-water-stands',
    'opinion in Hebrew': '/articles/one-number-on-one-board',
    'corrected article with a chart': '/articles/the-arithmetic-of-ashkand',
    'earlier version': '/articles/the-arithmetic-of-ashkand/versions/1',
    'retracted article': '/articles/memorandum-on-port-annis',
    finding: `/findings/${id}`,
    findings: '/findings',
    'findings, narrowed': '/findings?actor=drenn-valley-movement&stance=accepts_if',
    position: '/positions/drenn-valley-movement/ceasefire',
    actor: '/actors/drenn-valley-movement',
    issue: '/issues/foreign-monitors',
    'board of an issue, narrowed': '/issues/ceasefire/board?stance=accepts_if',
    'board without rows': '/issues/ceasefire/board?on=1900-01-01',
    'two actors beside each other': '/actors/drenn-valley-movement/board?actors=velmark',
    'embedded board': '/embed/issues/foreign-monitors',
    'embedded chart':
      '/embed/articles/the-arithmetic-of-ashkand/charts/7c0ce7a2-5b1e-4f7e-9d0a-3a1f0c9b2e41',
    topic: '/topics/water',
    series: '/series/the-valley-in-its-own-words',
    place: '/places/drenn-valley',
    person: '/people/ruth-vennery',
    source: '/sources/arveth-interview',
    corrections: '/corrections',
    archive: '/archive',
    'month of the archive': '/archive/2026/05',
    opinion: '/articles/the-case-against-waiting',
    search: '/search?q=ceasefire',
    'search, corrected': '/search?q=ceasefier',
    'search without results': '/search?q=zzyzx&topic=water',
    about: '/about',
    'page about the journal': '/about/who-we-are',
    attribution: '/about/attribution',
    privacy: '/about/privacy',
    accessibility: '/about/accessibility',
    'nothing here': '/articles/never-written',
  };
}
