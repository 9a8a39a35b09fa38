import { writeFileSync } from 'node:fs';

/**
 * Prints `N passed, N failed` as the last line of a jest run, for build servers that count by it, and leaves the
 * same figures in the file named by COUNT_FILE for `npm test`, which adds up its steps. A test file that cannot be
 * loaded counts as one failure.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, JSON.stringify({ passed, failed }));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
