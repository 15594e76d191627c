/** A command that cannot go on; its message is for people: what is wrong and what to do. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

const expected = new Set([
  'Failure',
  'SettingsError',
  'EmbeddedError',
  'MigrationError',
  'RolesError',
  'ServerError',
  'StorageError',
  'TransferError',
]);

/** The message to print for an error: only its sentence if that was written for people. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'ProblemError' && 'reasons' in error) {
    const reasons = error.reasons as { message: string }[];
    return reasons.map(({ message }) => message).join('\n') || error.message;
  }
  return expected.has(error.name) ? error.message : (error.stack ?? error.message);
}

/** Runs a command to its end and leaves with its status; errors become one sentence and a 1. */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command());
  } catch (error) {
    console.error(messageOf(error));
    process.exit(1);
  }
}
