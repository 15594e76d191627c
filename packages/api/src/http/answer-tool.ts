import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import type { ReaderContext } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { atFields, callRead, unknownParameter } from './answer-read.ts';
import { fieldsName, type PublicRead } from './public-reads.ts';

/**
 * Answers a public read from the arguments of a call of its tool, through its procedure.
 * @throws if nothing is found, or an argument is invalid
 */
export async function answerTool(
  read: PublicRead,
  ctx: ReaderContext,
  { [fieldsName]: fields, ...input }: Readonly<Record<string, unknown>>,
): Promise<object> {
  const known = read.parameters.map(({ name }) => name);
  const unknown = Object.keys(input).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new ProblemError('invalid_input', [unknownParameter(unknown, known)]);
  const parameter = read.parameters.find(({ name }) => name === fieldsName);
  const names = parameter?.field.safeParse(fields);
  if (names?.error)
    throw new ProblemError('invalid_input', validationReasons(names.error.issues).map(atFields));
  return callRead(read, ctx, input, names?.data as string[] | undefined);
}
