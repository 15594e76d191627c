/** Shapes round the origin, about 9 pixels wide: they tell columns apart where colours do not. */
export const markShapes = [
  'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0',
  'M-4 -4h8v8h-8z',
  'M0 -5.5L5.5 0L0 5.5L-5.5 0z',
  'M0 -5L5.2 4h-10.4z',
  'M-4 -4L4 4M4 -4L-4 4',
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
] as const;
