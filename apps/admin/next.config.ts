import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Workspace packages are consumed as source.
  transpilePackages: [
    '@viewpoints/client',
    '@viewpoints/config',
    '@viewpoints/domain',
    '@viewpoints/ui',
  ],
  turbopack: {
    rules: {
      '**/node_modules/lib0/buffer.js': {
        condition: 'browser',
        loaders: ['./scripts/without-node-buffer.cjs'],
      },
    },
  },
  // Types and lint have their own commands; a build must not repeat them.
  typescript: { ignoreBuildErrors: true },
};

export default config;
