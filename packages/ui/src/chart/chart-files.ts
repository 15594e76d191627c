/** Where the files of a chart are, without their ends, and the markup that shows it on another site. */
export type ChartFiles = { path: string; embed: string };
