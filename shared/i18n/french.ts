import alumni from '../../resources/locales/fr/alumni.json' with { type: 'json' };
import app from '../../resources/locales/fr/app.json' with { type: 'json' };
import attendance from '../../resources/locales/fr/attendance.json' with { type: 'json' };
import awards from '../../resources/locales/fr/awards.json' with { type: 'json' };
import certificates from '../../resources/locales/fr/certificates.json' with { type: 'json' };
import certificatesEngine from '../../resources/locales/fr/certificates-engine.json' with { type: 'json' };
import cohorts from '../../resources/locales/fr/cohorts.json' with { type: 'json' };
import competencies from '../../resources/locales/fr/competencies.json' with { type: 'json' };
import demo from '../../resources/locales/fr/demo.json' with { type: 'json' };
import domain from '../../resources/locales/fr/domain.json' with { type: 'json' };
import errors from '../../resources/locales/fr/errors.json' with { type: 'json' };
import exporting from '../../resources/locales/fr/exports.json' with { type: 'json' };
import firstStart from '../../resources/locales/fr/first-start.json' with { type: 'json' };
import followUp from '../../resources/locales/fr/follow-up.json' with { type: 'json' };
import importing from '../../resources/locales/fr/import.json' with { type: 'json' };
import jobs from '../../resources/locales/fr/jobs.json' with { type: 'json' };
import languages from '../../resources/locales/fr/languages.json' with { type: 'json' };
import marks from '../../resources/locales/fr/marks.json' with { type: 'json' };
import moderation from '../../resources/locales/fr/moderation.json' with { type: 'json' };
import outcomes from '../../resources/locales/fr/outcomes.json' with { type: 'json' };
import outcomesDomain from '../../resources/locales/fr/outcomes-domain.json' with { type: 'json' };
import papers from '../../resources/locales/fr/papers.json' with { type: 'json' };
import people from '../../resources/locales/fr/people.json' with { type: 'json' };
import privacy from '../../resources/locales/fr/privacy.json' with { type: 'json' };
import programme from '../../resources/locales/fr/programme.json' with { type: 'json' };
import questionnaires from '../../resources/locales/fr/questionnaires.json' with { type: 'json' };
import reasons from '../../resources/locales/fr/reasons.json' with { type: 'json' };
import recovery from '../../resources/locales/fr/recovery.json' with { type: 'json' };
import results from '../../resources/locales/fr/results.json' with { type: 'json' };
import script from '../../resources/locales/fr/script.json' with { type: 'json' };
import settings from '../../resources/locales/fr/settings.json' with { type: 'json' };
import templates from '../../resources/locales/fr/templates.json' with { type: 'json' };
import today from '../../resources/locales/fr/today.json' with { type: 'json' };
import ui from '../../resources/locales/fr/ui.json' with { type: 'json' };

/** All French messages by area. */
export const french = {
  ...certificatesEngine,
  ...outcomesDomain,
  alumni,
  app,
  attendance,
  awards,
  certificates,
  cohorts,
  competencies,
  demo,
  domain,
  errors: { ...errors, ...certificatesEngine.errors, ...outcomesDomain.errors },
  exports: exporting,
  'first-start': firstStart,
  'follow-up': followUp,
  import: importing,
  jobs,
  languages,
  marks,
  moderation,
  outcomes,
  papers,
  people,
  privacy,
  programme,
  questionnaires,
  reasons,
  recovery,
  results,
  script,
  settings,
  templates,
  today,
  ui,
};
