import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { multiSectorExitReasons, otherParties } from '../../../src/api/multi-sector-codes.ts';
import { CodeChecks, CodeChoice } from '../common/code-fields.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { MultiSectorCaseView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { DayField } from '../process/form-fields.tsx';
import { stepsOf } from './case-steps.ts';
import { TickField } from './tick-field.tsx';

type OfCase = { readonly one: MultiSectorCaseView };

const pathOf = ({ clientId }: MultiSectorCaseView, step: string): string =>
  `/api/clients/${clientId}/multi-sector/${step}`;

const Consult = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ parties: [] as readonly string[], startedDate: today });
  return (
    <PartForm
      name="consult"
      title={t('multiSector.consult.title')}
      path={pathOf(one, 'consultation')}
      body={{ ...form, expectedVersion: one.version }}
      reasonFields={{ MULTI_SECTOR_DATE_IN_FUTURE: 'startedDate', MULTI_SECTOR_DATE_TOO_EARLY: 'startedDate' }}
      done={t('multiSector.consult.done')}
    >
      <CodeChecks
        field="parties"
        label={t('multiSector.consult.parties')}
        codes={otherParties}
        names="multiSector.codes.parties"
        value={form.parties}
        onChange={(parties) => setForm({ ...form, parties })}
      />
      <DayField
        field="startedDate"
        label={t('multiSector.consult.started')}
        value={form.startedDate}
        onChange={(startedDate) => setForm({ ...form, startedDate })}
      />
    </PartForm>
  );
};

const Assess = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ clientInformedDate: '', startedDate: today, clientPresent: false });
  return (
    <PartForm
      name="assess"
      title={t('multiSector.assess.title')}
      path={pathOf(one, 'assessment')}
      body={{ ...form, expectedVersion: one.version }}
      reasonFields={{
        MULTI_SECTOR_CLIENT_NOT_PRESENT: 'clientPresent',
        MULTI_SECTOR_CLIENT_NOT_INFORMED: 'clientInformedDate',
        MULTI_SECTOR_DATE_IN_FUTURE: 'startedDate',
        MULTI_SECTOR_DATE_TOO_EARLY: 'startedDate',
      }}
      done={t('multiSector.assess.done')}
    >
      <DayField
        field="clientInformedDate"
        label={t('multiSector.assess.informed')}
        value={form.clientInformedDate}
        onChange={(clientInformedDate) => setForm({ ...form, clientInformedDate })}
      />
      <DayField
        field="startedDate"
        label={t('multiSector.assess.started')}
        value={form.startedDate}
        onChange={(startedDate) => setForm({ ...form, startedDate })}
      />
      <TickField
        field="clientPresent"
        label={t('multiSector.assess.present')}
        value={form.clientPresent}
        onChange={(clientPresent) => setForm({ ...form, clientPresent })}
      />
    </PartForm>
  );
};

const Accept = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [acceptedDate, setAcceptedDate] = useState(today);
  return (
    <PartForm
      name="accept-case"
      title={t('multiSector.accept.title')}
      path={pathOf(one, 'accept')}
      body={{ acceptedDate, expectedVersion: one.version }}
      reasonFields={{ MULTI_SECTOR_DATE_IN_FUTURE: 'acceptedDate', MULTI_SECTOR_DATE_TOO_EARLY: 'acceptedDate' }}
      done={t('multiSector.accept.done')}
    >
      <DayField
        field="acceptedDate"
        label={t('multiSector.accept.accepted')}
        value={acceptedDate}
        onChange={setAcceptedDate}
      />
    </PartForm>
  );
};

const Exit = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ reason: '', exitedDate: today });
  return (
    <PartForm
      name="exit"
      title={t('multiSector.exit.title')}
      danger
      path={pathOf(one, 'exit')}
      body={{ ...form, expectedVersion: one.version }}
      reasonFields={{ MULTI_SECTOR_DATE_IN_FUTURE: 'exitedDate', MULTI_SECTOR_DATE_TOO_EARLY: 'exitedDate' }}
      done={t('multiSector.exit.done')}
    >
      <p className="muted">{t('multiSector.exit.help')}</p>
      <CodeChoice
        field="reason"
        label={t('multiSector.exit.reason')}
        codes={multiSectorExitReasons}
        names="multiSector.codes.exitReasons"
        value={form.reason}
        onChange={(reason) => setForm({ ...form, reason })}
      />
      <DayField
        field="exitedDate"
        label={t('multiSector.exit.exited')}
        value={form.exitedDate}
        onChange={(exitedDate) => setForm({ ...form, exitedDate })}
      />
    </PartForm>
  );
};

/** The steps that lead a case on, as far as the reader's party may take them. */
export const CaseSteps = ({ one }: OfCase): ReactNode => {
  const steps = stepsOf(one);
  return (
    <div className="actions">
      {steps.includes('CONSULT') ? <Consult one={one} /> : undefined}
      {steps.includes('ASSESS') ? <Assess one={one} /> : undefined}
      {steps.includes('ACCEPT') ? <Accept one={one} /> : undefined}
      {steps.includes('EXIT') ? <Exit one={one} /> : undefined}
    </div>
  );
};
