import type { EditorRouter } from '../../../editor-router.ts';
import { EditedMenus } from '../../../menus/show-menus.ts';
import { exampleId, type OperationsOf } from '../operation.ts';

export const menuOperations = {
  get: {
    at: 'GET /editor/menus',
    summary: 'The menus, and which of their entries readers have',
    answer: EditedMenus,
  },
  save: {
    at: 'PUT /editor/menus',
    summary: 'Save the menus over the save that was seen; every page follows at once',
    answer: EditedMenus,
    example: {
      seen: 0,
      content: {
        head: [{ target: { kind: 'topic' as const, id: exampleId }, label: '' }],
        foot: [
          {
            heading: 'The journal',
            entries: [{ target: { kind: 'built_in' as const, name: 'about' as const }, label: '' }],
          },
        ],
        social: ['https://social.example/@causeway'],
      },
    },
  },
} satisfies OperationsOf<EditorRouter['menus']>;
