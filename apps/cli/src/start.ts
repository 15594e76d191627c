import { runCommand } from './failure.ts';
import { launch } from './launch.ts';

// `npm start -- --built`: where everything was built before, in an image or by the tests.
await runCommand(() => launch(false, process.argv.includes('--built')));
