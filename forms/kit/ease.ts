/** "Lukte dit?", asked on the receipt: one press, counted without a name (docs/decisions/032). */
export const eases = ['vlot', 'gaat_zo', 'moeilijk'] as const
export type Ease = (typeof eases)[number]

export const easeInWords: Readonly<Record<Ease, string>> = { vlot: 'vlot', gaat_zo: 'gaat zo', moeilijk: 'moeilijk' }

export const readEase = (typed: string | undefined): Ease | undefined => eases.find((ease) => ease === typed)
