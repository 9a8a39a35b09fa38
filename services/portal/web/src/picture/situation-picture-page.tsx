import { Alert, Heading } from '@navikt/ds-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultBoundary } from '../common/fault-boundary.tsx';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { PictureView, StatedPictureView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';
import { LiveIndicator } from './live-indicator.tsx';
import { type Period, PeriodPicker } from './period-picker.tsx';
import { noteNumbers, PictureNotes } from './picture-notes.tsx';
import { PictureTable } from './picture-table.tsx';
import { type Change, useLivePicture } from './use-live-picture.ts';

const CourseSection = lazy(() => import('./course-section.tsx').then((module) => ({ default: module.CourseSection })));

type FiguresProps = {
  readonly picture: PictureView;
  readonly plan: StatedPictureView | undefined;
  readonly changes: readonly Change[];
};

const isEmpty = (picture: PictureView): boolean =>
  picture.rows.every(({ cells }) => cells.every((cell) => !cell.suppressed && (cell.value ?? 0) === 0));

const Figures = ({ picture, plan: wanted, changes }: FiguresProps): ReactNode => {
  const { t } = useTranslation();
  // Beside nothing the plan's figures would say only that there is nothing.
  const plan = isEmpty(picture) ? undefined : wanted;
  const notes = noteNumbers(picture, plan);
  return (
    <div className="card">
      {isEmpty(picture) ? (
        <Alert variant="info" className="notice">
          {t('picture.empty')}
        </Alert>
      ) : undefined}
      <PictureTable picture={picture} plan={plan} notes={notes} changes={changes} />
      <PictureNotes picture={picture} plan={plan} notes={notes} />
    </div>
  );
};

/** Tilannekuva: table 1 of the area, live for a day or as the mean of months, and each row's course. */
export const SituationPicturePage = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [period, setPeriod] = useState<Period>({ kind: 'day', day: '' });
  const [comparing, setComparing] = useState(true);
  const live = useLivePicture(period.kind === 'day' ? period.day : undefined);
  const means = useResource<PictureView>(
    period.kind === 'months' ? '/api/situation-picture' : undefined,
    period.kind === 'months' ? { from: period.from, to: period.to } : {},
  );
  const plan = useResource<StatedPictureView>('/api/situation-picture/stated');
  const picture = period.kind === 'day' ? live.picture : means.value;
  const refused = live.refused && { status: 403, reason: live.refused, metadata: {}, violations: [] };
  const problem = period.kind === 'months' ? means.problem : refused || undefined;
  if (live.refused === 'FORBIDDEN' || plan.problem?.status === 403) return <MissingPage />;
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('picture.title')}
          </Heading>
          <p>{t('picture.lead')}</p>
        </div>
        <LiveIndicator live={period.kind === 'day' ? live : undefined} />
      </div>
      <PeriodPicker
        period={period}
        today={today}
        comparing={comparing}
        onPeriod={setPeriod}
        onComparing={setComparing}
      />
      <ProblemAlert problem={problem} {...(period.kind === 'months' ? { onRetry: means.reload } : {})} />
      {picture ? (
        <Figures picture={picture} plan={comparing ? plan.value : undefined} changes={live.changes} />
      ) : problem ? undefined : (
        <Waiting />
      )}
      <FaultBoundary>
        <Suspense fallback={<Waiting />}>
          <CourseSection today={today} />
        </Suspense>
      </FaultBoundary>
    </>
  );
};
