import { readFile } from 'node:fs/promises';
import { focalStep } from '@viewpoints/domain/media/focal-point';
import { expect, test } from 'vitest';

test('there is a class for each step of a focal point', async () => {
  const css = await readFile(
    new URL('../components/article/focal-points.css', import.meta.url),
    'utf8',
  );
  for (let share = 0; share <= 100; share += focalStep)
    for (const axis of ['x', 'y'])
      expect(css).toContain(`.focal-${axis}-${share} {\n  --focal-${axis}: ${share}%;\n}`);
});
