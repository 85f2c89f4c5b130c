import alumni from '../../resources/locales/en/alumni.json' with { type: 'json' };
import app from '../../resources/locales/en/app.json' with { type: 'json' };
import attendance from '../../resources/locales/en/attendance.json' with { type: 'json' };
import awards from '../../resources/locales/en/awards.json' with { type: 'json' };
import certificates from '../../resources/locales/en/certificates.json' with { type: 'json' };
import certificatesEngine from '../../resources/locales/en/certificates-engine.json' with { type: 'json' };
import cohorts from '../../resources/locales/en/cohorts.json' with { type: 'json' };
import competencies from '../../resources/locales/en/competencies.json' with { type: 'json' };
import demo from '../../resources/locales/en/demo.json' with { type: 'json' };
import domain from '../../resources/locales/en/domain.json' with { type: 'json' };
import errors from '../../resources/locales/en/errors.json' with { type: 'json' };
import exporting from '../../resources/locales/en/exports.json' with { type: 'json' };
import firstStart from '../../resources/locales/en/first-start.json' with { type: 'json' };
import followUp from '../../resources/locales/en/follow-up.json' with { type: 'json' };
import importing from '../../resources/locales/en/import.json' with { type: 'json' };
import jobs from '../../resources/locales/en/jobs.json' with { type: 'json' };
import languages from '../../resources/locales/en/languages.json' with { type: 'json' };
import marks from '../../resources/locales/en/marks.json' with { type: 'json' };
import moderation from '../../resources/locales/en/moderation.json' with { type: 'json' };
import outcomes from '../../resources/locales/en/outcomes.json' with { type: 'json' };
import outcomesDomain from '../../resources/locales/en/outcomes-domain.json' with { type: 'json' };
import papers from '../../resources/locales/en/papers.json' with { type: 'json' };
import people from '../../resources/locales/en/people.json' with { type: 'json' };
import privacy from '../../resources/locales/en/privacy.json' with { type: 'json' };
import programme from '../../resources/locales/en/programme.json' with { type: 'json' };
import questionnaires from '../../resources/locales/en/questionnaires.json' with { type: 'json' };
import reasons from '../../resources/locales/en/reasons.json' with { type: 'json' };
import recovery from '../../resources/locales/en/recovery.json' with { type: 'json' };
import results from '../../resources/locales/en/results.json' with { type: 'json' };
import script from '../../resources/locales/en/script.json' with { type: 'json' };
import settings from '../../resources/locales/en/settings.json' with { type: 'json' };
import templates from '../../resources/locales/en/templates.json' with { type: 'json' };
import today from '../../resources/locales/en/today.json' with { type: 'json' };
import ui from '../../resources/locales/en/ui.json' with { type: 'json' };

/** All English messages by area; their keys are the keys of every language. A new area is a file in resources/locales and a line here. */
export const english = {
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
