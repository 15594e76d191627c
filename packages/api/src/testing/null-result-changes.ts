import { addActor, addIssue } from '@viewpoints/db/testing/builders';
import type { NullResultContent } from '@viewpoints/domain/null-results/null-result';
import type { Person, TestDesk } from './test-desk.ts';

type People = Record<'editor' | 'publisher', Person>;
type Change = () => Promise<{ change: () => Promise<unknown> }>;

/** A null result about an actor and an issue that were just entered. */
export async function nullResultContent(
  { db }: Pick<TestDesk, 'db'>,
  given: Partial<NullResultContent> = {},
): Promise<NullResultContent> {
  const actorId = given.actorId ?? (await addActor(db.editorial)).id;
  const issueId = given.issueId ?? (await addIssue(db.editorial)).id;
  return {
    ...{ actorId, issueId, asOf: '2020-12', language: 'en', note: '' },
    register: 'both',
    searched: 'Statements of the ministry, June to December 2020',
    ...given,
  };
}

/** A change by each procedure of null results, and what is needed before it. */
export function nullResultChanges(
  getDesk: () => TestDesk,
  getPeople: () => People,
): Record<string, Change> {
  const own = () => getPeople().editor.call.editor.nullResults;
  const others = () => getPeople().publisher.call.editor.nullResults;
  const proposed = async () => {
    const content = await nullResultContent(getDesk());
    const { id, save: seen } = await own().propose({ content });
    return { id, seen, content };
  };
  const why = 'A statement was found.';
  return {
    propose: async () => {
      const content = await nullResultContent(getDesk());
      return { change: () => own().propose({ content }) };
    },
    save: async () => {
      const { content, ...one } = await proposed();
      return {
        change: () => own().save({ ...one, content: { ...content, searched: 'The archive' } }),
      };
    },
    remove: async () => {
      const { id } = await proposed();
      return { change: () => own().remove({ id }) };
    },
    verify: async () => {
      const { id, seen } = await proposed();
      return { change: () => others().verify({ id, seen }) };
    },
    reject: async () => {
      const { id, seen } = await proposed();
      return { change: () => others().reject({ id, seen, why }) };
    },
    withdraw: async () => {
      const { id, seen } = await proposed();
      await others().verify({ id, seen });
      return { change: () => others().withdraw({ id, why }) };
    },
  };
}
