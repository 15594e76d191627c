import { foldText } from './fold.ts';

/** A page of the journal about itself, or a place in one: what it is called and where it is. */
export type SitePage = { path: string; title: string };

const attribution = '/about/attribution';

/** The names each page is found by; of several words at least two have to be typed. */
const pages: readonly (SitePage & { names: readonly string[] })[] = [
  {
    ...{ path: attribution, title: 'How we attribute' },
    names: ['attribution', 'attribute', 'how we attribute', 'terms of attribution'],
  },
  {
    ...{ path: `${attribution}#terms`, title: 'The terms of attribution' },
    names: ['on the record', 'off the record', 'unnamed sources', 'anonymous sources'],
  },
  {
    ...{ path: `${attribution}#background`, title: 'Background' },
    names: ['on background', 'background terms'],
  },
  {
    ...{ path: `${attribution}#chatham_house`, title: 'Chatham House Rule' },
    names: ['chatham house rule', 'chatham house rules'],
  },
  {
    ...{ path: `${attribution}#deep_background`, title: 'Deep background' },
    names: ['deep background'],
  },
  {
    ...{ path: `${attribution}#finding`, title: 'What a finding is' },
    names: ['what is a finding', 'findings'],
  },
  { path: `${attribution}#stances`, title: 'The stances', names: ['stance', 'stances'] },
  {
    ...{ path: '/corrections', title: 'Corrections' },
    names: [
      'correction',
      'corrections',
      'retraction',
      'retractions',
      'corrections policy',
      'errata',
    ],
  },
  {
    ...{ path: '/about/privacy', title: 'Privacy' },
    names: [
      'privacy',
      'privacy policy',
      'cookie',
      'cookies',
      'tracking',
      'data protection',
      'gdpr',
    ],
  },
  {
    ...{ path: '/about/accessibility', title: 'Accessibility' },
    names: [
      'accessibility',
      'accessible',
      'accessibility statement',
      'screen reader',
      'screen readers',
    ],
  },
];

const folded = pages.map(({ path, title, names }) => ({
  page: { path, title },
  names: names.map((name) => new Set(foldText(name).split(' '))),
}));

/** The pages with a name that matches what was typed. */
export function findSitePages(typed: string): SitePage[] {
  const words = new Set(foldText(typed).split(' '));
  const isCalledSo = (name: ReadonlySet<string>) =>
    words.size >= Math.min(2, name.size) && [...words].every((word) => name.has(word));
  return folded.flatMap(({ page, names }) => (names.some(isCalledSo) ? [page] : []));
}
