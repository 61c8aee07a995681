/** One region: one form, its words and how much it has to report. */
export interface Region {
  /** KoboToolbox's uid of the form: an `a` and 21 more characters. */
  readonly uid: string;
  readonly name: string;
  /** What its case numbers begin with. */
  readonly prefix: string;
  /** The offset of its clocks from UTC, in hours. */
  readonly utcOffset: number;
  /** How many cases people reported. */
  readonly cases: number;
  /** How many of the cases were sent in again later with other content. */
  readonly resubmitted: number;
  /** How many were sent twice by a phone that lost its connection. */
  readonly duplicated: number;
  /** The option of `category` that only this form has. */
  readonly ownCategory: { readonly name: string; readonly label: string };
  readonly villages: readonly string[];
  /** Sentences in the language of the place. */
  readonly sentences: readonly string[];
  readonly enumerators: readonly string[];
}

const lakeRegion: Region = {
  uid: 'aGrievLakeRegion000001',
  name: 'Grievance intake – Lake Region',
  prefix: 'LR',
  utcOffset: 3,
  cases: 98,
  resubmitted: 8,
  duplicated: 4,
  ownCategory: { name: 'flood_damage', label: 'Flood damage' },
  villages: [
    'Old Ferry Landing',
    'Reed Market',
    'Three Wells',
    "Saint Anne's Mission",
    'ሐይቅ ዳር',
    'አዲስ ሰፈር',
  ],
  sentences: [
    'የውሃ ጉድጓዱ ከሁለት ሳምንት በላይ ተበላሽቷል።',
    'ክፍያው እስካሁን አልደረሰንም።',
    'የመሬት ወሰን ላይ አለመግባባት አለ።',
    'ሰራተኛው በአክብሮት አላነጋገረንም።',
    'እባካችሁ መልስ ስጡን።',
  ],
  enumerators: ['lake_team_1', 'lake_team_2', 'lake_team_3'],
};

const northernHills: Region = {
  uid: 'aGrievNorthHills000001',
  name: 'Grievance intake – Northern Hills',
  prefix: 'NH',
  utcOffset: 2,
  cases: 90,
  resubmitted: 7,
  duplicated: 3,
  ownCategory: { name: 'harassment', label: 'Harassment' },
  villages: [
    'Upper Terraces',
    'Goat Pass',
    'Cedar Spring',
    'Mill Bridge (north side)',
    'عين الزيتون',
    'تل الرمان',
  ],
  sentences: [
    'المضخة معطلة منذ ثلاثة أسابيع.',
    'لم نستلم الدفعة المتفق عليها حتى الآن.',
    'هناك خلاف على حدود الأرض بين العائلتين.',
    'لم يستمع الموظف إلى شكوانا.',
    'نرجو الرد في أقرب وقت.',
  ],
  enumerators: ['hills_team_1', 'hills_team_2'],
};

const riverDelta: Region = {
  uid: 'aGrievRiverDelta000001',
  name: 'Grievance intake – River Delta',
  prefix: 'RD',
  utcOffset: 6,
  cases: 81,
  resubmitted: 6,
  duplicated: 3,
  ownCategory: { name: 'livestock', label: 'Livestock' },
  villages: [
    'South Embankment',
    'Ferry Ghat No. 2',
    'Long Char',
    'Heron Island',
    'নদীপাড়',
    'নতুন চর',
  ],
  sentences: [
    'নলকূপটি দুই সপ্তাহ ধরে নষ্ট।',
    'আমরা এখনও টাকা পাইনি।',
    'জমির সীমানা নিয়ে বিরোধ চলছে।',
    'কর্মী আমাদের কথা শোনেননি।',
    'দয়া করে আমাদের উত্তর দিন।',
  ],
  enumerators: ['delta_team_1', 'delta_team_2', 'delta_team_3'],
};

/** The three regions, each with a form of its own. */
export const regions: readonly Region[] = [
  lakeRegion,
  northernHills,
  riverDelta,
];
