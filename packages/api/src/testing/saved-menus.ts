import { addArticle, addTopic, paragraphs } from '@viewpoints/db/testing/builders';
import type { MenuEntry, MenuKind, Menus, MenuTarget } from '@viewpoints/domain/menus/menu';
import { publish } from '@viewpoints/published/testing/publish';
import type { Person, TestDesk } from './test-desk.ts';

/** An entry of a menu that leads to a thing. */
export const entry = (kind: MenuKind, id: string, label = ''): MenuEntry => ({
  target: { kind, id },
  label,
});

export const labelled = (target: MenuTarget, label = ''): MenuEntry => ({ target, label });

/** Saves the menus over what is there. */
export async function saveMenus({ call }: Person, content: Menus) {
  const { save } = await call.editor.menus.get();
  return call.editor.menus.save({ seen: save, content });
}

/** A topic that readers see, since an article is filed under it. */
export async function filedTopic({ db, clock }: TestDesk, { account }: Person, name: string) {
  const topic = await addTopic(db.editorial, { name });
  const article = await addArticle(db.editorial, {
    ...{ by: account.id, topicIds: [topic.id], body: paragraphs('The locks open.') },
  });
  await publish(db.editorial, article.id, { at: clock.now });
  return { topic, article };
}
