import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { SubjectAddress } from '@viewpoints/domain/subscriptions/subject';

/** The path of the page that has the form of a subject. */
export function pathOfSubject(subject: SubjectAddress): string {
  if (subject.kind === 'everything' || subject.kind === 'newsletter') return '/subscribe';
  if (subject.kind === 'position') return `/positions/${subject.slug}/${subject.issue}`;
  return `/${kinds[subject.kind].path}/${subject.slug}`;
}
