import { demoPassword, demoStaff } from '@tyovayla/local/demo-staff';

type Facts = {
  readonly portalUrl: string;
  readonly today: string;
  readonly stateDir: string;
  /** Whether the population was registered, or left out by `--no-population`. */
  readonly isPopulated: boolean;
};

/** What a newcomer reads when the area is up: where it is, who can sign in, what to try. */
export const welcome = ({ portalUrl, today, stateDir, isPopulated }: Facts): string => {
  const width = Math.max(...demoStaff.map(({ login }) => login.length));
  const people = demoStaff.map(({ login, name, title }) => `  ${login.padEnd(width)}  ${name}, ${title.en}`);
  const picture = isPopulated
    ? "is table 1 of the plan, computed from the people's own records"
    : 'is empty, since nobody is registered (--no-population)';
  return `
Työväylä is up: ${portalUrl}   (the area's today is ${today})

Sign in as one of these, password "${demoPassword}" (made-up people, development only):
${people.join('\n')}

Four things to try:
  1. Sign in as statistician: the situation picture ${picture}.
  2. In a second browser, sign in as kemi-specialist and register a job seeker: the picture moves within a second.
  3. Sign in as kemi-specialist: the day's work, made from each client's own dates. As service-manager: who carries what.
  4. Search a client as kemi-specialist, then look at the page as auditor: "who has seen this client" names you.

Logs: ${stateDir}/logs   Stop: Ctrl-C   Start again: npm start (data is kept; --fresh forgets it)
`;
};
