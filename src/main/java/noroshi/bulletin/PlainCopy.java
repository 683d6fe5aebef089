package noroshi.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.site.Words;
import noroshi.topic.Level;
import noroshi.topic.Text;
import org.springframework.stereotype.Component;

/** Writes both levels as Markdown, for search, for comparing versions, and for whoever reads without pages. */
@Component
public class PlainCopy {
    private final Words words;

    PlainCopy(Words words) {
        this.words = words;
    }

    /** The texts of both levels, as their topic keeps them. */
    public Map<Level, Text> texts(Edition.Content content) {
        return Map.of(
                Level.PRO, new Text(content.pro().title(), pro(content)),
                Level.GENERAL, new Text(content.general().title(), general(content.general())));
    }

    private String pro(Edition.Content content) {
        var body = content.pro().body().strip();
        return content.indicators().isEmpty()
                ? body
                : body + "\n\n## " + word("bulletin.indicators") + "\n\n" + lines(content.indicators());
    }

    private static String lines(List<Indicator> indicators) {
        return indicators.stream()
                .map(each -> "- `" + each.harmless().replace("`", "'") + "`"
                        + (each.role().isEmpty() ? "" : " " + each.role()))
                .collect(Collectors.joining("\n"));
    }

    private String general(Copy.General general) {
        var text = section("bulletin.sentence", general.sentence())
                + section("bulletin.steps", steps(general.steps()))
                + section("bulletin.concern", general.concern());
        return (general.staffText().isBlank() ? text : text + section("bulletin.staff-text", general.staffText()))
                .strip();
    }

    private static String steps(List<Copy.Step> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(n -> (n + 1) + ". **" + steps.get(n).what().strip() + "**"
                        + (steps.get(n).detail().isBlank()
                                ? ""
                                : "\n   " + steps.get(n).detail().strip().replace("\n", "\n   ")))
                .collect(Collectors.joining("\n"));
    }

    private String section(String heading, String text) {
        return "## " + word(heading) + "\n\n" + text.strip() + "\n\n";
    }

    private String word(String key) {
        return words.text(Locale.JAPANESE, key);
    }
}
