import { escapeMarkup } from '@viewpoints/domain/text/markup';
import { exportProblem } from '../core/export-problem.ts';
import {
  type ReadXml,
  readXml,
  type XmlLimits,
  type XmlNamespaces,
  XmlStream,
} from '../core/xml-stream.ts';
import {
  emptyEntry,
  type FeedEntry,
  type FeedPart,
  type FeedSite,
  type FeedWords,
} from './feed-parts.ts';

/** What is read of one feed. Beyond it no journal's past reaches, and memory stays bounded. */
export type FeedLimits = XmlLimits & {
  /** Characters of one text of an entry; what is longer is cut, and the entry says so. */
  field: number;
  entries: number;
  /** Authors, terms and recordings of one entry. */
  perEntry: number;
};

export const feedLimits: FeedLimits = {
  // The text of an entry may be in elements of the feed itself.
  depth: 300,
  part: 32_000_000,
  field: 4_000_000,
  entries: 1_000_000,
  perEntry: 500,
};

const wordpress = 'http://wordpress.org/export/';

/** The words that feeds are written in. RSS 2.0 itself has no namespace. */
const namespaces: XmlNamespaces = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/atom/app#': 'app',
  'http://www.w3.org/2007/app': 'app',
  'http://purl.org/rss/1.0/': 'rss',
  'http://my.netscape.com/rdf/simple/0.9/': 'rss',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://search.yahoo.com/mrss/': 'media',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://schemas.google.com/blogger/2018': 'blogger',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  [`${wordpress}1.0/`]: 'wp',
  [`${wordpress}1.1/`]: 'wp',
  [`${wordpress}1.2/`]: 'wp',
};

/** Elements that have what is read, and no text of their own. */
const containers = new Set('channel rss:channel atom:author media:group app:control'.split(' '));

const empty: FeedWords = { text: '', isMarkup: false };

/**
 * Reads a feed (RSS 0.9 to 2.0, Atom 1.0) as a stream: no more than one entry is in memory. Nothing
 * that the file declares is expanded or fetched.
 * @throws {ProblemError} with the line, for what is no feed, is not whole, or is out of bounds
 */
export const readFeed = (
  bytes: AsyncIterable<Uint8Array>,
  { limits = feedLimits, ...options }: ReadXml & { limits?: FeedLimits } = {},
): AsyncGenerator<FeedPart> => readXml(bytes, new FeedReader(limits), options);

/** An element whose text is being read, and the markup that elements within it make of it. */
type Open = { depth: number; text: string; isMarkup: boolean; attributes: Record<string, string> };

class FeedReader {
  readonly #xml: XmlStream;
  readonly #limits: FeedLimits;
  #parts: FeedPart[] = [];
  #entry: FeedEntry | null = null;
  #entryDepth = 0;
  #site: FeedSite = { title: '', address: '', language: '', authors: [] };
  #base = '';
  #open: Open | null = null;
  #entries = 0;

  constructor(limits: FeedLimits) {
    this.#limits = limits;
    this.#xml = new XmlStream(
      limits,
      {
        open: (name, attributes, depth) => this.#begin(name, attributes, depth),
        text: (text) => this.#add(this.#open?.isMarkup ? escapeMarkup(text) : text),
        close: (name, depth) => this.#end(name, depth),
      },
      namespaces,
    );
  }

  get line(): number {
    return this.#xml.line;
  }

  read(text: string): FeedPart[] {
    this.#xml.write(text);
    return this.#taken();
  }

  end(): FeedPart[] {
    this.#xml.end();
    this.#parts.push({ kind: 'site', site: this.#site });
    return this.#taken();
  }

  #taken(): FeedPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #begin(name: string, attributes: Record<string, string>, depth: number): void {
    if (depth === 1) {
      this.#root(name, attributes);
      return;
    }
    if (/^(?:wp:\w+|wxr_version)$/.test(name))
      throw exportProblem('export_is_wordpress', this.line);
    const open = this.#open;
    if (open !== null && depth > open.depth) {
      if (open.isMarkup) this.#add(tagOf(name, attributes));
      return;
    }
    if (this.#entry === null && /^(?:item|rss:item|atom:entry)$/.test(name)) {
      this.#beginEntry(attributes, depth);
      return;
    }
    const isDirect = this.#entry === null ? depth <= 3 : depth === this.#entryDepth + 1;
    if (!isDirect && !/^(?:media:content|atom:name|app:draft)$/.test(name)) return;
    if (this.#entry !== null) this.#linkOf(name, attributes, this.#entry);
    else if (name === 'atom:link') this.#siteLink(attributes);
    if (containers.has(name)) return;
    const isMarkup = name === 'xhtml:body' || attributes['type'] === 'xhtml';
    this.#open = { depth, text: '', isMarkup, attributes };
  }

  #root(name: string, attributes: Record<string, string>): void {
    if (!/^(?:rss|rdf:RDF|atom:feed)$/.test(name))
      throw exportProblem('export_not_feed', this.line);
    this.#base = attributes['xml:base'] ?? '';
    this.#site.language = attributes['xml:lang'] ?? '';
  }

  #beginEntry(attributes: Record<string, string>, depth: number): void {
    this.#entries += 1;
    if (this.#entries > this.#limits.entries)
      throw exportProblem(
        'export_too_many',
        this.line,
        `more than ${this.#limits.entries} entries`,
      );
    this.#entryDepth = depth;
    this.#entry = {
      ...emptyEntry(this.line),
      id: attributes['rdf:about'] ?? '',
      base: resolved(attributes['xml:base'] ?? '', this.#base),
      language: attributes['xml:lang'] ?? '',
    };
  }

  #add(text: string): void {
    const open = this.#open;
    if (open === null) return;
    const capacity = this.#limits.field - open.text.length;
    if (text.length <= capacity) open.text += text;
    else {
      open.text += text.slice(0, Math.max(0, capacity));
      if (this.#entry !== null) this.#entry.isCut = true;
    }
  }

  #end(name: string, depth: number): void {
    const open = this.#open;
    if (open !== null && depth > open.depth) {
      if (open.isMarkup && !isVoid(name)) this.#add(`</${localName(name)}>`);
      return;
    }
    const entry = this.#entry;
    if (entry !== null && depth === this.#entryDepth) {
      this.#parts.push({ kind: 'entry', entry });
      this.#entry = null;
      this.#open = null;
      return;
    }
    if (open === null || depth !== open.depth) return;
    this.#open = null;
    if (entry === null) this.#siteText(name, open.text.trim());
    else this.#entryText(name, open, entry);
  }

  #siteText(name: string, text: string): void {
    const parent = this.#xml.path.at(-1) ?? '';
    if (name === 'atom:name' && parent === 'atom:author') this.#author(this.#site, text);
    // Of a picture or a text field of the channel: they have titles and links of their own.
    if (!/^(?:channel|rss:channel|atom:feed)$/.test(parent)) return;
    if (/^(?:title|rss:title|atom:title)$/.test(name)) this.#site.title ||= text;
    else if (/^(?:link|rss:link)$/.test(name)) this.#site.address ||= text;
    else if (/^(?:language|dc:language)$/.test(name)) this.#site.language ||= text;
  }

  #siteLink({ rel = 'alternate', href = '' }: Record<string, string>): void {
    if (rel === 'alternate') this.#site.address ||= resolved(href, this.#base);
  }

  /** What an element says by its attributes. */
  #linkOf(name: string, attributes: Record<string, string>, entry: FeedEntry): void {
    const { rel = 'alternate', href = '', url = '', type = '', medium = '' } = attributes;
    if (name === 'atom:link' && rel === 'alternate') entry.address ||= resolved(href, entry.base);
    else if (name === 'atom:link' && rel === 'enclosure') this.#file(href, type, entry);
    else if (name === 'enclosure') this.#file(url, type, entry);
    else if (name === 'media:content') this.#file(url, type || medium, entry);
    else if (name === 'atom:category') {
      const { scheme = '', term = '', label = '' } = attributes;
      this.#term(entry, { scheme, term, label });
    } else if (name === 'atom:content') {
      entry.isElsewhere ||= 'src' in attributes;
      if ('xml:base' in attributes) entry.base = resolved(attributes['xml:base'] ?? '', entry.base);
    }
  }

  #file(address: string, type: string, entry: FeedEntry): void {
    if (address === '') return;
    const isFull = entry.recordings.length >= this.#limits.perEntry;
    if (/^image/.test(type)) entry.picture ||= resolved(address, entry.base);
    else if (/^(?:audio|video)/.test(type) && !isFull && !entry.recordings.includes(address))
      entry.recordings.push(address);
  }

  #term(entry: FeedEntry, term: FeedEntry['terms'][number]): void {
    if (entry.terms.length < this.#limits.perEntry) entry.terms.push(term);
  }

  #entryText(name: string, { text, isMarkup, attributes }: Open, entry: FeedEntry): void {
    const short = text.trim();
    switch (name) {
      case 'title':
      case 'rss:title':
        // RSS does not say whether it is markup: most programs write it as such.
        entry.title = { text, isMarkup: true };
        break;
      case 'atom:title':
        entry.title = wordsOf(text, isMarkup, attributes) ?? empty;
        break;
      case 'link':
      case 'rss:link':
        entry.address ||= short;
        break;
      case 'guid':
        entry.id = short;
        if (attributes['isPermaLink'] !== 'false' && /^https?:\/\//.test(short))
          entry.address ||= short;
        break;
      case 'atom:id':
        entry.id = short;
        break;
      case 'feedburner:origLink':
        entry.ownAddress = short;
        break;
      case 'description':
      case 'rss:description':
        entry.summary ??= { text, isMarkup: true };
        break;
      case 'atom:summary':
        entry.summary = wordsOf(text, isMarkup, attributes);
        break;
      case 'content:encoded':
      case 'xhtml:body':
        entry.content = { text, isMarkup: true };
        break;
      case 'atom:content':
        entry.content = entry.isElsewhere ? null : wordsOf(text, isMarkup, attributes);
        break;
      case 'pubDate':
      case 'atom:published':
      case 'dc:date':
        entry.published ||= short;
        break;
      case 'atom:updated':
      case 'dcterms:modified':
        entry.changed ||= short;
        break;
      case 'author':
        this.#author(entry, /\(([^()]*)\)\s*$/.exec(short)?.[1] ?? short);
        break;
      case 'dc:creator':
        this.#author(entry, short);
        break;
      case 'atom:name':
        // Contributors have names too.
        if (this.#xml.path.at(-1) === 'atom:author') this.#author(entry, short);
        break;
      case 'category':
        this.#term(entry, { scheme: attributes['domain'] ?? '', term: short, label: short });
        break;
      case 'dc:subject':
        this.#term(entry, { scheme: '', term: short, label: short });
        break;
      case 'dc:language':
        entry.language ||= short;
        break;
      case 'blogger:type':
        this.#term(entry, { scheme: 'blogger', term: short.toLowerCase(), label: '' });
        break;
      case 'app:draft':
        entry.isDraft ||= short === 'yes';
        break;
      case 'blogger:status':
        entry.isDraft ||= short !== 'LIVE';
        break;
    }
  }

  #author(entry: { authors: string[] }, name: string): void {
    const isFull = entry.authors.length >= this.#limits.perEntry;
    if (!isFull && name !== '' && !/\S@\S/.test(name)) entry.authors.push(name);
  }
}

/** The words of Atom, by the kind that it says they are; null for what is no text. */
function wordsOf(
  text: string,
  isMarkup: boolean,
  { type = 'text' }: Record<string, string>,
): FeedWords | null {
  if (isMarkup || type === 'html' || type === 'text/html') return { text, isMarkup: true };
  return /^text(?:\/plain)?$/.test(type) ? { text, isMarkup: false } : null;
}

function resolved(address: string, base: string): string {
  return URL.parse(address, base === '' ? undefined : base)?.href ?? address;
}

const localName = (name: string) => name.replace(/^\w+:/, '');

const isVoid = (name: string) => /^(?:br|hr|img|input|wbr|source|col)$/.test(localName(name));

const tagOf = (name: string, attributes: Record<string, string>): string =>
  `<${[
    localName(name),
    ...Object.entries(attributes)
      .filter(([key]) => !key.startsWith('xmlns'))
      .map(([key, value]) => `${key}="${escapeMarkup(value)}"`),
  ].join(' ')}>`;
