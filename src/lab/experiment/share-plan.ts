import type { ExperimentPlan } from './plan.ts';

/**
 * The same plan with the typed arrays of its places in shared memory, so that a copy sent to a worker thread holds
 * references and not a copy of the numbers. A place used by several arms stays one object. The list of what was
 * imputed, which is long and which no run reads, stays behind.
 */
export function sharePlan(plan: ExperimentPlan): ExperimentPlan {
  const done = new Map<object, unknown>();
  for (const { input } of plan.arms) done.set(input.place.imputed, []);
  return {
    ...plan,
    arms: plan.arms.map((arm) => ({
      ...arm,
      input: { ...arm.input, place: shareArrays(arm.input.place, done) },
    })),
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
