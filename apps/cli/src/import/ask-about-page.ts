import { input, select } from '@inquirer/prompts';
import type { Doubtful, Suggestion } from '@viewpoints/api/import/page';
import { excerpt } from './print-import.ts';

const choices: { value: Suggestion; name: string }[] = [
  { value: 'keep', name: 'Keep it as it is' },
  { value: 'leave_out', name: 'Leave it out' },
  { value: 'heading', name: 'Keep it as a heading' },
];

/** Asks the user about every doubtful part, with the rules' suggestion preselected. */
export async function askAboutDoubts(doubtful: Doubtful[]): Promise<Map<number, Suggestion>> {
  const answers = new Map<number, Suggestion>();
  for (const [index, { line, text, why, suggestion }] of doubtful.entries()) {
    const message = `Line ${line}: “${excerpt(text)}”\n  ${why}.`;
    answers.set(index, await select({ message, choices, default: suggestion }));
  }
  return answers;
}

export function askForHeadline(guess: string | null): Promise<string> {
  return input({
    message: 'Headline:',
    ...(guess === null ? {} : { default: guess }),
    validate: (text) => {
      const length = text.trim().length;
      return (length > 0 && length <= 200) || 'Write a headline of at most 200 characters.';
    },
  });
}
