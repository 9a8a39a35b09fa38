import { type Platform, startPlatform } from '@tyovayla/testing/platform';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ services: ['clients'], asOf: '2026-02-02' });
});

afterAll(() => platform.stop());
