import type { Outputs } from '@viewpoints/client';

/** The account that is signed in, as the API gives it. */
export type Me = Outputs['editor']['me'];
