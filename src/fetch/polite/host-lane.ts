import type { Clock } from '../clock.js';
import { FetchFault } from '../fault.js';
import { backoff } from './backoff.js';

/** The way to one host: one question at a time, so many in a second, none while the host wants to be left alone. */
export interface HostLane {
  /**
   * Asks the host when it is this question's turn.
   * @throws FetchFault (`busy`) where the turn would come later than the user's patience lasts
   */
  readonly run: <Result>(ask: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;
  /** Questions begin at least so far apart, in milliseconds: what robots.txt asks for, where that is more than the rate. */
  readonly slowDown: (interval: number) => void;
  /** When the next question could begin, in milliseconds since 1970. */
  readonly freeAt: () => number;
}

interface LaneOptions {
  readonly clock: Clock;
  /** Milliseconds from the beginning of one question to that of the next. */
  readonly interval: number;
  readonly patience: number;
}

/** Makes the lane of a host. A fault that concerns the whole host, or a Retry-After, holds the lane for everybody. */
export function hostLane(host: string, { clock, interval, patience }: LaneOptions): HostLane {
  let apart = interval;
  let next = 0;
  let heldUntil = 0;
  let failures = 0;
  let last: Promise<unknown> = Promise.resolve();
  const freeAt = (): number => Math.max(next, heldUntil);

  async function turn<Result>(ask: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    if (heldUntil - clock.now() > patience) {
      throw new FetchFault('busy', `${host} is to be left alone until ${new Date(heldUntil).toISOString()}`, {
        passing: true,
        retryAt: heldUntil,
      });
    }
    await clock.sleep(freeAt() - clock.now(), signal);
    next = clock.now() + apart;
    try {
      const result = await ask();
      failures = 0;
      return result;
    } catch (error) {
      if (error instanceof FetchFault) hold(error);
      throw error;
    }
  }

  function hold(fault: FetchFault): void {
    failures = fault.wholeHost ? failures + 1 : 0;
    const until = fault.wholeHost ? clock.now() + backoff(failures, clock.random) : 0;
    heldUntil = Math.max(heldUntil, until, fault.retryAt ?? 0);
  }

  return {
    run: (ask, signal) => {
      const result = last.then(() => turn(ask, signal));
      last = result.catch(() => {});
      return result;
    },
    slowDown: (milliseconds) => {
      apart = Math.max(apart, milliseconds);
      next = Math.max(next, clock.now() + milliseconds);
    },
    freeAt,
  };
}
