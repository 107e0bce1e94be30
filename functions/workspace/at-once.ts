/** Said before a press that tells somebody at once; a move of a dossier alone can be taken back (forms/kit/lifecycle/undo.ts). */
export const actsAtOnceWords = 'Dit gebeurt meteen. U kunt het niet terughalen.'
