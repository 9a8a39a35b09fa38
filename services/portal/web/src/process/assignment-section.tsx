import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOverReasons } from '../../../src/api/process-codes.ts';
import { StaffName } from '../common/staff-name.tsx';
import type { AssignedView, AssignmentView, TeamListView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useStaffName, useTeams } from '../lib/teams.tsx';
import { ChoiceField, CodeField, filled, NoteField } from './form-fields.tsx';
import { type Notice, useScene } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';
import { ProcessSection } from './process-section.tsx';

type Teams = TeamListView['teams'];
type AssignProps = { readonly assignment: AssignmentView; readonly teams: Teams };

const useTeamName = (): ((team: Teams[number]) => string) => {
  const { i18n } = useTranslation();
  return ({ names }) => names[i18n.language as keyof typeof names] ?? names.fi;
};

const useStaffChoices = (teams: Teams): readonly { readonly value: string; readonly text: string }[] => {
  const { t } = useTranslation();
  const teamName = useTeamName();
  const nameOf = useStaffName();
  return teams.flatMap((team) =>
    team.specialists.map(({ staffId, municipalityCode }) => {
      const place = t(`municipalities.${municipalityCode}`, { defaultValue: municipalityCode });
      return { value: staffId, text: `${nameOf(staffId)} – ${teamName(team)}, ${place}` };
    }),
  );
};

const useLoadNotice = (): ((answer: unknown) => Notice) => {
  const { t } = useTranslation();
  return (answer) => {
    const { load } = answer as AssignedView;
    const { clients = 0, most = 0, warning = false } = load ?? {};
    const text = t(warning ? 'process.assignment.assignedWarning' : 'process.assignment.assigned', {
      count: clients,
      most,
    });
    return { text, variant: warning ? 'warning' : 'success' };
  };
};

const WrittenGround = ({ value, onChange }: { readonly value: string; onChange(value: string): void }): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  if (!roles.includes('SERVICE_MANAGER')) return undefined;
  return (
    <NoteField
      field="writtenGround"
      label={t('process.assignment.writtenGround')}
      help={t('process.assignment.writtenGroundHelp')}
      maxLength={500}
      value={value}
      onChange={onChange}
    />
  );
};

const Assign = ({ assignment, teams }: AssignProps): ReactNode => {
  const { t } = useTranslation();
  const choices = useStaffChoices(teams);
  const loadNotice = useLoadNotice();
  const [form, setForm] = useState({ staffId: assignment.specialistId ?? '', writtenGround: '' });
  return (
    <ProcessForm
      name="assign"
      title={t('process.assignment.assign')}
      submitText={t('process.assignment.assign')}
      path="assignment"
      body={filled(form)}
      reasonFields={{
        SPECIALIST_NOT_AT_WORK: 'staffId',
        CLIENT_ASSIGNED_ALREADY: 'staffId',
        CASELOAD_FULL: 'staffId',
        ANOTHER_TEAMS_CLIENT: 'staffId',
      }}
      done={loadNotice}
    >
      <ChoiceField
        field="staffId"
        label={t('process.assignment.specialist')}
        options={choices}
        value={form.staffId}
        onChange={(staffId) => setForm({ ...form, staffId })}
      />
      <WrittenGround value={form.writtenGround} onChange={(writtenGround) => setForm({ ...form, writtenGround })} />
    </ProcessForm>
  );
};

const HandOver = ({ assignment, teams }: AssignProps): ReactNode => {
  const { t } = useTranslation();
  const choices = useStaffChoices(teams);
  const loadNotice = useLoadNotice();
  const { specialistId = '', proposedStaffId = '' } = assignment;
  const proposed = proposedStaffId ? 'CLIENT_MOVED' : '';
  const [form, setForm] = useState({ toStaffId: proposedStaffId, reason: proposed, writtenGround: '' });
  return (
    <ProcessForm
      name="hand-over"
      title={t('process.assignment.handOver')}
      submitText={t('process.assignment.handOver')}
      path="assignment/hand-over"
      body={{ fromStaffId: specialistId, ...filled(form) }}
      reasonFields={{
        SPECIALIST_NOT_AT_WORK: 'toStaffId',
        CLIENT_ASSIGNED_ALREADY: 'toStaffId',
        CASELOAD_FULL: 'toStaffId',
      }}
      done={loadNotice}
    >
      <ChoiceField
        field="toStaffId"
        label={t('process.assignment.to')}
        options={choices.filter(({ value }) => value !== specialistId)}
        value={form.toStaffId}
        onChange={(toStaffId) => setForm({ ...form, toStaffId })}
      />
      <CodeField
        field="reason"
        label={t('process.assignment.reason')}
        codes={handOverReasons}
        names="handOverReasons"
        value={form.reason}
        onChange={(reason) => setForm({ ...form, reason })}
      />
      <WrittenGround value={form.writtenGround} onChange={(writtenGround) => setForm({ ...form, writtenGround })} />
    </ProcessForm>
  );
};

const Keep = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <ProcessForm
      name="keep"
      title={t('process.assignment.keep')}
      submitText={t('process.assignment.keep')}
      path="assignment/keep"
      body={{}}
      done={t('process.assignment.kept')}
    >
      <p className="muted">{t('process.assignment.keepHelp')}</p>
    </ProcessForm>
  );
};

/** A client under a protection order is the handler’s, and nobody else’s: there is nothing to assign. */
const Whose = ({ assignment }: { readonly assignment: AssignmentView }): ReactNode => {
  const { t } = useTranslation();
  const teamName = useTeamName();
  const teams = useTeams().value?.teams ?? [];
  const { client } = useScene();
  const { teamId, specialistId, proposedStaffId, needFirst } = assignment;
  const team = teams.find((one) => one.teamId === teamId);
  return (
    <>
      <dl className="facts">
        <dt>{t('process.assignment.specialist')}</dt>
        <dd>{specialistId ? <StaffName id={specialistId} /> : t('process.assignment.nobody')}</dd>
        <dt>{t('process.assignment.team')}</dt>
        <dd>{team ? teamName(team) : (teamId ?? t('process.assignment.noTeam'))}</dd>
        {proposedStaffId ? (
          <>
            <dt>{t('process.assignment.proposed')}</dt>
            <dd>
              <StaffName id={proposedStaffId} />
            </dd>
          </>
        ) : undefined}
      </dl>
      {needFirst || client.protectionOrder ? undefined : (
        <div className="process__actions" key={`${specialistId} ${proposedStaffId}`}>
          {specialistId ? (
            <HandOver assignment={assignment} teams={teams} />
          ) : (
            <Assign assignment={assignment} teams={teams} />
          )}
          {proposedStaffId ? <Keep /> : undefined}
        </div>
      )}
    </>
  );
};

/** Whose the client is: specialist and team; assigning and handing over. */
export const AssignmentSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  return (
    <ProcessSection id="assignment" title={t('process.assignment.title')} part={process.assignment}>
      {(assignment) => <Whose assignment={assignment} />}
    </ProcessSection>
  );
};
