import { lazy } from 'react';

// Each feature is read when it is first visited, so that the start stays fast.
export const CohortsPage = lazy(async () => ({
  default: (await import('#renderer/features/cohorts/cohorts-page.tsx')).CohortsPage,
}));
export const CohortOverview = lazy(async () => ({
  default: (await import('#renderer/features/cohorts/cohort-overview.tsx')).CohortOverview,
}));
export const CohortLearners = lazy(async () => ({
  default: (await import('#renderer/features/people/cohort-learners.tsx')).CohortLearners,
}));
export const MarksTab = lazy(async () => ({
  default: (await import('#renderer/features/gradebook/marks-tab.tsx')).MarksTab,
}));
export const ModerationTab = lazy(async () => ({
  default: (await import('#renderer/features/moderation/moderation-tab.tsx')).ModerationTab,
}));
export const ResultsTab = lazy(async () => ({
  default: (await import('#renderer/features/awards/results-tab.tsx')).ResultsTab,
}));
export const BoardTab = lazy(async () => ({
  default: (await import('#renderer/features/awards/board-tab.tsx')).BoardTab,
}));
export const CompetenciesTab = lazy(async () => ({
  default: (await import('#renderer/features/competencies/competencies-tab.tsx')).CompetenciesTab,
}));
export const TiesPage = lazy(async () => ({
  default: (await import('#renderer/features/competencies/ties-page.tsx')).TiesPage,
}));
export const LearnerProfile = lazy(async () => ({
  default: (await import('#renderer/features/competencies/learner-profile.tsx')).LearnerProfile,
}));
export const CertificatesTab = lazy(async () => ({
  default: (await import('#renderer/features/certificates/certificates-tab.tsx')).CertificatesTab,
}));
export const FollowUpTab = lazy(async () => ({
  default: (await import('#renderer/features/alumni/follow-up-tab.tsx')).FollowUpTab,
}));
export const ImportWizard = lazy(async () => ({
  default: (await import('#renderer/features/import/import-wizard.tsx')).ImportWizard,
}));
export const PeoplePage = lazy(async () => ({
  default: (await import('#renderer/features/people/people-page.tsx')).PeoplePage,
}));
export const PersonPage = lazy(async () => ({
  default: (await import('#renderer/features/people/person-page.tsx')).PersonPage,
}));
export const CertificatesPage = lazy(async () => ({
  default: (await import('#renderer/features/certificates/certificates-page.tsx')).CertificatesPage,
}));
export const TemplatesPage = lazy(async () => ({
  default: (await import('#renderer/features/templates/templates-page.tsx')).TemplatesPage,
}));
export const TemplateEditor = lazy(async () => ({
  default: (await import('#renderer/features/templates/template-editor.tsx')).TemplateEditor,
}));
export const AlumniPage = lazy(async () => ({
  default: (await import('#renderer/features/alumni/alumni-page.tsx')).AlumniPage,
}));
export const RegisterPage = lazy(async () => ({
  default: (await import('#renderer/features/alumni/register-page.tsx')).RegisterPage,
}));
export const AlumnusPage = lazy(async () => ({
  default: (await import('#renderer/features/alumni/alumnus-page.tsx')).AlumnusPage,
}));
export const PlanPage = lazy(async () => ({
  default: (await import('#renderer/features/alumni/plan-page.tsx')).PlanPage,
}));
export const QuestionnairesPage = lazy(async () => ({
  default: (await import('#renderer/features/questionnaires/questionnaires-page.tsx')).QuestionnairesPage,
}));
export const QuestionnaireEditor = lazy(async () => ({
  default: (await import('#renderer/features/questionnaires/questionnaire-editor.tsx')).QuestionnaireEditor,
}));
export const FollowUpCall = lazy(async () => ({
  default: (await import('#renderer/features/alumni/follow-up-call.tsx')).FollowUpCall,
}));
export const OutcomesPage = lazy(async () => ({
  default: (await import('#renderer/features/outcomes/outcomes-page.tsx')).OutcomesPage,
}));
export const PrivacyPage = lazy(async () => ({
  default: (await import('#renderer/features/privacy/privacy-page.tsx')).PrivacyPage,
}));
export const PersonPrivacy = lazy(async () => ({
  default: (await import('#renderer/features/privacy/consent-panel.tsx')).PersonPrivacy,
}));
export const SettingsPage = lazy(async () => ({
  default: (await import('#renderer/features/settings/settings-page.tsx')).SettingsPage,
}));
