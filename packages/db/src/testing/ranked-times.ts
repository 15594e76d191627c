import { longAgo } from './builders.ts';

const hour = 3_600_000;

/** When a row was made that lists show by its rank, the newest first. */
export const newestFirst = (rank: number): Date => new Date(longAgo.getTime() - rank * hour);

/** The same for lists that begin with the oldest. */
export const oldestFirst = (rank: number): Date => new Date(longAgo.getTime() + rank * hour);
