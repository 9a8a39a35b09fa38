/** Lowest nats-server that a service connects to: older ones let one account purge another's stream (CVE-2025-30215). */
export const serverFloor = '2.12.7';

const numbersOf = (version: string): readonly [number, number, number] | undefined => {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(-)?/.exec(version);
  if (!match) return undefined;
  // A preview of a release comes before the release.
  const patch = Number(match[3]) - (match[4] === undefined ? 0 : 0.5);
  return [Number(match[1]), Number(match[2]), patch];
};

/** True where a server that calls itself `version` ("2.15.2", "2.13.0-RC.1") is at or above the floor. */
export const isSupportedServer = (version: string, floor: string = serverFloor): boolean => {
  const [actual, lowest] = [numbersOf(version), numbersOf(floor)];
  if (actual === undefined || lowest === undefined) return false;
  for (const [index, least] of lowest.entries()) {
    const number = actual[index] ?? 0;
    if (number !== least) return number > least;
  }
  return true;
};
