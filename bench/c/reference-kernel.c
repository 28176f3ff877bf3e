/*
 * The reference kernel of ../reference-kernel.ts in plain scalar C: the same law, the same integers, the same checksum.
 *
 * usage: reference-kernel SETUP-FILE
 * The file holds the columns of ReferenceSetup in order, each starting at a multiple of 8 bytes.
 * Prints: checksum, patient-weeks, CPU seconds of the weeks, and the counts.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HOSPITALS = 5, SPECIALTIES = 8, QUEUES = 40, QUINTILES = 5, RING = 16384, WEEKS_PER_BAND = 261, CLASSES = 160 };
enum { DEATH, LEAVE, MOVE, CONDITION, EMERGENCY_VISIT, ADMISSION, REFERRAL, KINDS };
enum { GP_VISITS = KINDS, TREATED, WAITED_WEEKS, PRESENT, PATIENT_WEEKS, COUNTS };
enum { EVENT, CONDITION_KIND, HOSPITAL, SPECIALTY, PRACTICE, STAY, PURPOSES };

/* setup */
static int32_t *sizes, *arrivalEnd, *weeklyPlaces;
static uint32_t *starts, *specialtyEnd;
static uint16_t *rareByClass, *frequentByClass, *referralShare, *conditions, *practice, *zone;
static uint8_t *nearest, *traits, *severity;
static double *pull, *quality;
static int16_t *birthWeek;

/* state */
static uint8_t *hazardClass, *present;
static uint16_t *waitWeek, *rareThreshold, *frequentThreshold, *ringWeek;
static int32_t *ringSlot, *practiceVisits;
static int32_t head[QUEUES], tail[QUEUES], bedDays[HOSPITALS], emergencyVisits[HOSPITALS];
static double expectedWait[QUEUES], hospitalPull[QUEUES];
static int64_t counts[COUNTS];
static uint32_t keys[PURPOSES][2];

static void philox(uint32_t a, uint32_t b, uint32_t c, uint32_t d, uint32_t k0, uint32_t k1, uint32_t out[2]) {
  for (int round = 0; round < 10; round++) {
    uint64_t first = (uint64_t)a * 0xd2511f53u, second = (uint64_t)c * 0xcd9e8d57u;
    a = (uint32_t)(second >> 32) ^ b ^ k0;
    b = (uint32_t)second;
    c = (uint32_t)(first >> 32) ^ d ^ k1;
    d = (uint32_t)first;
    k0 += 0x9e3779b9u;
    k1 += 0xbb67ae85u;
  }
  out[0] = a;
  out[1] = b;
}

static inline uint32_t h3(uint32_t slot, uint32_t k0, uint32_t k1) {
  uint32_t x = slot ^ k0;
  x ^= x >> 16;
  x *= 0x21f0aaadu;
  x ^= x >> 15;
  x *= 0x735a2d97u;
  x ^= x >> 15;
  x += slot ^ k1;
  x ^= x >> 17;
  x *= 0xed5ad4bbu;
  x ^= x >> 15;
  return x;
}

static inline uint32_t draw(int purpose, int slot) { return h3((uint32_t)slot, keys[purpose][0], keys[purpose][1]); }
static inline double drawUnit(int purpose, int slot) { return draw(purpose, slot) * 2.3283064365386963e-10; }

static inline void classify(int slot, int week) {
  int band = (week - birthWeek[slot]) / WEEKS_PER_BAND;
  int conditionCount = __builtin_popcount(conditions[slot]);
  int cls = ((band < 19 ? band : 19) * 2 + (traits[slot] & 1)) * 4 + (conditionCount < 3 ? conditionCount : 3);
  hazardClass[slot] = (uint8_t)cls;
  rareThreshold[slot] = rareByClass[cls];
  frequentThreshold[slot] = frequentByClass[cls];
}

static void enter(int slot, int week) {
  present[slot] = 1;
  counts[PRESENT]++;
  classify(slot, week);
}

static void empty(int slot) {
  present[slot] = 0;
  waitWeek[slot] = 0;
  rareThreshold[slot] = 0;
  frequentThreshold[slot] = 0;
  counts[PRESENT]--;
}

static void admit(int slot) {
  bedDays[nearest[zone[slot]]] += 1 + (int)(draw(STAY, slot) & 7) + (severity[slot] >> 5);
}

static int chooseHospital(int slot, int specialty) {
  const double *row = pull + (zone[slot] * QUINTILES + (traits[slot] >> 1)) * HOSPITALS;
  double sum = 0;
  for (int h = 0; h < HOSPITALS; h++) sum += row[h] * hospitalPull[h * SPECIALTIES + specialty];
  double left = drawUnit(HOSPITAL, slot) * sum;
  int hospital = 0;
  for (; hospital < HOSPITALS - 1; hospital++) {
    left -= row[hospital] * hospitalPull[hospital * SPECIALTIES + specialty];
    if (left < 0) break;
  }
  return hospital;
}

static void refer(int slot, int week) {
  if (waitWeek[slot] != 0) return;
  uint32_t u = draw(SPECIALTY, slot);
  int specialty = 0;
  while (specialty < SPECIALTIES - 1 && u >= specialtyEnd[specialty]) specialty++;
  int queue = chooseHospital(slot, specialty) * SPECIALTIES + specialty;
  if (tail[queue] - head[queue] >= RING) {
    fprintf(stderr, "a queue of the reference kernel is full\n");
    exit(1);
  }
  int place = queue * RING + (tail[queue]++ & (RING - 1));
  waitWeek[slot] = (uint16_t)(week + 1);
  ringSlot[place] = slot;
  ringWeek[place] = (uint16_t)(week + 1);
}

static inline uint32_t actualShare(int slot, int kind) {
  if (kind == DEATH || kind == ADMISSION) return 128u + (severity[slot] >> 1);
  if (kind == REFERRAL) return referralShare[practice[slot]];
  return 256;
}

static void rareEvent(int slot, int week, uint32_t u) {
  const uint32_t *row = starts + hazardClass[slot] * (KINDS + 1);
  if (u >= row[KINDS]) return;
  int kind = 0;
  while (u >= row[kind + 1]) kind++;
  uint32_t bound = row[kind + 1] - row[kind];
  if ((uint64_t)(u - row[kind]) * 256 >= (uint64_t)bound * actualShare(slot, kind)) return;
  counts[kind]++;
  switch (kind) {
    case EMERGENCY_VISIT:
      emergencyVisits[nearest[zone[slot]]]++;
      if (draw(STAY, slot) < 0x40000000u) admit(slot);
      break;
    case REFERRAL:
      refer(slot, week);
      break;
    case ADMISSION:
      admit(slot);
      break;
    case MOVE:
      practice[slot] = (uint16_t)(drawUnit(PRACTICE, slot) * sizes[3]);
      break;
    case CONDITION:
      conditions[slot] |= (uint16_t)(1 << (int)(drawUnit(CONDITION_KIND, slot) * 12));
      severity[slot] = (uint8_t)(severity[slot] + 24 < 255 ? severity[slot] + 24 : 255);
      classify(slot, week);
      break;
    default:
      empty(slot);
  }
}

static void publishPull(int queue) {
  double slowness = 1 + expectedWait[queue] / 8;
  hospitalPull[queue] = quality[queue / SPECIALTIES] / (slowness * slowness);
}

static void treat(int week) {
  for (int queue = 0; queue < QUEUES; queue++) {
    int crowded = bedDays[queue / SPECIALTIES] * HOSPITALS * 70 > sizes[0];
    int places = weeklyPlaces[queue] - crowded;
    if (places < 1) places = 1;
    while (places > 0 && head[queue] < tail[queue]) {
      int place = queue * RING + (head[queue]++ & (RING - 1));
      int slot = ringSlot[place];
      if (waitWeek[slot] != ringWeek[place]) continue;
      places--;
      waitWeek[slot] = 0;
      severity[slot] >>= 1;
      counts[TREATED]++;
      counts[WAITED_WEEKS] += week + 1 - ringWeek[place];
    }
    double wait = (double)(tail[queue] - head[queue]) / weeklyPlaces[queue];
    expectedWait[queue] = 0.75 * expectedWait[queue] + 0.25 * wait;
    publishPull(queue);
  }
  memset(bedDays, 0, sizeof bedDays);
}

static void runWeek(int week) {
  for (int purpose = 0; purpose < PURPOSES; purpose++) philox((uint32_t)week, (uint32_t)purpose, 0, 0, (uint32_t)sizes[5], 0, keys[purpose]);
  int end = arrivalEnd[week];
  for (int slot = week == 0 ? sizes[0] : arrivalEnd[week - 1]; slot < end; slot++) enter(slot, week);
  int from = (int)((int64_t)end * (week % 52) / 52), to = (int)((int64_t)end * (week % 52 + 1) / 52);
  for (int slot = from; slot < to; slot++) if (present[slot]) classify(slot, week);
  uint32_t k0 = keys[EVENT][0], k1 = keys[EVENT][1];
  for (int slot = 0; slot < end; slot++) {
    uint32_t u = h3((uint32_t)slot, k0, k1);
    if (u >> 16 < rareThreshold[slot]) {
      rareEvent(slot, week, u);
    } else if (65535 - (u >> 16) < frequentThreshold[slot]) {
      practiceVisits[practice[slot]]++;
      counts[GP_VISITS]++;
    }
  }
  treat(week);
  counts[PATIENT_WEEKS] += counts[PRESENT];
}

static uint32_t sum = 0x811c9dc5u;
static void mix(uint32_t word) { sum = (sum ^ word) * 0x01000193u; }
#define MIX(column, n) for (int i = 0; i < (n); i++) mix((uint32_t)(column)[i])

static uint32_t checksum(void) {
  int slots = sizes[1];
  MIX(present, slots);
  MIX(hazardClass, slots);
  MIX(severity, slots);
  MIX(conditions, slots);
  MIX(practice, slots);
  MIX(waitWeek, slots);
  MIX(rareThreshold, slots);
  MIX(frequentThreshold, slots);
  MIX(head, QUEUES);
  MIX(tail, QUEUES);
  MIX(practiceVisits, sizes[3]);
  MIX(emergencyVisits, HOSPITALS);
  MIX(counts, COUNTS);
  return sum;
}

static void *column(char **at, size_t bytes) {
  void *start = *at;
  *at += (bytes + 7) / 8 * 8;
  return start;
}

static void readSetup(const char *name) {
  FILE *file = fopen(name, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) exit(2);
  size_t bytes = (size_t)ftell(file);
  char *at = malloc(bytes);
  rewind(file);
  if (at == NULL || fread(at, 1, bytes, file) != bytes) exit(2);
  fclose(file);
  sizes = column(&at, 6 * 4);
  size_t slots = (size_t)sizes[1], weeks = (size_t)sizes[2], practices = (size_t)sizes[3], zones = (size_t)sizes[4];
  arrivalEnd = column(&at, weeks * 4);
  starts = column(&at, CLASSES * (KINDS + 1) * 4);
  rareByClass = column(&at, CLASSES * 2);
  frequentByClass = column(&at, CLASSES * 2);
  referralShare = column(&at, practices * 2);
  nearest = column(&at, zones);
  pull = column(&at, zones * QUINTILES * HOSPITALS * 8);
  quality = column(&at, HOSPITALS * 8);
  specialtyEnd = column(&at, SPECIALTIES * 4);
  weeklyPlaces = column(&at, QUEUES * 4);
  birthWeek = column(&at, slots * 2);
  conditions = column(&at, slots * 2);
  practice = column(&at, slots * 2);
  zone = column(&at, slots * 2);
  traits = column(&at, slots);
  severity = column(&at, slots);
}

static double cpuSeconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  readSetup(argv[1]);
  size_t slots = (size_t)sizes[1];
  hazardClass = calloc(slots, 1);
  present = calloc(slots, 1);
  waitWeek = calloc(slots, 2);
  rareThreshold = calloc(slots, 2);
  frequentThreshold = calloc(slots, 2);
  ringSlot = calloc((size_t)QUEUES * RING, 4);
  ringWeek = calloc((size_t)QUEUES * RING, 2);
  practiceVisits = calloc((size_t)sizes[3], 4);
  for (int slot = 0; slot < sizes[0]; slot++) enter(slot, 0);
  for (int queue = 0; queue < QUEUES; queue++) publishPull(queue);
  double start = cpuSeconds();
  for (int week = 0; week < sizes[2]; week++) runWeek(week);
  double seconds = cpuSeconds() - start;
  printf("{\"checksum\":%u,\"patientWeeks\":%lld,\"cpuSeconds\":%.6f,\"counts\":[", checksum(), (long long)counts[PATIENT_WEEKS], seconds);
  for (int i = 0; i <= TREATED; i++) printf("%s%lld", i > 0 ? "," : "", (long long)counts[i]);
  printf("]}\n");
  return 0;
}
