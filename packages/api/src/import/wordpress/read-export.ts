import { exportProblem } from '../core/export-problem.ts';
import { type ReadXml, readXml, type XmlLimits, XmlStream } from '../core/xml-stream.ts';
import type { ExportedItem, ExportPart, ReadField } from './export-parts.ts';
import { readFields } from './export-parts.ts';

/** What is read of one export. Beyond it no journal's past reaches, and memory stays bounded. */
export type ExportLimits = XmlLimits & {
  /** Characters of a field of an item; what is longer is cut, and the item says so. */
  field: number;
  items: number;
  authors: number;
  terms: number;
  /** Terms, and custom fields, of one item. */
  perItem: number;
};

export const exportLimits: ExportLimits = {
  // A real export has seven.
  depth: 32,
  part: 32_000_000,
  field: 4_000_000,
  items: 1_000_000,
  authors: 100_000,
  terms: 200_000,
  perItem: 500,
};

/** The fields of an item that are a text, by the name of their element. */
const itemTexts = {
  title: 'title',
  link: 'address',
  pubDate: 'pubDate',
  'dc:creator': 'creator',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
  'wp:post_id': 'id',
  'wp:post_date': 'dateLocal',
  'wp:post_date_gmt': 'dateUtc',
  'wp:post_name': 'slug',
  'wp:status': 'status',
  'wp:post_parent': 'parent',
  'wp:post_type': 'type',
  'wp:attachment_url': 'fileAddress',
} as const satisfies Record<string, keyof ExportedItem>;

const isReadField = (name: string): name is ReadField =>
  (readFields as readonly string[]).includes(name);

const emptyItem = (line: number): ExportedItem => ({
  line,
  ...{ id: '', type: '', status: '', title: '', slug: '', creator: '', address: '' },
  ...{ dateUtc: '', dateLocal: '', pubDate: '', content: '', excerpt: '', parent: '0' },
  ...{ menuOrder: 0, hasPassword: false, fileAddress: '', terms: [], fields: [], comments: 0 },
  ...{ otherFields: [], isCut: false },
});

export type ReadExport = ReadXml & { limits?: ExportLimits };

/**
 * Reads a WordPress export as a stream: no more than one item is in memory. Nothing that the file
 * declares is expanded or fetched.
 * @throws {ProblemError} with the line, for what is no export, is not whole, or is out of bounds
 */
export const readExport = (
  bytes: AsyncIterable<Uint8Array>,
  { limits = exportLimits, ...options }: ReadExport = {},
): AsyncGenerator<ExportPart> => readXml(bytes, new ExportReader(limits), options);

class ExportReader {
  readonly #xml: XmlStream;
  readonly #limits: ExportLimits;
  #parts: ExportPart[] = [];
  /** The text of the innermost element that is read. */
  #text = '';
  #item: ExportedItem | null = null;
  /** Values of the author, term or custom field that is being read, by the name of the element. */
  #values: Record<string, string> = {};
  #attributes: Record<string, string> = {};
  #site = { title: '', link: '', language: '', base: '' };
  #isSiteKnown = false;
  #isWordPress = false;
  #counts = { items: 0, authors: 0, terms: 0 };
  #begin = 1;

  constructor(limits: ExportLimits) {
    this.#limits = limits;
    this.#xml = new XmlStream(limits, {
      open: (name, attributes, depth) => this.#open(name, attributes, depth),
      text: (text) => this.#add(text),
      close: (name, depth) => this.#close(name, depth),
    });
  }

  get line(): number {
    return this.#xml.line;
  }

  read(text: string): ExportPart[] {
    this.#xml.write(text);
    return this.#taken();
  }

  end(): ExportPart[] {
    this.#xml.end();
    if (!this.#isWordPress) throw exportProblem('export_not_wordpress', this.line);
    this.#saySite();
    return this.#taken();
  }

  #taken(): ExportPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #open(name: string, attributes: Record<string, string>, depth: number): void {
    if (depth === 1 && name !== 'rss') throw exportProblem('export_not_wordpress', this.line);
    this.#text = '';
    if (depth === 3) {
      this.#begin = this.line;
      this.#values = {};
      if (name === 'item') {
        this.#saySite();
        this.#item = emptyItem(this.line);
      }
    }
    if (depth === 4) {
      this.#attributes = attributes;
      if (name === 'wp:postmeta') this.#values = {};
    }
  }

  #add(text: string): void {
    const capacity = this.#limits.field - this.#text.length;
    if (text.length <= capacity) this.#text += text;
    else {
      this.#text += text.slice(0, Math.max(0, capacity));
      if (this.#item !== null) this.#item.isCut = true;
    }
  }

  #close(name: string, depth: number): void {
    const [, channel = name, third] = this.#xml.path;
    if (channel !== 'channel') return;
    if (depth === 3) this.#closeInChannel(name);
    else if (depth > 3 && this.#item !== null && third === 'item') this.#closeInItem(name, depth);
    else if (depth === 4) this.#values[name] = this.#text;
    this.#text = '';
  }

  #closeInChannel(name: string): void {
    const text = this.#text.trim();
    const site = this.#site;
    const values = this.#values;
    switch (name) {
      case 'title':
      case 'link':
      case 'language':
        site[name] ||= text;
        break;
      case 'wp:wxr_version':
        this.#isWordPress = true;
        break;
      case 'wp:base_blog_url':
      case 'wp:base_site_url':
        // That of the blog, where the site has several.
        if (name === 'wp:base_blog_url' || site.base === '') site.base = text;
        break;
      case 'wp:author': {
        const login = values['wp:author_login']?.trim() ?? '';
        this.#count('authors');
        const author = { login, name: values['wp:author_display_name']?.trim() || login };
        if (login !== '') this.#parts.push({ kind: 'author', author });
        break;
      }
      case 'wp:category':
        this.#term('category', values['wp:category_nicename'], values['wp:cat_name']);
        break;
      case 'wp:tag':
        this.#term('post_tag', values['wp:tag_slug'], values['wp:tag_name']);
        break;
      case 'item':
        this.#count('items');
        if (this.#item !== null) this.#parts.push({ kind: 'item', item: this.#item });
        this.#item = null;
        break;
    }
  }

  #term(taxonomy: string, slug = '', name = ''): void {
    this.#count('terms');
    const term = { taxonomy, slug: slug.trim(), name: name.trim() };
    this.#parts.push({ kind: 'term', term });
  }

  #closeInItem(name: string, depth: number): void {
    const item = this.#item;
    if (item === null) return;
    if (depth > 4) {
      // Of what is deeper, only custom fields are read: comments and their authors are not.
      if (this.#xml.path.at(-1) === 'wp:postmeta') this.#values[name] = this.#text;
      return;
    }
    const field = (itemTexts as Record<string, (typeof itemTexts)[keyof typeof itemTexts]>)[name];
    if (field !== undefined) {
      item[field] = field === 'content' || field === 'excerpt' ? this.#text : this.#text.trim();
      return;
    }
    const isFull = item.terms.length + item.fields.length >= this.#limits.perItem;
    if (name === 'category' && !isFull) this.#itemTerm(item);
    else if (name === 'wp:postmeta' && !isFull) this.#itemField(item);
    else if (name === 'wp:comment') item.comments += 1;
    else if (name === 'wp:post_password') item.hasPassword = this.#text !== '';
    else if (name === 'wp:menu_order') item.menuOrder = Number.parseInt(this.#text, 10) || 0;
  }

  #itemTerm(item: ExportedItem): void {
    const { domain = 'category', nicename = '' } = this.#attributes;
    const term = { taxonomy: domain, slug: nicename.trim(), name: this.#text.trim() };
    const isKnown = item.terms.some(
      (each) => each.taxonomy === term.taxonomy && each.slug === term.slug,
    );
    if (term.name !== '' && !isKnown) item.terms.push(term);
  }

  #itemField(item: ExportedItem): void {
    const name = this.#values['wp:meta_key']?.trim() ?? '';
    if (isReadField(name))
      item.fields.push({ name, value: this.#values['wp:meta_value']?.trim() ?? '' });
    else if (item.otherFields.length < this.#limits.perItem && !item.otherFields.includes(name))
      item.otherFields.push(name.slice(0, 100));
  }

  #count(of: 'items' | 'authors' | 'terms'): void {
    this.#counts[of] += 1;
    if (this.#counts[of] > this.#limits[of])
      throw exportProblem('export_too_many', this.#begin, `more than ${this.#limits[of]} ${of}`);
  }

  /** The site is said once, before the first item. */
  #saySite(): void {
    if (this.#isSiteKnown) return;
    if (!this.#isWordPress) throw exportProblem('export_not_wordpress', this.line);
    this.#isSiteKnown = true;
    const { title, base, link, language } = this.#site;
    const site = { title, address: base || link, language: language || null };
    this.#parts.push({ kind: 'site', site });
  }
}
