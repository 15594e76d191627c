import { Command } from 'commander';
import { doctorCommand } from './commands/doctor.ts';
import { runCommand } from './failure.ts';

/** The command line: each command is a file of its own and is added here. */
const program = new Command('viewpoints')
  .description('Looks after a journal from the command line.')
  .usage('<command> [options]')
  .showHelpAfterError('Add --help to see what there is.')
  .addCommand(doctorCommand);

await runCommand(async () => {
  await program.parseAsync();
  return Number(process.exitCode ?? 0);
});
