import { RestoredPart } from '@viewpoints/domain/articles/restore-words';
import { Id, line } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byTime } from '../paging.ts';

export const ListHistory = byTime.extend({ id: Id });

/** A moment of an article: a revision or an entry of its history by id, or the working copy. */
const Moment = z.union([Id, z.literal('working_copy')]);

export const CompareMoments = z.strictObject({ id: Id, from: Moment, to: Moment });

/** The name of a moment of an article, so that it is easily found; null removes the name. */
export const EntryName = line(120);
export const NameEntry = z.strictObject({ id: Id, entryId: Id, name: EntryName.nullable() });

export const RestoreWords = z.strictObject({ id: Id, from: Id, part: RestoredPart });
