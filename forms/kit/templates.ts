/**
 * Mail to the applicant in fixed words of the network, sent by one press (docs/domain.md §3.5): nothing of a client, nothing that
 * whoever presses typed. What a sentence may say between braces is `templateFills`.
 */
import * as z from 'zod'

export const templateFills = ['wie', 'tel', 'datum'] as const
/** `{wie}`, `{tel}`: who sends it, and their phone; `{datum}`: a date that is asked first. */
type TemplateFill = (typeof templateFills)[number]

export const templateSchema = z.object({
  /** Never used again for another: a dossier's history names it. */
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** On the button, and in the history: "Bel mij". */
  label: z.string().min(1).max(60),
  /** Whole sentences, as they are mailed. */
  sentences: z.array(z.string().min(1).max(200)).min(1).max(5).readonly(),
  /** Slugs of the forms it fits; absent means all. */
  forms: z.array(z.string()).readonly().exactOptional(),
})
export type Template = z.infer<typeof templateSchema>

interface HasTemplates {
  templates: readonly Template[]
}

export const templateOf = ({ templates }: HasTemplates, key: string): Template | undefined =>
  templates.find((template) => template.key === key)

export const templatesFor = ({ templates }: HasTemplates, { slug }: { slug: string }): readonly Template[] =>
  templates.filter(({ forms }) => !forms || forms.includes(slug))

/** Whether its words name a date. */
export const asksDate = ({ sentences }: Pick<Template, 'sentences'>): boolean =>
  sentences.some((sentence) => sentence.includes(`{${'datum' satisfies TemplateFill}}`))
