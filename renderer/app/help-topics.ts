/** What help is about; each has its words under `app.help.topics`. */
export type Topic =
  | 'begin'
  | 'today'
  | 'cohorts'
  | 'learners'
  | 'marks'
  | 'moderation'
  | 'results'
  | 'certificates'
  | 'people'
  | 'alumni'
  | 'outcomes'
  | 'settings'
  | 'import';

type Pages = { readonly topic: Topic; readonly sections: readonly string[] };

const spreadsheet = 'the-first-cohort-from-a-spreadsheet';

/** Which sections of the guide (by their English headings) belong to a screen: the first address that fits. */
const screens: readonly (readonly [address: RegExp, pages: Pages])[] = [
  [/^\/first-start/, { topic: 'begin', sections: ['first-start'] }],
  [/^\/cohorts\/[^/]+\/import\/follow-up/, { topic: 'import', sections: ['enumerators-sheets-and-phone-forms'] }],
  [
    /^\/cohorts\/[^/]+\/import/,
    { topic: 'import', sections: [spreadsheet, 'markers-worksheets', 'marks-from-moodle'] },
  ],
  [/^\/cohorts\/[^/]+\/learners/, { topic: 'learners', sections: [spreadsheet] }],
  [
    /^\/cohorts\/[^/]+\/marks/,
    {
      topic: 'marks',
      sections: ['marks-by-keyboard', 'what-the-signs-in-the-cells-mean', 'feedback-for-learners'],
    },
  ],
  [/^\/cohorts\/[^/]+\/moderation/, { topic: 'moderation', sections: ['second-marking-and-release'] }],
  [/^\/cohorts\/[^/]+\/results\/board/, { topic: 'results', sections: ['the-award-board'] }],
  [/^\/cohorts\/[^/]+\/results\/(competencies|ties)/, { topic: 'results', sections: ['competencies'] }],
  [/^\/cohorts\/[^/]+\/results/, { topic: 'results', sections: ['results-and-awards'] }],
  [/^\/cohorts\/[^/]+\/certificates/, { topic: 'certificates', sections: ['certificates'] }],
  [/^\/cohorts\/[^/]+\/follow-up/, { topic: 'alumni', sections: ['following-alumni'] }],
  [/^\/cohorts\/[^/]+/, { topic: 'cohorts', sections: [spreadsheet, 'rules'] }],
  [/^\/cohorts/, { topic: 'cohorts', sections: [spreadsheet] }],
  [/^\/people/, { topic: 'people', sections: ['data-protection'] }],
  [/^\/certificates\/templates/, { topic: 'certificates', sections: ['templates-of-your-own'] }],
  [/^\/certificates/, { topic: 'certificates', sections: ['certificates'] }],
  [/^\/alumni\/import/, { topic: 'import', sections: ['alumni-of-earlier-cycles'] }],
  [/^\/alumni\/call/, { topic: 'alumni', sections: ['a-call'] }],
  [/^\/alumni\/questionnaires/, { topic: 'alumni', sections: ['a-questionnaire-of-your-own'] }],
  [/^\/alumni/, { topic: 'alumni', sections: ['following-alumni'] }],
  [/^\/outcomes/, { topic: 'outcomes', sections: ['outcomes-and-how-to-read-them', 'exports'] }],
  [/^\/settings\/privacy/, { topic: 'settings', sections: ['data-protection'] }],
  [
    /^\/settings/,
    {
      topic: 'settings',
      sections: [
        'where-the-data-lies',
        'after-a-crash-or-a-power-cut',
        'moving-to-another-laptop-keeping-a-copy',
        'data-protection',
      ],
    },
  ],
];

/** The help of the screen at an address. */
export const helpFor = (location: string): Pages =>
  screens.find(([address]) => address.test(location))?.[1] ?? { topic: 'today', sections: ['today'] };
