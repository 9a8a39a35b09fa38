/** Tells on standard error what goes on, with the seconds since the start. */
export type Progress = {
  say(text: string): void;
  /** Runs a step and tells how long it took; while a long one runs, tells that it still does. */
  step<T>(text: string, work: () => Promise<T>): Promise<T>;
};

const remindEvery = 10_000;

export const startProgress = (): Progress => {
  const started = Date.now();
  const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(1);
  const say = (text: string) => {
    process.stderr.write(`[${seconds(started).padStart(6)} s] ${text}\n`);
  };
  return {
    say,
    step: async (text, work) => {
      const began = Date.now();
      say(`${text} …`);
      const reminder = setInterval(() => say(`${text}: still at it after ${seconds(began)} s`), remindEvery);
      try {
        const result = await work();
        say(`${text}: done in ${seconds(began)} s`);
        return result;
      } finally {
        clearInterval(reminder);
      }
    },
  };
};
