// Six kinds of tests, one configuration. `jest --selectProjects unit` runs one kind.
const compile = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2024',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: { '\\.(ts|tsx|js|mjs|jsx)$': compile },
  // Jest runs CommonJS: packages that ship only ES modules are compiled as well, all others are taken as they are.
  transformIgnorePatterns: [
    'node_modules/(?!(@nats-io|@bufbuild|@peculiar|@noble|@opentelemetry|jose|uuid|oidc-provider|openid-client|oauth4webapi|cockatiel|fast-check|pure-rand|nanoid|eta|quick-lru|cookie|i18next|react-i18next|@observablehq|d3-[a-z-]+|d3|internmap|delaunator|robust-predicates|interval-tree-1d|isoformat)/)',
  ],
  moduleNameMapper: {
    '^@tyovayla/proto/(.*)$': '<rootDir>/proto/gen/ts/$1.ts',
    '^@tyovayla/([a-z-]+)/(.*)$': '<rootDir>/infra/$1/src/$2.ts',
    '\\.(css|svg)$': '<rootDir>/infra/tooling/src/empty-module.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/.local', '<rootDir>/.cache', '/dist/'],
};

const code = '<rootDir>/{infra,services,scripts}/**';

export default {
  rootDir: import.meta.dirname,
  reporters: ['default', '<rootDir>/infra/tooling/src/count-reporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [`${code}/*.test.{ts,tsx}`, '<rootDir>/test/support/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.tsx?$'],
    },
    { ...shared, displayName: 'integration', testMatch: [`${code}/*.int.test.{ts,tsx}`] },
    { ...shared, displayName: 'contracts', testMatch: ['<rootDir>/test/contracts/**/*.test.ts'] },
    { ...shared, displayName: 'security', testMatch: ['<rootDir>/test/security/**/*.test.ts'] },
    { ...shared, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.test.ts'] },
    { ...shared, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.test.ts'] },
  ],
  testTimeout: 120_000,
};
