import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import { loadSharp } from '@viewpoints/pictures/load-sharp';
import { type SealShape, stanceShapes } from '../../words/stance-shapes.ts';
import { shareImage } from './share-address.ts';
import { drawableCard, type ShareCard } from './share-card.ts';
import { type Line, ShareDrawing } from './share-drawing.ts';
import { loadShareFonts, sans, serif } from './share-fonts.ts';
import { fitText } from './text-block.ts';

const { width: WIDTH, height: HEIGHT } = shareImage;
const EDGE = 72;
const INNER = WIDTH - 2 * EDGE;

/** The tokens of light mode: an image cannot know in which it is shown. */
const colors = { paper: '#fbf9f4', ink: '#1c1b1a', quiet: '#56524c', accent: '#97281c' };

const journalLine: Line = { size: 36, families: serif, weight: 400, color: colors.ink };
const dayLine: Line = { size: 26, families: sans, weight: 400, color: colors.quiet };
const rubricLine: Line = { size: 28, families: sans, weight: 600, color: colors.accent };
const holderLine: Line = { size: 30, families: sans, weight: 400, color: colors.ink };
const stanceLine: Line = { size: 30, families: sans, weight: 600, color: colors.accent };
const labelLine: Line = { size: 24, families: sans, weight: 600, color: colors.quiet };
const footLine: Line = { size: 28, families: sans, weight: 400, color: colors.quiet };

const noticeLine: Line = {
  size: 26,
  families: sans,
  weight: 600,
  color: colors.paper,
  fill: colors.accent,
};
const titleLine: Line = { size: 80, families: serif, weight: 400, color: colors.ink };
const TITLE = {
  top: 226,
  width: INNER,
  height: 280,
  sizes: [124, 108, 94, 82, 72, 64, 56, 48],
} as const;

const strokes: Record<SealShape['draw'], string> = {
  line: `stroke="${colors.accent}"`,
  filled: `fill="${colors.accent}"`,
  cut: `stroke="${colors.paper}" stroke-width="2"`,
  dotted: `stroke="${colors.accent}" stroke-dasharray="1.5 2.2"`,
};

/**
 * Draws a card as a PNG: the journal over a rule, what kind of thing this is, the title as large as
 * it fits, and at the foot who wrote it or on what terms it was said. Right to left it is mirrored.
 */
export async function drawShareImage(whole: ShareCard): Promise<Buffer> {
  const card = drawableCard(whole);
  const sharp = await loadSharp();
  await loadShareFonts();
  const drawing = new ShareDrawing(card);
  drawing.add(`<rect width="${WIDTH}" height="${HEIGHT}" fill="${colors.paper}"/>`);
  drawing.add(`<rect width="${WIDTH}" height="12" fill="${colors.accent}"/>`);
  if (card.journal !== '') await drawHead(drawing, card);
  await drawRubric(drawing, card);
  await drawFoot(drawing, card);
  const title = await fitText(card.title, TITLE, drawing.style(titleLine, 1.12));
  const overlay = {
    input: title.png,
    left: drawing.left(EDGE, title.width),
    top: isTitleAlone(card) ? Math.round((HEIGHT - title.height) / 2) - 40 : TITLE.top,
  };
  return sharp(drawing.svg())
    .composite([overlay])
    .flatten({ background: colors.paper })
    .png({ palette: true, colours: 64, effort: 4 })
    .toBuffer();
}

const isTitleAlone = ({ journal, notice, rubric, stance }: ShareCard): boolean =>
  journal === '' && notice === '' && rubric === '' && stance === null;

const rule = (y: number) =>
  `<rect x="${EDGE}" y="${y}" width="${INNER}" height="2" fill="${colors.ink}"/>`;

/** The journal's name, and the day where the line ends, over a rule. */
async function drawHead(drawing: ShareDrawing, { journal, day }: ShareCard): Promise<void> {
  const y = 98;
  // Ink is what is measured, and a figure begins a little after where it is put.
  const dayWidth = 3 + (await drawing.measure(day, dayLine, INNER / 3));
  await drawing.write(day, dayLine, { start: WIDTH - EDGE - dayWidth, y, width: dayWidth });
  await drawing.write(journal, journalLine, { start: EDGE, y, width: INNER - dayWidth - 40 });
  drawing.add(rule(122));
}

/** The line above the title: a state that readers need first, the stance's seal, the rubric. */
async function drawRubric(drawing: ShareDrawing, card: ShareCard): Promise<void> {
  const y = 184;
  let start = EDGE;
  if (card.notice !== '')
    start += (await drawing.frame(card.notice, noticeLine, { start, y })) + 20;
  if (card.stance !== null) {
    const size = 32;
    const seal = stanceShapes[card.stance].map(
      ({ d, draw }) => `<path d="${d}" ${strokes[draw]}/>`,
    );
    const place = `translate(${drawing.left(start, size)} ${y - 27}) scale(${size / 16})`;
    drawing.add(`<g transform="${place}" fill="none" stroke-width="1.6">${seal.join('')}</g>`);
    start += size + 14;
    const width = WIDTH - EDGE - start;
    start += (await drawing.write(stanceLabels[card.stance], stanceLine, { start, y, width })) + 18;
  }
  const line = card.stance === null ? rubricLine : holderLine;
  await drawing.write(card.rubric, line, { start, y, width: WIDTH - EDGE - start });
}

/** Who wrote it; for a finding, the terms in a frame and the words they allow. */
async function drawFoot(drawing: ShareDrawing, card: ShareCard): Promise<void> {
  const y = HEIGHT - 62;
  let start = EDGE;
  if (card.journal === '') drawing.add(rule(HEIGHT - 126));
  if (card.terms !== '') start += (await drawing.frame(card.terms, labelLine, { start, y })) + 20;
  await drawing.write(card.foot, footLine, { start, y, width: WIDTH - EDGE - start });
}
