import { Button, Heading, ReadMore } from '@navikt/ds-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { StaffName } from '../common/staff-name.tsx';
import { Waiting } from '../common/waiting.tsx';
import { get, type Problem } from '../lib/api-client.ts';
import type { AccessListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';

type Access = AccessListView['accesses'][number];

const AccessRow = ({ access }: { readonly access: Access }): ReactNode => {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const role = t(`roles.${access.actorRole}`, { defaultValue: access.actorRole || t('access.program') });
  return (
    <tr>
      <td className="timeline__when">{instant(access.accessTime)}</td>
      <td>
        <StaffName id={access.actorId} />
        <div className="muted">{role}</div>
      </td>
      <td>{t(`access.actions.${access.action}`, { defaultValue: access.action })}</td>
      <td>{t(`access.purposes.${access.purpose}`, { defaultValue: access.purpose })}</td>
      <td>{t(`access.results.${access.result}`, { defaultValue: access.result })}</td>
    </tr>
  );
};

const AccessTable = ({ accesses }: { readonly accesses: readonly Access[] }): ReactNode => {
  const { t } = useTranslation();
  if (accesses.length === 0) return <p className="muted">{t('client.accessNone')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('client.accessLog')}>
      <table className="list">
        <caption className="visually-hidden">{t('client.accesses')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('client.accessTime')}</th>
            <th scope="col">{t('client.accessWho')}</th>
            <th scope="col">{t('client.accessWhat')}</th>
            <th scope="col">{t('client.accessPurpose')}</th>
            <th scope="col">{t('client.accessResult')}</th>
          </tr>
        </thead>
        <tbody>
          {accesses.map((access, at) => (
            // Entries have no id and never change their order.
            <AccessRow key={at} access={access} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

type Log = { readonly accesses: readonly Access[]; readonly next: string | undefined; readonly problem?: Problem };

const useAccessLog = (
  clientId: string,
  accessReason: string | undefined,
): { log: Log | undefined; more(): Promise<void> } => {
  const [log, setLog] = useState<Log>();
  const read = async (before: Log | undefined): Promise<void> => {
    const path = `/api/clients/${clientId}/accesses`;
    const answer = await get<AccessListView>(path, { pageToken: before?.next, accessReason });
    const earlier = before?.accesses ?? [];
    if (!answer.ok) setLog({ accesses: earlier, next: before?.next, problem: answer.problem });
    else setLog({ accesses: [...earlier, ...answer.value.accesses], next: answer.value.nextPageToken });
  };
  // Read once for each client.
  useEffect(() => {
    void read(undefined);
  }, [clientId]);
  return { log, more: () => read(log) };
};

type ClientAccessesProps = {
  readonly clientId: string;
  /** Why, where the client is under a protection order. */
  readonly accessReason?: string;
};

/** The access log of a client, page by page. */
export const AccessLog = ({ clientId, accessReason }: ClientAccessesProps): ReactNode => {
  const { t } = useTranslation();
  const { log, more } = useAccessLog(clientId, accessReason);
  if (!log) return <Waiting />;
  return (
    <div className="stack">
      <ProblemAlert problem={log.problem} />
      {log.problem && log.accesses.length === 0 ? undefined : <AccessTable accesses={log.accesses} />}
      {log.next ? (
        <div>
          <Button size="small" variant="secondary" onClick={more}>
            {t('client.moreAccesses')}
          </Button>
        </div>
      ) : undefined}
    </div>
  );
};

/** Who has seen or changed this client's data. Read when opened, because reading it is recorded too. */
export const ClientAccesses = (props: ClientAccessesProps): ReactNode => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="accesses-title">
      <Heading level="2" size="small" id="accesses-title">
        {t('client.accesses')}
      </Heading>
      <p className="muted">{t('client.accessesHelp')}</p>
      <ReadMore header={t('client.showAccesses')} open={open} onOpenChange={setOpen}>
        {open ? <AccessLog {...props} /> : undefined}
      </ReadMore>
    </section>
  );
};
