package noroshi.practice;

import java.util.List;

/** What the practice desk says at one step, in the reader's language. */
public record Answer(Step step, List<String> sentences) {
    /** The steps of the real desk. */
    public enum Step {
        ACKNOWLEDGEMENT,
        TRIAGE,
        REPLY
    }

    public Answer {
        sentences = List.copyOf(sentences);
    }
}
