package noroshi.intel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import noroshi.cli.Command;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.site.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers {@code intel import}. */
@Component
class ImportFile implements Command {
    private final IntelLibrary library;
    private final ActingEditors editors;
    private final Words words;

    ImportFile(IntelLibrary library, ActingEditors editors, Words words) {
        this.library = library;
        this.editors = editors;
        this.words = words;
    }

    @Override
    public String name() {
        return "intel import";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
        var actor = editors.named(text(arguments, "as"));
        var permission = Permission.typed(text(arguments, "tlp"), text(arguments, "source"), text(arguments, "reason"));
        var report = library.importBundle(
                file.readNBytes(IntelLibrary.LARGEST_FILE + 1), text(arguments, "name"), permission, actor);
        var language = Words.nearest(Locale.forLanguageTag(text(arguments, "language")));
        return new ReportAnswer(words, language).of(report);
    }

    private static String text(JsonNode arguments, String name) {
        return arguments.path(name).asString("");
    }
}
