import type { DocumentLabels } from '@viewpoints/ui/document/document-labels';
import { embedLabels } from './embed-labels.ts';

export const documentLabels: DocumentLabels = {
  notes: 'Notes',
  note: (number) => `Note ${number}`,
  backToText: 'Text of note',
  finding: (number) => `About finding ${number}`,
  closeNote: (number) => `Close note ${number}`,
  table: (number) => `Table ${number}`,
  callout: { note: 'Note', warning: 'Warning' },
  keyPoints: 'Key points',
  chart: {
    ...{ source: 'Source', noValue: 'No value', data: 'Data' },
    embed: 'Embed this chart',
    files: { csv: 'CSV', svg: 'SVG', png: 'Picture' },
    gaps: (labels) => `No value for ${labels.join('; ')}.`,
  },
  embed: embedLabels,
};
