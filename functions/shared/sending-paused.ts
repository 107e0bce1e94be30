/** SES lets nobody mail: the line that an alarm waits for (infra/alarm-stack.ts), written by whoever hears of it. */
export const pausedLine = 'Sending is paused by SES'

export const pausedForPeople =
  'Nobody gets mail. Nothing is lost: receipts on screen work and each mail waits until sending is allowed.'
