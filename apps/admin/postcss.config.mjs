// biome-ignore lint/style/noDefaultExport: PostCSS reads its settings from one.
export default { plugins: { '@tailwindcss/postcss': { base: import.meta.dirname } } };
