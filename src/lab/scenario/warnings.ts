import type { Place } from '../../model/place.ts';
import { asksForBody, idleWarnings } from './idle-warnings.ts';
import { parseYaml } from './parse-yaml.ts';
import { partWarnings } from './part-warnings.ts';
import { placeFaults } from './place-faults.ts';
import type { Problem, SourceText } from './problem.ts';
import { resolveScenario } from './resolve.ts';
import type { Scenario } from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether what is to be said of a scenario depends on where the organisations of its place stand. */
export function needsPlaceForWarnings({ arms }: Scenario): boolean {
  return arms.some((arm) =>
    [arm, ...arm.switch].some(
      ({ parts, organisations }) => Object.keys({ ...parts, ...organisations }).length > 0,
    ),
  );
}

/**
 * What is allowed in a scenario and does not do what its author may think, in the order of the text.
 *
 * @param source the text that it was read from. @param place undefined = not known, and nothing said of its parts
 */
export function scenarioWarnings(
  scenario: Scenario,
  source: SourceText,
  vocabulary: Vocabulary,
  place: Place | undefined,
): readonly Problem[] {
  const parsed = parseYaml(source);
  if ('problems' in parsed) return [];
  const resolved = resolveScenario(scenario, vocabulary);
  const warnings = scenario.arms.flatMap((arm, index) => {
    const { institutions: schedule } = resolved[index]!.input;
    const bodies = schedule.some(({ institutions, overrides }) =>
      [institutions, ...overrides.map((override) => override.institutions)].some(asksForBody),
    );
    return [
      ...idleWarnings(arm, index, schedule, scenario.weeks),
      ...(place === undefined ? [] : partWarnings(arm, index, place, bodies)),
    ];
  });
  return placeFaults(source, parsed.document, warnings);
}
