/**
 * Takes Node's `Buffer` out of a module that uses it in Node alone, as lib0 does. For the mere name the
 * bundler would put a polyfill of 6 kB into the article screen.
 */
module.exports = (source) => source.replaceAll('Buffer.from(', 'globalThis.Buffer.from(');
