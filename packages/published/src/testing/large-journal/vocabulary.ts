import type { Direction } from '@viewpoints/domain/values';
import { type Random, randomFrom } from './random.ts';

/** An invented language: made of syllables of its own, with the endings of the one it is named for. */
export type Tongue = {
  language: string;
  direction: Direction;
  /** Of a hundred articles, how many are in it. */
  share: number;
  /** The most used first. */
  words: string[];
  endings: string[];
};

const kinds = [
  {
    language: 'en',
    direction: 'ltr',
    share: 70,
    count: 30_000,
    syllables:
      'ba bren cal dor el fen gar hal is jor kel lan mor nor os pel rin sal tor ul ven wes',
    endings: ['', '', '', '', 's', 'ed', 'ing'],
  },
  {
    language: 'fr',
    direction: 'ltr',
    share: 12,
    count: 10_000,
    syllables: 'bé char dé eau fer gran hé jour lé mar né oi pré rou sé tou vi',
    endings: ['', '', '', 's', 'es', 'ement'],
  },
  {
    language: 'de',
    direction: 'ltr',
    share: 10,
    count: 10_000,
    syllables: 'ab bün dor ein fluß ge hün kör lag mün nach ör rück stra tür ver zwi',
    endings: ['', '', '', 'en', 'er', 'ung'],
  },
  {
    language: 'fa',
    direction: 'rtl',
    share: 8,
    count: 10_000,
    syllables: 'با دی کا رو سی مان نی پار تو گر شا خی',
    endings: ['', '', '', 'ها', 'ی'],
  },
] as const satisfies (Omit<Tongue, 'words' | 'endings'> & {
  count: number;
  syllables: string;
  endings: string[];
})[];

/** The languages of a large journal, each with its words. */
export function tongues(): Tongue[] {
  return kinds.map(({ count, syllables, endings, ...kind }, index) => ({
    ...kind,
    endings: [...endings],
    words: wordsOf(randomFrom(1_000 + index), syllables.split(' '), count),
  }));
}

function wordsOf(chance: Random, syllables: string[], count: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const length = words.size < 80 ? 2 : 2 + Math.floor(chance.next() * 3);
    words.add(Array.from({ length }, () => chance.pick(syllables)).join(''));
  }
  return [...words];
}

/** A sentence of so many words, with a capital and a full stop. */
export function sentence(chance: Random, tongue: Tongue, length: number): string {
  const words = Array.from(
    { length },
    () => chance.pickByRank(tongue.words) + chance.pick(tongue.endings),
  );
  return `${capital(words.join(' '))}.`;
}

/** A name of so many words, each with a capital. */
export function nameOf(chance: Random, tongue: Tongue, length: number): string {
  return Array.from({ length }, () => capital(chance.pick(tongue.words))).join(' ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
