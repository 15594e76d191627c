/** The ground of the page, as browsers colour what they set round it: `--paper` of the tokens. */
export const themeColours = { light: '#fbf9f4', dark: '#11171d' } as const;
