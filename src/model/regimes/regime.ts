import type { Part } from '../institutions/by-part.ts';
import { DEFAULT_INSTITUTIONS, type Institutions } from '../institutions/institutions.ts';
import { type SettingValues, withSettings } from '../institutions/settings.ts';

/** A named preset of institutions: data, with no power of its own. */
export interface Regime {
  readonly id: string;
  readonly label: string;
  /** What it is. */
  readonly description: string;
  /** What its advocates said it would do; what critics feared. Nothing in the model makes either come true. */
  readonly claimed: string;
  readonly feared: string;
  /** Outcomes by which to judge. */
  readonly lookAt: string;
  /** The regime that it differs from in a few settings; null for one of its own. */
  readonly variantOf: string | null;
  /** What its authors left open, and what is taken here: settings to be varied. Of a variant, what it adds. */
  readonly undecided: readonly Undecided[];
  readonly institutions: Institutions;
  /** Where numbers that it sets come from, by dotted path; all others were left open. */
  readonly sources: Readonly<Record<string, string>>;
  /** Settings in which the rural or urban part of a place differs from `institutions`. */
  readonly parts: Readonly<Partial<Record<Part, SettingValues>>>;
}

export interface Undecided {
  readonly question: string;
  readonly taken: string;
  readonly alternatives: string;
  /** Settings whose numbers answer it. */
  readonly settings?: readonly string[];
}

/** A regime as it is written: what differs from another, or from England in 2008/09. */
export interface RegimeSpec
  extends Omit<Regime, 'institutions' | 'parts' | 'sources' | 'undecided' | 'variantOf'> {
  /** The regime that it is a variant of; without it, the defaults of the institutions. */
  readonly from?: Regime;
  readonly undecided?: readonly Undecided[];
  readonly set: SettingValues;
  readonly sources?: Regime['sources'];
  readonly parts?: Regime['parts'];
}

/** Composes a regime setting by setting. */
export function regime({
  from,
  set,
  parts = {},
  undecided = [],
  sources = {},
  ...words
}: RegimeSpec): Regime {
  return {
    ...words,
    variantOf: from?.id ?? null,
    undecided,
    sources,
    institutions: withSettings(from?.institutions ?? DEFAULT_INSTITUTIONS, set),
    parts: {
      ...partOf('rural', from?.parts.rural, parts.rural),
      ...partOf('urban', from?.parts.urban, parts.urban),
    },
  };
}

function partOf(part: Part, earlier: SettingValues = {}, later: SettingValues = {}): Regime['parts'] {
  const settings = { ...earlier, ...later };
  return Object.keys(settings).length === 0 ? {} : { [part]: settings };
}
