import { Heading, Select } from '@navikt/ds-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import { teamName } from '../day/day-filters.tsx';
import type { TeamLoadView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useTeams } from '../lib/teams.tsx';
import { useResource } from '../lib/use-resource.ts';
import { MunicipalityTable } from './municipality-table.tsx';
import { NeedsSection } from './needs-section.tsx';
import { SpecialistTable } from './specialist-table.tsx';
import { SubstitutionsSection } from './substitutions-section.tsx';
import { TeamTable } from './team-table.tsx';
import { UndeliveredSection } from './undelivered-section.tsx';

/** The chart's library is large and fetched only where a chart is shown. */
const LoadChart = lazy(async () => ({ default: (await import('./load-chart.tsx')).LoadChart }));

type ShownProps = { readonly load: TeamLoadView; teamNameOf(teamId: string): string };

const Totals = ({ load }: Pick<ShownProps, 'load'>): ReactNode => {
  const { t } = useTranslation();
  const { count } = useFormats();
  const specialists = load.teams.flatMap((team) => team.specialists);
  const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
  const warned = specialists.filter(({ warning }) => warning).length;
  const overdue = sum(load.teams.map(({ overdueTasks }) => overdueTasks));
  const unassigned = sum(load.teams.map((team) => team.unassigned));
  const tiles = [
    { text: 'load.clients', figure: sum(load.teams.map(({ clients }) => clients)), urgent: false },
    { text: 'load.unassigned', figure: unassigned, urgent: unassigned > 0 },
    { text: 'load.warned', figure: warned, urgent: warned > 0 },
    { text: 'load.overdue', figure: overdue, urgent: overdue > 0 },
  ];
  return (
    <dl className="tiles">
      {tiles.map(({ text, figure, urgent }) => (
        <div key={text} className="tile" data-urgent={urgent}>
          <dt>{t(text)}</dt>
          <dd>{count(figure)}</dd>
        </div>
      ))}
    </dl>
  );
};

const SpecialistsSection = ({ load, teamNameOf }: ShownProps): ReactNode => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const team = load.teams.find(({ teamId }) => teamId === chosen) ?? load.teams[0];
  if (!team) return undefined;
  const caption = t('load.chartLabel', { team: teamNameOf(team.teamId) });
  return (
    <section className="card stack" id="specialists" aria-labelledby="specialists-title">
      <Heading level="2" size="small" id="specialists-title">
        {t('load.specialists')}
      </Heading>
      <div className="fields">
        <Select label={t('load.team')} value={team.teamId} onChange={(event) => setChosen(event.target.value)}>
          {load.teams.map(({ teamId }) => (
            <option key={teamId} value={teamId}>
              {teamNameOf(teamId)}
            </option>
          ))}
        </Select>
      </div>
      <Suspense fallback={<Waiting />}>
        <LoadChart {...load} specialists={team.specialists} label={caption} />
      </Suspense>
      <SpecialistTable specialists={team.specialists} most={load.most} caption={caption} />
    </section>
  );
};

const Figures = (props: ShownProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <>
      <Totals load={props.load} />
      <section className="card stack" id="teams" aria-labelledby="teams-title">
        <div>
          <Heading level="2" size="small" id="teams-title">
            {t('load.teams')}
          </Heading>
          <p className="muted">{t('load.teamsHelp')}</p>
        </div>
        <TeamTable {...props} />
        <p>
          <Link to="/day">{t('load.toDays')}</Link>
        </p>
      </section>
      <SpecialistsSection {...props} />
      <section className="card stack" id="municipalities" aria-labelledby="municipalities-title">
        <Heading level="2" size="small" id="municipalities-title">
          {t('load.municipalities')}
        </Heading>
        <MunicipalityTable {...props} />
      </section>
    </>
  );
};

/** Kuormitus: how much each team and specialist has to do, what is late, and what the service manager must look at. */
export const LoadPage = (): ReactNode => {
  const { t, i18n } = useTranslation();
  const load = useResource<TeamLoadView>('/api/team-load');
  const list = useTeams();
  if (load.problem?.status === 403) return <MissingPage />;
  const teams = list.value?.teams ?? [];
  const teamNameOf = (id: string): string => {
    const team = teams.find(({ teamId }) => teamId === id);
    return team ? teamName(team, i18n.language) : id;
  };
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('load.title')}
          </Heading>
          <p>{t('load.lead')}</p>
        </div>
      </div>
      <ProblemAlert problem={load.problem ?? list.problem} onRetry={load.reload} />
      {load.value ? <Figures load={load.value} teamNameOf={teamNameOf} /> : load.problem ? undefined : <Waiting />}
      <NeedsSection />
      <SubstitutionsSection teams={teams} />
      <UndeliveredSection />
    </>
  );
};
