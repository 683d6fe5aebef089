package noroshi.practice.web;

import java.util.List;
import noroshi.practice.Answer;
import noroshi.practice.Practice;

/**
 * One practice with its answer.
 *
 * @param said what its member wrote, question by question
 * @param told the names of the organisations that a real report would have reached
 */
public record PracticePage(
        Practice practice, List<Said> said, List<String> told, List<String> leftOut, List<Answer> answers) {

    /** One thing its member wrote. */
    public record Said(String label, String words) {}

    public String path() {
        return "/desk/practice/" + practice.id();
    }
}
