import type { Invariant } from './invariant.ts';
import { CAPACITY } from './invariants/capacity.ts';
import { MEMBERSHIP } from './invariants/membership.ts';
import { MONEY } from './invariants/money.ts';
import { NUMBERS } from './invariants/numbers.ts';
import { PEOPLE } from './invariants/people.ts';
import { QUEUES } from './invariants/queues.ts';
import { TIME } from './invariants/time.ts';

/** Laws that hold at the end of every week of every run, whatever the institutions. */
export const INVARIANTS: readonly Invariant[] = [TIME, PEOPLE, MEMBERSHIP, QUEUES, CAPACITY, MONEY, NUMBERS];

export { CAPACITY, MEMBERSHIP, MONEY, NUMBERS, PEOPLE, QUEUES, TIME };
