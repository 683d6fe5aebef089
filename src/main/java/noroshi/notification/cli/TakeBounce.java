package noroshi.notification.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import noroshi.cli.Command;
import noroshi.cli.Operator;
import noroshi.notification.Bounces;
import noroshi.notification.Returned;
import noroshi.shared.Acting;
import noroshi.shared.RuleBroken;
import noroshi.site.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code mail bounce}: what it was, and nothing of whom it was about. */
@Component
class TakeBounce implements Command {
    private final Bounces bounces;
    private final Words words;

    TakeBounce(Bounces bounces, Words words) {
        this.bounces = bounces;
        this.words = words;
    }

    @Override
    public String name() {
        return "mail bounce";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
        var bytes = file.readNBytes(Bounces.LARGEST + 1);
        var language =
                Words.nearest(Locale.forLanguageTag(arguments.path("language").asString("")));
        var outcome = taken(bytes);
        if (outcome == Returned.LATER) {
            throw new RuleBroken(outcome.key());
        }
        return JsonMapper.shared()
                .valueToTree(Map.of(
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT),
                        "means",
                        words.text(language, outcome.key())));
    }

    private Returned taken(byte[] bytes) throws IOException {
        try {
            return Acting.as(Operator.ACTOR, () -> bounces.take(bytes, Operator.ACTOR));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
