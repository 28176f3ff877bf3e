import {
  type InstitutionsOverride,
  institutionsOfPart,
  type Part,
} from '../../model/institutions/by-part.ts';
import type { Institutions } from '../../model/institutions/institutions.ts';
import { type SettingValues, withSettings } from '../../model/institutions/settings.ts';
import type { Changes } from './scenario.ts';

/** Institutions as they are written in a scenario: those of a regime, and what was changed for whom, in order. */
export interface Layers {
  readonly base: Institutions;
  readonly writes: readonly Write[];
}

/** Settings changed for some people; null = for all parts, for all commissioners. */
interface Write {
  readonly part: Part | null;
  readonly commissioner: string | null;
  readonly set: SettingValues;
}

/**
 * More changes on top of those before: of what an entry says, the whole place first, then its parts, then its primary
 * care trusts. What is written later counts, also for those for whom something else was written earlier.
 */
export function changed(layers: Layers, { set, parts, organisations }: Changes): Layers {
  const added: Write[] = [
    { part: null, commissioner: null, set },
    ...BOTH.map((part) => ({ part, commissioner: null, set: parts[part] ?? {} })),
    ...Object.entries(organisations).map(([code, own]) => ({ part: null, commissioner: code, set: own })),
  ];
  const written = added.filter((write) => Object.keys(write.set).length > 0);
  return { ...layers, writes: [...layers.writes, ...written] };
}

/**
 * Every setting for the whole place, and for each part and primary care trust for which any differs. What differs by
 * nothing has no override, so that institutions that are the same look the same.
 */
export function layersResolved(layers: Layers): {
  readonly institutions: Institutions;
  readonly overrides: readonly InstitutionsOverride[];
} {
  const resolved = (part: Part | null, commissioner: string | null) =>
    withSettings(
      layers.base,
      Object.assign(
        {},
        ...layers.writes.filter((write) => meets(write, part, commissioner)).map(({ set }) => set),
      ),
    );
  const institutions = resolved(null, null);
  const overrides: InstitutionsOverride[] = [];
  for (const part of BOTH) {
    const own = resolved(part, null);
    if (!same(own, institutions)) overrides.push({ part, commissioner: null, institutions: own });
  }
  for (const commissioner of codesOf(layers)) {
    const own = BOTH.map((part) => ({ part, commissioner, institutions: resolved(part, commissioner) }));
    const differing = own.filter(
      (each) =>
        !same(each.institutions, institutionsOfPart({ institutions, overrides }, each.part, commissioner)),
    );
    const [first, second] = differing;
    if (second !== undefined && same(first!.institutions, second.institutions))
      overrides.push({ ...second, part: null });
    else overrides.push(...differing);
  }
  return { institutions, overrides };
}

const BOTH: readonly Part[] = ['rural', 'urban'];

function meets(write: Write, part: Part | null, commissioner: string | null): boolean {
  return (
    (write.part === null || write.part === part) &&
    (write.commissioner === null || write.commissioner === commissioner)
  );
}

function codesOf({ writes }: Layers): readonly string[] {
  const codes = writes.flatMap(({ commissioner }) => (commissioner === null ? [] : [commissioner]));
  return [...new Set(codes)].toSorted();
}

/** The keys of institutions are always in the same order. */
function same(a: Institutions, b: Institutions): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
