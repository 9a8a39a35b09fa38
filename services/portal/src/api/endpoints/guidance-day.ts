import { reading } from '../endpoint.ts';
import { dayQuery, loadQuery, myDay, teamList, teamLoad } from '../staffing-schemas.ts';

export const getMyDay = reading({
  method: 'GET',
  path: '/api/my-day',
  summary: 'Gets what the caller has to do: overdue, today, up to Sunday',
  query: dayQuery,
  answer: myDay,
  handle: ({ services, caller, query }) => services.guidance.myDay(caller, query),
});

export const listTeams = reading({
  method: 'GET',
  path: '/api/teams',
  summary: 'Lists the area’s teams and who works there today',
  answer: teamList,
  handle: ({ services, caller }) => services.guidance.teams(caller),
});

export const getTeamLoad = reading({
  method: 'GET',
  path: '/api/team-load',
  summary: 'Gets load and punctuality by team, specialist and municipality, for service managers',
  query: loadQuery,
  answer: teamLoad,
  handle: ({ services, caller, query }) => services.guidance.teamLoad(caller, query),
});
