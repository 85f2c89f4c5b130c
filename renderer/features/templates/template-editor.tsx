import './templates.css';
import './editor.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OwnTemplate } from '#shared/domain/own-templates.ts';
import type { Block, DesignLanguage, TemplateDesign } from '#shared/domain/template-design.ts';
import { withVariant } from '#shared/domain/template-designs.ts';
import { getRecord } from '#renderer/db/records.ts';
import { readOwn } from '#renderer/db/repositories/certificate-templates.ts';
import { listOwnFonts, startUsing } from '#renderer/db/repositories/own-templates.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { BlockList } from './block-list.tsx';
import { DesignFields } from './design-fields.tsx';
import { EditorCanvas } from './editor-canvas.tsx';
import { EditorToolbar, type View } from './editor-toolbar.tsx';
import { FontDialog } from './font-dialog.tsx';
import { Inspector } from './inspector.tsx';
import { useDraft, type Draft } from './use-draft.ts';
import { choosePicture, type AddedPicture } from './work/add-files.ts';
import { freshId, newBlock, reordered, withBlock } from './work/blocks.ts';
import { specimenNames } from './work/specimen.ts';

/** Changes of a block go to the design, or to one partner's words and pictures while that partner is shown. */
const applied = (design: TemplateDesign, partner: string, before: Block, next: Block): TemplateDesign => {
  const variant = design.variants.find((one) => one.partner === partner);
  if (variant === undefined) return withBlock(design, before.id, next);
  const common = design.blocks.find(({ id }) => id === before.id);
  const replaced = (change: Partial<typeof variant>): TemplateDesign['variants'] =>
    design.variants.map((one) => (one === variant ? { ...one, ...change } : one));
  if ('texts' in next && 'texts' in before && next.texts !== before.texts)
    return { ...design, variants: replaced({ texts: { ...variant.texts, [next.id]: next.texts } }) };
  if (next.kind === 'picture' && before.kind === 'picture' && next.asset !== before.asset)
    return { ...design, variants: replaced({ pictures: { ...variant.pictures, [next.id]: next.asset } }) };
  const kept = common !== undefined && 'texts' in common && 'texts' in next ? { ...next, texts: common.texts } : next;
  const same = common?.kind === 'picture' && kept.kind === 'picture' ? { ...kept, asset: common.asset } : kept;
  return withBlock(design, before.id, same);
};

const placedPicture = (design: TemplateDesign, { id, ratio, name }: AddedPicture): Block => {
  const width = 40;
  const height = Math.round((width / ratio) * 10) / 10;
  return {
    id: freshId(design, 'picture'),
    kind: 'picture',
    x: 20,
    y: 20,
    width,
    height,
    asset: id,
    alt: Object.fromEntries(design.languages.map((language) => [language, name.replace(/\.\w+$/, '')])),
    align: 'centre',
  };
};

const useEditing = (draft: Draft, view: View) => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [selected, choose] = useState<string>();
  const setSelected = (id: string | undefined): void => {
    // A stay on a block is one step of undo.
    if (id !== selected) void draft.keep();
    choose(id);
  };
  const shown = withVariant(draft.design, view.partner);
  const block = shown.blocks.find(({ id }) => id === selected);
  const add = (next: Block): void => {
    void draft.keep();
    draft.change((design) => ({ ...design, blocks: [...design.blocks, next] }));
    setSelected(next.id);
  };
  const pick = async (width: number): Promise<AddedPicture | undefined> => {
    const picture = await choosePicture({ title: t('templates.addPicture'), filter: t('templates.pictures') }, width);
    if (picture.ok) return picture.value;
    tell({ tone: 'bad', text: failure(picture.error) });
    return undefined;
  };
  const replace = async (of: Block): Promise<void> => {
    const picture = await pick(of.width);
    if (picture === undefined) return;
    if (of.kind === 'picture')
      draft.change((design) => applied(design, view.partner, of, { ...of, asset: picture.id }));
    else if (of.kind === 'signature')
      draft.change((design) => withBlock(design, of.id, { ...of, picture: picture.id }));
  };
  return {
    shown,
    block,
    selected,
    setSelected,
    add,
    addPicture: async (): Promise<void> => {
      const picture = await pick(60);
      if (picture !== undefined) add(placedPicture(draft.design, picture));
    },
    replace: (of: Block) => void replace(of),
    change: (before: Block, next: Block) => draft.change((design) => applied(design, view.partner, before, next)),
    order: (id: string, by: -1 | 1) => draft.change((design) => reordered(design, id, by)),
    duplicate: (of: Block) => add({ ...of, id: freshId(draft.design, of.kind), x: of.x + 5, y: of.y + 5 }),
    remove: (id: string): void => {
      void draft.keep();
      draft.change((design) => withBlock(design, id, undefined));
      setSelected(undefined);
    },
  };
};

/** Which version this is, and the way to begin using it. */
const EditorTop = ({ record, draft }: { readonly record: OwnTemplate; readonly draft: Draft }): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [, go] = useLocation();
  const { title } = draft.design;
  const use = async (): Promise<void> => {
    await draft.keep();
    const used = await startUsing(record.id);
    if (used.ok) {
      tell({ tone: 'ok', text: t('templates.inUseNow', { title }), undo: true });
      go('/certificates/templates');
    } else tell({ tone: 'bad', text: failure(used.error) });
  };
  return (
    <PageTop
      title={title}
      detail={t('templates.versionState', { version: record.version, state: t(`templates.state.${record.state}`) })}
      actions={
        <>
          <Link className="btn small" href="/certificates/templates">
            {t('templates.toList')}
          </Link>
          <Button kind="first" size="small" onClick={() => void use()}>
            {t('templates.use')}
          </Button>
        </>
      }
    />
  );
};

type EditorSideProps = {
  readonly draft: Draft;
  readonly editing: ReturnType<typeof useEditing>;
  readonly language: DesignLanguage;
  readonly partner: string;
};

/** The fields of the block that is taken, or of the whole design. */
const EditorSide = ({ draft, editing, language, partner }: EditorSideProps): ReactNode => {
  const fonts = useLive(listOwnFonts, []) ?? [];
  const { design } = draft;
  const { block } = editing;
  if (block === undefined) return <DesignFields design={design} onChange={(next) => draft.change(() => next)} />;
  return (
    <Inspector
      key={block.id}
      design={design}
      block={block}
      language={language}
      partner={partner}
      fonts={fonts}
      onChange={(next) => editing.change(block, next)}
      onPicture={() => editing.replace(block)}
      onOrder={(by) => editing.order(block.id, by)}
      onDuplicate={() => editing.duplicate(block)}
      onRemove={() => editing.remove(block.id)}
    />
  );
};

const Editor = ({ record, first }: { readonly record: OwnTemplate; readonly first: TemplateDesign }): ReactNode => {
  const { t, failure, language: screen } = useText();
  const draft = useDraft(record, first);
  const [view, setView] = useState<View>({
    name: specimenNames[0] ?? '',
    language: first.languages.find((one) => one === screen) ?? first.languages[0] ?? 'en',
    partner: '',
    zoom: '1',
  });
  const [addingFont, setAddingFont] = useState(false);
  const editing = useEditing(draft, view);
  const { design } = draft;
  const language = design.languages.includes(view.language) ? view.language : (design.languages[0] ?? 'en');
  const wish = { name: view.name, language, partner: view.partner === '' ? undefined : view.partner };
  return (
    <div className="editor">
      <EditorTop record={record} draft={draft} />
      <EditorToolbar
        design={design}
        view={{ ...view, language }}
        onView={setView}
        onAdd={(kind) => editing.add(newBlock(design, kind, t('templates.newWords')))}
        onPicture={() => void editing.addPicture()}
        onFont={() => setAddingFont(true)}
      />
      {draft.problem !== undefined && <Note tone="bad">{failure(draft.problem)}</Note>}
      <div className="editor-columns">
        <BlockList
          design={editing.shown}
          language={language}
          selected={editing.selected}
          onSelect={editing.setSelected}
        />
        <EditorCanvas
          draft={draft}
          wish={wish}
          zoom={Number(view.zoom)}
          selected={editing.selected}
          onSelect={editing.setSelected}
          onRemove={editing.remove}
        />
        <EditorSide draft={draft} editing={editing} language={language} partner={view.partner} />
      </div>
      <FontDialog open={addingFont} onClose={() => setAddingFont(false)} />
    </div>
  );
};

/** The editor of a draft. A version that is or was in use is shown in the list only. */
export const TemplateEditor = ({ id }: { readonly id: string }): ReactNode => {
  const { t, failure } = useText();
  const found = useLive(async () => ({ record: await getRecord('templates', id) }), [id]);
  if (found === undefined) return <PageTop title={t('templates.pageTitle')} />;
  const { record } = found;
  const design = record && readOwn(record);
  if (record?.state === 'draft' && design?.ok === true)
    return <Editor key={record.id} record={record} first={design.value} />;
  const sentence = design?.ok === false ? failure(design.error) : t('templates.noDraft');
  return (
    <>
      <PageTop title={t('templates.pageTitle')} />
      <section className="sheet templates-none">
        <EmptyState
          sentence={sentence}
          action={
            <Link className="btn" href="/certificates/templates">
              {t('templates.toList')}
            </Link>
          }
        />
      </section>
    </>
  );
};
