import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { themeColours } from './theme-colours.ts';

it('given a page in the light or the dark, then its ground is what browsers set round it', async () => {
  const tokens = fileURLToPath(import.meta.resolve('@viewpoints/ui/tokens.css'));
  const found = [...(await readFile(tokens, 'utf8')).matchAll(/--paper:\s*(#[0-9a-f]+)/g)];
  // After them come those for readers who prefer more contrast.
  const [light, dark] = found.map(([, colour]) => colour);
  expect({ light, dark }).toEqual(themeColours);
});
