import type { BuiltInLink } from './built-in-links.ts';
import type { MenuEntry } from './menu.ts';

const builtIn = (name: BuiltInLink, label = ''): MenuEntry => ({
  target: { kind: 'built_in', name },
  label,
});

/** What stands in the head after the topics, until an editor makes a menu. */
export const defaultHead: readonly MenuEntry[] = [
  builtIn('findings'),
  builtIn('archive'),
  builtIn('corrections'),
];

/** The foot until an editor makes one. */
export const defaultFoot: readonly MenuEntry[] = [
  ...(['about', 'attribution', 'privacy', 'accessibility', 'corrections'] as const).map((name) =>
    builtIn(name),
  ),
  builtIn('findings', 'All findings'),
  builtIn('archive', 'All articles'),
  builtIn('subscribe'),
  builtIn('contact'),
];
