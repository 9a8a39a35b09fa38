import { Alert, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { Paging } from '../common/paging.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import { startsWithDay } from '../layout/start-page.ts';
import type { MyDayView, TeamListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useStaffName, useTeams } from '../lib/teams.tsx';
import { usePages } from '../lib/use-pages.ts';
import { type Resource, useResource } from '../lib/use-resource.ts';
import { DayCounts, DayTotals } from './day-counts.tsx';
import { DayFilters, everything } from './day-filters.tsx';
import { DayTasks } from './day-tasks.tsx';

type WhoseDay = {
  /** Teams whose day the reader may see: their own; a service manager each. */
  readonly teams: TeamListView['teams'];
  /** The team shown first; empty for the reader's own clients, undefined while it is not known yet. */
  readonly first: string | undefined;
};

const useWhoseDay = (): WhoseDay => {
  const { roles, staffId } = useSignedIn();
  const { value, problem } = useTeams();
  const all = value?.teams ?? [];
  const own = all.filter(({ specialists }) => specialists.some((one) => one.staffId === staffId));
  const teams = roles.includes('SERVICE_MANAGER') ? all : own;
  // Somebody without clients of their own looks at a team's day.
  if (roles.some((role) => startsWithDay.includes(role))) return { teams, first: '' };
  return { teams, first: value || problem ? (all[0]?.teamId ?? '') : undefined };
};

type DayHeadProps = { readonly day: Resource<MyDayView>; readonly ofTeam: boolean };

const DayHead = ({ day, ofTeam }: DayHeadProps): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const { longDay } = useFormats();
  const nameOf = useStaffName();
  const substituted = day.value?.substitutedStaffIds ?? [];
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('day.title')}
          </Heading>
          <p>
            <span className="sentence">{longDay(day.value?.todayDate ?? today)}.</span>{' '}
            {t(ofTeam ? 'day.leadTeam' : 'day.lead')}
          </p>
        </div>
      </div>
      {substituted.length > 0 ? (
        <Alert variant="info" className="notice">
          {t('day.substituting', { who: substituted.map(nameOf).join(', ') })}
        </Alert>
      ) : undefined}
    </>
  );
};

/** Oma päivä: what is overdue, due today and due this week. */
export const MyDayPage = (): ReactNode => {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(everything);
  const pages = usePages();
  const { teams, first } = useWhoseDay();
  const team = filter.team || first;
  const asked = { ...filter, team, pageToken: pages.token };
  const day = useResource<MyDayView>(first === undefined ? undefined : '/api/my-day', asked);
  if (day.problem?.status === 403) return <MissingPage />;
  const onFilter = (wanted: typeof filter): void => {
    pages.restart();
    setFilter(wanted);
  };
  return (
    <>
      <DayHead day={day} ofTeam={Boolean(team)} />
      {day.value ? <DayTotals counts={day.value.counts} /> : undefined}
      <section className="card stack" aria-labelledby="list-title" aria-busy={day.loading}>
        <Heading level="2" size="small" id="list-title">
          {t('day.list')}
        </Heading>
        <DayFilters
          filter={{ ...filter, team: team ?? '' }}
          teams={teams}
          ownFirst={first === ''}
          onFilter={onFilter}
        />
        <ProblemAlert problem={day.problem} onRetry={day.reload} />
        {day.value ? (
          <>
            <DayTasks day={day.value} />
            <Paging pages={pages} nextToken={day.value.nextPageToken} label={t('day.paging')} />
          </>
        ) : day.problem ? undefined : (
          <Waiting />
        )}
      </section>
      {day.value ? <DayCounts counts={day.value.counts} onKind={(kind) => onFilter({ ...filter, kind })} /> : undefined}
    </>
  );
};
