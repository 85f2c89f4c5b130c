import type { LearnerField } from './import-kinds.ts';

type Known = LearnerField | 'received';

const words = (text: string): readonly string[] => text.split(', ');

/** What columns are called in English, French and Portuguese, folded: lower case, without accents and without punctuation. */
export const headingWords: Readonly<Record<Known, readonly string[]>> = {
  number: words(
    "number, no, nr, n, num, id, learner id, learner number, learner no, student number, student no, student id, registration number, reg no, numero, numero d'apprenant, numero apprenant, numero de l'apprenant, matricule, numero do formando, numero de estudante, n do formando, codigo",
  ),
  name: words(
    'name, full name, learner, learner name, student, student name, participant, names, nome, nome completo, nome do formando, formando, prenom et nom, prenoms et nom, apprenant, nom complet, confirmed full name',
  ),
  nameFamilyFirst: words(
    'surname and name, surname and first name, surname first name, last name first name, family name given names, surname and names, nom et prenom, nom et prenoms, noms et prenoms, nom prenom, nom prenoms, apelido e nome, apelido nome',
  ),
  givenNames: words(
    'given names, given name, first name, first names, firstname, forename, forenames, other names, prenom, prenoms, nomes proprios, nome proprio, primeiro nome, nomes',
  ),
  familyName: words(
    "family name, surname, last name, lastname, family, nom, nom de famille, nom de l'apprenant, apelido, apelidos, sobrenome",
  ),
  sex: words('sex, gender, m/f, f/m, sexe, genre, sexo, genero'),
  born: words(
    'born, date of birth, birth date, birthdate, dob, d o b, birthday, date de naissance, ne le, nee le, ne(e) le, data de nascimento, nascimento, nascido em',
  ),
  phone: words(
    'phone, phone number, telephone, telephone number, tel, mobile, mobile number, cell, cellphone, cell number, contact number, portable, numero de telephone, telefone, telemovel, celular, contacto, n de telefone',
  ),
  email: words(
    'email, e-mail, email address, e-mail address, mail, courriel, adresse e-mail, adresse electronique, correio electronico, correio eletronico',
  ),
  nationalId: words(
    "national id, national id number, nid, id number, nrc, nrc number, omang, passport, passport number, identity number, carte d'identite, numero d'identite, piece d'identite, bilhete de identidade, n do bi, bi, n bi, documento de identidade",
  ),
  country: words('country, pays, pais, nationality, nationalite, nacionalidade'),
  community: words(
    'community, village, town, home community, area, place, residence, communaute, localite, quartier, ville, comunidade, bairro, localidade, distrito',
  ),
  language: words(
    'language, home language, preferred language, langue, langue preferee, langue maternelle, lingua, lingua materna, lingua preferida',
  ),
  activity: words(
    "main activity, activity, main activity at enrolment, main activity at baseline, baseline activity, baseline, work status, occupation, employment, employment status, activite principale, activite, activite principale a l'inscription, activite de depart, situation professionnelle, emploi, actividade principal, atividade principal, actividade, atividade, ocupacao, situacao profissional",
  ),
  organisation: words(
    "organisation, organization, employer, workplace, place of work, organisation at enrolment, organisme, employeur, lieu de travail, structure, association, organisation a l'inscription, organizacao, organisacao, entidade, local de trabalho, empregador",
  ),
  secondaryDone: words(
    'secondary done, secondary school done, completed secondary, secondary completed, matric, secondary school completed, secondary school, etudes secondaires, secondaire termine, etudes secondaires terminees, ensino secundario, secundario concluido, ensino secundario concluido',
  ),
  site: words(
    'site, learning site, venue, centre, center, site de formation, lieu de formation, local, local de formacao, centro',
  ),
  mentorGroup: words(
    'mentor group, group, mentor, groupe, groupe de mentorat, mentorat, grupo, grupo de mentoria, grupo do mentor',
  ),
  enrolledOn: words(
    "enrolled on, enrolled, enrolment date, enrollment date, date of enrolment, date enrolled, start date, date d'inscription, inscrit le, inscription, data de inscricao, inscrito em, inscricao, data de matricula",
  ),
  status: words("status, enrolment status, learner status, statut, statut d'inscription, estado, situacao"),
  consentCalls: words(
    'agrees to calls, follow-up calls, follow-up calls agreed, may we call, consent to calls, consent, accepte les appels, appels de suivi, appels de suivi acceptes, consentement, aceita chamadas, consentimento',
  ),
  confirmedName: words(
    'confirmed name, name on certificate, name for the certificate, name as confirmed, nom confirme, nom sur le certificat, nom pour le certificat, nome confirmado, nome no certificado',
  ),
  nameConfirmedOn: words('name confirmed on, name confirmed, nom confirme le, nome confirmado em'),
  alternate1Name: words(
    'contact 1 name, contact 1, alternate contact, alternate contact 1, alternate contact name, next of kin, first contact, contact 1 nom, nom du contact 1, contact alternatif, personne a contacter, personne a prevenir, contacto alternativo, contacto 1, contacto 1 nome, pessoa de contacto',
  ),
  alternate1Relation: words(
    'contact 1 relation, contact 1 relationship, relationship, relation, contact 1 lien, lien, lien de parente, parentesco, contacto 1 relacao',
  ),
  alternate1Phone: words(
    'contact 1 phone, alternate phone, alternate contact phone, next of kin phone, contact phone, contact 1 telephone, telephone du contact, telephone contact, contacto 1 telefone, telefone alternativo',
  ),
  alternate2Name: words(
    'contact 2 name, contact 2, alternate contact 2, second contact, contact 2 nom, nom du contact 2, contacto 2, contacto 2 nome',
  ),
  alternate2Relation: words('contact 2 relation, contact 2 relationship, contact 2 lien, contacto 2 relacao'),
  alternate2Phone: words('contact 2 phone, contact 2 telephone, contacto 2 telefone'),
  received: words(
    'received, received on, date received, script received, scripts received, recu, recu le, date de reception, copies recues le, recebido, recebido em, data de recepcao, data de rececao',
  ),
};
