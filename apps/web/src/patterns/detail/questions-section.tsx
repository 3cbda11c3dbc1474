import type { Pattern } from '@warren/contracts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Section } from '../../ui/section.tsx';
import styles from '../lists.module.css';

/** Questions about the pattern. */
export function QuestionsSection({ pattern }: { pattern: Pattern }) {
  const { question_prompts: questions } = pattern;
  return (
    <Section
      title="Worth asking"
      actions={
        <CopyButton text={questions.join('\n')} label="Copy all questions">
          Copy all
        </CopyButton>
      }
    >
      <ul className={styles.rows}>
        {questions.map((question, index) => (
          <li key={index} className={styles.row}>
            <span dir="auto">{question}</span>
            <CopyButton text={question} label={`Copy the question: ${question}`} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
