import type { Document } from '@viewpoints/domain/document/document';
import { wordCount } from '@viewpoints/domain/document/document-text';
import type { ImportReport, ReportedItem } from '@viewpoints/domain/imports/import-report';
import type { ImportLeftOut } from '@viewpoints/domain/imports/left-out';
import type { ForeignItem, MappedItem } from './foreign-source.ts';
import { ownCopy } from './own-copy.ts';

/** No more places with forbidden characters, and no more names of fields, than people read. */
const MOST = 200;

/** Builds the report of an export, item by item. */
export class ReportBuilder {
  readonly #items: ReportedItem[] = [];
  readonly #leftOut = new Map<string, { type: string; why: ImportLeftOut; count: number }>();
  readonly #authors = new Map<string, number>();
  readonly #topics = new Map<string, number>();
  readonly #fields = new Map<string, number>();
  readonly #forbidden: ImportReport['forbidden'] = [];
  #comments = 0;
  #known = 0;

  countKnown(): void {
    this.#known += 1;
  }

  forbid(line: number, count: number): void {
    if (this.#forbidden.length < MOST) this.#forbidden.push({ line, count });
  }

  leaveOut(item: ForeignItem, why: ImportLeftOut): void {
    this.#comments += item.comments;
    const type = ownCopy(item.type.slice(0, 100));
    const key = `${type} ${why}`;
    const known = this.#leftOut.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#leftOut.size < MOST) this.#leftOut.set(key, { type, why, count: 1 });
  }

  /** @param document the text that it becomes; null if it does not come in */
  add(item: ForeignItem, mapped: MappedItem, document: Document | null): void {
    this.#comments += item.comments;
    for (const name of item.otherFields) this.#countField(name);
    if (document !== null) {
      for (const name of mapped.authors) count(this.#authors, name);
      for (const { name } of mapped.topics) count(this.#topics, name);
    }
    const { foreignId, line, headline, slug, address, publishedAt, status } = mapped;
    this.#items.push(
      ownCopy({
        ...{ foreignId, line, headline, slug, address, publishedAt, status },
        comesIn: document !== null,
        words: document === null ? 0 : wordCount(document),
        pictures: mapped.blocks?.filter(({ type }) => type === 'picture').length ?? 0,
        points: mapped.points.list(),
      }),
    );
  }

  finish(site: ImportReport['site'], otherFields: readonly string[] = []): ImportReport {
    for (const name of otherFields) this.#countField(name);
    const counts = (names: Map<string, number>) =>
      [...names]
        .map(([name, items]) => ({ name, items }))
        .sort((a, b) => b.items - a.items || (a.name < b.name ? -1 : 1));
    return {
      ...{ site, items: this.#items, known: this.#known, leftOut: [...this.#leftOut.values()] },
      ...{ authors: counts(this.#authors), topics: counts(this.#topics) },
      ...{ comments: this.#comments, fields: counts(this.#fields), forbidden: this.#forbidden },
    };
  }

  #countField(name: string): void {
    if (this.#fields.size < MOST || this.#fields.has(name)) count(this.#fields, name);
  }
}

const count = (counts: Map<string, number>, name: string) =>
  counts.set(counts.has(name) ? name : ownCopy(name), (counts.get(name) ?? 0) + 1);
