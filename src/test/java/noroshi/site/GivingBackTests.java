package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A refused form gives back what was typed, whatever it reads like, and nothing that was chosen. */
class GivingBackTests {
    private static final Pattern CONTROL =
            Pattern.compile("(?:@template\\.ui\\.(field|area|choice|radios|check)\\(name = "
                    + "|<(input|select|textarea|button)\\b[^>]*?\\bname=)\"(\\w+)\"[^\\n>]*");
    private static final Pattern TYPE = Pattern.compile("\\btype ?= ?\"([\\w-]+)\"");
    private static final Set<String> CHOOSING = Set.of("choice", "radios", "check", "select", "button");
    private static final Set<String> CHOSEN =
            Set.of("hidden", "radio", "checkbox", "submit", "date", "time", "datetime-local", "file");

    private static Typed typed(String field, String value) {
        var request = new MockHttpServletRequest("POST", "/topics");
        request.addHeader("Sec-Fetch-Site", "same-origin");
        request.setParameter(field, value);
        return Typed.of(request);
    }

    @Test
    void wordsThatReadLikeAChoiceAreGivenBack() {
        for (var written : new String[][] {
            {"title", "RANSOMWARE"}, {"phone", "0312345678"}, {"body", "2026"}, {"answer.noticed", "DNS"}
        }) {
            assertThat(typed(written[0], written[1]).texts()).containsExactly(written[1]);
        }
    }

    @Test
    void choicesAreNotTheReadersWords() {
        for (var chosen : new String[][] {
            {"kind", "invited"},
            {"level", "pro"},
            {"theme", "dark"},
            {"locale", "ja"},
            {"date", "2026-11-22"},
            {"tlp", "AMBER"},
            {"colour", "2"},
            {"edition", "1"},
            {"to", "community:0d3ac8b5-9a0f-4c0e-9b5f-2f3f9f8f6a11"}
        }) {
            assertThat(typed(chosen[0], chosen[1]).texts()).as(chosen[0]).isEmpty();
        }
    }

    /** A choice that is not known would be shown as words; a field for words among the choices would lose them. */
    @Test
    void everyFieldIsKnownForWhatItIs() throws IOException {
        var words = new TreeSet<String>();
        var choices = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                CONTROL.matcher(Files.readString(file)).results().forEach(control -> {
                    var kind = control.group(1) == null ? control.group(2) : control.group(1);
                    var type = TYPE.matcher(control.group());
                    var chosen = CHOOSING.contains(kind) || type.find() && CHOSEN.contains(type.group(1));
                    (chosen ? choices : words).add(control.group(3));
                });
            }
        }
        assertThat(words).contains("title", "body", "phone", "q", "remark");
        choices.removeAll(words);
        choices.remove("_method");
        assertThat(Typed.CHOICES).containsExactlyInAnyOrderElementsOf(choices);
    }
}
