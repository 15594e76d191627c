import type { NextConfig } from 'next';

const config: NextConfig = {
  // Types are checked by `npm run check`, once for the whole repository.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ['@viewpoints/domain', '@viewpoints/ui'],
  agentRules: false,
  poweredByHeader: false,
  // Our own server compresses, tags and caches finished pages.
  compress: false,
  generateEtags: false,
  // Everybody gets the title and description in the head, where no script has to move them.
  htmlLimitedBots: /.*/,
  devIndicators: false,
};

export default config;
