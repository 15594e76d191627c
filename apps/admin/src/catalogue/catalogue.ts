import type { ActorKind } from '@viewpoints/domain/actors/actor';
import { type CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import type { PageOf } from '@viewpoints/domain/page-of';
import { capitalised } from '@viewpoints/domain/text/sentence';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { z } from 'zod';
import type { FilterFields } from '../filters/list-filters.ts';
import type { RecordForm } from '../records/use-record-form.ts';

/** The schema of what is entered of a kind. */
export type EntrySchema = z.ZodObject<{ slug: z.ZodType<string>; name: z.ZodType<string> }>;

/** An entry as it is stored. */
export type StoredEntry = { id: string; slug: string; name: string; save: number };

/** The request of a list by name; `ofKind` if its entries have kinds. */
type ListInput = {
  q?: string;
  ofKind?: ActorKind;
  limit?: number;
  cursor?: string;
  counted?: boolean;
};

/** The API's procedures for a kind. */
export type EntryApi<Content, Stored> = {
  list: { query: (input: ListInput) => Promise<PageOf<Stored>> };
  get: { query: (input: { id: string }) => Promise<Stored> };
  create: { mutate: (content: Content) => Promise<Stored> };
  save: { mutate: (input: { id: string; seen: number; content: Content }) => Promise<Stored> };
  remove: { mutate: (input: { id: string }) => Promise<unknown> };
};

/** The parts of the screen and the dialog that are specific to a kind of entry. */
export type Catalogue<Schema extends EntrySchema, Stored extends StoredEntry> = {
  kind: CatalogueKind;
  icon: LucideIcon;
  api: EntryApi<z.output<Schema>, Stored>;
  schema: Schema;
  /** The description of the list, under its title. */
  description: string;
  /** Advice for an editor with an empty list. */
  empty: string;
  /** The effect of removing one, and which cannot be removed. */
  removal: string;
  /** A new one as its form begins. */
  blank: (named: { slug: string; name: string }) => z.output<Schema>;
  /** Labels of fields other than the name and the slug. */
  labels: Partial<Record<keyof z.output<Schema> & string, string>>;
  /** The fields after the name and its address; `entry` is null for a new one. */
  Fields: ComponentType<{
    form: RecordForm<z.output<Schema>>;
    entry: Stored | null;
    disabled: boolean;
  }>;
  /** Filters of the list, by the names that the API has for them. */
  filters?: FilterFields;
  /** What a row of the list shows in addition to the name. */
  row?: (entry: Stored) => { badges?: ReactNode; meta?: ReactNode };
};

/** The words for a kind on its screens: its title, its singular, and its keys in the cache. */
export function labelsOf(kind: CatalogueKind) {
  const { plural, label } = kinds[kind];
  return { plural, title: capitalised(plural), one: label.one.toLowerCase() };
}
