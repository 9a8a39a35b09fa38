/** Keeps retries to a share of the calls, so that a sick service isn't made sicker. */
export type RetryBudget = {
  /** Counts a call. */
  deposit(): void;
  /** Whether one retry may be made; if so, it is paid for. */
  withdraw(): boolean;
};

/** A retry budget of `ratio` retries per call, with a small reserve for quiet times. */
export const createRetryBudget = (ratio = 0.1, reserve = 3): RetryBudget => {
  const most = Math.max(reserve, 10);
  let tokens = reserve;
  return {
    deposit: () => {
      tokens = Math.min(most, tokens + ratio);
    },
    withdraw: () => {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
