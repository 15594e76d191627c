import { runCommand } from './failure.ts';
import { launch } from './launch.ts';

await runCommand(() => launch(true));
