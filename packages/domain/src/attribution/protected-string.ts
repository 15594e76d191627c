import type { Id } from '../values.ts';

/** Something that terms protect, and what it belongs to. */
export type ProtectedString = {
  text: string;
  what:
    | 'name'
    | 'affiliation'
    | 'title'
    | 'author'
    | 'address'
    | 'publisher'
    | 'slug'
    /** Who granted a waiver, in words. */
    | 'granter';
  sourceId: Id;
  participantId: Id | null;
};
