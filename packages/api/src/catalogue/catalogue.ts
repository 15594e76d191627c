import type { Transaction } from '@viewpoints/db/client';
import type { CatalogueKind } from '@viewpoints/domain/kinds/kinds';

/** What every entry has besides its content. */
export type Entry = { id: string; slug: string; name: string; save: number };

/** One catalogue of the journal, such as its topics, and its queries. */
export type Catalogue<Content, Kept extends Entry> = {
  kind: CatalogueKind;
  lock: (tx: Transaction, id: string) => Promise<Kept | null>;
  insert: (tx: Transaction, id: string, content: Content) => Promise<Kept>;
  update: (tx: Transaction, id: string, content: Content) => Promise<Kept>;
  remove: (tx: Transaction, id: string) => Promise<void>;
};
