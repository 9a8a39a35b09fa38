import { type Client, type JobSearch, JobSearchEndReason } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { AccessReason } from '@tyovayla/proto/tyovayla/clients/v1/protection';
import { ProfileDutyState } from '@tyovayla/proto/tyovayla/guidance/v1/profile_duty';
import type { Served } from './casework.ts';
import { wordOf } from './code-words.ts';
import { byRule, type Entry } from './entry.ts';

const endOf = ({ endedDate, endReason, transferredDate }: JobSearch): Entry[] =>
  endedDate === '' || transferredDate !== undefined
    ? []
    : [{ on: endedDate, what: `job search ended: ${wordOf(JobSearchEndReason, endReason, 'JOB_SEARCH_END_REASON_')}` }];

const searchEntries = (search: JobSearch): Entry[] => {
  const { startedDate, statusSpells, formerJobSearchId, transferredDate, transferredToAreaCode } = search;
  const [first, ...later] = statusSpells;
  const again = formerJobSearchId === '' ? '' : ' again';
  return [
    { on: startedDate, what: `registered${again} as a job seeker, status ${first?.statusCode ?? ''}` },
    ...later.map(({ fromDate, statusCode }) => ({ on: fromDate, what: `employment status ${statusCode}` })),
    ...(transferredDate === undefined
      ? []
      : [{ on: transferredDate, what: `job search goes on in another area: ${transferredToAreaCode ?? ''}` }]),
    ...endOf(search),
  ];
};

const movedEntries = ({ residentSinceDate, municipalityCode, jobSearches }: Client): Entry[] => {
  const [first] = jobSearches.toSorted((one, other) => (one.startedDate < other.startedDate ? -1 : 1));
  if (residentSinceDate === undefined || first === undefined || residentSinceDate <= first.startedDate) return [];
  return [{ on: residentSinceDate, what: `lives in municipality ${municipalityCode}` }];
};

const mostRows = 100;

/** Birthdays that the registry's timers told of, as its access log has them. */
const birthdayEntries = async ({ clientId, desk }: Served): Promise<Entry[]> => {
  const entries: Entry[] = [];
  let pageToken = '';
  do {
    const accessReason = AccessReason.ACCESS_REASON_CLIENT_SERVICE;
    const page = await desk.clients.listClientAccesses({ clientId, pageSize: mostRows, pageToken, accessReason });
    for (const { action, accessTime } of page.accesses)
      if (action === 'TurnAge')
        entries.push({ on: accessTime.slice(0, 10), what: 'a timer told of the birthday (25 or 60)' });
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  return entries;
};

/** Registration, statuses, moves, birthdays and the end, as the client registry has them. */
export const clientEntries = async (client: Client, served: Served): Promise<readonly Entry[]> => [
  ...client.jobSearches.flatMap(searchEntries),
  ...movedEntries(client),
  ...(client.subsidy300ReachedDate
    ? [{ on: client.subsidy300ReachedDate, what: '300 days of labour-market subsidy' }]
    : []),
  ...(await birthdayEntries(served)),
];

/** By when a profile is owed; nothing once it is published or the job search has ended. */
export const profileEntries = async ({ clientId, desk }: Served): Promise<readonly Entry[]> => {
  const { state, dueDate, ruleValidFromDate } = await desk.guidance.getProfileDuty({ clientId });
  if (state !== ProfileDutyState.PROFILE_DUTY_STATE_OWED) return [];
  return [{ on: dueDate, what: 'job-applicant profile due', ...byRule('profile-due', ruleValidFromDate) }];
};
