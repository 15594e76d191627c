/** With letters and figures in their plain forms, without accents or other marks ("Ålesund²": "Alesund2"). */
export const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');
