/** Needs and referrals of a week (see ../../phases/referral.ts, which says why). */
import {
  commissionerOfPractice,
  clockOffset,
  ZONE,
  PATHWAY,
  SEVERITY,
  USUAL_PROVIDER,
  STAGE_MASK,
  STAGE_NONE,
  STAGE_KEPT,
  SPECIALTY_SHIFT,
  recordOf,
  quintileOf,
  practiceOf,
  cellAt,
  f64At,
} from './layout';
import {
  bodyOfPractice,
  bodyOfProvider,
  offeredShare,
  steeredBy,
  systemAt,
  sparedShare,
  communityRoom,
  closedService,
  seenAt,
  operationFelt,
  listedFrom,
  DRAW_CLOSED_SERVICE,
  communityLength,
  communitySuitable,
  threshold,
  choiceFactor,
  consultantReferrals,
  logisticCurve,
  seeking,
  referredSeverity,
  reachStart,
  reachProvider,
  plannedKm,
  choiceWeight,
  batchCounts,
  batchSlots,
  batchDetails,
  joinSlots,
  joinPlaces,
  referralNoise,
  urgentThreshold,
  habitFactor,
  consultantShare,
  consultantReferralsPerFirst,
  DRAW_SEVERITY,
  DRAW_REFERRAL,
  DRAW_OFFER,
  DRAW_HOSPITAL,
  DRAW_SPECIALTY,
  DRAW_COMMUNITY,
  DRAW_CASE_MANAGED,
  DRAW_CONSULTANT_REFERRAL,
  RT_NEEDS_KEPT,
  RT_GP_REFERRALS,
  RT_OTHER_REFERRALS,
  RT_CHOOSING,
  RT_DISTANCE,
  PT_GP_REFERRALS,
  PT_OTHER_REFERRALS,
  GT_REFERRALS,
  GT_NEEDS_KEPT,
  keys0,
  keys1,
  i32At,
  isCase,
  putAt,
  drawFor,
  unitFor,
  tallyResidents,
  tallyProvider,
  tallyPractice,
} from './care-layout';
import { keepNeed, refer } from './acts';
import { severityOf } from './counts';
import { specialtyOfNeed } from './decisions';
import { h3, unit } from './draw';
import { bringInAhead } from './fetch';

/** Decide on a batch of needs that came up; who joins a list goes to the host, in order. */
export function decideOnNeeds(count: i32, week: i32): void {
  putAt(batchCounts, 0, 0);
  for (let n = 0; n < count; n++) {
    bringInAhead(n, count);
    decideOnNeed(i32At(batchSlots, n), i32At(batchDetails, n), week);
  }
}

/** A batch of referrals from other sources than general practice. */
export function referFromOtherSources(count: i32, week: i32): void {
  putAt(batchCounts, 0, 0);
  for (let n = 0; n < count; n++) {
    bringInAhead(n, count);
    const i = i32At(batchSlots, n);
    const at = recordOf(i);
    if ((<i32>load<u8>(at, PATHWAY) & STAGE_MASK) != STAGE_NONE || isNotReferredOn(i, at)) continue;
    const severity = <i32>load<u8>(referredSeverity + <usize>(<u32>drawFor(DRAW_SEVERITY, i) >>> 24));
    sendToHospital(i, at, i32At(batchDetails, n), severity, severityOf(severity) >= urgentThreshold, true, week);
  }
}

/** Queue `place` of first visits gets somebody; below 0, community clinic -1 - c. */
export function join(i: i32, place: i32): void {
  const joins = i32At(batchCounts, 0);
  putAt(joinSlots, joins, i);
  putAt(joinPlaces, joins, place);
  putAt(batchCounts, 0, joins + 1);
}

function decideOnNeed(i: i32, drawn: i32, week: i32): void {
  const at = recordOf(i);
  const pathway = <i32>load<u8>(at, PATHWAY);
  const stage = pathway & STAGE_MASK;
  let specialty = drawn;
  let severity: i32;
  if (stage == STAGE_KEPT) {
    specialty = (pathway >> SPECIALTY_SHIFT) & 7;
    severity = <i32>load<u8>(at, SEVERITY);
  } else {
    if (stage != STAGE_NONE) return;
    severity = <i32>(<u32>drawFor(DRAW_SEVERITY, i) >>> 24);
  }
  const g = practiceOf(at);
  const lean =
    (severityOf(severity) - thresholdFor(g * 8 + specialty, severityOf(severity))) / referralNoise +
    f64At(seeking, quintileOf(at));
  if (unitFor(DRAW_REFERRAL, i) >= logisticAt(lean)) {
    tallyResidents(cellAt(at), RT_NEEDS_KEPT, 1);
    tallyPractice(g, GT_NEEDS_KEPT, 1);
    if (stage == STAGE_NONE) keepNeed(i, specialty, severity);
    return;
  }
  const spared = f64At(sparedShare, g);
  if (spared != 0 && isCase(at) && unitFor(DRAW_CASE_MANAGED, i) < spared) {
    if (stage == STAGE_NONE) keepNeed(i, specialty, severity);
    return;
  }
  const urgent = severityOf(severity) >= urgentThreshold;
  if (!urgent && sendToCommunity(i, g, specialty, severity, stage == STAGE_KEPT)) return;
  sendToHospital(i, at, specialty, severity, urgent, false, week);
}

/** As ../../behaviour/referral-threshold.ts has it. */
@inline
function thresholdFor(gs: i32, severity: f64): f64 {
  const felt = f64At(operationFelt, gs);
  if (felt == 0) return f64At(threshold, gs);
  return f64At(threshold, gs) + felt * logisticAt((severity - f64At(listedFrom, gs)) / referralNoise);
}

/** Logistic of x by straight lines between the points of the curve (see ../../place-tables/gp-decision.ts). */
function logisticAt(x: f64): f64 {
  const at = (max<f64>(-16, min<f64>(16, x)) + 16) * 64;
  const n = <i32>at;
  const from = f64At(logisticCurve, n);
  return from + (at - <f64>n) * (f64At(logisticCurve, n + 1) - from);
}

/** As ../../phases/community-clinics.ts has it; `communityRoom` is 0 where there are no places. */
function sendToCommunity(i: i32, g: i32, specialty: i32, severity: i32, isKept: bool): bool {
  const c = <i32>load<u16>(commissionerOfPractice + ((<usize>g) << 1));
  const length = i32At(communityLength, c);
  if (<f64>length >= f64At(communityRoom, c)) return false;
  if (unitFor(DRAW_COMMUNITY, i) >= f64At(communitySuitable, specialty)) return false;
  if (!isKept) keepNeed(i, specialty, severity);
  putAt(communityLength, c, length + 1);
  join(i, -1 - c);
  return true;
}

function sendToHospital(
  i: i32,
  at: usize,
  specialty: i32,
  severity: i32,
  urgent: bool,
  otherSource: bool,
  week: i32,
): void {
  const g = practiceOf(at);
  const zone = <i32>load<u16>(at, ZONE);
  const usual = <i32>load<u8>(at, USUAL_PROVIDER);
  const offered = !otherSource && unitFor(DRAW_OFFER, i) < f64At(offeredShare, g);
  const chosen = offered ? chooseHospital(i, g, zone, usual, specialty) : usual;
  const h = siteOf(chosen, specialty, i, zone);
  const cell = cellAt(at);
  if (!otherSource) tallyPractice(g, GT_REFERRALS, 1);
  tallyResidents(cell, otherSource ? RT_OTHER_REFERRALS : RT_GP_REFERRALS, 1);
  if (offered && chosen != usual) tallyResidents(cell, RT_CHOOSING, 1);
  tallyResidents(cell, RT_DISTANCE, kmTo(zone, h));
  tallyProvider(h, otherSource ? PT_OTHER_REFERRALS : PT_GP_REFERRALS, 1);
  refer(i, week + clockOffset, specialty, severity, urgent ? 1 : 0, h, otherSource ? 1 : 0);
  join(i, (h * 8 + specialty) * 2 + (urgent ? 1 : 0));
}

/** As ../../behaviour/hospital-choice.ts has it. */
function chooseHospital(i: i32, g: i32, zone: i32, usual: i32, specialty: i32): i32 {
  const from = i32At(reachStart, zone);
  const to = i32At(reachStart, zone + 1);
  const own = systemAt(i);
  const body = own > 0 ? own - 1 : i32At(bodyOfPractice, g);
  let total: f64 = 0;
  for (let e = from; e < to; e++) total += weightOf(e, body, usual, specialty);
  let left = unitFor(DRAW_HOSPITAL, i) * total;
  for (let e = from; e < to; e++) {
    left -= weightOf(e, body, usual, specialty);
    if (left < 0) return providerAt(e);
  }
  return usual;
}

@inline
function weightOf(e: i32, body: i32, usual: i32, specialty: i32): f64 {
  const h = providerAt(e);
  let weight = f64At(choiceWeight, e) * f64At(choiceFactor, h * 8 + specialty);
  if (body >= 0 && i32At(bodyOfProvider, h) == body) weight *= f64At(steeredBy, body);
  return h == usual ? weight * habitFactor : weight;
}

@inline
function providerAt(e: i32): i32 {
  return <i32>load<u16>(reachProvider + ((<usize>e) << 1));
}

function kmTo(zone: i32, h: i32): f64 {
  const to = i32At(reachStart, zone + 1);
  for (let e = i32At(reachStart, zone); e < to; e++) if (providerAt(e) == h) return f64At(plannedKm, e);
  return NaN;
}

/** As ../../behaviour/hospital/rationalisation.ts has it. */
@inline
function siteOf(h: i32, specialty: i32, i: i32, zone: i32): i32 {
  const hs = h * 8 + specialty;
  const closed = f64At(closedService, hs);
  if (closed == 0) return h;
  if (unitFor(DRAW_CLOSED_SERVICE, i) >= closed) return h;
  const site = i32At(seenAt, hs);
  return isInReach(zone, site) ? site : h;
}

function isInReach(zone: i32, h: i32): bool {
  const to = i32At(reachStart, zone + 1);
  for (let e = i32At(reachStart, zone); e < to; e++) if (providerAt(e) == h) return true;
  return false;
}

/** As ../../phases/consultant-referral.ts has it. */
function isNotReferredOn(i: i32, at: usize): bool {
  const less = 1 - f64At(consultantReferrals, <i32>load<u8>(at, USUAL_PROVIDER));
  return less > 0 && unitFor(DRAW_CONSULTANT_REFERRAL, i) < consultantShare * less;
}

/** A consultant refers somebody who has just been treated on to another specialty. */
export function referOn(i: i32, at: usize, hs: i32, week: i32): void {
  const h = hs >> 3;
  const added = consultantReferralsPerFirst * (f64At(consultantReferrals, h) - 1);
  if (added <= 0) return;
  const draw = drawFor(DRAW_CONSULTANT_REFERRAL, i);
  if (unit(draw) >= added) return;
  const k0 = i32At(keys0, DRAW_SPECIALTY);
  const k1 = i32At(keys1, DRAW_SPECIALTY);
  const specialty = specialtyOfNeed(i, unit(h3(i, k0, k1)));
  if (specialty == (hs & 7)) return;
  const severity = <i32>load<u8>(referredSeverity + <usize>(<u32>h3(draw, k0, k1) >>> 24));
  const cell = cellAt(at);
  const zone = <i32>load<u16>(at, ZONE);
  const site = siteOf(h, specialty, i, zone);
  tallyResidents(cell, RT_OTHER_REFERRALS, 1);
  tallyResidents(cell, RT_DISTANCE, kmTo(zone, site));
  tallyProvider(site, PT_OTHER_REFERRALS, 1);
  refer(i, week + clockOffset, specialty, severity, 0, site, 1);
  join(i, (site * 8 + specialty) * 2);
}
