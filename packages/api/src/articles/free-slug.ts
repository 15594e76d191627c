import { randomBytes } from 'node:crypto';
import { slugTaken } from '@viewpoints/db/editorial/articles';
import type { Command } from '../command.ts';

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');

/** A slug made from a headline that no article has; a headline without Latin letters gets "draft-…". */
export async function freeSlug({ tx }: Pick<Command, 'tx'>, headline: string): Promise<string> {
  const base = plain(headline) || 'draft';
  if (base !== 'draft' && !(await slugTaken(tx, base, null))) return base;
  return `${base}-${randomBytes(4).toString('hex')}`;
}
