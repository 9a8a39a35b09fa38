import { Alert, Button, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { SubstitutionListView, SubstitutionView, TeamListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSubmission } from '../lib/submission.ts';
import { useStaffName } from '../lib/teams.tsx';
import { useResource } from '../lib/use-resource.ts';
import { SubstituteForm } from './substitute-form.tsx';

const Row = ({ one, onEnded }: { readonly one: SubstitutionView; onEnded(): void }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const nameOf = useStaffName();
  const submission = useSubmission<unknown>();
  const end = async (): Promise<void> => {
    const path = `/api/substitutions/${one.substitutionId}/end`;
    const answer = await submission.send(path, { expectedVersion: one.version });
    if (answer.ok) onEnded();
  };
  return (
    <tr>
      <th scope="row">{nameOf(one.absentStaffId)}</th>
      <td>{nameOf(one.substituteStaffId)}</td>
      <td>
        {day(one.fromDate)} – {day(one.toDate)}
      </td>
      <td>
        <Button size="small" variant="secondary" loading={submission.sending} onClick={end}>
          {t('load.endSubstitution')}
          <span className="visually-hidden">
            : {nameOf(one.absentStaffId)}, {nameOf(one.substituteStaffId)}
          </span>
        </Button>
        <ProblemAlert problem={submission.problem} />
      </td>
    </tr>
  );
};

const SubstitutionTable = ({ list, onEnded }: { list: SubstitutionListView; onEnded(): void }): ReactNode => {
  const { t } = useTranslation();
  if (list.substitutions.length === 0) return <p className="muted">{t('load.substitutionsNone')}</p>;
  return (
    <ScrollTable
      caption={t('load.substitutions')}
      head={
        <>
          <th scope="col">{t('load.absent')}</th>
          <th scope="col">{t('load.substitute')}</th>
          <th scope="col">{t('load.days')}</th>
          <th scope="col">{t('load.action')}</th>
        </>
      }
    >
      <tbody>
        {list.substitutions.map((one) => (
          <Row key={one.substitutionId} one={one} onEnded={onEnded} />
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** Who serves whose clients for some days. */
export const SubstitutionsSection = ({ teams }: Pick<TeamListView, 'teams'>): ReactNode => {
  const { t } = useTranslation();
  const [notice, setNotice] = useState('');
  const list = useResource<SubstitutionListView>('/api/substitutions');
  const tell = (text: string): void => {
    setNotice(text);
    list.reload();
  };
  return (
    <section className="card stack" id="substitutions" aria-labelledby="substitutions-title">
      <div>
        <Heading level="2" size="small" id="substitutions-title">
          {t('load.substitutions')}
        </Heading>
        <p className="muted">{t('load.substitutionsHelp')}</p>
        <div aria-live="polite">{notice ? <Alert variant="success">{notice}</Alert> : undefined}</div>
      </div>
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
      {list.value ? (
        <SubstitutionTable list={list.value} onEnded={() => tell(t('load.substitutionEnded'))} />
      ) : list.problem ? undefined : (
        <Waiting />
      )}
      <SubstituteForm teams={teams} onDone={() => tell(t('load.substituteSet'))} />
    </section>
  );
};
