import { Alert, Button } from '@navikt/ds-react';
import { Component, type ReactNode } from 'react';
import { type WithTranslation, withTranslation } from 'react-i18next';

type Props = WithTranslation & { readonly children: ReactNode };

/** Shows a way on where a page breaks: after a new version was installed, parts of an open old one may be gone. */
class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    const { t, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <Alert variant="error" role="alert">
        {t('errors.broken')}
        <div>
          <Button size="small" variant="secondary" onClick={() => window.location.reload()}>
            {t('errors.reload')}
          </Button>
        </div>
      </Alert>
    );
  }
}

export const FaultBoundary = withTranslation()(Boundary);
