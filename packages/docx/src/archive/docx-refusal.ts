/** Why a file cannot be read as a Word document. */
export type DocxProblem =
  | 'not_word'
  | 'old_word'
  | 'encrypted'
  | 'damaged'
  | 'too_large'
  | 'too_many_changes';

/** A file that is refused. It is an answer and no failure: the process goes on. */
export class DocxRefusal extends Error {
  override readonly name = 'DocxRefusal';
  readonly problem: DocxProblem;

  constructor(problem: DocxProblem) {
    super(problem);
    this.problem = problem;
  }
}
