package noroshi.desk;

import java.util.Map;

/** What was typed into the form for one version of a text. */
public record Telling(String body, Map<String, String> answers) {
    public static final Telling NOTHING = new Telling("", Map.of());

    public Telling {
        answers = Map.copyOf(answers);
    }

    public boolean isBlank() {
        return body.isBlank() && answers.values().stream().allMatch(String::isBlank);
    }
}
