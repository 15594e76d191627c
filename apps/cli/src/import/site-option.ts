import { isAddressPattern } from '@viewpoints/domain/imports/import-options';
import { Failure } from '../failure.ts';

/**
 * The address of a site, without a slash at its end.
 * @throws {Failure} if the text is no web address
 */
export function siteAddress(given: string): string {
  const url = URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '')
    throw new Failure(`${given} is no address of a site. Write it as https://old.example.org`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** @throws {Failure} if the pattern has other parts than those that are known */
export function patternOf(given: string): string {
  if (isAddressPattern(given)) return given;
  throw new Failure(
    `${given} is no pattern of addresses. It begins with / and has {slug}, {id} or {path}, and perhaps {year}, {month}, {day} or {topic}`,
  );
}
