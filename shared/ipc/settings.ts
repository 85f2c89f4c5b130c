import { z } from 'zod';
import { screenLanguages } from '#shared/domain/languages.ts';
import { roles } from '#shared/domain/workspace.ts';

/** Settings of this laptop (not data of the programme): language, look, who works here, and remembered column mappings of imports. */
export const settingsSchema = z.object({
  version: z.literal(1),
  language: z.enum(screenLanguages),
  theme: z.enum(['light', 'dark', 'contrast', 'system']),
  density: z.enum(['compact', 'normal', 'roomy']),
  person: z.object({ name: z.string(), role: z.enum(roles) }).nullable(),
  deviceName: z.string(),
  /** Learners are told on their feedback who marked their work. */
  feedbackNamesMarker: z.boolean().optional(),
  /** How far this laptop's printer moves what it prints on pre-printed stock, to be taken back; in millimetres. */
  stockMove: z.object({ x: z.number().min(-30).max(30), y: z.number().min(-30).max(30) }).optional(),
  mappings: z.record(z.string(), z.record(z.string(), z.string())),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Settings before anything was chosen. */
export const defaultSettings: Settings = {
  version: 1,
  language: 'en',
  theme: 'light',
  density: 'normal',
  person: null,
  deviceName: '',
  mappings: {},
};
