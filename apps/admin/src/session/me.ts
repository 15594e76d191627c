import type { viewpoints } from '../data/viewpoints.ts';

/** The account that is signed in, as the API gives it. */
export type Me = Awaited<ReturnType<typeof viewpoints.editor.me.query>>;
