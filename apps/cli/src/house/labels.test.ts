import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '@viewpoints/config/env';
import { describe, expect, it } from 'vitest';
import { readLabels, wordsOfLabel } from './read-labels.ts';

const MAX_WORDS = 3;

/** Labels of more words, each with the reason why. */
const exceptions: Readonly<Record<string, string>> = {
  'This article has been retracted':
    'what readers get instead of an article: a message, though a heading for who cannot see it',
  'Looked for, not found':
    'the state of a cell between others, and no control; shorter it would say less',
  '… No holder yet … Quote edited': 'a row that is pressed: its words are the finding’s',
  'More Manner, time, change, evidence, consensus, issues, desk only':
    'the label is "More"; its hint is in the same element, to be pressed too',
};

const textsOf = (source: string) => readLabels('some.tsx', source).map(({ text }) => text);

describe('labels of screens', () => {
  it('have three words at most, in both sites and in what they share', () => {
    const root = findRoot();
    const files = globSync(
      '{apps/admin/src,apps/reader/src,packages/ui/src,packages/domain/src}/**/*.{ts,tsx}',
      { cwd: root },
    ).filter((path) => !/[.]test[.]tsx?$|\/testing\//.test(path));
    const labels = files.flatMap((path) =>
      readLabels(path, readFileSync(join(root, path), 'utf8')),
    );
    expect(labels.length).toBeGreaterThan(1000);
    const long = labels.filter(({ text }) => wordsOfLabel(text).length > MAX_WORDS);
    expect(
      long
        .filter(({ text }) => exceptions[text] === undefined)
        .map(({ text, path, line }) => `${text} (${path}:${line})`),
    ).toEqual([]);
    const used = new Set(long.map(({ text }) => text));
    expect(Object.keys(exceptions).filter((text) => !used.has(text))).toEqual([]);
  });

  it.each([
    ['<Field label="Public wording" hint="Readers see it." />', ['Public wording']],
    ['<Button label={open ? "Close preview" : `Open ${name}`} />', ['Close preview', 'Open …']],
    ['<Button>{busy ? "Wait" : "Save"}</Button>', ['Wait', 'Save']],
    ['<h2><Lock /> Desk {kind}\n  notes</h2>', ['Desk … notes']],
    ['<p>Read <a href="/">the next part</a></p>', []],
    ['<p><a href="/">All parts</a></p>', ['All parts']],
    ['<a href="/">Search for it again.</a>', []],
    ['<Dialog title="New source" />', ['New source']],
    ['<Dialog title="Discard what was typed?" />', []],
    ['<ConfirmDialog title="Gone for good" />', []],
    ['<p title="Drawn by hand" />', []],
    ['<Table columns={["What", "In the file"]} />', ['What', 'In the file']],
    ['const stateLabels = { draft: "Draft", live: "Published" };', ['Draft', 'Published']],
    ['const stateLabel = (at: string) => `Since ${at}`;', ['Since …']],
    ['function stateLabel() { return isLive ? "Live" : "Draft"; }', ['Live', 'Draft']],
    ['const [label = "Any"] = []; f({ [label]: "no label", label: "Any day" });', ['Any day']],
  ])('are read from %s', (source, texts) => {
    expect(textsOf(source)).toEqual(texts);
  });

  it('are counted without what is put in, numbers and keys in brackets', () => {
    expect(wordsOfLabel('Name of participant …')).toHaveLength(3);
    expect(wordsOfLabel('1 problem prevents publishing')).toHaveLength(3);
    expect(wordsOfLabel('Previous change (Shift F8)')).toHaveLength(2);
    expect(wordsOfLabel('The words that carry it')).toHaveLength(5);
  });
});
