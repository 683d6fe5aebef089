package noroshi.intel.cli;

import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import noroshi.cli.Command;
import noroshi.intel.Imports;
import noroshi.intel.IntelLibrary;
import noroshi.site.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers {@code intel import-progress}: how far a file is that the command line brought. */
@Component
class ImportProgress implements Command {
    private final IntelLibrary library;
    private final Imports imports;
    private final ActingEditors editors;
    private final Words words;

    ImportProgress(IntelLibrary library, Imports imports, ActingEditors editors, Words words) {
        this.library = library;
        this.imports = imports;
        this.editors = editors;
        this.words = words;
    }

    @Override
    public String name() {
        return "intel import-progress";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) {
        var actor = editors.of(UUID.fromString(arguments.path("person").asString("")));
        var language =
                Words.nearest(Locale.forLanguageTag(arguments.path("language").asString("")));
        var now = imports.show(UUID.fromString(arguments.path("import").asString("")), actor);
        return new ImportAnswer(words, language).of(now, library, actor);
    }
}
