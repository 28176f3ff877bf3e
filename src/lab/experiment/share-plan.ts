import type { Place } from '../../model/place.ts';
import type { ExperimentPlan } from './plan.ts';

/**
 * The same plan with the typed arrays of its places in shared memory, so that a copy sent to a worker thread holds
 * references and not a copy of the numbers. The list of what was imputed, which is long and which no run reads, stays
 * behind.
 *
 * @param known places that are shared already, and where new ones are remembered
 */
export function sharePlan(
  plan: ExperimentPlan,
  known: WeakMap<Place, Place> = new WeakMap(),
): ExperimentPlan {
  const shared = (place: Place): Place => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const done = new Map<object, unknown>([[place.imputed, []]]);
    const made = shareArrays(place, done);
    known.set(place, made);
    return made;
  };
  return {
    ...plan,
    arms: plan.arms.map((arm) => ({ ...arm, input: { ...arm.input, place: shared(arm.input.place) } })),
  };
}

function shareArrays<T>(value: T, done: Map<object, unknown>): T {
  if (typeof value !== 'object' || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known as T;
  const shared = shareObject(value, done);
  done.set(value, shared);
  return shared as T;
}

function shareObject(value: object, done: Map<object, unknown>): unknown {
  if (ArrayBuffer.isView(value)) return inSharedMemory(value);
  if (Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shareArrays(entry, done)]));
}

function inSharedMemory(view: ArrayBufferView): ArrayBufferView {
  if (view.buffer instanceof SharedArrayBuffer) return view;
  const buffer = new SharedArrayBuffer(view.byteLength);
  new Uint8Array(buffer).set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  const View = view.constructor as new (shared: SharedArrayBuffer) => ArrayBufferView;
  return new View(buffer);
}
