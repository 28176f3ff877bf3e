import { detExp, detLog, detPow } from '../../../kernel/deterministic-math.ts';
import { QUARTERS } from '../../calendar.ts';
import { severityOf } from '../../population/people.ts';
import type { World } from '../../world.ts';
import { levelOf } from '../will/level.ts';
import { heldOpen } from './closures.ts';
import { developmentsWait } from './rationalisation.ts';

/** Shares of patients stay inside these. */
const LEAST_SHARE = 0.01;
const MOST_SHARE = 0.95;

/**
 * What the levers of a provider and its slow states do to care and cost, quarterly: every law is a factor that is
 * exactly 1, or a share or threshold exactly its own, at the reference.
 */
export function putLeversIntoEffect(world: World): void {
  for (let h = 0; h < world.place.providers.count; h++) {
    followQuality(world, h);
    renewPlannedCare(world, h);
    renewStaysAndCost(world, h);
    renewEmergencyCare(world, h);
  }
}

/** Quality follows effort, and what is published of it follows quality, each in its own time. */
function followQuality(world: World, h: number): void {
  const { will, books, place, settings } = world;
  const { perLogEffort, lagYears, publicationLagYears } = settings.hospital.quality;
  const aim = perLogEffort * detLog(levelOf(world, 'quality', h));
  will.quality[h]! += (1 - detExp(-1 / (QUARTERS * lagYears))) * (aim - will.quality[h]!);
  const base = place.providers.publishedQuality[h]!;
  const published = books.publishedQuality[h]! - base;
  const step = 1 - detExp(-1 / (QUARTERS * publicationLagYears));
  books.publishedQuality[h] = base + published + step * (will.quality[h]! - published);
}

/** Who is admitted from clinics, how often they are seen again, who stays overnight. */
function renewPlannedCare(world: World, h: number): void {
  const { books, settings, tables } = world;
  const stricter = settings.hospital.conversionSpan * detLog(levelOf(world, 'conversion_threshold', h));
  const followUps = levelOf(world, 'follow_up_ratio', h);
  const dayCases = settings.hospital.efficiency.dayCases * detLog(levelOf(world, 'efficiency', h));
  for (let hs = h * 8; hs < h * 8 + 8; hs++) {
    const s = hs & 7;
    const norm = tables.conversionThreshold[s]!;
    books.conversionThreshold[hs] = norm + stricter;
    const ratio = shareAbove(world, norm + stricter) / shareAbove(world, norm);
    const share = ratio === 1 ? tables.conversionShare[s]! : within(tables.conversionShare[s]! * ratio);
    books.conversionShare[hs] = share;
    books.conversionAfterDiagnostics[hs] =
      ratio === 1
        ? tables.conversionAfterDiagnostics[s]!
        : share / (1 - (1 - share) * tables.stopAtFirst[s]!);
    books.followUpRatio[hs] = settings.followUpRatio[s]! * followUps;
    books.dayCaseShare[hs] =
      dayCases === 0 ? settings.dayCaseShare[s]! : within(settings.dayCaseShare[s]! + dayCases);
  }
  books.consultantReferrals[h] = levelOf(world, 'consultant_referrals', h);
}

/** Share of referred patients whose severity is at least a threshold; never nobody. */
export function shareAbove({ tables }: World, threshold: number): number {
  let above = 0;
  for (const byte of tables.referredSeverity) if (severityOf(byte) >= threshold) above++;
  return Math.max(1, above) / tables.referredSeverity.length;
}

function within(share: number): number {
  return Math.max(LEAST_SHARE, Math.min(MOST_SHARE, share));
}

/** Stays by efficiency; beds; unit cost by efficiency and slack over that of the first day. */
function renewStaysAndCost(world: World, h: number): void {
  const { books, will, settings, place, input } = world;
  const { stays, unitCost } = settings.hospital.efficiency;
  const effort = levelOf(world, 'efficiency', h);
  books.stayEffort[h] = detPow(effort, -stays);
  const wanted = place.providers.beds[h]! * input.scale * levelOf(world, 'beds', h) * will.bedsLeft[h]!;
  const beds = wanted + heldOpen(world, h, will.standingBeds, h, wanted, books.beds[h]!);
  books.beds[h] = developmentsWait(world, h) ? Math.min(will.mostBeds[h]!, beds) : beds;
  // Before the first review slack is at its reference.
  const slack = (1 + will.slack[h]!) / (1 + will.slackReference[h]!);
  books.unitCost[h] = detPow(effort, -unitCost) * slack;
}

/** Deaths by quality and occupancy, readmissions by quality and early discharge, and who is admitted for a short stay. */
function renewEmergencyCare(world: World, h: number): void {
  const { books, will, settings } = world;
  const { quality, efficiency, readmissionShare, occupancySlope } = settings.hospital;
  const over = overKnee(world, h, will.occupancy[h]!);
  books.fatalityFactor[h] = detExp(occupancySlope * over - quality.fatality * will.quality[h]!);
  books.readmissionFactor[h] =
    detExp(-quality.readmission * will.quality[h]!) * detPow(books.stayEffort[h]!, -efficiency.readmissions);
  const again = readmissionShare * (books.readmissionFactor[h]! - 1);
  books.emergencyFactor[h] = Math.max(0, Math.min(2, 1 + again));
  books.readinessToAdmit[h] = levelOf(world, 'emergency_threshold', h);
}

/**
 * A quarter's occupancy above the knee and above the base year's, which the base year's deaths contain. A quarter's, as
 * deaths were found to go with how full a hospital usually is, not with its weeks.
 */
export function overKnee({ place, settings }: World, h: number, occupancy: number): number {
  return Math.max(0, occupancy - Math.max(settings.hospital.occupancyKnee, place.providers.occupancy[h]!));
}
