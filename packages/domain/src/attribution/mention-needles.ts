import { addAddress } from './mentions/address-needles.ts';
import { addGranter } from './mentions/granter-needles.ts';
import { addName } from './mentions/name-needles.ts';
import { NeedleCollector } from './mentions/needle-collector.ts';
import { addOrganisation, addTitle, isOrganisation } from './mentions/text-needles.ts';
import type { Needle } from './needle.ts';
import type { ProtectedString } from './protected-string.ts';

/**
 * The needles by which a protected string is found however it is written: names in every order and
 * shortening, organisations without common parts, addresses without insignificant parts. None of
 * them is contained in another. They are as protected as the string.
 */
export function mentionNeedles({ what, text }: Pick<ProtectedString, 'what' | 'text'>): Needle[] {
  const collector = new NeedleCollector();
  switch (what) {
    case 'name':
      addName(collector, text);
      break;
    case 'author':
      if (isOrganisation(text)) addOrganisation(collector, text);
      else addName(collector, text);
      break;
    case 'affiliation':
    case 'publisher':
      addOrganisation(collector, text);
      break;
    case 'title':
    case 'slug':
      addTitle(collector, text);
      break;
    case 'address':
      addAddress(collector, text);
      break;
    case 'granter':
      addGranter(collector, text);
      break;
  }
  return collector.needles();
}
