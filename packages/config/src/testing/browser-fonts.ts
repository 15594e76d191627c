import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAST_RESORT, makeLastResortFont } from './last-resort-font.ts';

/**
 * Environment of a browser with one font in addition to those that pages load, the same on every
 * machine. Chromium finds fonts by fontconfig on Linux alone; elsewhere nothing is changed.
 */
export function browserFonts(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const directory = mkdtempSync(join(tmpdir(), 'viewpoints-fonts-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  mkdirSync(join(directory, 'fonts'));
  writeFileSync(join(directory, 'fonts', 'last-resort.ttf'), makeLastResortFont());
  const file = join(directory, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${directory}/fonts</dir>
  <cachedir>${directory}/cache</cachedir>
  <match target="pattern"><edit name="family" mode="append"><string>${LAST_RESORT}</string></edit></match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
