import { z } from 'zod';

/**
 * Steps in which a focal point is placed, in per cent. The reading site has a class for each, since its
 * pages may have no style of their own.
 */
export const focalStep = 5;

const Share = z.int().min(0).max(100).multipleOf(focalStep);

/** The focal point of a picture for cropping: in per cent from its left and its top. */
export const FocalPoint = z.strictObject({ x: Share, y: Share });
export type FocalPoint = z.infer<typeof FocalPoint>;

/** The focal point of pictures without one. */
export const centre: FocalPoint = { x: 50, y: 50 };

/** The point nearest to a place in a picture, given in per cent, which may lie outside it. */
export function focalPointAt(x: number, y: number): FocalPoint {
  const near = (share: number) =>
    Math.min(100, Math.max(0, Math.round(share / focalStep) * focalStep));
  return { x: near(x), y: near(y) };
}
