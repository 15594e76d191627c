/**
 * Why an article was refused at its time. Reasons that reveal protected names are not stored with the
 * refusal: the article shows them to those who may see them.
 */
export const stoppedReason = ({ message }: { message: string }): string =>
  message === '' ? 'It may mention somebody whom terms protect.' : message;
