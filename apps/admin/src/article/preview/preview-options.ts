/** The ways to look at a preview: a width, paper, or the share image. */
export const previewShows = [
  { value: 'phone', label: 'Phone' },
  { value: 'desk', label: 'Desktop' },
  { value: 'print', label: 'Print' },
  { value: 'share', label: 'Share image' },
] as const;
export type PreviewShow = (typeof previewShows)[number]['value'];

export const previewThemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
export type PreviewTheme = (typeof previewThemes)[number]['value'];
