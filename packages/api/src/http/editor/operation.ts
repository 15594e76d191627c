import type { AnyTRPCProcedure, inferProcedureInput, inferProcedureOutput } from '@trpc/server';
import { z } from 'zod';

/** The methods of the editors' addresses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A procedure of editors that an access token may call, as plain HTTP has it. */
export type Open<Input, Output> = {
  /** Method and path under `/v1`. Path parameters in braces are fields of the input. */
  at: `${Method} /editor${string}`;
  summary: string;
  /** What it answers with; null for nothing. */
  answer: z.ZodType<Output> | null;
  /** Whether it makes something: the answer is then 201. */
  creates?: true;
} & (undefined extends Input ? { example?: Input } : { example: Input });

/** Why no access token may call a procedure, or any of a router. */
export type Closed = { closed: string };

/**
 * What is said of each procedure of a router: how plain HTTP has it, or why no token may call it. The
 * type requires every procedure, so that a new one cannot be forgotten.
 */
export type OperationsOf<Router> = {
  readonly [Name in keyof Router as Name extends '_def' | 'createCaller'
    ? never
    : Name]: Router[Name] extends AnyTRPCProcedure
    ? Open<inferProcedureInput<Router[Name]>, inferProcedureOutput<Router[Name]>> | Closed
    : OperationsOf<Router[Name]> | Closed;
};

/** A second person answers for it, and a token left in a script is no person. */
export const secondPerson: Closed = {
  closed: 'A second person answers for it: that is a person at a screen, never a program.',
};

/** Undoes a decision of the journal towards its readers, or a removal. */
export const personAlone: Closed = {
  closed: 'It is decided by a person at a screen, never by a program.',
};

export const ownAccount: Closed = {
  closed: 'It is about the account itself, which a token acts for and does not look after.',
};

export const administration: Closed = {
  closed: 'Accounts, tokens, settings and records are looked after by a person at a screen.',
};

export const linkOut: Closed = {
  closed: 'It shows words to people without an account: a person decides to whom.',
};

/** A page of an editors' list. `count` is there if the list was asked to count. */
export const editorPageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    count: z.exactOptional(z.number()),
  });

export const Removed = z.strictObject({ id: z.string() });
export const SeveralIds = z.strictObject({ ids: z.array(z.string()) });

/** An id in examples. */
export const exampleId = '0b2f4c1e-6d0a-4f0e-9a57-3c1f0d5e7a42';
/** Another. */
export const otherId = '8a7e3f60-2f0c-4a39-8a41-5be0a3a7f7d2';
