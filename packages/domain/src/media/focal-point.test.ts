import { describe, expect, test } from 'vitest';
import { FocalPoint, focalPointAt } from './focal-point.ts';

describe('a focal point', () => {
  test.each([
    [12, 88.4, { x: 10, y: 90 }],
    [-40, 130, { x: 0, y: 100 }],
    [52.5, 47.4, { x: 55, y: 45 }],
  ])('at %s and %s is the nearest within the picture', (x, y, point) => {
    expect(focalPointAt(x, y)).toEqual(point);
    expect(FocalPoint.safeParse(point).success).toBe(true);
  });

  test.each([[{ x: 12, y: 50 }], [{ x: -5, y: 50 }], [{ x: 50, y: 105 }], [{ x: 50 }]])(
    'is not %j',
    (given) => {
      expect(FocalPoint.safeParse(given).success).toBe(false);
    },
  );
});
