import { useNavigate, useParams } from 'react-router';
import { completeProposal, proposeResource, readProposal } from '@fengqiao/contract/catalogue/proposals.ts';
import {
  readResource,
  type DraftContent,
  type ResourceContent,
} from '@fengqiao/contract/catalogue/resources.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, Inline } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { Page } from '../../parts/Page.tsx';
import { ItemFields } from './ItemFields.tsx';
import { Items } from './Items.tsx';
import { SharingFields } from './SharingFields.tsx';
import { proposeTexts as texts } from './texts.ts';
import { WhatFields } from './WhatFields.tsx';
import './catalogue.css';

/** Proposes a new resource. */
export function Propose() {
  const me = useMe();
  return (
    <Page title={t(texts.title)} says={t(texts.says)}>
      <ContentForm
        start={{
          source: me.unit ?? '',
          items: [{ name: '', zh: '', en: '', type: 'text', grade: 1, required: true }],
          methods: ['service_api'],
          openType: 'none',
          shareType: 'conditional',
        }}
      />
    </Page>
  );
}

/** Proposes a change of a resource, beginning with what the catalogue says now. */
export function ProposeChange() {
  const { id = '' } = useParams();
  const view = useSay(readResource, { params: { id } });
  return (
    <Page title={t(texts.changeTitle)} says={t(texts.says)}>
      <Answer of={view}>{({ content }) => <ContentForm start={content} resource={id} />}</Answer>
    </Page>
  );
}

/** What a room told of by itself: somebody of the unit fills in what only people can say, and stands behind it. */
export function CompleteProposal() {
  const { id = '' } = useParams();
  const view = useSay(readProposal, { params: { id } });
  return (
    <Page title={t(texts.completeTitle)} says={t(texts.completeSays)}>
      <Answer of={view}>{({ content }) => <CompleteForm id={id} start={content} />}</Answer>
    </Page>
  );
}

function CompleteForm({ id, start }: { id: string; start: DraftContent }) {
  const navigate = useNavigate();
  const act = useAct(completeProposal, () => void navigate('/catalogue/proposals'));
  return (
    <Inline value>
      <ActForm<ResourceContent>
        send={texts.completeSend}
        act={act}
        start={start}
        onSend={(said) => {
          const content = { ...said, items: start.items };
          act.mutate({ params: { id }, body: { content: whole(content) } });
        }}
      >
        <div className="stack content-form">
          <WhatFields />
          <Items content={start} />
          <SharingFields told={start.items} />
        </div>
      </ActForm>
    </Inline>
  );
}

/** A field that was cleared is left out; a form gives it as nothing at all. */
function whole({ items, providerCode, ...content }: ResourceContent): ResourceContent {
  return {
    ...content,
    ...filled(content),
    ...(providerCode === undefined || providerCode === '' ? {} : { providerCode }),
    items: items.map(({ length, ...item }) => ({ ...item, ...filled({ length: length ?? undefined }) })),
  };
}

export type Entered = ResourceContent & { reason: string };

function ContentForm({ start, resource }: { start: Partial<ResourceContent>; resource?: string }) {
  const navigate = useNavigate();
  const act = useAct(proposeResource, () => void navigate('/catalogue/proposals'));
  return (
    <Inline value>
      <ActForm<Entered>
        send={texts.send}
        act={act}
        start={start}
        onSend={({ reason, ...content }) =>
          act.mutate({
            body: {
              reason,
              content: whole(content),
              ...(resource === undefined ? {} : { resource }),
            },
          })
        }
      >
        <div className="stack content-form">
          <WhatFields />
          <ItemFields
            {...(resource === undefined
              ? {}
              : { besides: resource, known: (start.items ?? []).map(({ zh }) => zh) })}
          />
          <SharingFields />
          <section className="card">
            <WordsField name="reason" label={texts.reason} of={proposeResource.body.properties.reason} />
          </section>
        </div>
      </ActForm>
    </Inline>
  );
}
