import { readFile } from 'node:fs/promises';

/** A picture of the sample by the key its markup uses; size in pixels. */
export type SamplePicture = { key: string; width: number; height: number };

/** Drawn for this journal as SVG (`pictures/*.svg`) and stored with the PNG that is loaded. */
export const samplePictures: SamplePicture[] = [
  { key: 'zelan-basin', width: 1600, height: 1000 },
  { key: 'once-and-while', width: 1600, height: 900 },
  { key: 'fishery-line', width: 1600, height: 900 },
];

export function readSamplePicture({ key }: SamplePicture): Promise<Buffer> {
  return readFile(new URL(`./pictures/${key}.png`, import.meta.url));
}
