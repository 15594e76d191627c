import { insertTrashItem } from '@viewpoints/db/editorial/trash';
import { type KeptKind, readForTrash } from '@viewpoints/db/editorial/trash-rows';
import { daysInTrash, type TrashKind } from '@viewpoints/domain/trash/trash';
import type { Command } from '../command.ts';

const day = 24 * 60 * 60 * 1000;

/** Records that something is in the trash, by whom and until when. */
export async function noteInTrash(
  { tx, acting, at }: Command,
  item: { id: string; kind: TrashKind; name: string; content: object },
): Promise<void> {
  const emptyAt = new Date(at.getTime() + daysInTrash * day);
  await insertTrashItem(tx, { ...item, by: acting.id, at, emptyAt });
}

/** Stores all of something that is about to be removed, so that it can be restored. */
export async function keepInTrash(
  command: Command,
  { id, kind, name }: { id: string; kind: KeptKind; name: string },
): Promise<void> {
  const content = await readForTrash(command.tx, kind, id);
  await noteInTrash(command, { id, kind, name, content });
}
