import type { OwnedProcess } from './owned-process.ts';

/** A server that can be taken down and started again on the same data. */
export type RestartableServer = {
  pid(): number;
  start(): Promise<void>;
  end(signal: NodeJS.Signals, patience?: number): Promise<void>;
};

/** Starts a server. `onCrash` hears when it ends without having been asked to. */
export const restartableServer = async (
  launch: () => Promise<OwnedProcess>,
  onCrash: () => void = () => undefined,
): Promise<RestartableServer> => {
  let isWanted = true;
  const launchWatched = async (): Promise<OwnedProcess> => {
    isWanted = true;
    const server = await launch();
    void server.exited.then(() => {
      if (isWanted) onCrash();
    });
    return server;
  };
  let server = await launchWatched();
  return {
    pid: () => server.pid,
    start: async () => {
      server = await launchWatched();
    },
    end: (signal, patience) => {
      isWanted = false;
      return server.end(signal, patience);
    },
  };
};
