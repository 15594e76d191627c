import { randomBytes } from 'node:crypto';
import { slugTaken } from '@viewpoints/db/editorial/articles';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import type { Command } from '../command.ts';

/** A slug made from a headline that no article has; a headline without words gets "draft-…". */
export async function freeSlug({ tx }: Pick<Command, 'tx'>, headline: string): Promise<string> {
  const base = slugOf(headline, toLatin) || 'draft';
  if (base !== 'draft' && !(await slugTaken(tx, base, null))) return base;
  return `${base}-${randomBytes(4).toString('hex')}`;
}
