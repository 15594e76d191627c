import { foldMention } from './fold-mention.ts';
import type { ProtectedString } from './protected-strings.ts';
export type Needle = {
  text: string;
  within: 'words' | 'letters';
  certainty: 'certain' | 'possible';
  capitalised?: boolean;
};
export function mentionNeedles({ what, text }: ProtectedString): Needle[] {
  const whole = foldMention(text);
  const last = whole.split(' ').at(-1) ?? '';
  return [
    { text: whole, within: 'words', certainty: 'certain' },
    ...(what === 'name' && whole.includes(' ') && last.length > 2
      ? [
          {
            text: last,
            within: 'words' as const,
            certainty: 'possible' as const,
            capitalised: true,
          },
        ]
      : []),
  ];
}
