import { totalmem } from 'node:os';

/** How large a place is. */
export interface PlaceSize {
  readonly people: number;
  /** Practices, trusts and PCTs. */
  readonly organisations: number;
}

/** What a run of this many people needs. */
export interface SizeEstimate {
  /** People simulated at the start, and slots reserved for those who are born or move in. */
  readonly agents: number;
  readonly bytes: number;
}

/**
 * Memory that an experiment will need, roughly: what is kept for each person, for everybody who arrives during the
 * run (a slot is never used twice), for each run at a time; what a worker takes for itself; the place, once; and the
 * results of all runs, which are kept until they are written.
 *
 * Bytes a person: at most 24 in the table of people, and 8 for the lists of those who wait and for growth of arrays.
 */
export function estimateSize(experiment: {
  readonly people: number;
  readonly organisations: number;
  readonly scale: number;
  readonly weeks: number;
  /** Arms times replicates. */
  readonly runs: number;
  /** Runs at a time. */
  readonly threads: number;
}): SizeEstimate {
  const years = experiment.weeks / 52;
  const agents = Math.ceil(experiment.people * experiment.scale * (1 + ARRIVALS_PER_PERSON_YEAR * years));
  const placeBytes = experiment.people * PLACE_BYTES_PER_PERSON;
  const runBytes = WORKER_BYTES + agents * BYTES_PER_AGENT;
  const figures = experiment.organisations * Math.ceil(years) + experiment.weeks;
  const resultBytes = experiment.runs * figures * BYTES_PER_ROW_OF_RESULTS;
  const bytes = PROCESS_BYTES + placeBytes + experiment.threads * runBytes + resultBytes;
  return { agents, bytes };
}

const BYTES_PER_AGENT = 32;
/** Births (about 1.3 in 100 a year in England) and people who move in. */
const ARRIVALS_PER_PERSON_YEAR = 0.03;
/** An organisation's year, or a week, has about 100 figures of 8 bytes. */
const BYTES_PER_ROW_OF_RESULTS = 800;
const PROCESS_BYTES = 100e6;
const WORKER_BYTES = 50e6;
/** Zones, practices, registration and reach: one zone for about 1,600 people, some 6 kB each. */
const PLACE_BYTES_PER_PERSON = 4;

/**
 * Memory that this process may use: that of the machine, or less where it runs in a container with a limit.
 */
export function availableMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/**
 * Why an experiment cannot run in a memory, or undefined when it can.
 *
 * @param availableBytes see `availableMemory`.
 */
export function tooLargeFor(availableBytes: number, estimate: SizeEstimate): string | undefined {
  if (estimate.bytes <= availableBytes) return undefined;
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  return (
    `this needs about ${gigabytes(estimate.bytes)} of memory for ${Math.round(estimate.agents / 1e5) / 10} million ` +
    `people simulated at a time, and this machine has ${gigabytes(availableBytes)}; use a smaller scale, fewer threads or fewer replicates`
  );
}
