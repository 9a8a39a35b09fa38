import { createContext, type ReactNode, useContext } from 'react';
import type { ClientView } from '../lib/api-types.ts';
import type { Process } from './use-process.ts';

type ProcessScene = { readonly process: Process; readonly client: ClientView };

const ProcessContext = createContext<ProcessScene | undefined>(undefined);

export const ProcessProvider = ({ children, ...scene }: ProcessScene & { readonly children: ReactNode }): ReactNode => (
  <ProcessContext.Provider value={scene}>{children}</ProcessContext.Provider>
);

/** The process and the client on whose page a part is shown. */
export const useScene = (): ProcessScene => {
  const scene = useContext(ProcessContext);
  if (!scene) throw new Error('this part belongs on a client’s page');
  return scene;
};

export type Notice = { readonly text: string; readonly variant: 'success' | 'warning' | 'info' };

const TellContext = createContext<(notice: Notice) => void>(() => undefined);

export const TellProvider = TellContext.Provider;

/** Tells the reader what has happened, on top of the section in which it did. */
export const useTell = (): ((notice: Notice) => void) => useContext(TellContext);
