import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { Id, Slug } from '@viewpoints/domain/values';

/** Whether a segment of a path, or the value of a query key, is possible there at all. */
export type Check = (value: string) => boolean;

/** A pattern of addresses: segments as they are or checked, and the query keys that are read. */
export type Route = {
  path: readonly (string | Check)[];
  query?: Readonly<Record<string, Check>>;
  /** False if responses are never cached, e.g. because any input is allowed. */
  kept?: false;
};

export const slug: Check = (value) => Slug.safeParse(value).success;
export const id: Check = (value) => Id.safeParse(value).success;
export const number: Check = (value) => /^[1-9][0-9]{0,5}$/.test(value);
export const year: Check = (value) => /^[12][0-9]{3}$/.test(value);
export const month: Check = (value) => /^(?:0[1-9]|1[0-2])$/.test(value);
export const stance: Check = (value) => Stance.safeParse(value).success;
/** Any text typed into a box: the page answers even if it is too long for a search, and says so. */
export const typed: Check = () => true;
export const cursor: Check = (value) => /^[A-Za-z0-9_-]{1,200}$/.test(value);
/** Whether a path, cut at its slashes, is of a route. */
export function fits({ path }: Route, segments: readonly string[]): boolean {
  return (
    path.length === segments.length &&
    path.every((part, index) => {
      const segment = segments[index] ?? '';
      return typeof part === 'string' ? part === segment : part(segment);
    })
  );
}
