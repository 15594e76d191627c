import { Mark, markInputRule, mergeAttributes } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { readDirection } from '@viewpoints/domain/text/direction';
import { Language } from '@viewpoints/domain/values';
import { safeHref } from './safe-href.ts';

export const Emphasis = Mark.create({
  name: 'emphasis',
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
    { style: 'font-style=italic' },
    { style: 'font-style=normal', clearMark: (mark) => mark.type.name === 'emphasis' },
  ],
  renderHTML: () => ['em', 0],
  addInputRules() {
    return [
      markInputRule({ find: /(?:^|\s)(\*(?!\s+\*)((?:[^*]+))\*(?!\s+\*))$/, type: this.type }),
      markInputRule({ find: /(?:^|\s)(_(?!\s+_)((?:[^_]+))_(?!\s+_))$/, type: this.type }),
    ];
  },
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark('emphasis') };
  },
});

export const Strong = Mark.create({
  name: 'strong',
  parseHTML: () => [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
    { style: 'font-weight=400', clearMark: (mark) => mark.type.name === 'strong' },
    { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
  ],
  renderHTML: () => ['strong', 0],
  addInputRules() {
    return [
      markInputRule({
        find: /(?:^|\s)(\*\*(?!\s+\*\*)((?:[^*]+))\*\*(?!\s+\*\*))$/,
        type: this.type,
      }),
      markInputRule({ find: /(?:^|\s)(__(?!\s+__)((?:[^_]+))__(?!\s+__))$/, type: this.type }),
    ];
  },
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark('strong') };
  },
});

export const SmallCaps = Mark.create({
  name: 'smallCaps',
  parseHTML: () => [
    { tag: 'span[data-small-caps]' },
    { style: 'font-variant=small-caps' },
    { style: 'font-variant-caps=small-caps' },
  ],
  renderHTML: () => ['span', { 'data-small-caps': '' }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-k': () => this.editor.commands.toggleMark('smallCaps') };
  },
});

/**
 * Whether a key is Mod-e, which sets code. A keymap would take Mod-Shift-e for it too, which suggests changes:
 * with Caps Lock the key is “e”.
 */
export const isCodeKey = ({ metaKey, ctrlKey, shiftKey, altKey, key }: KeyboardEvent): boolean =>
  (metaKey || ctrlKey) && !shiftKey && !altKey && key.toLowerCase() === 'e';

/**
 * Words between backticks at the end of a text. A lookbehind checks the character before them, which is no
 * part of the match.
 */
export const betweenBackticks = /(?<=^|[\s([{"“„«‘‚–—/-])(`([^`]+)`)$/;

/** Words set as typed. It excludes no other mark: comments and suggestions are marks too. */
export const Code = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
  addInputRules() {
    return [markInputRule({ find: betweenBackticks, type: this.type })];
  },
  addProseMirrorPlugins() {
    const handleKeyDown = (_view: unknown, event: KeyboardEvent): boolean =>
      isCodeKey(event) && this.editor.commands.toggleMark('code');
    return [new Plugin({ props: { handleKeyDown } })];
  },
});

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute('href') ?? '');
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

/** Words in another language than the article's, with their direction where it differs. */
export const LanguageMark = Mark.create({
  name: 'language',
  addAttributes: () => ({ lang: { default: null }, dir: { default: null } }),
  parseHTML: () => [
    {
      tag: 'span[lang]',
      getAttrs: (element) => {
        const lang = Language.safeParse(element.getAttribute('lang'));
        const dir = readDirection(element.getAttribute('dir'));
        return lang.success && { lang: lang.data, dir };
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
});

/**
 * Commented words. The mark is only in the shared document: what is saved, copied or pasted has
 * none. The same words may have several.
 */
export const CommentMark = Mark.create({
  name: 'comment',
  excludes: '',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ id: { default: null, rendered: false } }),
  renderHTML: () => ['span', 0],
});
