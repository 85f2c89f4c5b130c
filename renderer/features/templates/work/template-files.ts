import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { importTemplate, templateFile } from '#renderer/db/repositories/own-templates.ts';
import { desktop } from '#renderer/desktop/bridge.ts';

/** Asks where to and writes a template with its pictures and fonts as one file. */
export const exportTemplate = async (design: TemplateDesign, title: string): Promise<Result<unknown>> => {
  const name = `${design.name}-${String(design.version)}.json`;
  const path = await desktop.filesChooseSave({ title, name, filters: [{ name: 'JSON', extensions: ['json'] }] });
  return path === null ? ok(undefined) : desktop.keysWriteFile({ path, text: await templateFile(design) });
};

/** Asks for a template file and adds it as a draft; its id, or undefined where none was chosen. */
export const importTemplateFile = async (title: string, filter: string): Promise<Result<string | undefined>> => {
  const path = await desktop.filesChooseOpen({ title, filters: [{ name: filter, extensions: ['json'] }] });
  if (path === null) return ok(undefined);
  const read = await desktop.filesReadFile({ path });
  return read.ok ? importTemplate(new TextDecoder().decode(read.value)) : read;
};
