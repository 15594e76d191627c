import type { ReactNode } from 'react';
import { fragment } from '../document/line.ts';

/** What is shown for each of a list that never changes its order, so that none needs a key. */
export const each = <T>(
  list: readonly T[],
  show: (item: T, index: number) => ReactNode,
): ReactNode => fragment(list.map(show));
