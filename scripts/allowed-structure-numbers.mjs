/**
 * Numbers that shape tables, records and methods, outside behaviour and phases: they say how something is stored or solved,
 * not how big anything is. A number whose size is a matter of evidence belongs in a row.
 */

const ROWS = 'the ages that its rows are named by';
const STATED = 'the age that its row is stated from';
const BOUND = 'keeps a share inside its bounds';
const METHOD = 'how it is solved; no size';
const LAYOUT = 'the layout of a table';
const METRIC = 'the definition of a metric';
const HALF = 'half a year: age at the nearest birthday';
const BITS = 'bits and bytes of a record';
const BANDS = 'bands in which people are published';
const DIGITS = 'decimal places of the compiled tables';
const MICRO = 'millionths, so that sums are exact';

const WHOLE = /^\d+$/;
const PEOPLE = /src\/model\/population\//;

/** [number or pattern, where it may stand with the number as `#`, reason, files]: usual outside behaviour and phases. */
export const STRUCTURE = [
  [WHOLE, /(?:<<|>>>?) #/, 'bits'],
  [WHOLE, /\[(?:\w+ \+ )?#\]/, 'a place in a row of an array'],
  [
    WHOLE,
    /int32\((?:\w+ \* )?#\)|BYTES \/ #|slice\(0, -#\)/,
    'the layout of a table, bytes of a word, the end of a name',
  ],
  [WHOLE, /^export const [A-Z_]+ = \{(?: \w+: (?:\d+|#),?)+ \} as const;$/, 'a number by name'],
  [/^(?:16|8)$/, /toString\(#\)|padStart\(#/, 'hexadecimal digits'],
  [
    /./,
    /^(?:export )?const \w*(?:ROUNDS|PASSES|STEPS|STEP|GRID|HALVINGS|TOLERANCE|ROUNDING|SPAN|RANGE|MASK|SHIFT|BYTES|BIT|BINS|BANDS|PURPOSES|FORMAT|PROBLEMS)(?:: \w+)? = #/,
    'how finely something is stored or solved',
  ],
  [/^0?\.5$/, /[-+] #\)/, 'the middle of a step'],
  [/^1000$/, /[*/] #|# \*/, 'per thousand'],
  [/^1e-(?:6|9|12)$/, /[<>*+] #/, 'a rounding'],
  [/^5$/, /[*/%] #|< #;|Array\(#\)|float64\(#\)|\+ #\)/, 'fifths of deprivation', /src\/model\//],
  [
    /^4$/,
    /(?:[*] #(?: \+|;|\)|,))|combo < #;/,
    'with and without hypertension and diabetes',
    /evidence|place-tables|population/,
  ],
  [
    /^3$/,
    />> 3\) & #|>> #\) & 3/,
    'with and without hypertension and diabetes',
    /evidence|place-tables|population/,
  ],
  [/^12$/, /\/ #|Array\(#\)/, 'conditions'],
  [/^8$/, /Array\(#|\/ #|# \+|- #/, 'specialties', /place-tables|population/],
  [/^7$/, /\* # \+/, 'bands of the population', PEOPLE],
  [/^16$/, /\* # \+/, 'levels of latent risk; purposes of a key', PEOPLE],
  [/^(?:101|202)$/, /./, 'single years of age, of both sexes'],
  [/^52(?:\.0)?$/, /./, 'weeks of a model year'],
  [/^52e6$/, /\/ #/, 'weeks of a year, millionths of a QALY'],
  [
    WHOLE,
    /^\w+: #,$/,
    'a number by name',
    /(?:draws|tallies|standing|people|person-engine|person-tables|world)\.ts$/,
  ],
  [
    WHOLE,
    /^(?:export )?const [A-Z_]+(?:: (?:usize|i32))? = #;$/,
    'the layout of a record',
    /population\/people\.ts$|calendar\.ts$/,
  ],
  [
    /./,
    /(?:number|whole)\([^)]*#|: \[[\d_, #]*\],$|^const \w+_MAX = #;|(?:min|max): #,/,
    'limits of what a file or a made-up place may hold',
    /lab\/place\/(?:table-formats|synthetic-limits|synthetic|check-tables)\.ts$/,
  ],
];

/** File under src, or under src/model: [piece of its code that holds the number, reason]. */
export const ALLOWED_STRUCTURE = {
  'bodies-settings.ts': [
    ['detPow(0.5,', 'a half-life'],
    [')) / 10,', 'a ratio per ten years of age'],
  ],
  'books/tally-books.ts': [['return 6 + place', 'rows of waits: five fifths and the whole']],
  'evidence/cardiometabolic.ts': [
    ['HIGHEST_SHARE = 0.98', BOUND],
    ['c * 4 + 3', LAYOUT],
    ['31 - Math.clz32', 'bits'],
  ],
  'evidence/classes.ts': [
    ['QUINTILES = 5', 'fifths'],
    ['(quintile - 2) / 4', 'fifths on a scale of length one'],
  ],
  'evidence/emergency-care.ts': [
    ['[2, 3, 4, 5]', 'fifths by number'],
    ['(ageOf(cls) - 65)', 'cancels out: the shape is scaled to a national rate'],
    ['{ from: 0, to: 17', ROWS],
    ['{ from: 17, to: 40', ROWS],
    ['{ from: 40, to: 60', ROWS],
    ['{ from: 60, to: 80', ROWS],
    ['{ from: 80,', ROWS],
  ],
  'evidence/england-population.ts': [
    ['BAND_YEARS = 5', BANDS],
    ['indexOf(2008)', 'the year of the estimates'],
    ['OPEN_BAND_AGE = 90', BANDS],
    ['+ ages[age + 1]) / 4', 'weights of a running mean'],
  ],
  'evidence/everyday-care.ts': [['(age - 40)', STATED]],
  'evidence/hazards.ts': [['ADULT_AGE = 16', 'adults of the diabetes register']],
  'evidence/latent-risk.ts': [
    ['(0.5 * rates', 'the middle of a year'],
    ['SELECTION_FROM_AGE = 65', 'its row is stated for 80, and begins'],
    ['SELECTION_YEARS = 15', 'its row is stated for 80'],
  ],
  'evidence/mortality.ts': [['ADULT_AGE = 15', 'the age that the rows of children end at']],
  'evidence/prevalence.ts': [
    ['REFERENCE_AGE = 60', 'cancels out: the level is solved'],
    ['target / 10', METHOD],
    ['age + 0.5, lastAge', 'the middle of a year of age'],
    ['share + 0.5 * step', METHOD],
    ['0.5 * (start + share)', METHOD],
  ],
  'evidence/prior.ts': [['ORDERS_APART = 10', 'an order of magnitude']],
  'evidence/referral.ts': [
    ['high = 3', METHOD],
    ['x > 30 ? x', 'where a logarithm is exact to the last bit'],
  ],
  'evidence/self-check.ts': [['OLD_AGE = 65', 'the age of a published share']],
  'evidence/treatment-residual.ts': [
    ['RATE_RATIOS = [0, 1, 3]', METHOD],
    ['LEAST_MASS = 1e-7', METHOD],
    ['LEAST_SHARE = 1e-14', METHOD],
  ],
  'institutions/in-force.ts': [['0.36 * east', 'the square of a degree of longitude over one of latitude']],
  'ledger/ledger.ts': [['commissioner = 3', 'a number by name']],
  'metrics/annual-books.ts': [['(H * 3)', 'stages of a list']],
  'metrics/lever-record.ts': [
    ['MOST_PRACTICES = 500', 'the size of a file'],
    ['AT_BOUND = 1e-9', 'a rounding'],
  ],
  'metrics/report/economy.ts': [
    ['>= 65) old', METRIC],
    ['(7 * year.weeks)', 'days of a week'],
  ],
  'metrics/report/organisations.ts': [
    ['waitRow(year, 6 + place', 'rows of waits: five fifths and the whole'],
    ['lists[h * 3', 'stages of a list'],
    ['(7 * year.weeks)', 'days of a week'],
  ],
  'metrics/report/report.ts': [['perYearAndUnit(years, 5,', 'fifths of deprivation']],
  'metrics/report/waits.ts': [
    ['year.open, 0.5, at', METRIC],
    ['year.open, 0.92, at', METRIC],
    ['year.open, 18, at', METRIC],
    ['year.completed, 0.5, ', METRIC],
    ['year.completed, 18, ', METRIC],
  ],
  'metrics/terminal-credit.ts': [
    ['[0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32]', 'a grid of hazards between which is interpolated'],
    ['Math.max(0.1, death', 'keeps a divisor from zero'],
  ],
  'opening/demand-from-elsewhere.ts': [
    ['SMALLEST_SHARE = 0.0005', 'where a ratio of demand would blow up'],
    ['LARGEST_GROUP = 48', 'how many stand for each other; no effect on means'],
  ],
  'opening/expected-demand.ts': [['PLANNED_SPECIALTY = 5', 'a specialty: general medicine']],
  'opening/stays.ts': [['* 364;', 'days of a model year']],
  'organisations/stand-alone.ts': [
    ['KM_PER_DEGREE = 111.2', 'the size of the Earth'],
    ['EAST_OVER_NORTH = 0.6', 'the latitude of England'],
  ],
  'per-cent.ts': [['share * 1000) / 10', 'per cent with one decimal']],
  'place-tables/emergency-tables.ts': [
    ['52 - apart) / 26', 'half a year'],
    ['d * (3 - 2 * d)', 'a smooth step from 1 to -1'],
    ['yAgeRatioPerDecade) / 10', 'a ratio per ten years of age'],
    ['(Math.max(20, age) - 20)', STATED],
  ],
  'place-tables/hospital-reach.ts': [
    ['1 + 4 * k * c', 'the solution of a quadratic equation'],
    ['step < 40', METHOD],
    ['near * 3 * cubic', 'the slope of a cubic'],
  ],
  'place-tables/pathway-tables.ts': [
    ['Math.min(0.95,', BOUND],
    ['Array(5 * AGE', 'fifths of deprivation'],
    ['(2 - q)) / 4', 'fifths on a scale of length one'],
    ['(age - 50)', STATED],
  ],
  'place-tables/practice-tables.ts': [
    ['> 0.005 * total', 'hospitals that hardly anybody of a practice uses are left out of its table'],
  ],
  'place.ts': [
    ['[0, 5, 15, 45, 65, 75, 85]', BANDS],
    ['[2007, 2008, 2009, 2010, 2011, 2012, 2013]', 'years of the estimates'],
    ['[0, 15, 45, 65, 75]', BANDS],
  ],
  'population/arrival-plan.ts': [
    ['MOST_LEAVING = 0.5', BOUND],
    ['age >= 15 && age < 45', 'the band that births are counted over'],
  ],
  'population/pathway-times.ts': [
    ['LONGEST_PATHWAY = 260', 'the length of a table, beyond the longest delay'],
  ],
  'population/patient-queue.ts': [['size = 16', 'room for a queue, which grows']],
  'population/care-room.ts': [['SPARE = 16', METHOD]],
  'population/cost-room.ts': [['PAIRS = 128', METHOD]],
  'population/people.ts': [
    ['birthWeek + 26', HALF],
    ['records.length / 4', LAYOUT],
  ],
  'population/person-book.ts': [['value * 1e6', MICRO]],
  'population/person-bounds.ts': [['BUSY_CAP = 0.8', BOUND]],
  'population/person-law.ts': [
    ['s < 7;', 'the last of eight specialties'],
    ['return 7;', 'the last of eight specialties'],
    ['Array(3)', LAYOUT],
  ],
  'population/person-lists.ts': [['(world) + 5', 'fifths of deprivation']],
  'population/person-tables.ts': [['(1e6 / 52)', MICRO]],
  'population/start-lists.ts': [
    ['Array(16)', 'specialties, needs and referrals'],
    ['n < 15', 'specialties, needs and referrals'],
    ['admissionWeeks[s]!, 3)', 'a purpose of a draw'],
    ['draw(n, 3)', 'a purpose of a draw'],
  ],
  'population/synthesis.ts': [
    ['c * 8 + 7 + year * 1e4', 'a purpose of a draw'],
    ['c * 8 + band + year * 1e4', 'a purpose of a draw'],
    ['0.6180339887498949', 'the golden section, by which remainders are spread evenly'],
    ['bin < 15', 'the last level of latent risk'],
    ['Math.min(51,', 'the last week of a year'],
    ['[3, 4, 0, 1, 2, 5, 6, 7, 8, 9, 10, 11]', 'the order in which conditions are drawn: causes first'],
  ],
  'settings.ts': [
    ['(4 * value(', 'quarters of a year'],
    ['4 / value(', 'weeks of a month'],
  ],
  'state-bytes.ts': [
    ['CHECKED_FROM = 16', BITS],
    ['(size / 8) * 8', BITS],
  ],
  'world.ts': [
    ['WHEEL = 64', 'how far ahead beds are booked: the length of a table'],
    ['WAIT_SNAPSHOTS = 8', 'the length of a table'],
    ['PRICES = 35', 'the length of a table'],
    ['CATEGORIES = 4', 'the length of a table'],
  ],
  'lab/place/compile-england/fact-tables.ts': [
    ['LEAST_PATIENTS = 100', 'smaller lists are closing practices'],
    ['>= 2007', 'the first year of the model'],
    ['[1, 2, 3, 4].map', 'bounds of fifths'],
    ['* fifth) / 5', 'bounds of fifths'],
    ['<= 10 ? cell', 'a misprint is no density'],
    [', 3)', DIGITS],
  ],
  'lab/place/compile-england/national-choice.ts': [
    ['LEAST_FLOW = 0.0005', 'what would be printed as nothing'],
    [', 4)', DIGITS],
    [', 7)', DIGITS],
  ],
  'lab/place/count-people.ts': [['!== 2007', 'the first year of the model']],
  'lab/place/fill-commissioners.ts': [
    ['indexOf(2011)', 'the year of the census'],
    ['ENGLAND_DEPRIVATION)) / 10', 'its row is stated for ten points of the score'],
  ],
  'lab/place/fill-zones.ts': [
    ['BALANCE_STEP_KM2 = 40', METHOD],
    ['round / 10', METHOD],
  ],
  'lab/place/geography.ts': [
    ['KM_PER_DEGREE = 111.195', 'the size of the Earth'],
    ['Math.PI / 180', 'degrees'],
    ['k <= 7', 'terms of a series'],
    ['cellDegrees = 0.05', METHOD],
    ['row * 100_000', LAYOUT],
  ],
  'lab/place/load-place.ts': [['.slice(0, 200)', 'the length of a name']],
  'lab/place/allocation-rule.ts': [['billion * 1e9', 'a billion']],
  'lab/place/national-averages.ts': [['[0, 0, 1, 2, 3, 4, 4]', BANDS]],
  'lab/place/rake.ts': [['rounds = 60', METHOD]],
  'lab/place/read-table.ts': [
    ['max_record_size: 100_000', 'the size of a file'],
    ['.slice(0, 60)', 'the length of a message'],
  ],
  'lab/place/synthetic-ground.ts': [
    ['latitude: 52.5, longitude: -1.5', 'where a made-up place lies: only distances matter'],
  ],
};
