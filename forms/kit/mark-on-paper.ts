/** The reference without what tells the kind of request: a neighbour may see it on paper. */
export const markOnPaper = ({ reference }: { reference: string }): string => reference.replace(/^[A-Z]+-/, '')
