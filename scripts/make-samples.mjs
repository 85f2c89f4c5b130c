// Makes the files of resources/sample: invented learners with their marks and hours, as three facilitators might send them. The same content every time.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import writeXlsxFile from 'write-excel-file/node';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'resources', 'sample');

/** Repeatable numbers in [0, 1). */
const seeded = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

const person = (line) => {
  const [given, family, sex, born, phone, community, country, activity, organisation, secondary] = line.split('|');
  return { given, family, sex, born, phone, community, country, activity, organisation, secondary };
};

const lusaka = `
Chipo|Nyambe|F|1991-04-12|+260 970 555 101|Chilenje|Zambia|unpaid volunteer|Tiyende Community Care|yes
Mutinta|Hamaundu|F|1988-11-30|+260 970 555 102|Kafue|Zambia|unpaid volunteer|Tiyende Community Care|yes
Grace|Banda|F|1990-02-28|+260 970 555 103|Mtendere|Zambia|stipend volunteer|Musasa Youth Centre|yes
Grace|Banda|F|1996-07-09|+260 970 555 104|Chongwe|Zambia|unpaid volunteer|Chongwe Parish Care Group|no
Kelvin|Mulenga|M|1985-01-17||Kabwe|Zambia|unpaid volunteer|Kabwe Home-Based Care|yes
Bwalya|Chama|F|1993-09-03|+260 970 555 106|Chilenje|Zambia|paid employee|Tiyende Community Care|yes
Choolwe|Mweemba|M|1979-12-21|+260 970 555 107|Kafue|Zambia|unpaid volunteer|Kafue Child Protection Committee|no
Inonge|Liswaniso|F|1998-05-25|+260 970 555 108|Mongu|Zambia|seeking work||yes
Thandiwe|Phiri|F|1987-03-08|+260 970 555 109|Mtendere|Zambia|unpaid volunteer|Musasa Youth Centre|yes
Lubinda|Nyambe|M|14 March 1989||Mongu|Zambia|stipend volunteer|Barotse Care Network|yes
Mwaka|Siame|F|2 June 1994|+260 970 555 111|Chongwe|Zambia|unpaid volunteer|Chongwe Parish Care Group|yes
Sitali|Muleya|M|30 August 1982|+260 970 555 112|Kabwe|Zambia|self-employed|Kabwe Home-Based Care|no
Natasha|Lungu|F|1999-10-14|+260 970 555 113|Chilenje|Zambia|further study|Musasa Community College|yes
Mphatso|Kaŵinga|F|1992-08-19|+265 999 555 114|Ndirande|Malawi|unpaid volunteer|Mbulumbuzi Care Network|yes
Limbani|Nyirenda|M|1986-06-06||Mzuzu|Malawi|unpaid volunteer|Mbulumbuzi Care Network|no
Thokozani|Mwale|F|1990-01-31|+265 999 555 116|Zomba|Malawi|stipend volunteer|Zomba Girls’ Club|yes
Chikondi|Kaŵonga|M|1984-04-02|+265 999 555 117|Mulanje|Malawi|unpaid volunteer|Mulanje Early Childhood Centre|yes
Rutendo|Chikwanha|F|1995-12-12|+263 772 555 118|Mbare|Zimbabwe|unpaid volunteer|Msasa Tree Foundation|yes
Tinashe|Sibanda-Moyo|M|1983-02-14|+263 772 555 119|Epworth|Zimbabwe|unpaid volunteer|Msasa Tree Foundation|yes
Nyasha|Mutasa|F|1997-11-05||Norton|Zimbabwe|stipend volunteer|Norton Kids’ Club|yes
Sithembile|Ncube|F|1989-07-27|+263 772 555 121|Mutare|Zimbabwe|paid employee|Mutare Street Work|yes
Kudakwashe|Gumbo|M|1991-03-19|+263 772 555 122|Chitungwiza|Zimbabwe|unpaid volunteer|Msasa Tree Foundation|no
Nomathemba|O’Brien|F|1980-10-10|+27 82 555 0123|Imbali|South Africa|unpaid volunteer|Umthunzi Youth Desk|yes
N'Golo|Coulibaly|M|1988-05-01||Mtendere|Côte d’Ivoire|unpaid volunteer|Musasa Youth Centre|yes
Mary|TEMBO|F|1992-12-24|+260 970 555 125|Kafue|Zambia|unpaid volunteer|Tiyende Community Care|yes
Joseph Hachipuka|Simukonda|M|1978-09-15|+260 970 555 126|Kabwe|Zambia|not seeking work||no`;

const maputo = `
Júlia|Macuácua|F|03/02/1990|+258 84 555 2001|Matola|Moçambique|Voluntária sem subsídio|Rede Amanhã|sim
José João|Macuácua|M|17/11/1985||Matola|Moçambique|Voluntário com subsídio|Rede Amanhã|sim
Esperança|Nhantumbo|F|25/06/1993|+258 84 555 2003|Xai-Xai|Moçambique|Voluntária sem subsídio|Grupo Esperança|não
Hélder|da Conceição|M|09/09/1988|+258 84 555 2004|Chókwè|Moçambique|Voluntário sem subsídio|Associação Ntwanano|sim
Conceição|dos Santos Uamusse|F|30/01/1996|+258 84 555 2005|Manhiça|Moçambique|Estudante||sim
Antónia|Sitoe|F|12/12/1991||Inhambane|Moçambique|Voluntária sem subsídio|Casa da Criança|sim
António|Sitoe|M|28/02/1984|+258 84 555 2007|Inhambane|Moçambique|Por conta própria|Casa da Criança|não
Maria|Langa|F|05/05/1992|+258 84 555 2008|Matola|Moçambique|Voluntária sem subsídio|Rede Amanhã|sim
Maria|Langa|F|21/08/1998|+258 84 555 2009|Xai-Xai|Moçambique|Voluntária com subsídio|Grupo Esperança|sim
Simão|Cumbe|M|15/03/1987||Chókwè|Moçambique|Voluntário sem subsídio|Associação Ntwanano|sim
Graça|Mondlane|F|07/10/1990|+258 84 555 2011|Manhiça|Moçambique|Assalariada|Centro Manhiça|sim
Estêvão|Muianga|M|19/04/1982|+258 84 555 2012|Matola|Moçambique|Voluntário sem subsídio|Rede Amanhã|não
Inês|Matusse|F|23/07/1995|+258 84 555 2013|Matola|Moçambique|Voluntária sem subsídio|Rede Amanhã|sim
Verónica|Mabunda|F|11/01/1989||Inhambane|Moçambique|Desempregada||sim
Moisés|Guambe|M|02/11/1986|+258 84 555 2015|Inhambane|Moçambique|Voluntário sem subsídio|Casa da Criança|sim
Bénédicte|Mukeshimana|F|14/06/1991|+250 788 555 016|Nyamirambo|Ruanda|Bénévole avec indemnité|Imena Jeunesse|oui
Télesphore|Ingabire|M|27/09/1983|+250 788 555 017|Huye|Ruanda|Bénévole sans indemnité|Imena Jeunesse|oui
Clémentine|Uwimana|F|08/03/1994||Musanze|Ruanda|Bénévole sans indemnité|Maison des Enfants|oui
Jean-Bosco|Habimana|M|31/12/1980|+250 788 555 019|Muhanga|Ruanda|Emploi salarié|Maison des Enfants|non
Aïssatou|Bâ|F|16/05/1997|+221 77 555 02 20|Thiès|Senegal|Bénévole sans indemnité|Foyer Teranga|oui
Abdoulaye|N’Diaye-Traoré|M|22/02/1988|+221 77 555 02 21|Thiès|Senegal|Bénévole sans indemnité|Foyer Teranga|oui
Fátima|Massingue|F|04/04/1993|+258 84 555 2022|Manhiça|Moçambique|Voluntária sem subsídio|Centro Manhiça|sim
Celso|Cossa|M|13/07/1985||Chókwè|Moçambique|Voluntário com subsídio|Associação Ntwanano|não
Rosária|Chissano Bila|F|26/10/1999|+258 84 555 2024|Xai-Xai|Moçambique|Voluntária sem subsídio|Grupo Esperança|sim`;

const regional = `
Tšepiso|Mokoena|F|1990-06-01|+266 5855 3001|Teyateyaneng|Lesotho|Unpaid volunteer|Maluti Care Partnership|yes
Wanjikũ|Ngũgĩ|F|1987-02-11|+254 722 555 302|Naivasha|Kenya|Unpaid volunteer|Acacia Children’s Desk|yes
Gĩthĩnji|Kĩmani|M|1984-10-23|+254 722 555 303|Njoro|Kenya|Self-employed|Acacia Children’s Desk|yes
Akinyi|Odhiambo|F|1995-08-08||Kisumu Ndogo|Kenya|Unpaid volunteer|Kisumu Ndogo Youth Hub|no
Petrus|ǃGaoseb|M|1989-01-19|+264 81 555 3005|Rehoboth|Namibia|Stipend volunteer|Camelthorn Kids|yes
Selma|ǀXamseb|F|1992-03-30|+264 81 555 3006|Katutura|Namibia|Unpaid volunteer|Camelthorn Kids|yes
Ndapewa||F|1998-12-02|+264 81 555 3007|Oshakati|Namibia|Unpaid volunteer|Oshakati Home Visits|yes
Martha|Shikongo|F|1986-05-17|+264 81 555 3008|Rundu|Namibia|Unpaid volunteer|Rundu Child Line|yes
Martha|Shikongo|F|1994-11-11||Ondangwa|Namibia|Paid employee|Oshakati Home Visits|yes
Boitumelo|Mošweu|F|1991-07-07|+267 71 555 310|Mochudi|Botswana|Unpaid volunteer|Marula Youth Trust|yes
Kagiso|Phiri-Nkwe|M|1983-09-29|+267 71 555 311|Serowe|Botswana|Seeking work||no
Dikeledi|Ramotswa|F|1996-04-14|+267 71 555 312|Kanye|Botswana|Unpaid volunteer|Marula Youth Trust|yes
Nomcebo|Hadebe-Nxumalo|F|1988-06-20|+268 7655 3013|Siteki|Eswatini|Stipend volunteer|Lilanga Care Points|yes
Sibusiso|Dlamini|M|1990-10-05||Lobamba|Eswatini|Unpaid volunteer|Lilanga Care Points|yes
Lungile|Simelane|F|1993-01-26|+268 7655 3015|Nhlangano|Eswatini|Unpaid volunteer|Lilanga Care Points|yes
Thandiwe|van der Merwe-Tjombe|F|1985-12-13|+27 83 555 3016|Umlazi|South Africa|Unpaid volunteer|Umthunzi Youth Desk|yes
Rudzani|Netshitenzhe|M|1987-08-31|+27 83 555 3017|Howick|South Africa|Paid employee|Umthunzi Youth Desk|yes
Selam|ሰላም|F|1997-02-22|+251 91 555 3018|Adama|Ethiopia|Unpaid volunteer|Adama Children’s Library|yes
Amanuel|Tesfaye|M|1982-11-09||Adama|Ethiopia|Unpaid volunteer|Adama Children’s Library|no
Đặng|Thị Hương|F|1994-09-18|+27 83 555 3020|Greytown|South Africa|Further study|Umthunzi Youth Desk|yes
Łukasz|Zieliński|M|1981-04-27|+267 71 555 321|Tlokweng|Botswana|Unpaid volunteer|Marula Youth Trust|yes
Clémentine|Uwimana-Habimana|F|1990-12-30|+250 788 555 322|Rwamagana|Rwanda|Unpaid volunteer|Imena Jeunesse|yes
Maria da Conceição Felizarda|dos Santos Nhantumbo|F|1989-03-03||Inhambane|Mozambique|Unpaid volunteer|Casa da Criança|yes
Mamello|Tšehlo|F|1995-06-16|+266 5855 3024|Mafeteng|Lesotho|Unpaid volunteer|Maluti Care Partnership|yes
Khotso|Letsie|M|1986-01-08|+266 5855 3025|Hlotse|Lesotho|Stipend volunteer|Maluti Care Partnership|no`;

const peopleOf = (text) => text.trim().split('\n').map(person);
const assignments = [1, 2, 3, 4, 5, 6].flatMap((module) => [
  { module, title: 'Essay', max: 40 },
  { module, title: 'Log', max: 20 },
]);
const sessions = [1, 2, 3, 4, 5, 6].flatMap((module) => [1, 2, 3, 4].map((session) => ({ module, session })));

/** Marks of one learner: most pass everything, `place` chooses who does not and why. */
const marksOf = (random, place) => {
  const level = 0.58 + random() * 0.3;
  /** @type {(number | string | null)[]} */
  const marks = assignments.map(({ max }) =>
    Math.min(max, Math.round((level + (random() - 0.5) * 0.14) * max * 2) / 2),
  );
  if (place === 4) marks[4] = 'NS';
  if (place === 7) marks[3] = 'EX';
  if (place === 11) marks[11] = null;
  if (place === 14) [marks[6], marks[7]] = [14.5, 8];
  if (place === 18) marks[1] = 0;
  return marks;
};

/** Hours of one learner: a few miss a session, one misses too many. */
const hoursOf = (random, place) =>
  sessions.map(() => {
    if (place === 9) return random() < 0.35 ? 0 : 5;
    const chance = random();
    return chance < 0.05 ? 0 : chance < 0.09 ? 3 : 5;
  });

const quoted = (separator) => (cell) => {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csv = (rows, separator) => rows.map((row) => row.map(quoted(separator)).join(separator)).join('\r\n') + '\r\n';
const withComma = (cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell);

/** What Windows-1252 has beyond Latin-1, of what these files need. */
const windows1252 = (text) => Buffer.from(text.replace(/’/g, '\u0092').replace(/–/g, '\u0096'), 'latin1');

const save = (name, content) => writeFile(path.join(folder, name), content);

const workbook = async (name, sheet, [head, ...rows], title) => {
  const cell = (value) => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'number') return { value, type: Number };
    if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' };
    return { value, type: String };
  };
  const data = [
    [{ value: title, fontWeight: 'bold', fontSize: 14 }],
    [],
    head.map((value) => ({ value, fontWeight: 'bold' })),
    ...rows.map((row) => row.map(cell)),
  ];
  await save(
    name,
    await writeXlsxFile([
      { data, sheet, columns: head.map((text) => ({ width: Math.max(12, text.length + 2) })) },
    ]).toBuffer(),
  );
};

const number = (prefix, place) => `${prefix}-${String(place + 1).padStart(3, '0')}`;

const makeLusaka = async () => {
  const people = peopleOf(lusaka);
  const random = seeded(1101);
  const id = (place) => number('LSK', place);
  const head = [
    'Learner no.',
    'First name',
    'Surname',
    'Gender',
    'Date of birth',
    'Phone',
    'Village',
    'Country',
    'Main activity',
    'Organisation',
    'Secondary school completed',
    'Mentor group',
  ];
  const rows = people.map((each, place) => [
    id(place),
    each.given,
    each.family,
    each.sex,
    each.born,
    each.phone,
    each.community,
    each.country,
    each.activity,
    each.organisation,
    each.secondary,
    `Group ${'ABC'[place % 3]}`,
  ]);
  await save('learners-lusaka.csv', `\ufeff${csv([head, ...rows], ',')}`);
  const marks = people.map((each, place) => [id(place), `${each.given} ${each.family}`, ...marksOf(random, place)]);
  await save(
    'marks-lusaka.csv',
    `\ufeff${csv([['Learner no.', 'Name', ...assignments.map(({ module, title, max }) => `Module ${module} ${title} /${max}`)], ...marks], ',')}`,
  );
  const hours = people.map((each, place) => [
    id(place),
    `${each.given} ${each.family}`,
    ...hoursOf(random, place),
    place === 20 ? null : '2025-11-28',
  ]);
  await save(
    'attendance-lusaka.csv',
    `\ufeff${csv([['Learner no.', 'Name', ...sessions.map(({ module, session }) => `M${module} Session ${session}`), 'Module 6 signed off'], ...hours], ',')}`,
  );
};

/** An address that no mail goes to, of an invented person. */
const mail = ({ given, family }) =>
  `${given} ${family}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '') + '@demonstration.example';

/**
 * Two files as Moodle writes them, of the learners of Lusaka: its gradebook's export in English, with and without `(Real)`, and the offline grading
 * worksheet of one assignment in French, with decimal commas. Columns and headings are those of its language packs.
 */
const makeMoodle = async () => {
  const people = peopleOf(lusaka);
  const random = seeded(4404);
  const feedback = ['<p>Well argued.</p><p>Mind the word limit &amp; the sources.</p>', '-', 'Clear and complete.'];
  const grades = people.map((each, place) => {
    const [essay, log, second] = marksOf(random, place);
    return [
      each.given,
      each.family,
      number('LSK', place),
      'Demonstration',
      '',
      mail(each),
      place === 6 ? '-' : place === 8 ? '41.50' : Number(essay).toFixed(2),
      feedback[place % 3],
      Number(log).toFixed(2),
      '-',
      `${((Number(second) / 40) * 100).toFixed(2)} %`,
      '67.50',
      '1780000000',
    ];
  });
  const head = [
    ...['First name', 'Last name', 'ID number', 'Institution', 'Department', 'Email address'],
    ...['Assignment: Module 1 Essay (Real)', 'Assignment: Module 1 Essay (Feedback)'],
    ...['Assignment: Module 1 Log', 'Feedback: Module 1 Log', 'Assignment: Module 2 Essay (Percentage)'],
    ...['Course total (Real)', 'Last downloaded from this course'],
  ];
  await save('moodle-grades-lusaka.csv', `\ufeff${csv([head, ...grades], ',')}`);
  const worksheet = people.slice(0, 12).map((each, place) => {
    const [, , essay] = marksOf(random, 20);
    const given = place === 5 ? '' : Number(essay).toFixed(2).replace('.', ',');
    const status = place === 5 ? 'Non remis - ' : 'Remis pour évaluation - ';
    const comment = place % 2 === 0 ? '<p dir="ltr">Bien structuré.<br>Citez vos sources&nbsp;: page&nbsp;12.</p>' : '';
    return [
      `Participant ${4100 + place}`,
      `${each.given} ${each.family}`,
      mail(each),
      status,
      given,
      '40,00',
      'Oui',
      'lundi 4 mai 2026, 08:15',
      '-',
      comment,
    ];
  });
  const words = ['Identifiant', 'Nom complet', 'Adresse de courriel', 'Statut', 'Note', 'Note maximale'];
  const more = ['La note peut être modifiée', 'Dernière modification (travail remis)', 'Dernière modification (note)'];
  await save(
    'moodle-feuille-M2 Expose-4711.csv',
    `\ufeff${csv([[...words, ...more, 'Feedback par commentaires'], ...worksheet], ',')}`,
  );
};

const makeMaputo = async () => {
  const people = peopleOf(maputo);
  const random = seeded(2202);
  const head = [
    'Apelido',
    'Nome',
    'Sexo',
    'Data de nascimento',
    'Telefone',
    'Comunidade',
    'País',
    'Actividade principal',
    'Organização',
    'Ensino secundário',
  ];
  const rows = people.map((each) => [
    each.family,
    each.given,
    each.sex,
    each.born,
    each.phone,
    each.community,
    each.country,
    each.activity,
    each.organisation,
    each.secondary,
  ]);
  await save('learners-maputo-excel.csv', windows1252(csv([head, ...rows], ';')));
  const key = (each) => [`${each.family}, ${each.given}`, each.born];
  const titles = { Essay: 'Ensaio', Log: 'Diário' };
  const marks = people.map((each, place) => {
    const own = marksOf(random, place);
    if (place === 12) own[2] = 43;
    return [...key(each), ...own.map(withComma)];
  });
  await save(
    'marks-maputo-excel.csv',
    windows1252(
      csv(
        [
          [
            'Nome completo',
            'Data de nascimento',
            ...assignments.map(({ module, title, max }) => `Módulo ${module} ${titles[title]} /${max}`),
          ],
          ...marks,
        ],
        ';',
      ),
    ),
  );
  const hours = people.map((each, place) => [
    ...key(each),
    ...hoursOf(random, place).map((value) => (value === 5 ? 'P' : value === 0 ? 'A' : withComma(value))),
    place === 20 ? null : '28/11/2025',
  ]);
  await save(
    'attendance-maputo-excel.csv',
    windows1252(
      csv(
        [
          [
            'Nome completo',
            'Data de nascimento',
            ...sessions.map(({ module, session }) => `Módulo ${module} Sessão ${session}`),
            'Módulo 6 assinado em',
          ],
          ...hours,
        ],
        ';',
      ),
    ),
  );
};

const makeRegional = async () => {
  const people = peopleOf(regional);
  const random = seeded(3303);
  const id = (place) => number('REG', place);
  const head = [
    'Learner number',
    'Given names',
    'Family name',
    'Sex',
    'Born',
    'Mobile',
    'Community',
    'Country',
    'Main activity at enrolment',
    'Employer',
    'Secondary done',
  ];
  const rows = people.map((each, place) => [
    id(place),
    each.given,
    each.family,
    each.sex,
    new Date(`${each.born}T00:00:00Z`),
    each.phone,
    each.community,
    each.country,
    each.activity,
    each.organisation,
    each.secondary,
  ]);
  await workbook('learners.xlsx', 'Learners', [head, ...rows], 'Learners of the regional intake (invented people)');
  const name = (each) => `${each.given} ${each.family}`.trim();
  const marks = people.map((each, place) => [id(place), name(each), ...marksOf(random, place)]);
  await workbook(
    'marks.xlsx',
    'Marks',
    [['Learner number', 'Name', ...assignments.map(({ module, title }) => `M${module} ${title}`)], ...marks],
    'Marks of the regional intake (invented people)',
  );
  const hours = people.map((each, place) => [
    id(place),
    name(each),
    ...hoursOf(random, place),
    place === 20 ? null : new Date('2025-11-28T00:00:00Z'),
  ]);
  await workbook(
    'attendance.xlsx',
    'Hours',
    [
      [
        'Learner number',
        'Name',
        ...sessions.map(({ module, session }) => `M${module} S${session}`),
        'Module 6 signed off',
      ],
      ...hours,
    ],
    'Hours of the regional intake (invented people)',
  );
};

const earlier = `
Z3-014|Mercy|Lungu|F|1984-05-02|+260 970 555 401|Chilenje|unpaid volunteer|2022-ZM|22/11/2023|24/11/2023|71.5|74|ZMB/CBW/2023/014
Z3-015|Patrick|Sakala|M|1979-11-19|+260 970 555 402|Kafue|stipend volunteer|2022-ZM|22/11/2023|24/11/2023|64|66|ZMB/CBW/2023/015
Z3-016|Esnart|Mbewe|F|12 March 1990||Chongwe|not known|2022-ZM|22/11/2023|24/11/2023|58,5|60|ZMB/CBW/2023/016
Z3-017|Gift|Hachipuka|M||+260 970 555 404|Mongu|unpaid volunteer|2022-ZM|22/11/2023|24/11/2023|||
Z3-018|Charity|Musonda|F|1988-07-07|+260 970 555 405|Kabwe||2022-ZM|22/11/2023|24/11/2023|80|82|ZMB/CBW/2023/018
Z3-019|Bright|Chileshe|M|1993-02-20|+260 970 555 406|Mtendere|self-employed|2022-ZM|22/11/2023|24/11/2023|69|70|no number
|Ireen|Nawa|F||+260 970 555 407|Mongu|unpaid volunteer|2022-ZM|22/11/2023|24/11/2023||72|ZMB/CBW/2023/020
|Felix|Zulu|M|1986-01-30||Kafue|unknown|2022-ZM|22/11/2023|24/11/2023|55|51|ZMB/CBW/2023/021
L2-003|Palesa|Mokhethi|F|1991-09-09|+266 5855 4011|Mafeteng|unpaid volunteer|2020-LS||15/06/2022|77|75|REP-LS-77
L2-004|Thabang|Ramaili|M|1982-12-03|+266 5855 4012|Hlotse|unpaid volunteer|2020-LS||15/06/2022|61|63|REP-LS-78
L2-005|Refiloe|Tšoeu|F|||Hlotse|?|2020-LS||15/06/2022|||REP-LS-79
|Lineo|Letsie|F|1995-04-18|+266 5855 4014|Teyateyaneng|stipend volunteer|2020-LS||15/06/2022|68|70|
L2-007|Mpho|Sello|M|1980-10-10|+266 5855 4015|Mafeteng|astronaut|2020-LS||15/06/2022|66|64|REP-LS-81
L2-008|Nthabiseng||F||+266 5855 4016|Mafeteng|unpaid volunteer|2020-LS||31/02/2022|66|64|REP-LS-82
|Kabelo|Nkuebe|M||+266 5855 4017|Mafeteng|unpaid volunteer||||66|64|`;

/** Alumni of two earlier cycles as an old list has them: gaps everywhere, `not known` written out, one day that does not exist, one row without a cohort. */
const makeEarlier = async () => {
  const head = [
    ...[
      'Learner no.',
      'First name',
      'Surname',
      'Sex',
      'Date of birth',
      'Phone',
      'Community',
      'Main activity at enrolment',
    ],
    ...['Cohort', 'Graduation', 'Award date', 'Overall result', 'Module 1', 'Certificate no.', 'Cohort country'],
  ];
  const rows = earlier
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
    .map((cells) => [...cells, cells[8] === '2020-LS' ? 'Lesotho' : cells[8] === '' ? '' : 'Zambia']);
  await save('alumni-earlier.csv', `\ufeff${csv([head, ...rows], ',')}`);
};

await mkdir(folder, { recursive: true });
await makeLusaka();
await makeMoodle();
await makeMaputo();
await makeRegional();
await makeEarlier();
