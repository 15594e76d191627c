import { formerPath } from '@viewpoints/domain/articles/former-path';
import type { ImportLeftOut } from '@viewpoints/domain/imports/left-out';
import { escapeMarkup } from '@viewpoints/domain/text/markup';
import { oneLine } from '@viewpoints/domain/text/normalise';
import { WebAddress } from '@viewpoints/domain/values';
import type { MappedItem } from '../core/foreign-source.ts';
import { authorNames, cut, instantIn, slugIn, topicsIn } from '../core/map-words.ts';
import { plainText } from '../core/plain-text.ts';
import { Points } from '../core/points.ts';
import type { PostBlock } from '../core/post-elements.ts';
import { readMarkup } from '../core/read-markup.ts';
import type { FeedEntry, FeedTerm, FeedWords, KnownSite } from './feed-parts.ts';
import { removeFeedLine, takeStandfirst } from './feed-summary.ts';

/** Markup beyond this has more text than an article may, or hides what it has. */
const MAX_MARKUP = 2_500_000;

/** An archive of Blogger says with a category what each entry is. */
const isKind = ({ scheme }: FeedTerm) =>
  scheme === 'blogger' || scheme === 'http://schemas.google.com/g/2005#kind';

/** Why an entry does not come in; null if it does. */
export function leftOutAs(
  { terms }: Pick<FeedEntry, 'terms'>,
  { pages }: { pages: boolean },
): ImportLeftOut | null {
  const kind = terms.find(isKind)?.term.replace(/^.*#/, '') ?? 'post';
  if (kind === 'comment') return 'comment';
  if (kind === 'page') return pages ? null : 'page';
  return kind === 'post' ? null : 'settings';
}

/** What an entry is known by: its own id, or else its address. */
export const foreignIdOf = ({ id, ownAddress, address }: FeedEntry): string =>
  (id || ownAddress || address).slice(0, 300).toWellFormed();

/** Reads one entry of a feed as the draft of an article. */
export function mapEntry(entry: FeedEntry, site: KnownSite): MappedItem {
  const points = new Points();
  const publishedAt = dateOf(entry, points);
  const words = entry.title.isMarkup ? plainText(entry.title.text) : oneLine(entry.title.text);
  const headline = cut(words, 200, 'headline_cut', points);
  const address = addressOf(entry, site);
  const { blocks, standfirst } = textOf(entry, site, { points, address });
  const isEmpty = headline === '' && blocks?.length === 0;
  if (isEmpty) points.add('empty');
  else if (headline === '') points.add('headline_missing');
  const authors = authorNames(entry.authors.length > 0 ? entry.authors : site.authors);
  if (authors.length === 0) points.add('author_unknown');
  return {
    ...{ foreignId: foreignIdOf(entry), line: entry.line, headline, publishedAt, authors, address },
    status: entry.isDraft ? 'draft' : 'published',
    standfirst: cut(standfirst, 600, 'standfirst_cut', points),
    slug: slugIn(lastPart(address), points),
    topics: topicsOf(entry, points),
    language: entry.language || null,
    formerPaths: formerPathsOf(address, site, points),
    blocks: isEmpty ? null : blocks,
    points,
  };
}

/** The address of an entry on its site; null if it has none that can be used. */
function addressOf({ ownAddress, address }: FeedEntry, site: KnownSite): string | null {
  const written = ownAddress || address;
  if (written === '') return null;
  const url = URL.parse(written, `${site.address}/`);
  return WebAddress.safeParse(url?.href).data ?? null;
}

/** The last part of an address, without the ending of a file. */
function lastPart(address: string | null): string {
  if (address === null) return '';
  const parts = new URL(address).pathname.split('/').filter((part) => part !== '');
  return (parts.at(-1) ?? '').replace(/\.(?:html?|php|aspx?)$/i, '').slice(0, 500);
}

/** Addresses of other sites lead nowhere here; they are reported. */
function formerPathsOf(address: string | null, site: KnownSite, points: Points): string[] {
  if (address === null) return [];
  const hostOf = (text: string) => new URL(text).host.replace(/^www\./, '');
  if (hostOf(address) === hostOf(site.address)) return [formerPath(address) ?? []].flat();
  points.add('canonical_elsewhere', address);
  return [];
}

function dateOf({ published, changed }: FeedEntry, points: Points): string | null {
  const at = instantIn(inUtc(published));
  if (at !== null) return at;
  const changedAt = instantIn(inUtc(changed));
  points.add(changedAt === null ? 'date_missing' : 'date_of_change', published);
  return changedAt;
}

/** A date without a zone is taken as UTC: JavaScript would read it in that of the machine. */
function inUtc(written: string): string {
  const hasTime = /\d\d:\d\d/.test(written);
  const hasZone = /(?:[+-]\d\d:?\d\d|[A-Za-z]{1,5})$/.test(written);
  return hasTime && !hasZone ? `${written}${written.includes('T') ? 'Z' : ' GMT'}` : written;
}

/** Whether a text ends as those do that go on elsewhere. */
const endsEarly = (markup: string) =>
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:continue reading|read (?:the )?(?:more|rest|full)\b).{0,80})$/i.test(
    plainText(markup.slice(-2000)),
  );

type Text = { blocks: PostBlock[] | null; standfirst: string };
const noText: Text = { blocks: null, standfirst: '' };

function textOf(
  entry: FeedEntry,
  site: KnownSite,
  { points, address }: { points: Points; address: string | null },
): Text {
  if (foreignIdOf(entry) === '') {
    points.add('unreadable', 'id');
    return noText;
  }
  const text = entry.content ?? entry.summary;
  if (entry.isElsewhere || text === null) {
    points.add('text_missing');
    return noText;
  }
  if (entry.isCut || text.text.length > MAX_MARKUP) {
    points.add('too_long');
    return noText;
  }
  if ((entry.content === null && !site.isWhole) || endsEarly(text.text))
    points.add('text_may_be_cut');
  let standfirst = '';
  const blocks = readMarkup(
    {
      markup: markupOf(text) + recordingsOf(entry, text.text),
      base: entry.base || address || `${site.address}/`,
      lineBreaks: text.isMarkup ? 'none' : 'all',
      prepare: (body) => {
        removeFeedLine(body, points);
        standfirst = takeStandfirst(entry, body);
      },
    },
    points,
  );
  if (blocks === null) points.add('too_long', 'nested');
  return { blocks: blocks === null ? null : withPicture(blocks, entry), standfirst };
}

const markupOf = ({ text, isMarkup }: FeedWords) => (isMarkup ? text : escapeMarkup(text));

/** The picture that comes with an entry stands first, unless its text shows it already. */
function withPicture(blocks: PostBlock[], { picture }: FeedEntry): PostBlock[] {
  const address = WebAddress.safeParse(picture).data ?? null;
  const isShown = blocks.some((block) => block.type === 'picture' && block.address === address);
  if (address === null || isShown) return blocks;
  return [
    { ...{ type: 'picture', address, file: null, attachment: null }, alt: '', caption: [] },
    ...blocks,
  ];
}

/** Sound and films that come with an entry. */
const recordingsOf = ({ recordings }: FeedEntry, text: string): string =>
  recordings
    .filter((address) => !text.includes(address))
    .map((address) => `<audio src="${escapeMarkup(address)}"></audio>`)
    .join('');

const topicsOf = ({ terms }: FeedEntry, points: Points): MappedItem['topics'] =>
  topicsIn(
    terms
      .filter((term) => !isKind(term))
      .map(({ term, label }) => ({ name: label || term, slug: '' }))
      // Some name a topic by an address.
      .filter(({ name }) => !/^https?:\/\//.test(name) && !/^uncategori[sz]ed$/i.test(name)),
    points,
  );
